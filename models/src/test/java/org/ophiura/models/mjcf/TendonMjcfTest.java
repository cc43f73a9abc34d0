package org.ophiura.models.mjcf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.ophiura.models.mjcf.ParsedMjcf.assertNumbers;
import static org.ophiura.models.mjcf.ParsedMjcf.ofRobot;
import static org.ophiura.models.mjcf.ParsedMjcf.robot;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ophiura.models.Actuation;
import org.w3c.dom.Element;

/** The robot with tendons: where they run, what pulls them, what is sensed of them. */
final class TendonMjcfTest {
  private static final String ROBOT = "BrittleStarMorphology/";

  @Test
  void tendonRunsFromTheParentThroughTheJointsToTheSegment() {
    ParsedMjcf model = ofRobot(robot(List.of(0, 2), Actuation.TENDON_TORQUE, 1));
    assertEquals(
        List.of(
            ROBOT + "central_disk_arm_1_tap_2",
            ROBOT + "arm_1_segment_0_connector_tap_2",
            ROBOT + "arm_1_segment_0_proximal_tap_2"),
        waypoints(model, ROBOT + "arm_1_segment_0_tendon_2"));
    assertEquals(
        List.of(
            ROBOT + "arm_1_segment_0_distal_tap_3",
            ROBOT + "arm_1_segment_1_connector_tap_3",
            ROBOT + "arm_1_segment_1_proximal_tap_3"),
        waypoints(model, ROBOT + "arm_1_segment_1_tendon_3"));
  }

  @Test
  void tendonMotorOnlyPulls() {
    ParsedMjcf model = ofRobot(robot(List.of(1), Actuation.TENDON_TORQUE, 1));
    Element motor = model.named("motor", ROBOT + "arm_0_segment_0_tendon_1_torque_control");
    assertEquals("15", motor.getAttribute("gear"));
    assertNumbers(motor, "ctrlrange", -3.75, 0);
    assertNumbers(motor, "forcerange", -56.25, 0);
    assertNumbers(model.named("spatial", ROBOT + "arm_0_segment_0_tendon_1"), "width", 0.0025);
  }

  @Test
  void tapsSitOnACircleInsideOfTheSegment() {
    ParsedMjcf model = ofRobot(robot(List.of(1), Actuation.TENDON_TORQUE, 1));
    double side = 0.8 * 0.025 * Math.sqrt(0.5);
    assertNumbers(
        model.named("site", ROBOT + "arm_0_segment_0_proximal_tap_1"), "pos", 0.025, -side, side);
    assertNumbers(
        model.named("site", ROBOT + "arm_0_segment_0_distal_tap_3"), "pos", 0.1, side, -side);
    assertNumbers(
        model.named("site", ROBOT + "arm_0_segment_0_connector_tap_2"), "pos", 0, -side, -side);
  }

  @Test
  void diskTapsTurnWithTheirArmAndAreMissingWhereNoSegmentIs() {
    ParsedMjcf model = ofRobot(robot(List.of(0, 1), Actuation.TENDON_TORQUE, 0));
    assertEquals(
        List.of(
            ROBOT + "central_disk_arm_1_tap_0",
            ROBOT + "central_disk_arm_1_tap_1",
            ROBOT + "central_disk_arm_1_tap_2",
            ROBOT + "central_disk_arm_1_tap_3"),
        model.names("//site[contains(@name, 'central_disk')]"));
    double side = 0.8 * 0.025 * Math.sqrt(0.5);
    double distance = Math.hypot(0.1, side);
    double angle = 0.4 * Math.PI + Math.atan2(side, 0.1);
    assertNumbers(
        model.named("site", ROBOT + "central_disk_arm_1_tap_0"),
        "pos",
        distance * Math.cos(angle),
        distance * Math.sin(angle),
        side);
  }

  @Test
  void tapsComeBeforeContactSitesAndTapByTap() {
    ParsedMjcf model = ofRobot(robot(List.of(1), Actuation.TENDON_TORQUE, 1));
    List<String> expected = new ArrayList<>();
    for (int tap = 0; tap < 4; tap++) {
      for (String place : List.of("proximal", "distal", "connector")) {
        expected.add(ROBOT + "arm_0_segment_0_" + place + "_tap_" + tap);
      }
    }
    expected.add(ROBOT + "arm_0_segment_0_contact_site");
    assertEquals(expected, model.names("//body[@name='" + ROBOT + "arm_0_segment_0']/site"));
  }

  @Test
  void tendonSensorsStandBetweenMotorsAndContacts() {
    ParsedMjcf model = ofRobot(robot(List.of(1), Actuation.TENDON_TORQUE, 1));
    List<String> sensors = model.names("/mujoco/sensor/*");
    String segment = ROBOT + "arm_0_segment_0";
    assertEquals(
        List.of(
            segment + "_tendon_3_torque_control_actuatorfrc_sensor",
            segment + "_tendon_0_tendonpos_sensor",
            segment + "_tendon_0_tendonvel_sensor",
            segment + "_tendon_1_tendonpos_sensor"),
        sensors.subList(14, 18));
    assertEquals(segment + "_contact_site_contact_sensor", sensors.get(sensors.size() - 1));
  }

  private static List<String> waypoints(ParsedMjcf model, String tendon) {
    return model.elements("//spatial[@name='" + tendon + "']/site").stream()
        .map(site -> site.getAttribute("site"))
        .toList();
  }
}
