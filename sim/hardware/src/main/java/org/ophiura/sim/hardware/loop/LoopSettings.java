package org.ophiura.sim.hardware.loop;

import java.util.Optional;
import org.ophiura.sim.plugin.Setting;
import org.ophiura.sim.plugin.Settings;

/** The {@code loop} block: how a robot's loop keeps time. */
public record LoopSettings(
    @Setting(
            value =
                "What follows a tick that took too long: skip those that were missed, catch-up, or"
                    + " hardware-paced, where the robot owns the clock.",
            defaultValue = "skip")
        OverrunPolicy overrun,
    @Setting(
            value =
                "How many missed ticks catch-up makes up for at most; the others are left out (own"
                    + " choice).",
            defaultValue = "10",
            min = 1,
            max = 1_000_000)
        int caughtUpTicks,
    @Setting(
            value =
                "How long before a tick the loop stops sleeping and spins, because sleepers wake up"
                    + " late (own choice).",
            unit = "s",
            defaultValue = "0.0002",
            min = 0,
            max = 1)
        double spin,
    @Setting(
            value =
                "Real-time priority of the loop's thread, where the system grants one. Left out: it"
                    + " runs like any other.",
            defaultValue = Setting.NONE,
            min = 1,
            max = 99)
        Optional<Integer> priority) {

  /** All defaults. */
  public static final LoopSettings DEFAULT =
      new LoopSettings(OverrunPolicy.SKIP, 10, 0.0002, Optional.empty());

  /** Checks the limits. */
  public LoopSettings {
    Settings.check(LoopSettings.class, overrun, caughtUpTicks, spin, priority);
  }
}
