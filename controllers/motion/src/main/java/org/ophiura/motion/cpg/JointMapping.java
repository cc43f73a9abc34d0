package org.ophiura.motion.cpg;

import java.util.List;
import org.ophiura.sim.RobotLayout;
import org.ophiura.sim.plugin.SettingException;

/**
 * Which arm joint follows which oscillator: the names are resolved once, here. Immutable; shared
 * between threads.
 */
public final class JointMapping {
  private final int[] oscillators;

  /**
   * Resolves the arm joints of a robot.
   *
   * @throws SettingException if the robot lacks arm joints as {@link ArmJoint#of} says, or if no
   *     oscillator drives one of them
   */
  public JointMapping(CpgNetwork network, RobotLayout robot) {
    List<ArmJoint> joints = ArmJoint.of(robot);
    oscillators = new int[joints.size()];
    for (int k = 0; k < joints.size(); k++) {
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

  /** Number of arm joints. */
  public int size() {
    return oscillators.length;
  }

  /**
   * Reads the target angle of each arm joint: the output of its oscillator. Allocates nothing.
   *
   * @param cpg of the network that the mapping was made for. Not modified.
   * @param targets rad, one per arm joint in the order of {@link ArmJoint#of}. Modified.
   */
  public void read(Cpg cpg, double[] targets) {
    for (int k = 0; k < oscillators.length; k++) {
      targets[k] = cpg.output(oscillators[k]);
    }
  }
}
