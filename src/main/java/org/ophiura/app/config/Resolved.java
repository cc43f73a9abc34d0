package org.ophiura.app.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.StringWriter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.ophiura.sim.plugin.Choice;
import org.ophiura.sim.plugin.Setting;
import org.ophiura.sim.plugin.Settings;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Writes settings records as {@link ConfigReader} reads them, with all defaults filled in: reading
 * the text gives an equal record, from any folder, for paths are written in full.
 */
public final class Resolved {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final Pattern SIMPLE = Pattern.compile("[A-Za-z0-9_./]([A-Za-z0-9_./ -]*\\w)?");

  private Resolved() {}

  /** The settings as YAML, without comments. */
  public static String toYaml(Record settings) {
    DumperOptions options = new DumperOptions();
    options.setSplitLines(false);
    StringWriter text = new StringWriter();
    new Yaml(options).serialize(node(toTree(settings)), text);
    return text.toString();
  }

  /** The settings as a tree of JSON, for result files. */
  public static JsonNode toTree(Record settings) {
    return group(settings, NODES.objectNode());
  }

  private static JsonNode group(Record record, ObjectNode into) {
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      Object value = value(record, component);
      Setting setting = component.getAnnotation(Setting.class);
      boolean absent = value.equals(Optional.empty());
      if (setting == null || !absent || !setting.defaultValue().equals(Setting.NONE)) {
        into.set(Settings.key(component.getName()), write(value, component.getGenericType()));
      }
    }
    return into;
  }

  private static JsonNode write(Object value, Type declared) {
    if (value instanceof Boolean flag) {
      return NODES.booleanNode(flag);
    }
    if (value instanceof Integer whole) {
      return NODES.numberNode(whole);
    }
    if (value instanceof Long whole) {
      return NODES.numberNode(whole);
    }
    if (value instanceof Double real) {
      return NODES.numberNode(real);
    }
    if (value instanceof String || value instanceof Path) {
      return NODES.textNode(value.toString());
    }
    if (value instanceof Enum<?> constant) {
      return NODES.textNode(Shapes.word(constant));
    }
    if (value instanceof Optional<?> optional) {
      return optional.isEmpty() ? NODES.nullNode() : write(optional.get(), argument(declared));
    }
    if (value instanceof List<?> list) {
      ArrayNode array = NODES.arrayNode();
      list.forEach(element -> array.add(write(element, argument(declared))));
      return array;
    }
    if (value instanceof Choice<?> choice) {
      ObjectNode block = NODES.objectNode().put(Shapes.TYPE, choice.plugin().id());
      return group(choice.settings(), block);
    }
    if (value instanceof Record record) {
      return record(record, declared);
    }
    throw new IllegalStateException("settings cannot hold a " + value.getClass().getName());
  }

  private static JsonNode record(Record record, Type declared) {
    if (declared instanceof Class<?> sealed && sealed.isInterface()) {
      String id = Shapes.variantId(sealed, record.getClass());
      return group(record, NODES.objectNode().put(Shapes.TYPE, id));
    }
    if (Shapes.isTuple(record.getClass())) {
      ArrayNode array = NODES.arrayNode();
      for (RecordComponent component : record.getClass().getRecordComponents()) {
        array.add(write(value(record, component), component.getGenericType()));
      }
      return array;
    }
    return group(record, NODES.objectNode());
  }

  private static Type argument(Type declared) {
    return declared instanceof ParameterizedType generic
        ? generic.getActualTypeArguments()[0]
        : Object.class;
  }

  private static Object value(Record record, RecordComponent component) {
    try {
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(
          "cannot read " + record.getClass().getName() + ": is it public?", e);
    }
  }

  private static Node node(JsonNode tree) {
    if (tree.isObject()) {
      List<NodeTuple> entries = new ArrayList<>();
      for (Map.Entry<String, JsonNode> entry : tree.properties()) {
        entries.add(new NodeTuple(scalar(Tag.STR, entry.getKey()), node(entry.getValue())));
      }
      return new MappingNode(Tag.MAP, entries, FlowStyle.BLOCK);
    }
    if (tree.isArray()) {
      List<Node> elements = new ArrayList<>();
      boolean nested = false;
      for (JsonNode element : tree) {
        elements.add(node(element));
        nested |= element.isContainerNode();
      }
      return new SequenceNode(Tag.SEQ, elements, nested ? FlowStyle.BLOCK : FlowStyle.FLOW);
    }
    Tag tag =
        switch (tree.getNodeType()) {
          case BOOLEAN -> Tag.BOOL;
          case NUMBER -> tree.isIntegralNumber() ? Tag.INT : Tag.FLOAT;
          case NULL -> Tag.NULL;
          default -> Tag.STR;
        };
    return scalar(tag, tree.asText());
  }

  /** Quotes all but simple text; the emitter also quotes what would read as something else. */
  private static Node scalar(Tag tag, String text) {
    boolean plain = !tag.equals(Tag.STR) || SIMPLE.matcher(text).matches();
    return new ScalarNode(
        tag, text, null, null, plain ? ScalarStyle.PLAIN : ScalarStyle.DOUBLE_QUOTED);
  }
}
