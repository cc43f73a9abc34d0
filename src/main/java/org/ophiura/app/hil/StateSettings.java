package org.ophiura.app.hil;

import java.util.List;
import org.ophiura.sim.hardware.source.FixedObservation;
import org.ophiura.sim.plugin.Setting;
import org.ophiura.sim.plugin.SettingException;
import org.ophiura.sim.plugin.Settings;
import org.ophiura.sim.plugin.Variant;

/** Where that is known from which the servos do not measure, such as the way to the target. */
public sealed interface StateSettings {

  /** Nowhere. */
  @Variant("It is not known and reads 0.")
  record None() implements StateSettings {}

  /** It never changes. */
  @Variant("It is what is written here, for a robot on a stand.")
  record Fixed(
      @Setting("What is known, by the names that 'ophiura model info' lists.")
          List<FixedObservation> observations)
      implements StateSettings {
    /** Takes a copy. */
    public Fixed {
      observations = List.copyOf(observations);
      Settings.check(Fixed.class, observations);
    }
  }

  /** A simulation says it. */
  @Variant("It is what the simulation says, which gets the same commands beside the robot.")
  record Simulation() implements StateSettings {}

  /** Somebody sends it. */
  @Variant("Somebody sends it over UDP, such as motion capture; docs/udp-link.md has the packet.")
  record Udp(
      @Setting(
              value = "Port of this machine that listens to it.",
              defaultValue = "9870",
              min = 1,
              max = 65535)
          int port,
      @Setting(
              value =
                  "What is sent, in this order; by default what a task with a target needs of a"
                      + " brittle star.",
              defaultValue =
                  "[disk_position, disk_rotation, unit_xy_direction_to_target,"
                      + " xy_distance_to_target]")
          List<String> observations,
      @Setting(
              value = "How long the last state may hold before the robot is stopped (own choice).",
              unit = "s",
              defaultValue = "0.2",
              min = 0.001,
              max = 60)
          double timeout)
      implements StateSettings {
    /** Checks the limits, and that something is sent. */
    public Udp {
      observations = List.copyOf(observations);
      Settings.check(Udp.class, port, observations, timeout);
      if (observations.isEmpty()) {
        throw new SettingException(
            "observations", "must name what is sent, such as disk_position, got none");
      }
    }
  }
}
