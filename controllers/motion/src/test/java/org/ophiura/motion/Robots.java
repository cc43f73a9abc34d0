package org.ophiura.motion;

import java.util.ArrayList;
import java.util.List;
import org.ophiura.sim.ActuatorSpec;
import org.ophiura.sim.JointSpec;
import org.ophiura.sim.ObservationSpec;
import org.ophiura.sim.RobotLayout;

/** Layouts of robots, named as the brittle star's models are. */
public final class Robots {
  public static final double IN_PLANE_LIMIT = Math.toRadians(45);
  public static final double OUT_OF_PLANE_LIMIT = Math.toRadians(30);

  /** Force (N) of a tendon's motor per unit of its command, and its greatest pull (a command). */
  public static final double TENDON_EFFORT = 15;

  public static final double TENDON_STRENGTH = 4;

  private Robots() {}

  /** A brittle star with position actuators. */
  public static RobotLayout brittleStar(int... segmentsPerArm) {
    return layout("rad", names(segmentsPerArm));
  }

  /** The names of the joints of a brittle star, in the order of its actuators. */
  public static List<String> names(int... segmentsPerArm) {
    List<String> names = new ArrayList<>();
    for (int arm = 0; arm < segmentsPerArm.length; arm++) {
      for (int segment = 0; segment < segmentsPerArm[arm]; segment++) {
        for (String plane : new String[] {"in_plane", "out_of_plane"}) {
          names.add("Star/arm_" + arm + "_segment_" + segment + "_" + plane + "_joint");
        }
      }
    }
    return names;
  }

  /** A robot with one actuator on each of some joints. */
  public static RobotLayout layout(String unit, List<String> jointNames) {
    List<ActuatorSpec> actuators = new ArrayList<>();
    for (JointSpec joint : joints(jointNames)) {
      actuators.add(
          new ActuatorSpec(
              joint.name() + "_control", joint.name(), joint.lower(), joint.upper(), unit));
    }
    return robot(joints(jointNames), actuators, 0);
  }

  /** A brittle star with a motor on each of its tendons. */
  public static RobotLayout tendons(int... segmentsPerArm) {
    List<ActuatorSpec> actuators = new ArrayList<>();
    for (int arm = 0; arm < segmentsPerArm.length; arm++) {
      for (int segment = 0; segment < segmentsPerArm[arm]; segment++) {
        for (int tendon = 0; tendon < 4; tendon++) {
          actuators.add(tendonMotor("arm_" + arm + "_segment_" + segment + "_tendon_" + tendon));
        }
      }
    }
    return robot(joints(names(segmentsPerArm)), actuators, 2 * actuators.size());
  }

  /** A motor on a tendon of a brittle star. */
  public static ActuatorSpec tendonMotor(String tendon) {
    return new ActuatorSpec(
        tendon + "_control", "Star/" + tendon, -TENDON_STRENGTH, 0, "N", TENDON_EFFORT);
  }

  /** Joints with the limits of their planes. */
  public static List<JointSpec> joints(List<String> names) {
    return names.stream()
        .map(
            name -> {
              double limit = name.contains("out_of_plane") ? OUT_OF_PLANE_LIMIT : IN_PLANE_LIMIT;
              return new JointSpec(name, -limit, limit);
            })
        .toList();
  }

  /** A robot that observes its joints, and the moment arms of its tendons where it has some. */
  public static RobotLayout robot(
      List<JointSpec> joints, List<ActuatorSpec> actuators, int momentArms) {
    double infinity = Double.POSITIVE_INFINITY;
    int n = joints.size();
    List<ObservationSpec> observations = new ArrayList<>();
    observations.add(ObservationSpec.uniform("joint_position", 0, n, -infinity, infinity, "rad"));
    observations.add(ObservationSpec.uniform("joint_velocity", n, n, -infinity, infinity, "rad/s"));
    if (momentArms > 0) {
      observations.add(
          ObservationSpec.uniform(
              "tendon_moment_arm", 2 * n, momentArms, -infinity, infinity, "m"));
    }
    return new RobotLayout("star.xml", joints, actuators, observations);
  }
}
