package org.ophiura.sim.hardware.doctor;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.ophiura.sim.hardware.dynamixel.RegisterTable;
import org.ophiura.sim.hardware.dynamixel.ServoModel;
import org.ophiura.sim.hardware.limit.ActuatorLimits;
import org.ophiura.sim.hardware.safety.StartCheck;
import org.ophiura.sim.hardware.servo.JointCalibration;
import org.ophiura.sim.hardware.servo.ServoAccess;
import org.ophiura.sim.hardware.servo.ServoException;
import org.ophiura.sim.hardware.servo.ServoJoint;
import org.ophiura.sim.hardware.servo.TickScale;

/** Whether calibration, measured position and limits of a joint agree with each other. */
final class CalibrationCheck {
  private static final String CALIBRATION = "calibration";
  private static final String LIMITS = "limits";
  private static final String CALIBRATE = "ophiura hil calibrate";

  /** What two ends of a range may differ by (own choice: some of a servo's 4,096 positions). */
  private static final double TOLERANCE_RADIANS = 0.02;

  private final ServoRobot robot;
  private final Consumer<Finding> told;

  CalibrationCheck(ServoRobot robot, Consumer<Finding> told) {
    this.robot = robot;
    this.told = told;
  }

  /**
   * Tells whether a joint is calibrated, and for what range.
   *
   * @param limits what its commands are held to
   * @return whether all is well
   */
  boolean examineRange(ServoJoint joint, ActuatorLimits limits) {
    if (joint.calibration().isEmpty()) {
      return problem(CALIBRATION, joint.joint() + " is not calibrated", CALIBRATE);
    }
    JointCalibration own = joint.calibration().get();
    double lower = limits.lower();
    double upper = limits.upper();
    if (lower >= own.lower() - TOLERANCE_RADIANS && upper <= own.upper() + TOLERANCE_RADIANS) {
      return true;
    }
    String ranges =
        String.format(
            Locale.ROOT,
            "%s is commanded within [%.3f, %.3f] rad, and moves within [%.3f, %.3f]",
            joint.joint(),
            lower,
            upper,
            own.lower(),
            own.upper());
    double commonLower = Math.max(lower, own.lower());
    double commonUpper = Math.min(upper, own.upper());
    if (commonLower >= commonUpper) {
      return problem(
          LIMITS,
          ranges + ": no angle is in both",
          "its sign or offset is wrong: " + CALIBRATE + ", or correct the model's range");
    }
    return problem(
        LIMITS,
        ranges,
        String.format(
            Locale.ROOT,
            "free the joint and %s, or narrow safety.limits: {joints: [{joint: %s, lower: %.3f,"
                + " upper: %.3f}]}",
            CALIBRATE,
            joint.joint(),
            commonLower,
            commonUpper));
  }

  /**
   * Tells whether a joint is where its calibration allows, and the servo lets it go there.
   *
   * @return whether all is well
   */
  boolean examinePosition(
      ServoAccess access, ServoJoint joint, ServoModel model, ActuatorLimits limits) {
    if (joint.calibration().isEmpty()) {
      return false;
    }
    JointCalibration own = joint.calibration().get();
    TickScale scale = new TickScale(own);
    RegisterTable registers = model.registers();
    try {
      int ticks = access.read(joint.id(), registers.get("present-position"));
      int least = access.read(joint.id(), registers.get("min-position-limit"));
      int most = access.read(joint.id(), registers.get("max-position-limit"));
      Optional<String> contradiction =
          StartCheck.problem(
              joint.joint(),
              new ActuatorLimits.Joint(own.lower(), own.upper(), 1, 0, 0),
              scale.angle(ticks),
              robot.safety().calibrationTolerance());
      if (contradiction.isPresent()) {
        told.accept(Finding.problem(CALIBRATION, contradiction.get()));
        return false;
      }
      int first = scale.ticks(Math.max(own.lower(), limits.lower()));
      int last = scale.ticks(Math.min(own.upper(), limits.upper()));
      int lowest = Math.min(first, last);
      int highest = Math.max(first, last);
      return (lowest >= least && highest <= most)
          || problem(
              LIMITS,
              String.format(
                  Locale.ROOT,
                  "servo %d of %s goes to positions %d to %d, and refuses what is beyond %d to %d",
                  joint.id(),
                  joint.joint(),
                  lowest,
                  highest,
                  least,
                  most),
              "write 0 to register 52 (min-position-limit) and 4095 to 48 (max-position-limit) with"
                  + " DYNAMIXEL Wizard 2.0");
    } catch (ServoException e) {
      told.accept(Finding.problem(CALIBRATION, e.getMessage()));
      return false;
    }
  }

  private boolean problem(String subject, String found, String fix) {
    told.accept(Finding.problem(subject, found, fix));
    return false;
  }
}
