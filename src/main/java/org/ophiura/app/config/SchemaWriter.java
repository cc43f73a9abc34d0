package org.ophiura.app.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.ophiura.sim.plugin.Setting;

/**
 * Writes the JSON Schema (draft 2020-12) of a settings file, with which editors complete and check
 * it while it is written. It accepts all that {@link ConfigReader} accepts; rules between several
 * settings are only told by the reader.
 */
public final class SchemaWriter {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final Shapes shapes = new Shapes();
  private final Map<String, Object> defined = new HashMap<>();
  private final ObjectNode definitions = NODES.objectNode();

  private SchemaWriter() {}

  /**
   * The schema as text, the same for the same records and plug-ins.
   *
   * @throws IllegalStateException if a record cannot be read from a file, or a default of a setting
   *     breaks its own rules
   */
  public static String toText(Class<? extends Record> root, String title) {
    return schema(root, title).toPrettyString() + "\n";
  }

  /** The schema as a tree; see {@link #toText}. */
  public static JsonNode schema(Class<? extends Record> root, String title) {
    SchemaWriter writer = new SchemaWriter();
    ObjectNode schema = NODES.objectNode();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema").put("title", title);
    writer.block(root, Optional.empty(), schema);
    if (!writer.definitions.isEmpty()) {
      schema.set("$defs", writer.definitions);
    }
    return schema;
  }

  /** Describes a block; {@code type} is the id that it has as an option of a union. */
  private void block(Class<? extends Record> record, Optional<String> type, ObjectNode schema) {
    schema.put("type", "object");
    ObjectNode properties = schema.putObject("properties");
    type.ifPresent(id -> properties.putObject(Shapes.TYPE).put("const", id));
    ArrayNode required = NODES.arrayNode();
    for (Field field : shapes.fields(record)) {
      ObjectNode property = shape(field.shape(), field.setting());
      property.put("description", description(field.setting()));
      if (field.isRequired()) {
        required.add(field.key());
      } else if (!field.isOptional()) {
        property.set("default", json(Binder.checkedDefault(shapes, field)));
      }
      properties.set(field.key(), property);
    }
    if (!required.isEmpty()) {
      schema.set("required", required);
    }
    schema.put("additionalProperties", false);
  }

  private ObjectNode shape(Shape shape, Setting setting) {
    ObjectNode schema = NODES.objectNode();
    if (shape instanceof Shape.Flag) {
      schema.put("type", "boolean");
    } else if (shape instanceof Shape.Whole) {
      limits(schema.put("type", "integer"), setting);
    } else if (shape instanceof Shape.Real) {
      limits(schema.put("type", "number"), setting);
    } else if (shape instanceof Shape.Word word) {
      ArrayNode words = schema.putArray("enum");
      word.constants().keySet().forEach(words::add);
    } else if (shape instanceof Shape.Elements list) {
      schema.put("type", "array").set("items", shape(list.element(), setting));
    } else if (shape instanceof Shape.Maybe maybe) {
      ArrayNode either = schema.putArray("anyOf");
      either.add(shape(maybe.value(), setting)).addObject().put("type", "null");
    } else if (shape instanceof Shape.Tuple tuple) {
      ArrayNode parts = schema.put("type", "array").putArray("prefixItems");
      tuple.parts().values().forEach(part -> parts.add(shape(part, setting)));
      schema.put("items", false).put("minItems", parts.size());
    } else if (shape instanceof Shape.Group group) {
      schema.put("$ref", group(group));
    } else if (shape instanceof Shape.Union union) {
      union(union, schema);
    } else { // Text and file names: a plain 12 is read as text, but is a number to an editor.
      schema.putArray("type").add("string").add("number").add("boolean");
    }
    return schema;
  }

  private void union(Shape.Union union, ObjectNode schema) {
    ArrayNode either = schema.putArray("oneOf");
    ArrayNode bare = NODES.arrayNode();
    for (Shape.Option option : union.options()) {
      if (shapes.fields(option.settings()).stream().noneMatch(Field::isRequired)) {
        bare.add(option.id());
      }
    }
    if (!bare.isEmpty()) {
      either.addObject().set("enum", bare);
    }
    for (Shape.Option option : union.options()) {
      ObjectNode block = either.addObject().put("$ref", option(union, option));
      if (!union.defaultId().equals(Optional.of(option.id()))) {
        block.putArray("required").add(Shapes.TYPE);
      }
    }
  }

  private String group(Shape.Group group) {
    Class<? extends Record> type = group.type();
    return definition(group, type.getSimpleName(), "", type, Optional.empty());
  }

  private String option(Shape.Union union, Shape.Option option) {
    String name = union.noun().replace(' ', '-') + "." + option.id();
    return definition(option, name, option.summary(), option.settings(), Optional.of(option.id()));
  }

  /** Defines a block once, so that blocks may hold blocks of their own kind. */
  private String definition(
      Object meaning,
      String name,
      String summary,
      Class<? extends Record> record,
      Optional<String> type) {
    Object known = defined.putIfAbsent(name, meaning);
    if (known == null) {
      ObjectNode schema = definitions.putObject(name);
      if (!summary.isEmpty()) {
        schema.put("description", summary);
      }
      block(record, type, schema);
    } else if (!known.equals(meaning)) {
      throw new IllegalStateException("two blocks are called " + name + "; rename one");
    }
    return "#/$defs/" + name;
  }

  private static void limits(ObjectNode schema, Setting setting) {
    if (setting.min() != Double.NEGATIVE_INFINITY) {
      schema.set(setting.exclusiveMin() ? "exclusiveMinimum" : "minimum", number(setting.min()));
    }
    if (setting.max() != Double.POSITIVE_INFINITY) {
      schema.set(setting.exclusiveMax() ? "exclusiveMaximum" : "maximum", number(setting.max()));
    }
  }

  private static String description(Setting setting) {
    String unit = setting.unit().isEmpty() ? "" : " Unit: " + setting.unit() + ".";
    return setting.value() + unit;
  }

  /** A written value as JSON, without knowing what setting reads it. */
  static JsonNode json(Tree tree) {
    if (tree instanceof Tree.Block block) {
      ObjectNode object = NODES.objectNode();
      block.entries().forEach((key, value) -> object.set(key, json(value)));
      return object;
    }
    if (tree instanceof Tree.Sequence sequence) {
      ArrayNode array = NODES.arrayNode();
      sequence.elements().forEach(element -> array.add(json(element)));
      return array;
    }
    Tree.Scalar scalar = (Tree.Scalar) tree;
    if (scalar.isNothing()) {
      return NODES.nullNode();
    }
    if (scalar.isFlag()) {
      return NODES.booleanNode(scalar.text().equals("true"));
    }
    return scalar.isNumber()
        ? NODES.numberNode(new BigDecimal(scalar.text()))
        : NODES.textNode(scalar.text());
  }

  private static JsonNode number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? NODES.numberNode((long) value)
        : NODES.numberNode(value);
  }
}
