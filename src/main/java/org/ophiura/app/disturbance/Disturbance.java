package org.ophiura.app.disturbance;

import java.util.List;
import java.util.Optional;
import org.ophiura.sim.PlantEvent;
import org.ophiura.sim.PlantEvent.BendingPlane;
import org.ophiura.sim.Position;
import org.ophiura.sim.plugin.Setting;
import org.ophiura.sim.plugin.SettingException;
import org.ophiura.sim.plugin.Settings;
import org.ophiura.sim.plugin.Variant;

/** Something that goes wrong in each episode of a trial, at a given time or from the start. */
public sealed interface Disturbance {

  /** When it happens, in seconds of the episode; 0 is from the start. */
  double at();

  /** As it happens to the plant; empty for what happens around it. */
  default Optional<PlantEvent> event() {
    return Optional.empty();
  }

  /** A whole arm comes off. */
  @Variant("An arm comes off.")
  record LoseArm(
      @Setting(value = "The arm, counter-clockwise from 0.", min = 0) int arm,
      @Setting(
              value = "When; 0 is from the start.",
              unit = "s",
              defaultValue = "0",
              min = 0,
              max = 86400)
          double at)
      implements Disturbance {
    /** Checks the limits. */
    public LoseArm {
      Settings.check(LoseArm.class, arm, at);
    }

    @Override
    public Optional<PlantEvent> event() {
      return Optional.of(new PlantEvent.LoseArm(at, arm));
    }
  }

  /** The end of an arm comes off. */
  @Variant("The end of an arm comes off; what is left of it keeps its sizes.")
  record ShortenArm(
      @Setting(value = "The arm, counter-clockwise from 0.", min = 0) int arm,
      @Setting(value = "Segments that are left of it, fewer than it has.", min = 1) int segments,
      @Setting(
              value = "When; 0 is from the start.",
              unit = "s",
              defaultValue = "0",
              min = 0,
              max = 86400)
          double at)
      implements Disturbance {
    /** Checks the limits. */
    public ShortenArm {
      Settings.check(ShortenArm.class, arm, segments, at);
    }

    @Override
    public Optional<PlantEvent> event() {
      return Optional.of(new PlantEvent.ShortenArm(at, arm, segments));
    }
  }

  /** A joint stops and stays where it is. */
  @Variant("A joint stops and stays where it is.")
  record LockJoint(
      @Setting(value = "The arm, counter-clockwise from 0.", min = 0) int arm,
      @Setting(value = "The segment that hangs on the joint, from 0 at the disk.", min = 0)
          int segment,
      @Setting(value = "In which plane the joint bends.", defaultValue = "in-plane")
          BendingPlane plane,
      @Setting(
              value = "When; 0 is from the start.",
              unit = "s",
              defaultValue = "0",
              min = 0,
              max = 86400)
          double at)
      implements Disturbance {
    /** Checks the limits. */
    public LockJoint {
      Settings.check(LockJoint.class, arm, segment, plane, at);
    }

    @Override
    public Optional<PlantEvent> event() {
      return Optional.of(new PlantEvent.LockJoint(at, arm, segment, plane));
    }
  }

  /** The actuators of a joint lose strength. */
  @Variant("The actuators of a joint lose strength; of tendons, all four of the segment do.")
  record WeakenJoint(
      @Setting(value = "The arm, counter-clockwise from 0.", min = 0) int arm,
      @Setting(value = "The segment that hangs on the joint, from 0 at the disk.", min = 0)
          int segment,
      @Setting(value = "In which plane the joint bends.", defaultValue = "in-plane")
          BendingPlane plane,
      @Setting(
              value = "What is left of the greatest force that they have when whole.",
              min = 0,
              exclusiveMin = true,
              max = 1,
              exclusiveMax = true)
          double strength,
      @Setting(
              value = "When; 0 is from the start.",
              unit = "s",
              defaultValue = "0",
              min = 0,
              max = 86400)
          double at)
      implements Disturbance {
    /** Checks the limits. */
    public WeakenJoint {
      Settings.check(WeakenJoint.class, arm, segment, plane, strength, at);
    }

    @Override
    public Optional<PlantEvent> event() {
      return Optional.of(new PlantEvent.WeakenJoint(at, arm, segment, plane, strength));
    }
  }

  /** Something pushes the disk. */
  @Variant("A force acts on the centre of the disk, or of what carries another robot.")
  record Push(
      @Setting(
              value = "Force along x, y and z of the world.",
              unit = "N",
              min = -1_000_000,
              max = 1_000_000)
          List<Double> force,
      @Setting(
              value = "How long, in whole control steps.",
              unit = "s",
              defaultValue = "0.5",
              min = 0,
              exclusiveMin = true,
              max = 86400)
          double duration,
      @Setting(
              value = "When it starts; 0 is from the start.",
              unit = "s",
              defaultValue = "0",
              min = 0,
              max = 86400)
          double at)
      implements Disturbance {
    /** Checks the limits, and that the force has three parts. */
    public Push {
      Settings.check(Push.class, force, duration, at);
      force = List.copyOf(force);
      if (force.size() != 3) {
        throw new SettingException("force", "must have three numbers x, y, z (N), got " + force);
      }
    }

    @Override
    public Optional<PlantEvent> event() {
      return Optional.of(
          new PlantEvent.Push(at, duration, force.get(0), force.get(1), force.get(2)));
    }
  }

  /** The target is moved. */
  @Variant("The target is moved; the way that it goes is no progress of the robot.")
  record MoveTarget(
      @Setting(
              value =
                  "Where to, in the world frame: x, y, or x, y, z. Left out, z is 0.05 (biorobot"
                      + " 0.4.2).",
              unit = "m",
              min = -1000,
              max = 1000)
          List<Double> to,
      @Setting(
              value = "When; 0 is from the start.",
              unit = "s",
              defaultValue = "0",
              min = 0,
              max = 86400)
          double at)
      implements Disturbance {
    private static final double HEIGHT_METRES = 0.05;

    /** Checks the limits, and that there are two or three coordinates. */
    public MoveTarget {
      Settings.check(MoveTarget.class, to, at);
      to = List.copyOf(to);
      if (to.size() != 2 && to.size() != 3) {
        throw new SettingException(
            "to", "must have two numbers x, y or three x, y, z (m), got " + to);
      }
    }

    /** Where to, in the world frame. */
    public Position position() {
      return new Position(to.get(0), to.get(1), to.size() == 3 ? to.get(2) : HEIGHT_METRES);
    }
  }

  /** What the controller sees is noisy. */
  @Variant("Gaussian noise on what the controller sees; the task judges the truth.")
  record SensorNoise(
      @Setting(
              value =
                  "The observation, such as disk_rotation ('ophiura model info' lists them). Left"
                      + " out: all, whatever their units.",
              defaultValue = Setting.NONE)
          Optional<String> observation,
      @Setting(
              value = "Standard deviation of the noise, in the unit of the observation.",
              min = 0,
              exclusiveMin = true,
              max = 1_000_000)
          double standardDeviation,
      @Setting(
              value = "From when on; 0 is from the start.",
              unit = "s",
              defaultValue = "0",
              min = 0,
              max = 86400)
          double at)
      implements Disturbance {
    /** Checks the limits. */
    public SensorNoise {
      Settings.check(SensorNoise.class, observation, standardDeviation, at);
    }
  }

  /** What the controller sees is late. */
  @Variant("The controller sees what was some control ticks ago; at first, what was at the start.")
  record SensorDelay(
      @Setting(
              value =
                  "The observation, such as disk_rotation ('ophiura model info' lists them). Left"
                      + " out: all.",
              defaultValue = Setting.NONE)
          Optional<String> observation,
      @Setting(value = "How late.", unit = "ticks", min = 1, max = 1000) int ticks,
      @Setting(
              value = "From when on; 0 is from the start.",
              unit = "s",
              defaultValue = "0",
              min = 0,
              max = 86400)
          double at)
      implements Disturbance {
    /** Checks the limits. */
    public SensorDelay {
      Settings.check(SensorDelay.class, observation, ticks, at);
    }
  }
}
