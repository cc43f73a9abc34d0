package org.ophiura.app.task;

import java.math.BigDecimal;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.ophiura.sim.Arena;
import org.ophiura.sim.Position;
import org.ophiura.sim.plugin.SettingException;

/** An area that targets are drawn in, and the rules of places that all placements share. */
@FunctionalInterface
interface TargetArea {
  /** Points to a side of the grid by which the room that is left is measured. */
  int GRID = 100;

  /** So that a draw takes few attempts. */
  double LEAST_SHARE = 0.01;

  /** Maps the unit square onto the area, in proportion to its size. */
  Position at(double u, double v);

  /** Draws a target that is not nearer to the origin than {@code leastDistance}. */
  default Position draw(double leastDistance, RandomGenerator random) {
    Position target;
    do {
      target = at(random.nextDouble(), random.nextDouble());
    } while (Math.hypot(target.x(), target.y()) < leastDistance);
    return target;
  }

  /** Makes sure that {@link #draw} soon finds a target. */
  default void requireRoom(double leastDistance) {
    int far = 0;
    for (int i = 0; i < GRID; i++) {
      for (int j = 0; j < GRID; j++) {
        Position point = at((i + 0.5) / GRID, (j + 0.5) / GRID);
        far += Math.hypot(point.x(), point.y()) >= leastDistance ? 1 : 0;
      }
    }
    if (far < LEAST_SHARE * GRID * GRID) {
      throw new SettingException(
          "least-distance",
          "must leave at least a hundredth of the area, got "
              + text(leastDistance)
              + "; make it smaller or the area larger");
    }
  }

  /** Makes sure that a list has two numbers. */
  static void requirePair(String path, List<Double> values) {
    if (values.size() != 2) {
      throw new SettingException(path, "must be two numbers, got " + text(values));
    }
  }

  /** A position of two or three coordinates. */
  static Position position(List<Double> coordinates) {
    return new Position(
        coordinates.get(0),
        coordinates.get(1),
        coordinates.size() > 2 ? coordinates.get(2) : TargetPlacement.TARGET_HEIGHT);
  }

  /** Makes sure that a position is within the walls. */
  static void requireWithin(Arena arena, String path, List<Double> position) {
    if (!arena.contains(position.get(0), position.get(1))) {
      throw new SettingException(
          path,
          "must lie within the arena "
              + text(arena)
              + ", got "
              + text(position)
              + "; move it, or enlarge plant.arena.half-size");
    }
  }

  /** What to report of a setting that puts some of its targets outside of the walls. */
  static SettingException outside(Arena arena, String path, String rule, List<Double> values) {
    return new SettingException(
        path,
        "must "
            + rule
            + " within the arena "
            + text(arena)
            + ", got "
            + (values.size() == 1 ? text(values.get(0)) : text(values))
            + "; make it smaller, or enlarge plant.arena.half-size");
  }

  private static String text(Arena arena) {
    return "(±" + text(arena.halfSizeXMetres()) + ", ±" + text(arena.halfSizeYMetres()) + " m)";
  }

  /** Numbers as a file has them. */
  static String text(List<Double> values) {
    return values.stream().map(TargetArea::text).collect(Collectors.joining(", ", "[", "]"));
  }

  private static String text(double value) {
    return value == 0 ? "0" : BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }
}
