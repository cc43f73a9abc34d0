package org.ophiura.app.task;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.ophiura.sim.Arena;
import org.ophiura.sim.Position;
import org.ophiura.sim.plugin.Setting;
import org.ophiura.sim.plugin.SettingException;
import org.ophiura.sim.plugin.Settings;
import org.ophiura.sim.plugin.Variant;

/** Where the targets of an episode are. */
public sealed interface TargetPlacement {

  /** Height of the centre of a target whose height is not given, m (biorobot 0.4.2). */
  double TARGET_HEIGHT = 0.05;

  /** The targets of an episode in the order in which they are to be reached, in the world frame. */
  List<Position> draw(RandomGenerator random);

  /**
   * Makes sure that no target is outside of the arena.
   *
   * @throws SettingException naming the setting that puts one there
   */
  void requireWithin(Arena arena);

  /** Always at the same place. */
  @Variant("Always at the same place.")
  record Fixed(
      @Setting(value = "Position x, y, z in the world frame.", unit = "m", min = -1000, max = 1000)
          List<Double> position)
      implements TargetPlacement {
    /** Checks that there are three coordinates. */
    public Fixed {
      Settings.check(Fixed.class, position);
      position = List.copyOf(position);
      if (position.size() != 3) {
        throw new SettingException(
            "position", "must have three numbers x, y, z (m), got " + position);
      }
    }

    @Override
    public List<Position> draw(RandomGenerator random) {
      return List.of(TargetArea.position(position));
    }

    @Override
    public void requireWithin(Arena arena) {
      TargetArea.requireWithin(arena, "position", position);
    }
  }

  /** At a random angle on a circle around the origin. */
  @Variant("At a random angle on a circle around the origin.")
  record OnCircle(
      @Setting(
              value =
                  "Radius of the circle around the origin; the angle is uniform in [0, 2 pi)."
                      + " Default of the later tutorial of the reference model's authors.",
              unit = "m",
              defaultValue = "1.2",
              min = 0,
              exclusiveMin = true,
              max = 1000)
          double distance)
      implements TargetPlacement {
    /** Checks the limits. */
    public OnCircle {
      Settings.check(OnCircle.class, distance);
    }

    @Override
    public List<Position> draw(RandomGenerator random) {
      double angle = 2 * Math.PI * random.nextDouble();
      return List.of(
          new Position(distance * Math.cos(angle), distance * Math.sin(angle), TARGET_HEIGHT));
    }

    @Override
    public void requireWithin(Arena arena) {
      if (!arena.contains(distance, distance)) {
        throw TargetArea.outside(arena, "distance", "keep the circle", List.of(distance));
      }
    }
  }

  /** Anywhere in a rectangle. */
  @Variant("Anywhere in a rectangle, with the same probability everywhere.")
  record InArea(
      @Setting(
              value = "Middle x, y of the rectangle in the world frame.",
              unit = "m",
              defaultValue = "[0, 0]",
              min = -1000,
              max = 1000)
          List<Double> centre,
      @Setting(
              value =
                  "From the middle to the sides of the rectangle, along x and along y. The default"
                      + " leaves the target's radius free in an arena of half-size 1.5.",
              unit = "m",
              defaultValue = "[1.3, 1.3]",
              min = 0,
              max = 1000)
          List<Double> halfSize,
      @Setting(
              value =
                  "No target is nearer than this to the origin, where the robot starts. The default is"
                      + " twice the target's radius.",
              unit = "m",
              defaultValue = "0.4",
              min = 0,
              max = 1000)
          double leastDistance)
      implements TargetPlacement {
    /** Checks the limits, and that the rectangle is not all too near. */
    public InArea {
      centre = List.copyOf(centre);
      halfSize = List.copyOf(halfSize);
      Settings.check(InArea.class, centre, halfSize, leastDistance);
      TargetArea.requirePair("centre", centre);
      TargetArea.requirePair("half-size", halfSize);
      rectangle(centre, halfSize).requireRoom(leastDistance);
    }

    private static TargetArea rectangle(List<Double> centre, List<Double> halfSize) {
      return (u, v) ->
          new Position(
              centre.get(0) + halfSize.get(0) * (2 * u - 1),
              centre.get(1) + halfSize.get(1) * (2 * v - 1),
              TARGET_HEIGHT);
    }

    @Override
    public List<Position> draw(RandomGenerator random) {
      return List.of(rectangle(centre, halfSize).draw(leastDistance, random));
    }

    @Override
    public void requireWithin(Arena arena) {
      double x = Math.abs(centre.get(0)) + halfSize.get(0);
      double y = Math.abs(centre.get(1)) + halfSize.get(1);
      if (!arena.contains(x, y)) {
        throw TargetArea.outside(
            arena, "half-size", "keep the area around " + TargetArea.text(centre), halfSize);
      }
    }
  }

  /** Anywhere in a ring. */
  @Variant("Anywhere in a ring, with the same probability everywhere.")
  record InRing(
      @Setting(
              value = "Middle x, y of the ring in the world frame.",
              unit = "m",
              defaultValue = "[0, 0]",
              min = -1000,
              max = 1000)
          List<Double> centre,
      @Setting(
              value = "Inner and outer radius; 0 as the first makes it a disk.",
              unit = "m",
              defaultValue = "[0.6, 1.2]",
              min = 0,
              max = 1000)
          List<Double> radii,
      @Setting(
              value =
                  "No target is nearer than this to the origin, where the robot starts. The default is"
                      + " twice the target's radius.",
              unit = "m",
              defaultValue = "0.4",
              min = 0,
              max = 1000)
          double leastDistance)
      implements TargetPlacement {
    /** Checks the limits, the order of the radii, and that the ring is not all too near. */
    public InRing {
      centre = List.copyOf(centre);
      radii = List.copyOf(radii);
      Settings.check(InRing.class, centre, radii, leastDistance);
      TargetArea.requirePair("centre", centre);
      TargetArea.requirePair("radii", radii);
      if (radii.get(0) > radii.get(1)) {
        throw new SettingException(
            "radii", "must be the inner radius, then the outer, got " + TargetArea.text(radii));
      }
      ring(centre, radii).requireRoom(leastDistance);
    }

    private static TargetArea ring(List<Double> centre, List<Double> radii) {
      double inner = radii.get(0) * radii.get(0);
      double outer = radii.get(1) * radii.get(1);
      return (u, v) -> {
        double radius = Math.sqrt(inner + u * (outer - inner));
        double angle = 2 * Math.PI * v;
        return new Position(
            centre.get(0) + radius * Math.cos(angle),
            centre.get(1) + radius * Math.sin(angle),
            TARGET_HEIGHT);
      };
    }

    @Override
    public List<Position> draw(RandomGenerator random) {
      return List.of(ring(centre, radii).draw(leastDistance, random));
    }

    @Override
    public void requireWithin(Arena arena) {
      double x = Math.abs(centre.get(0)) + radii.get(1);
      double y = Math.abs(centre.get(1)) + radii.get(1);
      if (!arena.contains(x, y)) {
        throw TargetArea.outside(
            arena, "radii", "keep the ring around " + TargetArea.text(centre), radii);
      }
    }
  }

  /** One place after the other. */
  @Variant("One place after the other: the target moves on when the robot has reached it.")
  record Waypoints(
      @Setting(
              value =
                  "Positions x, y or x, y, z in the world frame, in the order in which they are to be"
                      + " reached.",
              unit = "m",
              min = -1000,
              max = 1000)
          List<List<Double>> positions)
      implements TargetPlacement {
    /** Checks that there is one at least, and that each has two or three coordinates. */
    public Waypoints {
      positions = positions.stream().map(List::copyOf).toList();
      Settings.check(Waypoints.class, positions);
      if (positions.isEmpty()) {
        throw new SettingException("positions", "must list at least one position, got none");
      }
      for (int i = 0; i < positions.size(); i++) {
        int size = positions.get(i).size();
        if (size != 2 && size != 3) {
          throw new SettingException(
              "positions[" + i + "]",
              "must have two or three numbers x, y, z (m), got "
                  + TargetArea.text(positions.get(i)));
        }
      }
    }

    @Override
    public List<Position> draw(RandomGenerator random) {
      List<Position> targets = new ArrayList<>();
      for (List<Double> position : positions) {
        targets.add(TargetArea.position(position));
      }
      return targets;
    }

    @Override
    public void requireWithin(Arena arena) {
      for (int i = 0; i < positions.size(); i++) {
        TargetArea.requireWithin(arena, "positions[" + i + "]", positions.get(i));
      }
    }
  }
}
