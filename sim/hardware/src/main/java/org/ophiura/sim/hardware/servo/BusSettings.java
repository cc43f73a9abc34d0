package org.ophiura.sim.hardware.servo;

import org.ophiura.sim.plugin.Setting;
import org.ophiura.sim.plugin.Settings;

/** How a bus of servos is talked to. */
public record BusSettings(
    @Setting(
            value =
                "Bits per second, as the servos are set (register 8). They come with 57600, which is"
                    + " too slow for more than 20 Hz.",
            defaultValue = "1000000",
            min = 9600,
            max = 4_500_000)
        int baud,
    @Setting(
            value =
                "Pause of the servos before they answer, as they are set (register 9). They come with"
                    + " 0.0005.",
            unit = "s",
            defaultValue = "0",
            min = 0,
            max = 0.000508)
        double returnDelaySeconds,
    @Setting(
            value =
                "How much longer than its bytes take an answer is waited for: what operating system and"
                    + " USB adapter add (own choice: 3 ms, for an adapter with a latency timer of 1 ms).",
            unit = "s",
            defaultValue = "0.003",
            min = 0,
            max = 1)
        double patienceSeconds,
    @Setting(
            value = "How often servos that did not answer are asked again within a period.",
            defaultValue = "1",
            min = 0,
            max = 10)
        int retries,
    @Setting(
            value =
                "Whether all servos answer with one packet (fast sync read). Needs firmware 45"
                    + " (XL430) or 46 (XL330).",
            defaultValue = "false")
        boolean fastRead) {
  /** Checks the limits. */
  public BusSettings {
    Settings.check(BusSettings.class, baud, returnDelaySeconds, patienceSeconds, retries, fastRead);
  }

  /** The same bus at another baud rate. */
  public BusSettings withBaud(int other) {
    return new BusSettings(other, returnDelaySeconds, patienceSeconds, retries, fastRead);
  }
}
