package org.ophiura.models;

import java.util.ArrayList;
import java.util.List;

/**
 * The names of the model's elements: the contract by which other modules, and the reference's data,
 * find joints, actuators and sensors.
 *
 * <p>Lists are in the order of the compiled model. Meant for construction time: every call makes
 * new strings.
 */
public final class BrittleStarNames {
  /** Starts the name of every element of the robot; the arena's names have no prefix. */
  public static final String PREFIX = "BrittleStarMorphology/";

  /** The massless body that the free joint moves; the disk hangs on it. */
  public static final String ROOT_BODY = PREFIX;

  /** The robot's free joint. */
  public static final String FREE_JOINT = PREFIX + "freejoint/";

  /** The body of the central disk. */
  public static final String DISK = PREFIX + "central_disk";

  /** Position of the disk in the world: 3 numbers, m. */
  public static final String DISK_POSITION_SENSOR = DISK + "_framepos_sensor";

  /** Unit quaternion (w, x, y, z) of the disk in the world: 4 numbers. */
  public static final String DISK_ROTATION_SENSOR = DISK + "_framequat_sensor";

  /** Velocity of the disk in the world: 3 numbers, m/s. */
  public static final String DISK_LINEAR_VELOCITY_SENSOR = DISK + "_framelinvel_sensor";

  /** Angular velocity of the disk in the world: 3 numbers, rad/s. */
  public static final String DISK_ANGULAR_VELOCITY_SENSOR = DISK + "_frameangvel_sensor";

  /** The mocap body of the target. */
  public static final String TARGET_BODY = "target";

  /** The sphere that shows the target. */
  public static final String TARGET_SITE = "target_site";

  /** The geom of the ground, its texture and its material. */
  public static final String GROUND = "groundplane";

  /** The fixed camera above the arena, camera 0. */
  public static final String TOP_CAMERA = "top_camera";

  /** The camera that follows the disk, camera 1. */
  public static final String SIDE_CAMERA = PREFIX + "side_camera";

  /** Tendons of each segment. */
  public static final int TENDONS_PER_SEGMENT = 4;

  private BrittleStarNames() {}

  /** The massless body at the base of an arm. */
  public static String arm(int arm) {
    return PREFIX + "arm_" + arm;
  }

  /** The body of a segment; also the start of the names of all that belongs to it. */
  public static String segment(int arm, int segment) {
    return arm(arm) + "_segment_" + segment;
  }

  /** The geom of a segment. */
  public static String capsule(int arm, int segment) {
    return segment(arm, segment) + "_capsule";
  }

  /** A hinge of a segment. */
  public static String joint(int arm, int segment, BendingPlane plane) {
    return segment(arm, segment) + "_" + plane.nameInModel() + "_joint";
  }

  /** A tendon of a segment, counted from 0 to {@link #TENDONS_PER_SEGMENT}. */
  public static String tendon(int arm, int segment, int tendon) {
    return segment(arm, segment) + "_tendon_" + tendon;
  }

  /** The tap on the disk where tendon {@code tap} of an arm's first segment starts. */
  public static String diskTap(int arm, int tap) {
    return DISK + "_arm_" + arm + "_tap_" + tap;
  }

  /** The tap on a segment's near side, where its own tendon ends. */
  public static String proximalTap(int arm, int segment, int tap) {
    return segment(arm, segment) + "_proximal_tap_" + tap;
  }

  /** The tap on a segment's far side, where the next segment's tendon starts. */
  public static String distalTap(int arm, int segment, int tap) {
    return segment(arm, segment) + "_distal_tap_" + tap;
  }

  /** The tap in the plane of a segment's joints, through which its own tendon runs. */
  public static String connectorTap(int arm, int segment, int tap) {
    return segment(arm, segment) + "_connector_tap_" + tap;
  }

  /** The actuator of a driven element: of a joint, or of a tendon. */
  public static String actuator(String driven, Actuation actuation) {
    return driven + (actuation == Actuation.POSITION ? "_p_control" : "_torque_control");
  }

  /** The actuators of one segment: one per joint, or one per tendon. */
  public static List<String> actuatorsOfSegment(int arm, int segment, Actuation actuation) {
    List<String> driven =
        actuation == Actuation.TENDON_TORQUE
            ? tendonsOfSegment(arm, segment)
            : jointsOfSegment(arm, segment);
    return driven.stream().map(name -> actuator(name, actuation)).toList();
  }

  /** The two hinges of one segment, in plane before out of plane. */
  public static List<String> jointsOfSegment(int arm, int segment) {
    return List.of(
        joint(arm, segment, BendingPlane.IN_PLANE), joint(arm, segment, BendingPlane.OUT_OF_PLANE));
  }

  /** The tendons of one segment. */
  public static List<String> tendonsOfSegment(int arm, int segment) {
    List<String> names = new ArrayList<>();
    for (int tendon = 0; tendon < TENDONS_PER_SEGMENT; tendon++) {
      names.add(tendon(arm, segment, tendon));
    }
    return List.copyOf(names);
  }

  /** The sites of one segment that feel contact: one without number, or k with. */
  public static List<String> contactSitesOfSegment(int arm, int segment, int perSegment) {
    String site = segment(arm, segment) + "_contact_site";
    if (perSegment == 1) {
      return List.of(site);
    }
    List<String> names = new ArrayList<>();
    for (int index = 0; index < perSegment; index++) {
      names.add(site + "_" + index);
    }
    return List.copyOf(names);
  }

  /** Every hinge of the robot: arm by arm, segment by segment, in plane before out of plane. */
  public static List<String> joints(BrittleStarMorphology morphology) {
    return perSegment(morphology, BrittleStarNames::jointsOfSegment);
  }

  /** Every actuator of the robot: arm by arm, segment by segment. */
  public static List<String> actuators(BrittleStarMorphology morphology) {
    return perSegment(
        morphology, (arm, segment) -> actuatorsOfSegment(arm, segment, morphology.actuation()));
  }

  /** Every tendon of the robot; empty unless it is driven by tendons. */
  public static List<String> tendons(BrittleStarMorphology morphology) {
    return morphology.actuation() == Actuation.TENDON_TORQUE
        ? perSegment(morphology, BrittleStarNames::tendonsOfSegment)
        : List.of();
  }

  /** Every contact sensor of the robot: arm by arm, segment by segment. */
  public static List<String> contactSensors(BrittleStarMorphology morphology) {
    return perSegment(
        morphology,
        (arm, segment) ->
            contactSitesOfSegment(arm, segment, morphology.contactSensorsPerSegment()).stream()
                .map(BrittleStarNames::contactSensor)
                .toList());
  }

  /** Position of a segment's capsule in the world: 3 numbers, m. */
  public static String segmentPositionSensor(int arm, int segment) {
    return segment(arm, segment) + "_position_sensor";
  }

  /** Angle of a joint, rad. */
  public static String jointPositionSensor(String joint) {
    return joint + "_jointpos_sensor";
  }

  /** Velocity of a joint, rad/s. */
  public static String jointVelocitySensor(String joint) {
    return joint + "_jointvel_sensor";
  }

  /** Torque that the actuators put on a joint, N m. */
  public static String jointActuatorForceSensor(String joint) {
    return joint + "_actuatorfrc_sensor";
  }

  /** Force or torque of one actuator, N or N m. */
  public static String actuatorForceSensor(String actuator) {
    return actuator + "_actuatorfrc_sensor";
  }

  /** Length of a tendon, m. */
  public static String tendonPositionSensor(String tendon) {
    return tendon + "_tendonpos_sensor";
  }

  /** Velocity of a tendon, m/s. */
  public static String tendonVelocitySensor(String tendon) {
    return tendon + "_tendonvel_sensor";
  }

  /** Contact force on a contact site, N. */
  public static String contactSensor(String contactSite) {
    return contactSite + "_contact_sensor";
  }

  private static List<String> perSegment(BrittleStarMorphology morphology, SegmentNames names) {
    List<String> all = new ArrayList<>();
    for (int arm = 0; arm < morphology.arms().size(); arm++) {
      for (int segment = 0; segment < morphology.arms().get(arm).segments().size(); segment++) {
        all.addAll(names.of(arm, segment));
      }
    }
    return List.copyOf(all);
  }

  private interface SegmentNames {
    List<String> of(int arm, int segment);
  }
}
