package org.ophiura.motion.cpg;

import java.util.List;
import org.ophiura.sim.JointCommand;
import org.ophiura.sim.RobotLayout;
import org.ophiura.sim.plugin.SettingException;

/**
 * Which actuator follows which oscillator: the names are resolved once, here. Immutable; shared
 * between threads.
 */
public final class JointMapping {
  private final int[] actuators;
  private final int[] oscillators;

  /**
   * Resolves the actuators of a robot.
   *
   * @throws SettingException if the robot lacks arm joints as {@link ArmJoint#of} says, or if no
   *     oscillator drives one of them
   */
  public JointMapping(CpgNetwork network, RobotLayout robot) {
    List<ArmJoint> joints = ArmJoint.of(robot);
    actuators = new int[joints.size()];
    oscillators = new int[joints.size()];
    for (int k = 0; k < joints.size(); k++) {
      actuators[k] = joints.get(k).actuator();
      oscillators[k] = find(network, robot, joints.get(k));
    }
  }

  private static int find(CpgNetwork network, RobotLayout robot, ArmJoint joint) {
    for (int i = 0; i < network.size(); i++) {
      if (network.oscillators().get(i).drives(joint.arm(), joint.segment(), joint.plane())) {
        return i;
      }
    }
    throw new SettingException(
        "layout", "has no oscillator for joint " + joint.name() + " of " + robot.robot());
  }

  /** Number of actuators that follow an oscillator. */
  public int size() {
    return actuators.length;
  }

  /**
   * Commands each arm joint to the output of its oscillator (rad). Allocates nothing.
   *
   * @param cpg of the network that the mapping was made for. Not modified.
   * @param out the set-points of arm joints are modified, all others stay
   */
  public void apply(Cpg cpg, JointCommand out) {
    for (int k = 0; k < actuators.length; k++) {
      out.set(actuators[k], cpg.output(oscillators[k]));
    }
  }
}
