package org.ophiura.motion.drive;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.ophiura.motion.cpg.ArmJoint;
import org.ophiura.motion.cpg.Plane;
import org.ophiura.sim.ActuatorSpec;
import org.ophiura.sim.ObservationSpec;
import org.ophiura.sim.RobotLayout;
import org.ophiura.sim.plugin.SettingException;

/**
 * What drives the arms of a robot: resolves the names of its actuators, and refuses robots whose
 * arms are not all driven in one of the known ways. Used at construction only.
 */
final class ArmActuators {
  /** What the actuators of the arms are. */
  enum Kind {
    /** One on each joint, which takes an angle. */
    SERVOS("rad"),
    /** One on each joint, which takes a torque. */
    MOTORS("N m"),
    /** Four for each segment, which pull tendons. */
    TENDONS("N");

    private final String unit;

    Kind(String unit) {
      this.unit = unit;
    }
  }

  private static final Pattern JOINT = Pattern.compile("_(in|out_of)_plane_joint$");
  private static final Pattern TENDON =
      Pattern.compile("(?:.*/)?arm_\\d{1,3}_segment_\\d{1,3}_tendon_\\d{1,3}");

  private final RobotLayout robot;
  private final List<ArmJoint> joints;
  private final Map<String, List<Integer>> byDriven = new HashMap<>();
  private final Kind kind;

  ArmActuators(RobotLayout robot) {
    this.robot = robot;
    joints = ArmJoint.of(robot);
    for (int i = 0; i < robot.actuators().size(); i++) {
      byDriven.computeIfAbsent(spec(i).joint(), driven -> new ArrayList<>()).add(i);
    }
    boolean joint = joints.stream().anyMatch(each -> byDriven.containsKey(each.name()));
    if (joint || tendonActuators().isEmpty()) {
      kind =
          spec(theOnlyOne(joints.get(0).name())).unit().equals("rad") ? Kind.SERVOS : Kind.MOTORS;
      require(ofJoints());
    } else {
      kind = Kind.TENDONS;
      require(ofTendons());
    }
  }

  private ActuatorSpec spec(int actuator) {
    return robot.actuators().get(actuator);
  }

  private List<Integer> tendonActuators() {
    List<Integer> found = new ArrayList<>();
    for (int i = 0; i < robot.actuators().size(); i++) {
      if (TENDON.matcher(spec(i).joint()).matches()) {
        found.add(i);
      }
    }
    return found;
  }

  private int theOnlyOne(String driven) {
    List<Integer> actuators = byDriven.getOrDefault(driven, List.of());
    if (actuators.size() != 1) {
      throw refusal((actuators.isEmpty() ? "none" : actuators.size()) + " on " + driven);
    }
    return actuators.get(0);
  }

  private void require(int[] actuators) {
    for (int actuator : actuators) {
      ActuatorSpec spec = spec(actuator);
      if (!spec.unit().equals(kind.unit)) {
        String takes = spec.unit().isEmpty() ? "a number without unit" : spec.unit();
        ActuatorSpec first = spec(actuators[0]);
        String among =
            first.unit().equals(kind.unit) && actuator != actuators[0]
                ? ", and " + first.name() + ", which takes " + first.unit()
                : "";
        throw refusal(spec.name() + ", which takes " + takes + among);
      }
      if (kind != Kind.SERVOS && !(Math.abs(spec.effort()) > 0)) {
        throw refusal(spec.name() + ", whose effort is not a constant above 0");
      }
      if (kind == Kind.TENDONS && !(spec.effort() > 0 ? spec.lower() < 0 : spec.upper() > 0)) {
        throw refusal(
            spec.name() + ", which cannot pull: it takes " + spec.lower() + " to " + spec.upper());
      }
    }
  }

  private SettingException refusal(String found) {
    return new SettingException(
        "",
        "needs one servo that takes an angle (rad) or one motor that takes a torque (N m) on each"
            + " joint of the arms, or motors (N) on the four tendons of each segment; "
            + robot.robot()
            + " has "
            + found
            + "; use actuators of one of these kinds");
  }

  Kind kind() {
    return kind;
  }

  /** The actuator of each arm joint. */
  int[] ofJoints() {
    return joints.stream().mapToInt(joint -> theOnlyOne(joint.name())).toArray();
  }

  /** The actuators of the four tendons of each segment. */
  int[] ofTendons() {
    List<Integer> actuators = new ArrayList<>();
    for (int joint : inPlane()) {
      String segment = segment(joints.get(joint));
      for (int tendon = 0; tendon < TendonTensions.TENDONS; tendon++) {
        actuators.add(theOnlyOne(segment + "_tendon_" + tendon));
      }
    }
    return actuators.stream().mapToInt(Integer::intValue).toArray();
  }

  private static String segment(ArmJoint joint) {
    return JOINT.matcher(joint.name()).replaceFirst("");
  }

  /** For each segment the place of its in-plane joint among the arm joints. */
  int[] inPlane() {
    List<Integer> places = new ArrayList<>();
    for (int k = 0; k < joints.size(); k++) {
      if (joints.get(k).plane() == Plane.IN_PLANE) {
        places.add(k);
      }
    }
    return places.stream().mapToInt(Integer::intValue).toArray();
  }

  /** For each segment, in the order of {@link #inPlane}, the place of its out-of-plane joint. */
  int[] outOfPlane() {
    int[] places = inPlane();
    for (int s = 0; s < places.length; s++) {
      ArmJoint partner = joints.get(places[s]);
      for (int k = 0; k < joints.size(); k++) {
        ArmJoint joint = joints.get(k);
        if (joint.arm() == partner.arm()
            && joint.segment() == partner.segment()
            && joint.plane() == Plane.OUT_OF_PLANE) {
          places[s] = k;
        }
      }
    }
    return places;
  }

  /**
   * For each of {@link #ofTendons} where in the flat observation vector its two moment arms stand.
   */
  int[] momentArms() {
    ObservationSpec observation = observation("tendon_moment_arm");
    List<Integer> order = tendonActuators();
    if (observation.size() != 2 * order.size()) {
      throw refusal(
          observation.size() + " moment arms of the tendons that " + order.size() + " motors pull");
    }
    int[] addresses = ofTendons();
    for (int i = 0; i < addresses.length; i++) {
      addresses[i] = observation.offset() + 2 * order.indexOf(addresses[i]);
    }
    return addresses;
  }

  Motor[] motors(int[] actuators) {
    Motor[] motors = new Motor[actuators.length];
    for (int i = 0; i < motors.length; i++) {
      motors[i] = new Motor(actuators[i], spec(actuators[i]));
    }
    return motors;
  }

  /** The law that moves the arm joints, in their order. */
  ProportionalDerivative law(DriveSettings settings) {
    return new ProportionalDerivative(
        settings, addresses("joint_position"), addresses("joint_velocity"));
  }

  private int[] addresses(String observationOfJoints) {
    int offset = observation(observationOfJoints).offset();
    return joints.stream().mapToInt(joint -> offset + joint.index()).toArray();
  }

  private ObservationSpec observation(String name) {
    return robot
        .findObservation(name)
        .orElseThrow(() -> refusal("motors, but no observation " + name));
  }
}
