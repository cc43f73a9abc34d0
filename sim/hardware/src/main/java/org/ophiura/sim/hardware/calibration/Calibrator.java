package org.ophiura.sim.hardware.calibration;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.ophiura.sim.JointSpec;
import org.ophiura.sim.RobotLayout;
import org.ophiura.sim.hardware.dynamixel.ServoModel;
import org.ophiura.sim.hardware.servo.JointCalibration;
import org.ophiura.sim.hardware.servo.ServoAccess;
import org.ophiura.sim.hardware.servo.ServoJoint;
import org.ophiura.sim.plugin.SettingException;

/**
 * Finds sign, offset and range of joints, one after the other, that somebody moves by hand. The
 * torque is taken off first, and stays off.
 */
public final class Calibrator {
  private static final String KEEP = "keep";
  private static final String AGAIN = "again";

  private final ServoAccess access;
  private final Guide guide;
  private final double scale;

  /**
   * Makes one.
   *
   * @param access to the servos
   * @param guide to the person
   * @param scale turns of a servo for one turn of its joint, for joints that do not say it
   */
  public Calibrator(ServoAccess access, Guide guide, double scale) {
    this.access = access;
    this.guide = guide;
    this.scale = scale;
  }

  /**
   * Calibrates joints.
   *
   * @param joints all joints of the robot, whose torque is taken off
   * @param wanted names of those to calibrate; the others keep what they have
   * @param layout of the robot, with the range of each joint
   * @param done told of each joint as soon as it is calibrated
   * @throws org.ophiura.sim.hardware.servo.ServoException if a servo is not there or does not
   *     answer any more
   */
  public void calibrate(
      List<ServoJoint> joints, List<String> wanted, RobotLayout layout, Consumer<ServoJoint> done) {
    List<ServoModel> models = access.identify(joints);
    guide.ask(
        "The torque of all servos goes off now: hold the robot where it could fall. Enter when you"
            + " do; from then on '"
            + AGAIN
            + "' starts a joint over.",
        () -> "");
    for (int i = 0; i < joints.size(); i++) {
      access.write(joints.get(i).id(), models.get(i).registers().get("torque-enable"), 0);
    }
    int number = 0;
    for (int i = 0; i < joints.size(); i++) {
      ServoJoint joint = joints.get(i);
      if (wanted.contains(joint.joint())) {
        number++;
        JointSpec spec = layout.joints().get(layout.jointIndex(joint.joint()));
        guide.tell("");
        guide.tell(
            String.format(
                Locale.ROOT,
                "Joint %d of %d: %s, servo %d (%s)",
                number,
                wanted.size(),
                joint.joint(),
                joint.id(),
                models.get(i)));
        done.accept(joint.with(measured(joint, spec, models.get(i))));
      }
    }
  }

  private JointCalibration measured(ServoJoint joint, JointSpec spec, ServoModel model) {
    HandReading hand = new HandReading(access, joint.id(), model.registers());
    double gear = joint.calibration().map(JointCalibration::scale).orElse(scale);
    while (true) {
      try {
        JointPoints points = points(hand, spec, gear);
        JointCalibration calibration = points.calibration(gear);
        Optional<String> oddity = PointRules.oddity(spec, points, gear);
        if (oddity.isEmpty() || keeps(oddity.get())) {
          guide.tell(
              String.format(
                  Locale.ROOT,
                  "  sign %d, offset %.4f rad, range [%.4f, %.4f] rad",
                  calibration.sign(),
                  calibration.offset(),
                  calibration.lower(),
                  calibration.upper()));
          return calibration;
        }
      } catch (CalibrationProblem | SettingException e) {
        guide.tell("  ! " + e.getMessage());
        guide.tell("  Once more:");
      }
    }
  }

  private boolean keeps(String oddity) {
    guide.tell("  ! " + oddity);
    return guide
        .ask("  Type '" + KEEP + "' to take it as it is, or Enter to measure it again.", () -> "")
        .equalsIgnoreCase(KEEP);
  }

  private JointPoints points(HandReading hand, JointSpec spec, double gear)
      throws CalibrationProblem {
    int zero = at(hand, "Move it to where the model has it at 0, and hold it there.");
    int positive =
        at(hand, "Move it in the direction in which the model counts up, by a third of its range.");
    PointRules.checkPositive(spec, zero, positive, gear);
    int lower = at(hand, "Move it to its lower end" + expected(spec.lower()) + ".");
    int upper = at(hand, "Move it to its upper end" + expected(spec.upper()) + ".");
    JointPoints points = new JointPoints(zero, positive, lower, upper);
    PointRules.checkEnds(points, gear);
    return points;
  }

  private static String expected(double end) {
    return Double.isFinite(end) ? String.format(Locale.ROOT, " (%.3f rad in the model)", end) : "";
  }

  private int at(HandReading hand, String request) throws CalibrationProblem {
    String typed = guide.ask("  " + request + " Enter when it is there.", hand.live());
    if (typed.equalsIgnoreCase(AGAIN)) {
      throw new CalibrationProblem("as you wish");
    }
    return hand.ticks();
  }
}
