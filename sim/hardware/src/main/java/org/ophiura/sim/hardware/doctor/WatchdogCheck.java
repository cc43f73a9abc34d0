package org.ophiura.sim.hardware.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.ophiura.sim.hardware.dynamixel.Register;
import org.ophiura.sim.hardware.dynamixel.RegisterTable;
import org.ophiura.sim.hardware.dynamixel.ServoModel;
import org.ophiura.sim.hardware.servo.ServoAccess;
import org.ophiura.sim.hardware.servo.ServoBus;
import org.ophiura.sim.hardware.servo.ServoException;

/**
 * Whether the servos would stop by themselves when nobody talks to them any more: arms the watchdog
 * of each as a start does, and takes it back.
 */
final class WatchdogCheck {
  private static final String SUBJECT = "watchdog";

  /** Fewer periods than that, and one lost packet stops the robot (own choice). */
  private static final int LEAST_PERIODS = 2;

  private final ServoRobot robot;
  private final Consumer<Finding> told;

  WatchdogCheck(ServoRobot robot, Consumer<Finding> told) {
    this.robot = robot;
    this.told = told;
  }

  /** Tells whether the time that is set makes sense. */
  void examineTime() {
    double least = LEAST_PERIODS * robot.controlPeriodSeconds();
    if (robot.watchdogSeconds() < least) {
      told.accept(
          Finding.problem(
              SUBJECT,
              String.format(
                  Locale.ROOT,
                  "the servos stop after %s s of silence, less than two control periods of %s s: one"
                      + " late command stops the robot",
                  robot.watchdogSeconds(),
                  robot.controlPeriodSeconds()),
              String.format(Locale.ROOT, "set servo-watchdog to %.3f or more", least)));
    }
  }

  /**
   * Tells whether servos let themselves be armed.
   *
   * @param ids of servos that answer and whose torque is off
   */
  void examine(ServoAccess access, List<Integer> ids, List<ServoModel> models) {
    int armed = 0;
    List<Integer> expired = new ArrayList<>();
    for (int i = 0; i < ids.size(); i++) {
      RegisterTable registers = models.get(i).registers();
      Register watchdog = registers.get("bus-watchdog");
      int id = ids.get(i);
      try {
        if (access.read(id, registers.get("torque-enable")) != 0) {
          continue;
        }
        if (!watchdog.allows(access.read(id, watchdog))) {
          expired.add(id);
        }
        access.write(id, watchdog, 0);
        access.write(id, watchdog, ServoBus.watchdogUnits(robot.watchdogSeconds()));
        access.write(id, watchdog, 0);
        armed++;
      } catch (ServoException e) {
        told.accept(
            Finding.problem(
                SUBJECT,
                "cannot be armed: " + e.getMessage(),
                "do not run the robot: a dead host would not stop it; restart the servo"));
      }
    }
    if (armed > 0) {
      told.accept(
          Finding.well(
              SUBJECT,
              armed
                  + " servos can be armed to stop after "
                  + ServoBus.watchdogUnits(robot.watchdogSeconds()) * 20
                  + " ms of silence"
                  + (expired.isEmpty()
                      ? ""
                      : "; it had expired in servo"
                          + (expired.size() > 1 ? "s " : " ")
                          + listed(expired)
                          + ", whose host had died: cleared")));
    }
  }

  private static String listed(List<Integer> ids) {
    return String.join(", ", ids.stream().map(String::valueOf).toList());
  }
}
