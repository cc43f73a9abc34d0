package org.ophiura.motion.cpg;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ophiura.sim.JointSpec;
import org.ophiura.sim.RobotLayout;
import org.ophiura.sim.plugin.SettingException;

/**
 * A joint of an arm, whatever drives it.
 *
 * @param index of the joint in the robot's layout, and so in its joint observations
 * @param name the model's name of the joint
 * @param arm index of the arm
 * @param segment index of the segment, counted from the disk
 * @param plane in which the joint bends
 */
public record ArmJoint(int index, String name, int arm, int segment, Plane plane) {
  private static final Pattern NAME =
      Pattern.compile("(?:.*/)?arm_(\\d{1,3})_segment_(\\d{1,3})_(in|out_of)_plane_joint");

  /**
   * The arm joints of a robot, in the order of its joints. They are known by their names: {@code
   * arm_0_segment_2_in_plane_joint}, after any prefix that ends in a slash.
   *
   * @throws SettingException if there are none, or if a segment has only one of its two joints
   */
  public static List<ArmJoint> of(RobotLayout robot) {
    List<ArmJoint> joints = new ArrayList<>();
    for (int i = 0; i < robot.joints().size(); i++) {
      String joint = robot.joints().get(i).name();
      Matcher name = NAME.matcher(joint);
      if (name.matches()) {
        joints.add(
            new ArmJoint(
                i,
                joint,
                Integer.parseInt(name.group(1)),
                Integer.parseInt(name.group(2)),
                name.group(3).equals("in") ? Plane.IN_PLANE : Plane.OUT_OF_PLANE));
      }
    }
    if (joints.isEmpty()) {
      throw new SettingException(
          "layout",
          "needs a robot with joints named arm_{i}_segment_{s}_in_plane_joint and"
              + " arm_{i}_segment_{s}_out_of_plane_joint; "
              + robot.robot()
              + " has none of them, "
              + joints(robot));
    }
    requireBothPlanes(robot, joints);
    return joints;
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
          "needs both joints of each segment; "
              + robot.robot()
              + " has no "
              + String.join(", no ", missing));
    }
  }

  private static String name(int arm, int segment, Plane plane) {
    return "arm_" + arm + "_segment_" + segment + "_" + plane.inJointNames() + "_joint";
  }

  private static String joints(RobotLayout robot) {
    if (robot.joints().isEmpty()) {
      return "it has no joints";
    }
    List<String> names = robot.joints().stream().limit(4).map(JointSpec::name).toList();
    int more = robot.joints().size() - names.size();
    return "its joints are "
        + String.join(", ", names)
        + (more > 0 ? " and " + more + " more" : "");
  }
}
