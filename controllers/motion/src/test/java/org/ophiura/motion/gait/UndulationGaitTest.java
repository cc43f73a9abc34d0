package org.ophiura.motion.gait;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ophiura.motion.Allocation;
import org.ophiura.motion.Robots;
import org.ophiura.motion.SettingsDefaults;
import org.ophiura.motion.cpg.Cpg;
import org.ophiura.motion.cpg.CpgLayout;
import org.ophiura.motion.cpg.CpgNetwork;
import org.ophiura.motion.cpg.CpgParameters;
import org.ophiura.motion.cpg.InitialRanges;
import org.ophiura.motion.cpg.Oscillator;
import org.ophiura.motion.cpg.Plane;
import org.ophiura.motion.gait.UndulationSettings.SideArms;
import org.ophiura.motion.ode.Euler;
import org.ophiura.sim.RobotLayout;
import org.ophiura.sim.plugin.SettingException;

final class UndulationGaitTest {
  private static final RobotLayout ROBOT = Robots.brittleStar(3, 3, 3, 3, 3);
  private static final CpgNetwork JOINTS = CpgLayout.PER_JOINT.network(ROBOT, 10);
  private static final double PERIOD_SECONDS = 0.04;

  /** After 120 s rounding is left of a chain's way to its biases. */
  private static final double LOCKED_RADIANS = 1e-6;

  private static final UndulationSettings RESTING = with(SideArms.REST, 0.9, 0.6, 1);

  private static UndulationSettings with(
      SideArms sideArms, double outOfPlaneFraction, double lag, double taper) {
    return new UndulationSettings(
        0.8, outOfPlaneFraction, 4, lag, taper, 0.2, sideArms, 0.9, 0.9, 5, 4);
  }

  private static GaitModulator gait(CpgNetwork network, UndulationSettings settings) {
    return new UndulationGait().create(settings, GaitContext.of(network, ROBOT));
  }

  static Stream<UndulationSettings> settings() {
    return Stream.of(
        UndulationSettings.DEFAULT,
        RESTING,
        with(SideArms.PUSH, 0, 1.7, 0.8),
        with(SideArms.REST, 0.5, -0.6, 1.1));
  }

  @Test
  void defaultsAreThoseDeclared() throws ReflectiveOperationException {
    SettingsDefaults.assertDeclared(UndulationSettings.DEFAULT);
  }

  @ParameterizedTest
  @MethodSource("settings")
  void biasesAgreeAroundEveryLoopAlsoOfUnequalArms(UndulationSettings settings) {
    for (int[] segments : new int[][] {{3, 3, 3, 3, 3}, {2, 3, 0, 1, 2}, {0, 3, 2, 0, 1}}) {
      RobotLayout robot = Robots.brittleStar(segments);
      CpgNetwork network = CpgLayout.PER_JOINT.network(robot, 5);
      GaitModulator gait = new UndulationGait().create(settings, GaitContext.of(network, robot));
      assertDoesNotThrow(() -> Gaits.check("undulation", gait, network));
    }
  }

  @ParameterizedTest
  @MethodSource("settings")
  void eachActionIsTheFirstOneTurned(UndulationSettings settings) {
    GaitSymmetry.assertTurned(gait(JOINTS, settings), JOINTS);
  }

  @Test
  void theLeadingArmPointsAheadAndItsOppositesPush() {
    for (SideArms sideArms : SideArms.values()) {
      CpgParameters parameters = new CpgParameters(JOINTS.size());
      gait(JOINTS, with(sideArms, 0.5, 0.6, 1)).modulate(1, parameters);
      boolean join = sideArms == SideArms.PUSH;
      double bend = join ? 0 : 0.9;
      // Arms 2 and 3 follow the leading one, counter-clockwise; 4 and 0 come before it.
      assertInPlane(parameters, 1, 0, 0);
      assertInPlane(parameters, 2, join ? 0.8 : 0, bend);
      assertInPlane(parameters, 3, 0.8, -0.2);
      assertInPlane(parameters, 4, 0.8, 0.2);
      assertInPlane(parameters, 0, join ? 0.8 : 0, -bend);
      assertTargets(parameters, 1, Plane.OUT_OF_PLANE, 0, 0.9);
      assertTargets(parameters, 2, Plane.OUT_OF_PLANE, join ? 0.5 : 0, 0);
      assertTargets(parameters, 3, Plane.OUT_OF_PLANE, 0.5, 0);
    }
  }

  private static void assertInPlane(
      CpgParameters parameters, int arm, double amplitude, double offset) {
    assertTargets(parameters, arm, Plane.IN_PLANE, amplitude, offset);
  }

  /** All segments of an arm have these targets, as fractions of the joint limit. */
  private static void assertTargets(
      CpgParameters parameters, int arm, Plane plane, double amplitude, double offset) {
    double limit = plane == Plane.IN_PLANE ? Robots.IN_PLANE_LIMIT : Robots.OUT_OF_PLANE_LIMIT;
    for (int segment = 0; segment < 3; segment++) {
      int i = index(arm, segment, plane);
      String name = JOINTS.oscillators().get(i).name();
      assertEquals(amplitude * limit, parameters.amplitudes().get(i, 0), 1e-15, name);
      assertEquals(offset * limit, parameters.offsets().get(i, 0), 1e-15, name);
    }
  }

  private static int index(int arm, int segment, Plane plane) {
    return JOINTS.oscillators().indexOf(new Oscillator(arm, segment, plane));
  }

  @ParameterizedTest
  @MethodSource("settings")
  void theWaveTravelsAlongTheOppositeArmsFromEveryStart(UndulationSettings settings) {
    GaitModulator gait = gait(JOINTS, settings);
    Cpg cpg = new Cpg(JOINTS, 20, 20, new Euler(), PERIOD_SECONDS);
    gait.modulate(0, cpg.parameters());
    for (int seed = 0; seed < 10; seed++) {
      cpg.reset(new SplittableRandom(seed), new InitialRanges(Math.PI, 0, 0));
      for (int k = 0; k < 120 / PERIOD_SECONDS; k++) {
        cpg.step();
      }
      for (int arm : new int[] {2, 3}) {
        for (int segment = 1; segment < 3; segment++) {
          double behind =
              cpg.phase(index(arm, segment - 1, Plane.IN_PLANE))
                  - cpg.phase(index(arm, segment, Plane.IN_PLANE));
          assertEquals(
              0,
              Math.IEEEremainder(behind - settings.segmentLag(), 2 * Math.PI),
              LOCKED_RADIANS,
              "arm " + arm + " segment " + segment + ", seed " + seed);
        }
      }
    }
  }

  /**
   * The arms after the leading one sweep backwards by bending to their left, those before it not.
   */
  @Test
  void aSegmentIsDownWhileItSweepsBackwards() {
    GaitModulator gait = gait(JOINTS, UndulationSettings.DEFAULT);
    Cpg cpg = new Cpg(JOINTS, 20, 20, new Euler(), PERIOD_SECONDS);
    gait.modulate(0, cpg.parameters());
    cpg.reset(new SplittableRandom(2), new InitialRanges(Math.PI, 0, 0));
    for (int k = 0; k < 120 / PERIOD_SECONDS; k++) {
      cpg.step();
    }
    for (int arm = 1; arm < 5; arm++) {
      double work = 0;
      for (int k = 0; k < 200; k++) {
        double before = cpg.output(index(arm, 1, Plane.IN_PLANE));
        cpg.step();
        double backwards =
            (arm <= 2 ? 1 : -1) * (cpg.output(index(arm, 1, Plane.IN_PLANE)) - before);
        work += backwards * cpg.output(index(arm, 1, Plane.OUT_OF_PLANE));
      }
      // In five strokes a quarter apart: 5 pi times the product of the amplitudes (rad^2).
      double amplitudes = 0.8 * Robots.IN_PLANE_LIMIT * 0.9 * Robots.OUT_OF_PLANE_LIMIT;
      assertEquals(-5 * Math.PI * amplitudes, work, 0.1 * 5 * Math.PI * amplitudes, "arm " + arm);
    }
  }

  @Test
  void modulationAllocatesNothing() {
    GaitModulator gait = gait(JOINTS, UndulationSettings.DEFAULT);
    CpgParameters parameters = new CpgParameters(JOINTS.size());
    assertEquals(
        0,
        Allocation.bytes(
            () -> {
              for (int action = 0; action < 5; action++) {
                gait.modulate(action, parameters);
              }
            }));
  }

  @Test
  void restsReachTheSchedule() {
    assertEquals(new DecisionSchedule(50, 5, 4), gait(JOINTS, RESTING).schedule(50));
  }

  @Test
  void oscillatorsOfWholeArmsAreRefused() {
    CpgNetwork ten = CpgLayout.TEN_OSCILLATOR.network(ROBOT, 5);
    SettingException e =
        assertThrows(SettingException.class, () -> gait(ten, UndulationSettings.DEFAULT));
    assertEquals("type", e.path());
    assertTrue(e.rule().contains("use the layout per-joint"), e.getMessage());
  }

  @Test
  void twoArmsAreRefused() {
    CpgNetwork network = CpgLayout.PER_JOINT.network(Robots.brittleStar(2, 0, 2, 0, 0), 5);
    SettingException e =
        assertThrows(SettingException.class, () -> gait(network, UndulationSettings.DEFAULT));
    assertTrue(e.rule().contains("[0, 2]"), e.getMessage());
  }

  @Test
  void aTaperThatGrowsBeyondTheJointLimitIsRefused() {
    SettingException e =
        assertThrows(
            SettingException.class, () -> gait(JOINTS, with(SideArms.REST, 0.9, 0.6, 1.2)));
    assertEquals("taper", e.path());
  }
}
