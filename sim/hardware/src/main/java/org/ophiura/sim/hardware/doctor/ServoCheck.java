package org.ophiura.sim.hardware.doctor;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.ophiura.sim.hardware.dynamixel.RegisterTable;
import org.ophiura.sim.hardware.dynamixel.ServoModel;
import org.ophiura.sim.hardware.safety.SafetySettings;
import org.ophiura.sim.hardware.servo.BusSettings;
import org.ophiura.sim.hardware.servo.Ping;
import org.ophiura.sim.hardware.servo.ServoAccess;
import org.ophiura.sim.hardware.servo.ServoException;
import org.ophiura.sim.hardware.servo.ServoJoint;

/** What one servo says of itself: how it is set up, and how it is. */
final class ServoCheck {
  private static final double RETURN_DELAY_UNIT_SECONDS = 2e-6;
  private static final int POSITION_MODE = 3;
  private static final int EXTENDED_POSITION_MODE = 4;
  private static final int CURRENT_POSITION_MODE = 5;
  private static final List<Integer> MODES_WITH_POSITIONS =
      List.of(POSITION_MODE, EXTENDED_POSITION_MODE, CURRENT_POSITION_MODE);
  private static final int ANSWER_ALL = 2;

  /** Bit of the register {@code drive-mode}: a goal puts the torque on. */
  private static final int TORQUE_BY_GOAL = 0x08;

  private static final String CHANGE = " with DYNAMIXEL Wizard 2.0, while the torque is off";

  private final ServoAccess access;
  private final BusSettings bus;
  private final SafetySettings safety;
  private final Consumer<Finding> told;

  ServoCheck(ServoAccess access, BusSettings bus, SafetySettings safety, Consumer<Finding> told) {
    this.access = access;
    this.bus = bus;
    this.safety = safety;
    this.told = told;
  }

  /** Tells what is found about the servo of a joint, whose model is known. */
  void examine(ServoJoint joint, Ping ping) {
    String subject = "servo " + joint.id();
    ServoModel model = ping.model().orElseThrow();
    try {
      int errors = read(joint, model, "hardware-error-status");
      double volts = read(joint, model, "present-input-voltage") * 0.1;
      int degrees = read(joint, model, "present-temperature");
      told.accept(
          Finding.well(
              subject,
              String.format(
                  Locale.ROOT,
                  "%s of %s, firmware %d, %.1f V, %d degrees",
                  model,
                  joint.joint(),
                  ping.firmware(),
                  volts,
                  degrees)));
      if (errors != 0) {
        ailments(subject, joint);
      }
      health(subject, volts, degrees);
      settings(subject, joint, model);
    } catch (ServoException e) {
      told.accept(
          Finding.problem(
              subject,
              e.getMessage(),
              "it answers pings: if that stays so, write 2 to register 68 (status-return-level)"
                  + CHANGE));
    }
  }

  private void ailments(String subject, ServoJoint joint) {
    for (String ailment : access.ailments(joint.id())) {
      told.accept(Finding.problem(subject, ailment, "then take its power off and on again"));
    }
  }

  private void health(String subject, double volts, int degrees) {
    if (degrees >= safety.temperature()) {
      told.accept(
          Finding.problem(
              subject,
              degrees + " degrees, which stops the robot at " + safety.temperature(),
              "let it cool down"));
    }
    if (safety.voltage().isPresent() && volts < safety.voltage().get()) {
      told.accept(
          Finding.problem(
              subject,
              String.format(
                  Locale.ROOT,
                  "%.1f V, and less than %s V stop the robot",
                  volts,
                  safety.voltage().get()),
              "charge the battery or check the supply"));
    }
  }

  private void settings(String subject, ServoJoint joint, ServoModel model) {
    double delay = read(joint, model, "return-delay-time") * RETURN_DELAY_UNIT_SECONDS;
    if (delay > bus.returnDelaySeconds() + RETURN_DELAY_UNIT_SECONDS / 2) {
      told.accept(
          Finding.problem(
              subject,
              String.format(
                  Locale.ROOT,
                  "it waits %.0f us before it answers; return-delay says %.0f us",
                  delay * 1e6,
                  bus.returnDelaySeconds() * 1e6),
              String.format(
                  Locale.ROOT,
                  "write %.0f to register 9 (return-delay-time)%s, or set return-delay to %s",
                  bus.returnDelaySeconds() / RETURN_DELAY_UNIT_SECONDS,
                  CHANGE,
                  shortest(delay))));
    }
    int mode = read(joint, model, "operating-mode");
    if (!MODES_WITH_POSITIONS.contains(mode)) {
      told.accept(
          Finding.problem(
              subject,
              "it is in operating mode " + mode + ", which has no positions",
              "write 3 to register 11 (operating-mode)" + CHANGE));
    }
    if ((read(joint, model, "drive-mode") & TORQUE_BY_GOAL) != 0) {
      told.accept(
          Finding.problem(
              subject,
              "a target alone puts its torque on",
              "clear bit 3 of register 10 (drive-mode)" + CHANGE));
    }
    if (read(joint, model, "status-return-level") != ANSWER_ALL) {
      told.accept(
          Finding.problem(
              subject,
              "it does not answer when it is written to",
              "write 2 to register 68 (status-return-level), or take its power off and on again"));
    }
    if (read(joint, model, "torque-enable") != 0) {
      told.accept(
          Finding.problem(
              subject,
              "its torque is on though nobody drives it",
              "take its power off and on again, and look for the program that left it on"));
    }
  }

  private static String shortest(double seconds) {
    return new java.math.BigDecimal(Long.toString(Math.round(seconds * 1e6)))
        .movePointLeft(6)
        .stripTrailingZeros()
        .toPlainString();
  }

  private int read(ServoJoint joint, ServoModel model, String register) {
    RegisterTable registers = model.registers();
    return access.read(joint.id(), registers.get(register));
  }
}
