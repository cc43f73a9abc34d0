package org.ophiura.app.task;

import java.util.List;
import java.util.random.RandomGenerator;
import org.ophiura.sim.Position;
import org.ophiura.sim.plugin.Setting;
import org.ophiura.sim.plugin.SettingException;
import org.ophiura.sim.plugin.Settings;
import org.ophiura.sim.plugin.Variant;

/** Where the target of an episode is. */
public sealed interface TargetPlacement {

  /** Height of the centre of a target that is placed by an angle, m (biorobot 0.4.2). */
  double CIRCLE_HEIGHT = 0.05;

  /** The target's position in an episode, in the world frame. */
  Position draw(RandomGenerator random);

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
    public Position draw(RandomGenerator random) {
      return new Position(position.get(0), position.get(1), position.get(2));
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
    public Position draw(RandomGenerator random) {
      double angle = 2 * Math.PI * random.nextDouble();
      return new Position(distance * Math.cos(angle), distance * Math.sin(angle), CIRCLE_HEIGHT);
    }
  }
}
