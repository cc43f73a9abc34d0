package org.ophiura.sim.hardware.emulator;

import java.util.Optional;
import org.ophiura.sim.plugin.Setting;
import org.ophiura.sim.plugin.Settings;
import org.ophiura.sim.plugin.Variant;

/** Something that goes wrong with emulated servos or their line, from a time on and for a while. */
public sealed interface Fault {
  /** When it starts, in seconds of the emulation. */
  double at();

  /** How long it lasts; to the end if left out. */
  default Optional<Double> duration() {
    return Optional.empty();
  }

  /** Answers arrive late. */
  @Variant("Answers arrive late, as behind a slow USB adapter.")
  record Latency(
      @Setting(value = "How late.", unit = "s", min = 0, max = 10) double seconds,
      @Setting(
              value = "Standard deviation of it.",
              unit = "s",
              defaultValue = "0",
              min = 0,
              max = 10)
          double jitter,
      @Setting(value = "When it starts.", unit = "s", defaultValue = "0", min = 0) double at,
      @Setting(
              value = "How long it lasts. Left out: to the end.",
              unit = "s",
              defaultValue = Setting.NONE,
              min = 0)
          Optional<Double> duration)
      implements Fault {
    /** Checks the limits. */
    public Latency {
      Settings.check(Latency.class, seconds, jitter, at, duration);
    }
  }

  /** Bytes get lost. */
  @Variant("Bytes get lost, in both directions.")
  record DropBytes(
      @Setting(value = "Probability of each byte.", min = 0, max = 1) double probability,
      @Setting(value = "When it starts.", unit = "s", defaultValue = "0", min = 0) double at,
      @Setting(
              value = "How long it lasts. Left out: to the end.",
              unit = "s",
              defaultValue = Setting.NONE,
              min = 0)
          Optional<Double> duration)
      implements Fault {
    /** Checks the limits. */
    public DropBytes {
      Settings.check(DropBytes.class, probability, at, duration);
    }
  }

  /** One bit of a byte changes. */
  @Variant("One bit of a byte changes, in both directions.")
  record FlipBytes(
      @Setting(value = "Probability of each byte.", min = 0, max = 1) double probability,
      @Setting(value = "When it starts.", unit = "s", defaultValue = "0", min = 0) double at,
      @Setting(
              value = "How long it lasts. Left out: to the end.",
              unit = "s",
              defaultValue = Setting.NONE,
              min = 0)
          Optional<Double> duration)
      implements Fault {
    /** Checks the limits. */
    public FlipBytes {
      Settings.check(FlipBytes.class, probability, at, duration);
    }
  }

  /** Measured positions are noisy. */
  @Variant("Measured positions are noisy.")
  record Noise(
      @Setting(value = "Standard deviation.", unit = "rad", min = 0, max = 1) double deviation,
      @Setting(
              value = "Id of the servo. Left out: all.",
              defaultValue = Setting.NONE,
              min = 0,
              max = 252)
          Optional<Integer> servo,
      @Setting(value = "When it starts.", unit = "s", defaultValue = "0", min = 0) double at,
      @Setting(
              value = "How long it lasts. Left out: to the end.",
              unit = "s",
              defaultValue = Setting.NONE,
              min = 0)
          Optional<Double> duration)
      implements Fault {
    /** Checks the limits. */
    public Noise {
      Settings.check(Noise.class, deviation, servo, at, duration);
    }
  }

  /** Gears have play. */
  @Variant("Gears have play: the horn follows its goal only from half of it on.")
  record Backlash(
      @Setting(value = "The whole play.", unit = "rad", min = 0, max = 1) double width,
      @Setting(
              value = "Id of the servo. Left out: all.",
              defaultValue = Setting.NONE,
              min = 0,
              max = 252)
          Optional<Integer> servo,
      @Setting(value = "When it starts.", unit = "s", defaultValue = "0", min = 0) double at,
      @Setting(
              value = "How long it lasts. Left out: to the end.",
              unit = "s",
              defaultValue = Setting.NONE,
              min = 0)
          Optional<Double> duration)
      implements Fault {
    /** Checks the limits. */
    public Backlash {
      Settings.check(Backlash.class, width, servo, at, duration);
    }
  }

  /** A horn does not move. */
  @Variant("A horn is stuck where it is.")
  record Stuck(
      @Setting(value = "Id of the servo.", min = 0, max = 252) int servo,
      @Setting(value = "When it starts.", unit = "s", defaultValue = "0", min = 0) double at,
      @Setting(
              value = "How long it lasts. Left out: to the end.",
              unit = "s",
              defaultValue = Setting.NONE,
              min = 0)
          Optional<Double> duration)
      implements Fault {
    /** Checks the limits. */
    public Stuck {
      Settings.check(Stuck.class, servo, at, duration);
    }
  }

  /** A servo is not there. */
  @Variant("A servo is unplugged.")
  record Missing(
      @Setting(value = "Id of the servo.", min = 0, max = 252) int servo,
      @Setting(value = "When it starts.", unit = "s", defaultValue = "0", min = 0) double at,
      @Setting(
              value = "How long it lasts. Left out: to the end.",
              unit = "s",
              defaultValue = Setting.NONE,
              min = 0)
          Optional<Double> duration)
      implements Fault {
    /** Checks the limits. */
    public Missing {
      Settings.check(Missing.class, servo, at, duration);
    }
  }

  /** The supply gives another voltage. */
  @Variant(
      "The supply gives another voltage: out of the servo's limits it is a hardware error, below half"
          + " of the lower one the servo goes off, and restarts when it is back.")
  record BrownOut(
      @Setting(value = "Voltage.", unit = "V", min = 0, max = 30) double voltage,
      @Setting(value = "When it starts.", unit = "s", defaultValue = "0", min = 0) double at,
      @Setting(
              value = "How long it lasts. Left out: to the end.",
              unit = "s",
              defaultValue = Setting.NONE,
              min = 0)
          Optional<Double> duration)
      implements Fault {
    /** Checks the limits. */
    public BrownOut {
      Settings.check(BrownOut.class, voltage, at, duration);
    }
  }

  /** A servo is hot. */
  @Variant("A servo has another temperature: beyond its limit it is a hardware error.")
  record Overheat(
      @Setting(value = "Temperature.", unit = "degC", min = -20, max = 150) double temperature,
      @Setting(value = "Id of the servo.", min = 0, max = 252) int servo,
      @Setting(value = "When it starts.", unit = "s", defaultValue = "0", min = 0) double at,
      @Setting(
              value = "How long it lasts. Left out: to the end.",
              unit = "s",
              defaultValue = Setting.NONE,
              min = 0)
          Optional<Double> duration)
      implements Fault {
    /** Checks the limits. */
    public Overheat {
      Settings.check(Overheat.class, temperature, servo, at, duration);
    }
  }

  /** A servo restarts. */
  @Variant("A servo restarts: its torque is off, and it answers nothing for 0.3 s.")
  record Reboot(
      @Setting(value = "Id of the servo.", min = 0, max = 252) int servo,
      @Setting(value = "When.", unit = "s", defaultValue = "0", min = 0) double at)
      implements Fault {
    /** Checks the limits. */
    public Reboot {
      Settings.check(Reboot.class, servo, at);
    }
  }
}
