package org.ophiura.motion.gait;

import org.ophiura.motion.cpg.ArmJoint;
import org.ophiura.motion.cpg.CpgNetwork;
import org.ophiura.motion.cpg.Plane;
import org.ophiura.sim.JointSpec;
import org.ophiura.sim.RobotLayout;
import org.ophiura.sim.plugin.SettingException;

/**
 * What a gait is made for: the oscillators, and how far the joints that they drive may bend.
 *
 * @param network the oscillators and where on the arms they sit
 * @param inPlaneLimitRadians how far every in-plane joint may bend to both sides
 * @param outOfPlaneLimitRadians how far every out-of-plane joint may bend up and down
 */
public record GaitContext(
    CpgNetwork network, double inPlaneLimitRadians, double outOfPlaneLimitRadians) {

  /** Checks that both limits are above 0. */
  public GaitContext {
    if (!(inPlaneLimitRadians > 0 && Double.isFinite(inPlaneLimitRadians))
        || !(outOfPlaneLimitRadians > 0 && Double.isFinite(outOfPlaneLimitRadians))) {
      throw new IllegalArgumentException(
          "joint limits must be > 0 (rad), got "
              + inPlaneLimitRadians
              + " and "
              + outOfPlaneLimitRadians);
    }
  }

  /**
   * Takes the limits from a robot: of each plane the least range to either side.
   *
   * @throws SettingException if a joint of an arm is unlimited or its range does not span 0
   */
  public static GaitContext of(CpgNetwork network, RobotLayout robot) {
    return new GaitContext(network, limit(robot, Plane.IN_PLANE), limit(robot, Plane.OUT_OF_PLANE));
  }

  private static double limit(RobotLayout robot, Plane plane) {
    double limit = Double.POSITIVE_INFINITY;
    for (ArmJoint joint : ArmJoint.of(robot)) {
      if (joint.plane() == plane) {
        JointSpec spec = robot.joints().get(robot.jointIndex(joint.name()));
        double both = Math.min(spec.upper(), -spec.lower());
        if (!(both > 0 && both < Double.POSITIVE_INFINITY)) {
          throw new SettingException(
              "joint-limit-fraction",
              "needs joints with a range on both sides of 0 (rad), "
                  + spec.name()
                  + " of "
                  + robot.robot()
                  + " has "
                  + spec.lower()
                  + " to "
                  + spec.upper());
        }
        limit = Math.min(limit, both);
      }
    }
    return limit;
  }
}
