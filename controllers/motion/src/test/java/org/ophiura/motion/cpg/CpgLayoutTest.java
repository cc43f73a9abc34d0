package org.ophiura.motion.cpg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ophiura.motion.Robots;
import org.ophiura.motion.ode.OdeMethod;
import org.ophiura.sim.RobotLayout;
import org.ophiura.sim.plugin.SettingException;

final class CpgLayoutTest {
  @Test
  void namesAreThoseOfTrialFiles() {
    assertEquals(
        List.of("four-oscillator", "ten-oscillator", "per-joint"),
        Arrays.stream(CpgLayout.values()).map(CpgLayout::id).toList());
  }

  @Test
  void everyJointOfAnArmFollowsTheArmsOscillatorOfItsPlane() {
    assertTargets(
        CpgLayout.TEN_OSCILLATOR,
        Robots.brittleStar(2, 1, 1, 1, 1),
        new double[] {0, 1, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9});
  }

  @Test
  void oscillatorsOfLostArmsDriveNothing() {
    assertTargets(
        CpgLayout.TEN_OSCILLATOR,
        Robots.brittleStar(0, 1, 0, 2, 0),
        new double[] {2, 3, 6, 7, 6, 7});
  }

  @Test
  void fourOscillatorsDriveTheTwoArmsThatThereAre() {
    assertTargets(
        CpgLayout.FOUR_OSCILLATOR,
        Robots.brittleStar(2, 0, 2, 0, 0),
        new double[] {0, 1, 0, 1, 2, 3, 2, 3});
  }

  @Test
  void oneOscillatorForEachJoint() {
    assertTargets(
        CpgLayout.PER_JOINT,
        Robots.brittleStar(2, 0, 1, 1, 0),
        new double[] {0, 1, 2, 3, 4, 5, 6, 7});
  }

  @Test
  void jointsAreFoundByTheirNamesInAnyOrderAmongOthers() {
    List<String> names = new ArrayList<>(Robots.names(1, 1, 1, 1, 1));
    Collections.reverse(names);
    names.add(0, "gripper");
    RobotLayout robot = Robots.layout("rad", names);
    assertTargets(CpgLayout.TEN_OSCILLATOR, robot, new double[] {9, 8, 7, 6, 5, 4, 3, 2, 1, 0});
  }

  @Test
  void namesWithoutPrefixAreKnownToo() {
    RobotLayout robot =
        Robots.layout(
            "rad", List.of("arm_0_segment_0_in_plane_joint", "arm_0_segment_0_out_of_plane_joint"));
    assertTargets(CpgLayout.PER_JOINT, robot, new double[] {0, 1});
  }

  @Test
  void jointsAreFoundWhateverDrivesThem() {
    assertTargets(CpgLayout.PER_JOINT, Robots.tendons(1, 0, 1, 0, 0), new double[] {0, 1, 2, 3});
  }

  /** Starts every oscillator at an offset equal to its index, and looks at the targets. */
  private static void assertTargets(CpgLayout layout, RobotLayout robot, double[] expected) {
    CpgNetwork network = layout.network(robot, 5);
    Cpg cpg = new Cpg(network, 20, 20, OdeMethod.EULER.create(), 0.04);
    double[] offsets = new double[network.size()];
    for (int i = 0; i < offsets.length; i++) {
      offsets[i] = i;
    }
    cpg.reset(new double[network.size()], new double[network.size()], offsets);
    JointMapping mapping = new JointMapping(network, robot);
    double[] targets = new double[mapping.size()];
    mapping.read(cpg, targets);
    assertArrayEquals(expected, targets);
  }

  @ParameterizedTest
  @EnumSource(CpgLayout.class)
  void aRobotWithoutArmJointsIsRefusedByTheNamesThatAreMissing(CpgLayout layout) {
    assertRefused(
        layout,
        Robots.layout("rad", List.of("left_knee", "right_knee")),
        "arm_{i}_segment_{s}_in_plane_joint",
        "star.xml",
        "left_knee, right_knee");
    assertRefused(layout, Robots.layout("rad", List.of()), "it has no joints");
  }

  @ParameterizedTest
  @EnumSource(CpgLayout.class)
  void aMissingJointIsNamed(CpgLayout layout) {
    List<String> names = new ArrayList<>(Robots.names(2, 0, 2, 0, 0));
    assertTrue(names.remove("Star/arm_2_segment_0_out_of_plane_joint"));
    assertRefused(layout, Robots.layout("rad", names), "has no arm_2_segment_0_out_of_plane_joint");
  }

  @Test
  void fourOscillatorsRefuseFiveArms() {
    assertRefused(
        CpgLayout.FOUR_OSCILLATOR,
        Robots.brittleStar(1, 1, 1, 1, 1),
        "two arms",
        "[0, 1, 2, 3, 4]");
  }

  @ParameterizedTest
  @EnumSource(
      value = CpgLayout.class,
      names = {"TEN_OSCILLATOR", "PER_JOINT"})
  void aSixthArmIsRefused(CpgLayout layout) {
    assertRefused(layout, Robots.brittleStar(1, 1, 1, 1, 1, 1), "arms 0 to 4", "5]");
  }

  private static void assertRefused(CpgLayout layout, RobotLayout robot, String... parts) {
    SettingException e = assertThrows(SettingException.class, () -> layout.network(robot, 5));
    assertEquals("layout", e.path());
    for (String part : parts) {
      assertTrue(e.rule().contains(part), e.getMessage());
    }
  }
}
