package org.ophiura.models.mjcf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.ophiura.models.mjcf.ParsedMjcf.assertNumbers;
import static org.ophiura.models.mjcf.ParsedMjcf.ofRobot;
import static org.ophiura.models.mjcf.ParsedMjcf.robot;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.ophiura.models.Actuation;
import org.ophiura.models.BendingPlane;
import org.ophiura.models.BrittleStarMorphology;
import org.ophiura.models.BrittleStarNames;
import org.ophiura.models.JointProperties;
import org.w3c.dom.Element;

/** The robot's part of the file: elements and their order, and numbers computed by hand. */
final class BrittleStarMjcfTest {
  private static final String ROBOT = "BrittleStarMorphology/";

  static Stream<Arguments> robots() {
    List<Arguments> robots = new ArrayList<>();
    for (Actuation actuation : Actuation.values()) {
      for (int contacts = 0; contacts < 4; contacts++) {
        robots.add(Arguments.of(List.of(3, 3, 3, 3, 3), actuation, contacts));
        robots.add(Arguments.of(List.of(4, 0, 3, 1, 2), actuation, contacts));
        robots.add(Arguments.of(List.of(0, 2), actuation, contacts));
        robots.add(Arguments.of(List.of(), actuation, contacts));
      }
    }
    return robots.stream();
  }

  @ParameterizedTest
  @MethodSource("robots")
  void everyElementIsThereInTheOrderOfTheNames(
      List<Integer> segmentsPerArm, Actuation actuation, int contacts) {
    BrittleStarMorphology robot = robot(segmentsPerArm, actuation, contacts);
    ParsedMjcf model = ofRobot(robot);
    int segments = segmentsPerArm.stream().mapToInt(Integer::intValue).sum();
    boolean tendons = actuation == Actuation.TENDON_TORQUE;

    assertEquals(2 * segments, model.elements("//joint").size());
    assertEquals(11 + 2 * segments, model.elements("//body//geom").size());
    assertEquals(2 + segmentsPerArm.size() + segments, model.elements("//body").size() - 1);
    assertEquals(BrittleStarNames.joints(robot), model.names("//joint"));
    assertEquals(BrittleStarNames.actuators(robot), model.names("/mujoco/actuator/*"));
    assertEquals((tendons ? 4 : 2) * segments, model.elements("/mujoco/actuator/*").size());
    assertEquals(BrittleStarNames.tendons(robot), model.names("/mujoco/tendon/*"));
    assertEquals(tendons ? 4 * segments : 0, model.elements("/mujoco/tendon/*").size());
    assertEquals(BrittleStarNames.contactSensors(robot), model.names("/mujoco/sensor/touch"));
    assertEquals(contacts * segments, model.elements("/mujoco/sensor/touch").size());
    assertEquals(
        4 + segments * (1 + 6 + (tendons ? 4 + 8 : 2) + contacts),
        model.elements("/mujoco/sensor/*").size());
  }

  @ParameterizedTest
  @MethodSource("robots")
  void everyReferenceIsToAnElementThatExists(
      List<Integer> segmentsPerArm, Actuation actuation, int contacts) {
    ParsedMjcf model = ofRobot(robot(segmentsPerArm, actuation, contacts));
    assertRefersTo(model, "//*[@joint]", "joint", "//joint");
    assertRefersTo(model, "//*[@tendon]", "tendon", "/mujoco/tendon/*");
    assertRefersTo(model, "//*[@site]", "site", "//worldbody//site");
    assertRefersTo(model, "//*[@actuator]", "actuator", "/mujoco/actuator/*");
    assertRefersTo(model, "//*[@objtype='geom']", "objname", "//worldbody//geom");
    assertRefersTo(model, "//*[@objtype='xbody']", "objname", "//body");
  }

  @Test
  void diskHangsAtTheStartHeightOnABodyWithTheFreeJoint() {
    ParsedMjcf model = ofRobot(robot(List.of(1), Actuation.POSITION, 1));
    assertEquals(
        List.of(ROBOT + "freejoint/"), model.names("//body[@name='" + ROBOT + "']/freejoint"));
    assertEquals("0 0 0.11", model.named("body", ROBOT + "central_disk").getAttribute("pos"));
    assertEquals("", model.named("body", ROBOT).getAttribute("pos"));
  }

  @Test
  void diskKeepsAllFiveConnectorsWhereArmsAreMissing() {
    ParsedMjcf model = ofRobot(robot(List.of(1, 1), Actuation.POSITION, 1));
    assertEquals(5, model.elements("//geom[contains(@name, 'arm_connector')]").size());
    assertNumbers(
        model.named("geom", ROBOT + "central_disk_arm_connector_4"),
        "pos",
        0.1 * Math.cos(1.6 * Math.PI),
        0.1 * Math.sin(1.6 * Math.PI),
        0);
  }

  @Test
  void pentagonSideIsHalfwayBetweenTwoArms() {
    Element side =
        ofRobot(robot(List.of(1), Actuation.POSITION, 1))
            .named("geom", ROBOT + "central_disk_pentagon_side_1");
    double halfX = 0.125 * Math.cos(Math.PI / 5) / 2;
    double angle = 0.6 * Math.PI;
    assertNumbers(side, "size", halfX, 0.125 * Math.sin(Math.PI / 5), 0.025);
    assertNumbers(side, "pos", halfX * Math.cos(angle), halfX * Math.sin(angle), 0);
    assertNumbers(side, "euler", 0, 0, angle);
    assertEquals("0", side.getAttribute("mass"));
  }

  @Test
  void armsLeaveTheDiskInTheirDirections() {
    Element arm =
        ofRobot(robot(List.of(1, 1), Actuation.POSITION, 1)).named("body", ROBOT + "arm_1");
    double angle = 0.4 * Math.PI;
    assertNumbers(arm, "pos", 0.125 * Math.cos(angle), 0.125 * Math.sin(angle), 0);
    assertNumbers(arm, "euler", 0, 0, angle);
  }

  @Test
  void segmentsAreChainedEndToEnd() {
    ParsedMjcf model = ofRobot(robot(List.of(2), Actuation.POSITION, 1));
    String first = "//body[@name='" + ROBOT + "arm_0']/body";
    assertEquals(List.of(ROBOT + "arm_0_segment_0"), model.names(first));
    assertEquals(List.of(ROBOT + "arm_0_segment_1"), model.names(first + "/body"));
    assertEquals("0 0 0", model.elements(first).get(0).getAttribute("pos"));
    assertEquals("0.125 0 0", model.elements(first + "/body").get(0).getAttribute("pos"));
  }

  @Test
  void secondOfTwoSegmentsHasTheNumbersOfHalfTheTaper() {
    ParsedMjcf model = ofRobot(robot(List.of(2), Actuation.POSITION, 1));
    String segment = ROBOT + "arm_0_segment_1";
    Element capsule = model.named("geom", segment + "_capsule");
    assertNumbers(capsule, "size", 0.01875, 0.025);
    assertNumbers(capsule, "pos", 0.04375, 0, 0);
    assertNumbers(capsule, "euler", 0, Math.PI / 2, 0);
    assertEquals("1530", capsule.getAttribute("density"));
    Element connector = model.named("geom", segment + "_connector");
    assertNumbers(connector, "size", 0.009375);
    Element joint = model.named("joint", segment + "_out_of_plane_joint");
    assertEquals("0 -1 0", joint.getAttribute("axis"));
    assertNumbers(joint, "range", -Math.PI / 6, Math.PI / 6);
    assertEquals("0.005", joint.getAttribute("stiffness"));
    assertEquals("1", joint.getAttribute("damping"));
    assertEquals("0.2", joint.getAttribute("armature"));
    Element servo = model.named("position", segment + "_in_plane_joint_p_control");
    assertEquals("20", servo.getAttribute("kp"));
    assertNumbers(servo, "ctrlrange", -Math.PI / 4, Math.PI / 4);
    assertNumbers(servo, "forcerange", -2.8125, 2.8125);
  }

  @Test
  void motorsAreLimitedToTheStrengthOfTheirSegment() {
    Element motor =
        ofRobot(robot(List.of(1), Actuation.TORQUE, 1).withRadiusToStrengthFactor(200))
            .named("motor", ROBOT + "arm_0_segment_0_in_plane_joint_torque_control");
    assertEquals(ROBOT + "arm_0_segment_0_in_plane_joint", motor.getAttribute("joint"));
    assertNumbers(motor, "ctrlrange", -5, 5);
    assertNumbers(motor, "forcerange", -5, 5);
  }

  @Test
  void weakenedJointHasAFractionOfTheForceOfItsActuatorAlone() {
    String segment = ROBOT + "arm_0_segment_0";
    for (Actuation actuation : List.of(Actuation.POSITION, Actuation.TORQUE)) {
      ParsedMjcf model = ofRobot(weakened(robot(List.of(1), actuation, 1)));
      boolean servo = actuation == Actuation.POSITION;
      String kind = servo ? "position" : "motor";
      String suffix = servo ? "_p_control" : "_torque_control";
      Element weak = model.named(kind, segment + "_in_plane_joint" + suffix);
      assertNumbers(weak, "forcerange", -1.5, 1.5);
      double control = servo ? Math.PI / 4 : 1.5;
      assertNumbers(weak, "ctrlrange", -control, control);
      assertNumbers(
          model.named(kind, segment + "_out_of_plane_joint" + suffix), "forcerange", -3.75, 3.75);
    }
  }

  private static BrittleStarMorphology weakened(BrittleStarMorphology robot) {
    return robot.withJoint(0, 0, BendingPlane.IN_PLANE, joint -> joint.withStrengthFraction(0.4));
  }

  @Test
  void tendonsOfAWeakenedJointAllHaveAFractionOfTheirForce() {
    ParsedMjcf model = ofRobot(weakened(robot(List.of(2), Actuation.TENDON_TORQUE, 1)));
    for (int tendon = 0; tendon < 4; tendon++) {
      String name = "_tendon_" + tendon + "_torque_control";
      Element weak = model.named("motor", ROBOT + "arm_0_segment_0" + name);
      assertNumbers(weak, "ctrlrange", -1.5, 0);
      assertNumbers(weak, "forcerange", -22.5, 0);
      assertNumbers(
          model.named("motor", ROBOT + "arm_0_segment_1" + name), "forcerange", -42.1875, 0);
    }
  }

  @Test
  void lockedJointHasAGreatArmatureAndDampingAndNoLimit() {
    ParsedMjcf model =
        ofRobot(
            robot(List.of(1), Actuation.POSITION, 1)
                .withJoint(0, 0, BendingPlane.IN_PLANE, JointProperties::lock));
    Element locked = model.named("joint", ROBOT + "arm_0_segment_0_in_plane_joint");
    assertNumbers(locked, "armature", 1e7);
    assertNumbers(locked, "damping", 1e7);
    assertEquals("false", locked.getAttribute("limited"));
    Element free = model.named("joint", ROBOT + "arm_0_segment_0_out_of_plane_joint");
    assertNumbers(free, "armature", 0.2);
    assertEquals("true", free.getAttribute("limited"));
  }

  @Test
  void oneContactSensorEnclosesTheSegment() {
    Element site =
        ofRobot(robot(List.of(1), Actuation.POSITION, 1))
            .named("site", ROBOT + "arm_0_segment_0_contact_site");
    assertEquals("capsule", site.getAttribute("type"));
    assertNumbers(site, "size", 0.02525, 0.0375);
    assertNumbers(site, "pos", 0.0625, 0, 0);
  }

  @Test
  void severalContactSensorsLieAroundTheSegmentFromBelow() {
    ParsedMjcf model = ofRobot(robot(List.of(1), Actuation.POSITION, 4));
    Element below = model.named("site", ROBOT + "arm_0_segment_0_contact_site_0");
    assertEquals("box", below.getAttribute("type"));
    assertNumbers(below, "size", 0.05, 0.00125, 0.01);
    assertNumbers(below, "pos", 0.0625, 0, -0.02375);
    assertNumbers(below, "euler", -Math.PI / 2, 0, 0);
    Element left = model.named("site", ROBOT + "arm_0_segment_0_contact_site_1");
    assertNumbers(left, "pos", 0.0625, 0.02375, 0);
    assertNumbers(left, "euler", 0, 0, 0);
  }

  @Test
  void sensorsOfASegmentKeepTheOrderOfTheObservations() {
    ParsedMjcf model = ofRobot(robot(List.of(1), Actuation.TORQUE, 2));
    String segment = ROBOT + "arm_0_segment_0";
    assertEquals(
        List.of(
            "framepos " + ROBOT + "central_disk_framepos_sensor",
            "framequat " + ROBOT + "central_disk_framequat_sensor",
            "framelinvel " + ROBOT + "central_disk_framelinvel_sensor",
            "frameangvel " + ROBOT + "central_disk_frameangvel_sensor",
            "framepos " + segment + "_position_sensor",
            "jointpos " + segment + "_in_plane_joint_jointpos_sensor",
            "jointvel " + segment + "_in_plane_joint_jointvel_sensor",
            "jointactuatorfrc " + segment + "_in_plane_joint_actuatorfrc_sensor",
            "jointpos " + segment + "_out_of_plane_joint_jointpos_sensor",
            "jointvel " + segment + "_out_of_plane_joint_jointvel_sensor",
            "jointactuatorfrc " + segment + "_out_of_plane_joint_actuatorfrc_sensor",
            "actuatorfrc " + segment + "_in_plane_joint_torque_control_actuatorfrc_sensor",
            "actuatorfrc " + segment + "_out_of_plane_joint_torque_control_actuatorfrc_sensor",
            "touch " + segment + "_contact_site_0_contact_sensor",
            "touch " + segment + "_contact_site_1_contact_sensor"),
        model.elements("/mujoco/sensor/*").stream()
            .map(sensor -> sensor.getTagName() + " " + sensor.getAttribute("name"))
            .toList());
  }

  private static void assertRefersTo(
      ParsedMjcf model, String from, String attribute, String targets) {
    Set<String> existing = new HashSet<>(model.names(targets));
    for (Element element : model.elements(from)) {
      String target = element.getAttribute(attribute);
      assertTrue(existing.contains(target), () -> attribute + " " + target);
    }
  }
}
