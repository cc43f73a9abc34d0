package org.ophiura.motion.cpg;

import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.ophiura.sim.RobotLayout;
import org.ophiura.sim.plugin.SettingException;

/**
 * How oscillators are laid over a robot's arms. A trial file writes the names in lower case with
 * hyphens: {@code ten-oscillator}.
 */
public enum CpgLayout {
  /** Two for each of two arms: the draft of the first source notebook. */
  FOUR_OSCILLATOR,
  /**
   * Two for each of five arms, also for arms that the robot lost: their oscillators drive nothing.
   */
  TEN_OSCILLATOR,
  /** One for each joint, coupled along the arms and around the disk. */
  PER_JOINT;

  /** Number of directions in which a brittle star may have an arm. */
  public static final int ARMS = 5;

  /** What a trial file calls it. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * Lays a network over a robot.
   *
   * @param robot whose joints are named as {@link ArmJoint#of} says
   * @param weight strength of every coupling, 1/s
   * @throws SettingException if the robot does not have the joints or the arms
   */
  public CpgNetwork network(RobotLayout robot, double weight) {
    List<ArmJoint> joints = ArmJoint.of(robot);
    TreeSet<Integer> arms = new TreeSet<>();
    for (ArmJoint joint : joints) {
      arms.add(joint.arm());
    }
    if (arms.last() >= ARMS) {
      throw new SettingException(
          "layout",
          id() + " knows arms 0 to " + (ARMS - 1) + ", " + robot.robot() + " has arms " + arms);
    }
    return switch (this) {
      case FOUR_OSCILLATOR -> {
        if (arms.size() != 2) {
          throw new SettingException(
              "layout",
              id()
                  + " needs a robot with two arms, "
                  + robot.robot()
                  + " has arms "
                  + arms
                  + "; use ten-oscillator or per-joint");
        }
        yield CpgNetwork.perArm(List.copyOf(arms), weight);
      }
      case TEN_OSCILLATOR -> CpgNetwork.perArm(IntStream.range(0, ARMS).boxed().toList(), weight);
      case PER_JOINT -> CpgNetwork.perJoint(segmentsPerArm(joints), weight);
    };
  }

  private static int[] segmentsPerArm(List<ArmJoint> joints) {
    int[] segments = new int[ARMS];
    for (ArmJoint joint : joints) {
      segments[joint.arm()] = Math.max(segments[joint.arm()], joint.segment() + 1);
    }
    return segments;
  }
}
