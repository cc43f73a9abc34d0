package org.ophiura.motion.gait;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.ophiura.motion.Robots;
import org.ophiura.motion.SettingsDefaults;
import org.ophiura.motion.cpg.Cpg;
import org.ophiura.motion.cpg.CpgLayout;
import org.ophiura.motion.cpg.CpgNetwork;
import org.ophiura.motion.cpg.CpgParameters;
import org.ophiura.motion.cpg.InitialRanges;
import org.ophiura.motion.ode.RungeKutta4;
import org.ophiura.sim.JointSpec;
import org.ophiura.sim.RobotLayout;
import org.ophiura.sim.plugin.Choice;
import org.ophiura.sim.plugin.Plugins;
import org.ophiura.sim.plugin.SettingException;

final class GaitsTest {
  private static final RobotLayout TWO_ARMS = Robots.brittleStar(2, 0, 2, 0, 0);
  private static final CpgNetwork FOUR = CpgLayout.FOUR_OSCILLATOR.network(TWO_ARMS, 5);

  private static Plugins<GaitPlugin<?>> plugins() {
    return Plugins.load("gait", GaitPlugin.class);
  }

  @Test
  void gaitsAreFoundByTheirIds() {
    assertEquals(
        List.of("explicit", "rowing", "two-arm", "undulation"),
        plugins().all().stream().map(GaitPlugin::id).toList());
  }

  @Test
  void aGaitIsMadeFromAChoice() {
    GaitModulator gait =
        Gaits.create(
            new Choice<>(plugins().get("two-arm"), TwoArmSettings.DEFAULT),
            GaitContext.of(FOUR, TWO_ARMS));
    assertEquals(1, gait.actionCount());
    assertEquals(new DecisionSchedule(25, 0, 0), gait.schedule(25));
  }

  @Test
  void aGaitWhoseBiasesContradictEachOtherIsRefusedNamingTheLoop() {
    GaitModulator literalDraft =
        new GaitModulator() {
          @Override
          public int actionCount() {
            return 2;
          }

          @Override
          public void modulate(int action, CpgParameters out) {
            for (int i = 0; i < 4; i++) {
              out.setTarget(i, 0.5, 0);
            }
            out.setCoupledBias(0, 1, Math.PI);
            out.setCoupledBias(2, 3, Math.PI);
            out.setCoupledBias(0, 2, action * Math.PI);
          }
        };
    SettingException e =
        assertThrows(SettingException.class, () -> Gaits.check("draft", literalDraft, FOUR));
    assertTrue(e.rule().contains("of gait 'draft', action 1"), e.getMessage());
    assertTrue(e.rule().contains("arm 2 out-of-plane"), e.getMessage());
  }

  @Test
  void twoArmDefaultsAreThoseDeclared() throws ReflectiveOperationException {
    SettingsDefaults.assertDeclared(TwoArmSettings.DEFAULT);
    assertEquals(2 * Math.PI, TwoArmSettings.DEFAULT.angularFrequency());
  }

  @Test
  void twoArmsStrokeTogetherWithTheirPlanesInAntiPhase() {
    GaitModulator gait =
        Gaits.create(
            new Choice<>(new TwoArmGait(), TwoArmSettings.DEFAULT), GaitContext.of(FOUR, TWO_ARMS));
    Cpg cpg = new Cpg(FOUR, 20, 20, new RungeKutta4(), 0.04);
    gait.modulate(0, cpg.parameters());
    for (int seed = 0; seed < 100; seed++) {
      cpg.reset(new SplittableRandom(seed), new InitialRanges(Math.PI, 1, 1));
      for (int k = 0; k < 500; k++) {
        cpg.step();
      }
      for (int k = 0; k < 25; k++) {
        cpg.step();
        double inPlane = cpg.output(0) / Robots.IN_PLANE_LIMIT;
        assertEquals(inPlane, cpg.output(2) / Robots.IN_PLANE_LIMIT, 1e-9, "seed " + seed);
        assertEquals(-inPlane, cpg.output(1) / Robots.OUT_OF_PLANE_LIMIT, 1e-9, "seed " + seed);
        assertEquals(-inPlane, cpg.output(3) / Robots.OUT_OF_PLANE_LIMIT, 1e-9, "seed " + seed);
      }
    }
  }

  @Test
  void theTwoArmGaitRefusesFiveArms() {
    RobotLayout robot = Robots.brittleStar(1, 1, 1, 1, 1);
    CpgNetwork network = CpgLayout.TEN_OSCILLATOR.network(robot, 5);
    SettingException e =
        assertThrows(
            SettingException.class,
            () -> new TwoArmGait().create(TwoArmSettings.DEFAULT, GaitContext.of(network, robot)));
    assertTrue(e.rule().contains("[0, 1, 2, 3, 4]"), e.getMessage());
  }

  @Test
  void limitsAreTheLeastOfEachPlane() {
    GaitContext context = GaitContext.of(FOUR, TWO_ARMS);
    assertEquals(Robots.IN_PLANE_LIMIT, context.inPlaneLimitRadians());
    assertEquals(Robots.OUT_OF_PLANE_LIMIT, context.outOfPlaneLimitRadians());
    assertEquals(0.25, GaitContext.of(FOUR, withRange(0, -0.25, 1)).inPlaneLimitRadians());
  }

  @Test
  void aJointWithoutLimitsOnBothSidesIsRefusedByName() {
    for (double lower : new double[] {Double.NEGATIVE_INFINITY, 0, 0.1}) {
      RobotLayout robot = withRange(3, lower, Double.POSITIVE_INFINITY);
      SettingException e = assertThrows(SettingException.class, () -> GaitContext.of(FOUR, robot));
      assertTrue(e.rule().contains("Star/arm_0_segment_1_out_of_plane_joint"), e.getMessage());
    }
  }

  private static RobotLayout withRange(int joint, double lower, double upper) {
    List<JointSpec> joints = new ArrayList<>(TWO_ARMS.joints());
    joints.set(joint, new JointSpec(joints.get(joint).name(), lower, upper));
    return new RobotLayout("star.xml", joints, TWO_ARMS.actuators(), List.of());
  }
}
