package org.ophiura.motion;

import java.util.ArrayList;
import java.util.List;
import org.ophiura.sim.ActuatorSpec;
import org.ophiura.sim.JointSpec;
import org.ophiura.sim.RobotLayout;

/** Layouts of robots, named as the brittle star's models are. */
public final class Robots {
  public static final double IN_PLANE_LIMIT = Math.toRadians(45);
  public static final double OUT_OF_PLANE_LIMIT = Math.toRadians(30);

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
    List<JointSpec> joints = new ArrayList<>();
    List<ActuatorSpec> actuators = new ArrayList<>();
    for (String name : jointNames) {
      double limit = name.contains("out_of_plane") ? OUT_OF_PLANE_LIMIT : IN_PLANE_LIMIT;
      joints.add(new JointSpec(name, -limit, limit));
      actuators.add(new ActuatorSpec(name + "_control", name, -limit, limit, unit));
    }
    return new RobotLayout("star.xml", joints, actuators, List.of());
  }
}
