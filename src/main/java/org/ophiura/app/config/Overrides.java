package org.ophiura.app.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Applies {@code --set key=value} to a tree. A key names a setting that the file may leave out: it
 * then starts from its default, so that nothing but the named setting changes. Another {@code type}
 * takes the settings of the former one away with it.
 */
final class Overrides {
  private static final Pattern KEY =
      Pattern.compile("[^.\\[\\]=]+(\\[\\d{1,9}])*(\\.[^.\\[\\]=]+(\\[\\d{1,9}])*)*");

  private final Shapes shapes;
  private final Problems problems;

  Overrides(Shapes shapes, Problems problems) {
    this.shapes = shapes;
    this.problems = problems;
  }

  /**
   * Applies one override.
   *
   * @param tree not modified
   * @param option what the user wrote it with, such as {@code --set}
   * @param folder what relative paths in it are relative to
   */
  Tree apply(Tree tree, Class<? extends Record> root, String option, String override, Path folder) {
    int equals = override.indexOf('=');
    String key = equals < 0 ? override : override.substring(0, equals).strip();
    Location at = new Location(option + " " + key, 0, folder);
    if (equals < 0 || !KEY.matcher(key).matches()) {
      problems.add(at, "must be KEY=VALUE, such as seed=7 or plant.arena.half-size[0]=2");
      return tree;
    }
    Optional<Tree> value = YamlText.parse(override.substring(equals + 1), at, false, problems);
    List<String> steps = new ArrayList<>();
    Matcher matcher = Tree.STEP.matcher(key);
    while (matcher.find()) {
      steps.add(matcher.group());
    }
    return value
        .map(given -> new Change(steps, given).in(tree, new Shape.Group(root), 0))
        .orElse(tree);
  }

  /** One override on its way down. */
  private final class Change {
    private final List<String> steps;
    private final Tree value;

    Change(List<String> steps, Tree value) {
      this.steps = steps;
      this.value = value;
    }

    /**
     * What becomes of a value.
     *
     * @param tree the value; null if it is not written
     * @param shape what it should hold; null if it is not a setting, which the binder will tell
     */
    Tree in(@Nullable Tree tree, @Nullable Shape shape, int step) {
      if (step == steps.size()) {
        return value;
      }
      Shape inner = shape instanceof Shape.Maybe maybe ? maybe.value() : shape;
      return steps.get(step).startsWith("[")
          ? element(tree, inner, step)
          : entry(tree, inner, step);
    }

    private Tree element(@Nullable Tree tree, @Nullable Shape shape, int step) {
      String path = String.join(".", steps.subList(0, step)).replace(".[", "[");
      if (!(tree instanceof Tree.Sequence list)) {
        problems.add(value.at(), path, "is not a list here; set it as a whole, such as [1, 2]");
        return tree == null ? value : tree;
      }
      String digits = steps.get(step).substring(1, steps.get(step).length() - 1);
      int index = Integer.parseInt(digits);
      int size = list.elements().size();
      if (index >= size) {
        String last = ", the last is [" + (size - 1) + "]";
        problems.add(value.at(), path, "has " + size + " elements" + (size == 0 ? "" : last));
        return tree;
      }
      Shape element = shape instanceof Shape.Elements elements ? elements.element() : null;
      return list.with(index, in(list.get(index), element, step + 1));
    }

    private Tree entry(@Nullable Tree tree, @Nullable Shape shape, int step) {
      String key = steps.get(step);
      boolean last = step == steps.size() - 1;
      if (tree != null && isMistaken(tree, shape)) {
        return tree;
      }
      Tree.Block block = block(tree, shape);
      if (shape instanceof Shape.Union union && key.equals(Shapes.TYPE) && last) {
        boolean same = id(union, block).equals(text(value));
        return (same ? block : new Tree.Block(Map.of(), value.at())).with(key, value);
      }
      Optional<Field> field = field(shape, block, key);
      Tree old = block.get(key);
      if (old == null && !last && field.isPresent()) {
        old = defaultOf(field.get(), block.at());
      }
      return block.with(key, in(old, field.map(Field::shape).orElse(null), step + 1));
    }

    /** Whether it should be a block and is not: the binder tells so, replacing it would hide it. */
    private static boolean isMistaken(Tree tree, @Nullable Shape shape) {
      boolean list = tree instanceof Tree.Sequence;
      boolean text = text(tree).isPresent();
      return shape instanceof Shape.Group ? list || text : shape instanceof Shape.Union && list;
    }

    private Tree.Block block(@Nullable Tree tree, @Nullable Shape shape) {
      if (tree instanceof Tree.Block block) {
        return block;
      }
      Tree.Block empty = new Tree.Block(Map.of(), value.at());
      boolean shorthand = shape instanceof Shape.Union && text(tree).isPresent();
      return shorthand && tree != null ? empty.with(Shapes.TYPE, tree) : empty;
    }

    private Optional<Field> field(@Nullable Shape shape, Tree.Block block, String key) {
      if (shape instanceof Shape.Group group) {
        return shapes.field(group.type(), key);
      }
      if (shape instanceof Shape.Union union) {
        return id(union, block)
            .flatMap(union::option)
            .flatMap(option -> shapes.field(option.settings(), key));
      }
      return Optional.empty();
    }

    private static @Nullable Tree defaultOf(Field field, Location at) {
      return field.isRequired() || field.isOptional() ? null : field.defaultTree(at);
    }

    private static Optional<String> id(Shape.Union union, Tree.Block block) {
      Optional<String> given = text(block.get(Shapes.TYPE));
      return given.isPresent() ? given : union.defaultId();
    }

    private static Optional<String> text(@Nullable Tree tree) {
      return tree instanceof Tree.Scalar scalar && !scalar.isNothing()
          ? Optional.of(scalar.text())
          : Optional.empty();
    }
  }
}
