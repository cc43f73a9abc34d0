package org.ophiura.app.config;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ophiura.sim.NearestName;
import org.ophiura.sim.plugin.Choice;
import org.ophiura.sim.plugin.Plugin;
import org.ophiura.sim.plugin.Setting;
import org.ophiura.sim.plugin.SettingException;

/**
 * Makes settings records of a tree. Goes on after a problem, so that all are found; a value with a
 * problem is null, and so is the record that needs it.
 */
final class Binder {
  private final Shapes shapes;
  private final Problems problems;
  private final Scalars scalars;

  Binder(Shapes shapes, Problems problems) {
    this.shapes = shapes;
    this.problems = problems;
    this.scalars = new Scalars(problems);
  }

  /**
   * The default of a setting, as written.
   *
   * @throws IllegalStateException if it breaks the setting's own rules: a programmer's mistake
   */
  static Tree checkedDefault(Shapes shapes, Field field) {
    Problems problems = new Problems();
    Tree tree = field.defaultTree(new Location(field.owner().getName(), 0, Path.of("")));
    new Binder(shapes, problems).value(field.shape(), field.setting(), tree, field.key());
    try {
      problems.throwIfAny();
    } catch (ConfigException e) {
      throw new IllegalStateException("a default breaks a rule: " + e.getMessage(), e);
    }
    return tree;
  }

  /** Reads the record at {@code path}, which is empty for a whole file. */
  @Nullable Record group(Class<? extends Record> type, Tree tree, String path) {
    if (!(tree instanceof Tree.Block block)) {
      String rule = "must be a block of settings, got " + tree.inWords();
      String remedy = path.isEmpty() ? "" : "; leave it out for its defaults, or write {}";
      problems.add(tree.at(), path, rule + (isNothing(tree) ? remedy : ""));
      return null;
    }
    return settings(type, block, path, false);
  }

  private @Nullable Object value(Shape shape, Setting setting, Tree tree, String path) {
    if (shape instanceof Shape.Maybe maybe) {
      if (isNothing(tree)) {
        return Optional.empty();
      }
      Object value = value(maybe.value(), setting, tree, path);
      return value == null ? null : Optional.of(value);
    }
    if (shape instanceof Shape.Elements list) {
      return elements(list.element(), setting, tree, path);
    }
    if (shape instanceof Shape.Tuple tuple) {
      return tuple(tuple, setting, tree, path);
    }
    if (shape instanceof Shape.Group group) {
      return group(group.type(), tree, path);
    }
    if (shape instanceof Shape.Union union) {
      return union(union, tree, path);
    }
    return scalars.read(shape, setting, tree, path);
  }

  private @Nullable List<Object> elements(Shape element, Setting setting, Tree tree, String path) {
    if (!(tree instanceof Tree.Sequence sequence)) {
      String got = tree.inWords();
      boolean single = tree instanceof Tree.Scalar && !isNothing(tree);
      problems.add(
          tree.at(), path, "must be a list, got " + got + (single ? "; write [" + got + "]" : ""));
      return null;
    }
    List<Object> values = new ArrayList<>();
    for (int i = 0; i < sequence.elements().size(); i++) {
      Object value = value(element, setting, sequence.elements().get(i), path + "[" + i + "]");
      if (value != null) {
        values.add(value);
      }
    }
    return values.size() == sequence.elements().size() ? List.copyOf(values) : null;
  }

  private @Nullable Record tuple(Shape.Tuple tuple, Setting setting, Tree tree, String path) {
    String names = "[" + String.join(", ", tuple.parts().keySet()) + "]";
    if (!(tree instanceof Tree.Sequence sequence)) {
      problems.add(tree.at(), path, "must be a list " + names + ", got " + tree.inWords());
      return null;
    }
    if (sequence.elements().size() != tuple.parts().size()) {
      problems.add(
          tree.at(),
          path,
          "must be a list " + names + ", got " + sequence.elements().size() + " values");
      return null;
    }
    Object[] values = new Object[tuple.parts().size()];
    int next = 0;
    boolean complete = true;
    for (Shape part : tuple.parts().values()) {
      Object value = value(part, setting, sequence.elements().get(next), path + "[" + next + "]");
      complete &= value != null;
      values[next++] = value;
    }
    return complete ? construct(tuple.type(), values, tree, path) : null;
  }

  private @Nullable Object union(Shape.Union union, Tree tree, String path) {
    String typePath = path.isEmpty() ? Shapes.TYPE : path + "." + Shapes.TYPE;
    Tree id = tree;
    if (tree instanceof Tree.Block block) {
      id = block.get(Shapes.TYPE);
      if (id == null && union.defaultId().isPresent()) {
        id = new Tree.Scalar(union.defaultId().get(), true, block.at());
      }
      if (id == null) {
        problems.add(
            tree.at(), typePath, "must be given: one of " + String.join(", ", union.ids()));
        return null;
      }
    }
    if (!(id instanceof Tree.Scalar scalar) || scalar.isNothing()) {
      problems.add(
          id.at(),
          tree instanceof Tree.Block ? typePath : path,
          "must name a " + union.noun() + ", got " + id.inWords());
      return null;
    }
    Optional<Shape.Option> found = union.option(scalar.text());
    if (found.isEmpty()) {
      problems.add(
          id.at(),
          typePath,
          "must name a "
              + union.noun()
              + ", got '"
              + scalar.text()
              + "'"
              + OptionalParts.remedy(union.noun(), scalar.text())
                  .orElseGet(() -> NearestName.suggestion(scalar.text(), union.ids())));
      return null;
    }
    Tree.Block block =
        tree instanceof Tree.Block given ? given : new Tree.Block(Map.of(), tree.at());
    Shape.Option option = found.get();
    Record settings = settings(option.settings(), block, path, true);
    Optional<Plugin<?>> plugin = option.plugin();
    return settings == null || plugin.isEmpty() ? settings : new Choice<>(plugin.get(), settings);
  }

  /** Reads the settings of a block; in a union, its {@code type} has been read already. */
  private @Nullable Record settings(
      Class<? extends Record> type, Tree.Block block, String path, boolean inUnion) {
    int before = problems.count();
    List<Field> fields = shapes.fields(type);
    List<String> keys = fields.stream().map(Field::key).toList();
    String prefix = path.isEmpty() ? "" : path + ".";
    block
        .entries()
        .forEach(
            (key, value) -> {
              if (!keys.contains(key) && !(inUnion && key.equals(Shapes.TYPE))) {
                problems.add(value.at(), prefix + key, unknown(key, keys, prefix));
              }
            });
    Object[] values = new Object[fields.size()];
    for (int i = 0; i < values.length; i++) {
      Field field = fields.get(i);
      Tree tree = block.get(field.key());
      if (tree == null && field.isRequired()) {
        problems.add(block.at(), prefix + field.key(), "must be given: " + field.setting().value());
      } else if (tree == null && field.isOptional()) {
        values[i] = Optional.empty();
      } else {
        Tree given = tree == null ? field.defaultTree(block.at()) : tree;
        values[i] = value(field.shape(), field.setting(), given, prefix + field.key());
      }
    }
    return problems.count() == before ? construct(type, values, block, path) : null;
  }

  private static String unknown(String key, List<String> known, String prefix) {
    if (known.isEmpty()) {
      return "is not a setting; there are none here";
    }
    // The whole path, so that the remedy can be copied to --set as well.
    String nearest = prefix + NearestName.of(key, known).orElseThrow();
    return "is not a setting; did you mean '" + nearest + "'? Known: " + String.join(", ", known);
  }

  private @Nullable Record construct(
      Class<? extends Record> type, @Nullable Object[] values, Tree tree, String path) {
    Class<?>[] types =
        Arrays.stream(type.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    try {
      Constructor<? extends Record> constructor = type.getDeclaredConstructor(types);
      return constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof SettingException broken) {
        SettingException seenFromFile = broken.under(path);
        problems.add(tree.locate(broken.path()), seenFromFile.path(), seenFromFile.rule());
        return null;
      }
      if (e.getCause() instanceof IllegalArgumentException broken) {
        problems.add(tree.at(), path, "is not valid: " + broken.getMessage());
        return null;
      }
      throw new IllegalStateException("cannot make a " + type.getName(), e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot make a " + type.getName() + ": is it public?", e);
    }
  }

  private static boolean isNothing(Tree tree) {
    return tree instanceof Tree.Scalar scalar && scalar.isNothing();
  }
}
