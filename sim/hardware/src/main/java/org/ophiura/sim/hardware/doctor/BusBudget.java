package org.ophiura.sim.hardware.doctor;

import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalInt;
import org.ophiura.sim.hardware.dynamixel.ServoModel;
import org.ophiura.sim.hardware.servo.BusSettings;
import org.ophiura.sim.hardware.servo.ServoBus;

/** Whether all servos can be read and written within a control period. */
final class BusBudget {
  private static final String SUBJECT = "budget";

  /** The part of a period that the line may take (own choice): the rest is for computing. */
  private static final double MOST = 0.8;

  /** What a USB adapter adds to each of a cycle's two questions, with a latency timer of 1 ms. */
  private static final double ADAPTER_SECONDS = 2 * 0.001;

  private BusBudget() {}

  /** What is found about a robot. */
  static Finding examine(ServoRobot robot) {
    double line = seconds(robot.bus(), robot.joints().size());
    double period = robot.controlPeriodSeconds();
    String found =
        String.format(
            Locale.ROOT,
            "%d servos take %.2f ms of the %.2f ms between two commands: %.2f ms on the line at %d"
                + " baud, 2 ms in a USB adapter",
            robot.joints().size(),
            (line + ADAPTER_SECONDS) * 1e3,
            period * 1e3,
            line * 1e3,
            robot.bus().baud());
    if (line + ADAPTER_SECONDS <= MOST * period) {
      return Finding.well(SUBJECT, found);
    }
    double enough = (line + ADAPTER_SECONDS) / MOST;
    return Finding.problem(
        SUBJECT,
        found,
        faster(robot).stream()
                .mapToObj(baud -> "set the servos (register 8) and baud to " + baud + ", or ")
                .findFirst()
                .orElse("")
            + String.format(
                Locale.ROOT, "a control period of %.3f s", Math.ceil(enough * 1e3) * 1e-3));
  }

  private static double seconds(BusSettings bus, int servos) {
    return ServoBus.cycleLineNanos(bus, servos) * 1e-9;
  }

  /** The least baud rate that does. */
  private static OptionalInt faster(ServoRobot robot) {
    BusSettings bus = robot.bus();
    return Arrays.stream(ServoModel.XL330_M288.baudRates())
        .filter(baud -> baud > bus.baud())
        .filter(
            baud ->
                seconds(bus.withBaud(baud), robot.joints().size()) + ADAPTER_SECONDS
                    <= MOST * robot.controlPeriodSeconds())
        .findFirst();
  }
}
