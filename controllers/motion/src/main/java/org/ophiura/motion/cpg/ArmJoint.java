package org.ophiura.motion.cpg;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ophiura.sim.ActuatorSpec;
import org.ophiura.sim.RobotLayout;
import org.ophiura.sim.plugin.SettingException;

/**
 * A joint of an arm that an actuator moves to a commanded angle.
 *
 * @param actuator index of the actuator in the robot's layout
 * @param name the model's name of the joint
 * @param arm index of the arm
 * @param segment index of the segment, counted from the disk
 * @param plane in which the joint bends
 */
public record ArmJoint(int actuator, String name, int arm, int segment, Plane plane) {
  private static final Pattern NAME =
      Pattern.compile("(?:.*/)?arm_(\\d{1,3})_segment_(\\d{1,3})_(in|out_of)_plane_joint");

  /**
   * The arm joints of a robot, in the order of its actuators. They are known by the names of the
   * joints: {@code arm_0_segment_2_in_plane_joint}, after any prefix that ends in a slash.
   *
   * @throws SettingException if there are none, if one is moved by force instead of to an angle, or
   *     if a segment has only one of its two joints
   */
  public static List<ArmJoint> of(RobotLayout robot) {
    List<ArmJoint> joints = new ArrayList<>();
    for (int i = 0; i < robot.actuators().size(); i++) {
      ActuatorSpec actuator = robot.actuators().get(i);
      Matcher name = NAME.matcher(actuator.joint());
      if (name.matches()) {
        requireAngle(robot, actuator);
        joints.add(
            new ArmJoint(
                i,
                actuator.joint(),
                Integer.parseInt(name.group(1)),
                Integer.parseInt(name.group(2)),
                name.group(3).equals("in") ? Plane.IN_PLANE : Plane.OUT_OF_PLANE));
      }
    }
    if (joints.isEmpty()) {
      throw new SettingException(
          "layout",
          "needs a robot with actuators on joints named arm_{i}_segment_{s}_in_plane_joint and"
              + " arm_{i}_segment_{s}_out_of_plane_joint; "
              + robot.robot()
              + " has none, its actuators drive "
              + driven(robot));
    }
    requireBothPlanes(robot, joints);
    return joints;
  }

  private static void requireAngle(RobotLayout robot, ActuatorSpec actuator) {
    if (!actuator.unit().equals("rad")) {
      throw new SettingException(
          "layout",
          "needs actuators that take an angle (rad); "
              + robot.robot()
              + " has "
              + actuator.name()
              + ", which takes "
              + (actuator.unit().isEmpty() ? "a number without unit" : actuator.unit())
              + "; use position actuators");
    }
  }

  private static void requireBothPlanes(RobotLayout robot, List<ArmJoint> joints) {
    Set<String> present = new TreeSet<>();
    for (ArmJoint joint : joints) {
      present.add(name(joint.arm, joint.segment, joint.plane));
    }
    Set<String> missing = new TreeSet<>();
    for (ArmJoint joint : joints) {
      for (int segment = 0; segment <= joint.segment; segment++) {
        for (Plane plane : Plane.values()) {
          missing.add(name(joint.arm, segment, plane));
        }
      }
    }
    missing.removeAll(present);
    if (!missing.isEmpty()) {
      throw new SettingException(
          "layout",
          "needs an actuator on both joints of each segment; "
              + robot.robot()
              + " has none on "
              + String.join(", ", missing));
    }
  }

  private static String name(int arm, int segment, Plane plane) {
    return "arm_" + arm + "_segment_" + segment + "_" + plane.inJointNames() + "_joint";
  }

  private static String driven(RobotLayout robot) {
    if (robot.actuators().isEmpty()) {
      return "nothing";
    }
    List<String> names = robot.actuators().stream().limit(4).map(ActuatorSpec::joint).toList();
    int more = robot.actuators().size() - names.size();
    return String.join(", ", names) + (more > 0 ? " and " + more + " more" : "");
  }
}
