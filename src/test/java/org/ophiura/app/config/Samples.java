package org.ophiura.app.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.ophiura.sim.Position;
import org.ophiura.sim.plugin.Choice;
import org.ophiura.sim.plugin.Setting;
import org.ophiura.sim.plugin.SettingException;
import org.ophiura.sim.plugin.Settings;
import org.ophiura.sim.plugin.Variant;

/** Settings records that hold one of everything a file can. */
public final class Samples {
  private Samples() {}

  /** The root of a sample file. */
  public record Trial(
      @Setting(value = "Names the trial.", defaultValue = "trial") String name,
      @Setting(value = "Seed of all randomness.", defaultValue = "1", min = 0) long seed,
      @Setting(
              value = "The robot.",
              plugin = BodyPlugin.class,
              defaultValue = "{type: mujoco, physics-timestep: 0.004}")
          Choice<BodyPlugin<?>> body,
      @Setting(value = "Where to go.", defaultValue = "{type: on-circle, distance: 1.2}")
          Target target,
      @Setting(value = "How to move.", defaultValue = "{}") Gait gait,
      @Setting(
              value = "Bodies that are only looked at.",
              plugin = BodyPlugin.class,
              defaultValue = "[]")
          List<Choice<BodyPlugin<?>>> others,
      @Setting(value = "A table learnt before.", defaultValue = Setting.NONE) Optional<Path> table,
      @Setting(value = "Time limit.", unit = "s", defaultValue = "20", min = 0, exclusiveMin = true)
          Optional<Double> timeLimit) {
    public Trial {
      Settings.check(Trial.class, name, seed, body, target, gait, others, table, timeLimit);
    }
  }

  /** A block with limits, and a rule between two settings. */
  public record Gait(
      @Setting(
              value = "Convergence.",
              unit = "1/s",
              defaultValue = "20",
              min = 0,
              exclusiveMin = true)
          double gain,
      @Setting(value = "Smallest angle.", unit = "rad", defaultValue = "-0.5") double lowest,
      @Setting(value = "Largest angle.", unit = "rad", defaultValue = "0.5") double highest,
      @Setting(value = "Share of the range.", defaultValue = "1", min = 0, max = 1) double fraction,
      @Setting(value = "Phase of each arm.", unit = "rad", defaultValue = "[0, 1.5, 3]")
          List<Double> phases,
      @Setting(value = "Coupling.", defaultValue = "[[0, 1], [1, 0]]", min = -1, max = 1)
          List<List<Double>> weights,
      @Setting(value = "Backwards.", defaultValue = "false") boolean reverse) {
    public Gait {
      Settings.check(Gait.class, gain, lowest, highest, fraction, phases, weights, reverse);
      if (lowest > highest) {
        throw new SettingException(
            "lowest", "must be <= highest (" + highest + " rad), got " + lowest);
      }
      for (int i = 1; i < phases.size(); i++) {
        if (phases.get(i) < phases.get(i - 1)) {
          throw new SettingException("phases[" + i + "]", "must not fall, got " + phases.get(i));
        }
      }
    }
  }

  /** Chosen by type, without a plug-in. */
  public sealed interface Target permits OnCircle, FixedTarget {}

  /** Takes its name from its class. */
  @Variant("Anywhere on a circle about the start.")
  public record OnCircle(
      @Setting(value = "Radius of the circle.", unit = "m", min = 0, exclusiveMin = true)
          double distance)
      implements Target {
    public OnCircle {
      Settings.check(OnCircle.class, distance);
    }
  }

  /** Takes its name from its class, without that of the interface. */
  @Variant("One place.")
  public record FixedTarget(
      @Setting(value = "The place.", unit = "m", defaultValue = "[0.9, -0.4, 0.05]")
          Position position)
      implements Target {}

  /** A sealed type within a plug-in's settings. */
  public sealed interface Model permits BrittleStar, ModelFile {}

  /** Lists and words. */
  @Variant("The robot that comes along.")
  public record BrittleStar(
      @Setting(value = "Segments of each arm.", defaultValue = "[3, 3, 3, 3, 3]", min = 0)
          List<Integer> segmentsPerArm,
      @Setting(value = "What a command is.", defaultValue = "position") Actuation actuation)
      implements Model {
    public BrittleStar {
      Settings.check(BrittleStar.class, segmentsPerArm, actuation);
      if (segmentsPerArm.size() > 5) {
        throw new SettingException(
            "segments-per-arm", "must list at most 5 arms, got " + segmentsPerArm.size());
      }
    }
  }

  /** Named by its annotation. */
  @Variant(value = "A robot of one's own.", id = "mjcf")
  public record ModelFile(@Setting("The MJCF file.") Path file) implements Model {}

  /** Words. */
  public enum Actuation {
    POSITION,
    TORQUE,
    TENDON_TORQUE
  }

  /** Settings of {@link MujocoBody}. */
  public record MujocoSettings(
      @Setting(value = "The robot's shape.", defaultValue = "brittle-star") Model model,
      @Setting(
              value = "Time of one step.",
              unit = "s",
              defaultValue = "0.002",
              min = 0,
              exclusiveMin = true)
          double physicsTimestep,
      @Setting(value = "Steps between commands.", defaultValue = "10", min = 1)
          int physicsStepsPerControlStep) {
    public MujocoSettings {
      Settings.check(MujocoSettings.class, model, physicsTimestep, physicsStepsPerControlStep);
    }
  }

  /** Simulated. */
  public static final class MujocoBody implements BodyPlugin<MujocoSettings> {
    @Override
    public String id() {
      return "mujoco";
    }

    @Override
    public String summary() {
      return "A simulated body.";
    }

    @Override
    public Class<MujocoSettings> settings() {
      return MujocoSettings.class;
    }
  }

  /** Settings of {@link ServoBody}. */
  public record ServoSettings(
      @Setting("The serial port.") String port,
      @Setting(value = "Number of servos.", defaultValue = "30", min = 1, max = 253) int count) {
    public ServoSettings {
      Settings.check(ServoSettings.class, port, count);
    }
  }

  /** Real; must be told something. */
  public static final class ServoBody implements BodyPlugin<ServoSettings> {
    @Override
    public String id() {
      return "servos";
    }

    @Override
    public String summary() {
      return "A body of servos.";
    }

    @Override
    public Class<ServoSettings> settings() {
      return ServoSettings.class;
    }
  }

  /** Settings of {@link PairBody}: bodies within a body. */
  public record PairSettings(
      @Setting(value = "The one that is obeyed.", plugin = BodyPlugin.class)
          Choice<BodyPlugin<?>> first,
      @Setting(value = "The one that follows.", plugin = BodyPlugin.class, defaultValue = "mujoco")
          Choice<BodyPlugin<?>> second) {}

  /** Two bodies side by side. */
  public static final class PairBody implements BodyPlugin<PairSettings> {
    @Override
    public String id() {
      return "pair";
    }

    @Override
    public String summary() {
      return "Two bodies side by side.";
    }

    @Override
    public Class<PairSettings> settings() {
      return PairSettings.class;
    }
  }
}
