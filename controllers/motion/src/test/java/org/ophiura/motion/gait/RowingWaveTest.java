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
import org.junit.jupiter.params.provider.ValueSource;
import org.ophiura.motion.Robots;
import org.ophiura.motion.cpg.Cpg;
import org.ophiura.motion.cpg.CpgLayout;
import org.ophiura.motion.cpg.CpgNetwork;
import org.ophiura.motion.cpg.CpgParameters;
import org.ophiura.motion.cpg.InitialRanges;
import org.ophiura.motion.cpg.Oscillator;
import org.ophiura.motion.cpg.Plane;
import org.ophiura.motion.ode.Euler;
import org.ophiura.motion.ode.RungeKutta4;
import org.ophiura.sim.RobotLayout;
import org.ophiura.sim.plugin.SettingException;

/** Rowing with one oscillator per joint: a wave along the arms. */
final class RowingWaveTest {
  private static final RobotLayout ROBOT = Robots.brittleStar(3, 3, 3, 3, 3);
  private static final CpgNetwork TEN = CpgLayout.TEN_OSCILLATOR.network(ROBOT, 5);
  private static final CpgNetwork JOINTS = CpgLayout.PER_JOINT.network(ROBOT, 5);
  private static final double PERIOD_SECONDS = 0.04;

  /** Chains of joints lock slowly: after this time rounding is left. */
  private static final int LOCKING_STEPS = (int) (120 / PERIOD_SECONDS);

  private static final double LOCKED_RADIANS = 1e-6;

  private static RowingSettings settings(boolean reverse, double lag, double taper) {
    return new RowingSettings(0.8, 1.5 * Math.PI, true, reverse, 0, 0, lag, taper);
  }

  private static GaitModulator gait(CpgNetwork network, RowingSettings settings) {
    return new RowingGait().create(settings, GaitContext.of(network, ROBOT));
  }

  static Stream<RowingSettings> bothNotebooksAndWaves() {
    return Stream.of(
        new RowingSettings(1, Math.PI, true, false, 0, 0),
        new RowingSettings(0.25, 2 * Math.PI, false, false, 5, 5),
        new RowingSettings(0.25, 2 * Math.PI, false, true, 5, 5),
        settings(false, 0.7, 0.9),
        settings(true, 0.7, 0.9),
        settings(false, -0.3, 1.1));
  }

  @ParameterizedTest
  @MethodSource("bothNotebooksAndWaves")
  void biasesAgreeAroundEveryLoopAlsoOfUnequalArms(RowingSettings settings) {
    for (int[] segments : new int[][] {{3, 3, 3, 3, 3}, {2, 3, 0, 1, 2}, {0, 3, 2, 0, 1}}) {
      RobotLayout robot = Robots.brittleStar(segments);
      CpgNetwork network = CpgLayout.PER_JOINT.network(robot, 5);
      GaitModulator gait = new RowingGait().create(settings, GaitContext.of(network, robot));
      assertDoesNotThrow(() -> Gaits.check("rowing", gait, network));
    }
  }

  @ParameterizedTest
  @MethodSource("bothNotebooksAndWaves")
  void eachActionIsTheFirstOneTurned(RowingSettings settings) {
    GaitSymmetry.assertTurned(gait(JOINTS, settings), JOINTS);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void armsThatRowAsAWholeAreTurnedToo(boolean leadingArmBiases) {
    RowingSettings settings = new RowingSettings(0.25, 6, leadingArmBiases, false, 5, 5);
    GaitSymmetry.assertTurned(gait(TEN, settings), TEN);
  }

  @Test
  void reverseNegatesAllBiasesAndNothingElse() {
    for (CpgNetwork network : new CpgNetwork[] {TEN, JOINTS}) {
      double lag = network == TEN ? 0 : 0.7;
      GaitModulator forwards = gait(network, settings(false, lag, 1));
      GaitModulator backwards = gait(network, settings(true, lag, 1));
      CpgParameters there = new CpgParameters(network.size());
      CpgParameters back = new CpgParameters(network.size());
      for (int action = 0; action < 5; action++) {
        forwards.modulate(action, there);
        backwards.modulate(action, back);
        GaitSymmetry.assertSame(
            there, back, GaitSymmetry.unturned(network), -1, "action " + action);
      }
    }
  }

  @Test
  void amplitudesTaperAlongTheRowingArmsAndTheLiftDoesNot() {
    CpgParameters parameters = new CpgParameters(JOINTS.size());
    gait(JOINTS, settings(false, 0.7, 0.5)).modulate(2, parameters);
    double first = 0.8 * Robots.IN_PLANE_LIMIT;
    for (int i = 0; i < JOINTS.size(); i++) {
      Oscillator o = JOINTS.oscillators().get(i);
      boolean leads = o.arm() == 2;
      // Halves are exact.
      assertEquals(
          leads ? 0 : first / (1 << o.segment()), parameters.amplitudes().get(i, 0), o.name());
      assertEquals(
          leads && o.plane() == Plane.OUT_OF_PLANE ? first : 0,
          parameters.offsets().get(i, 0),
          o.name());
    }
  }

  @Test
  void withoutLagAndTaperJointsMoveAsTheirArmsDo() {
    Cpg joints = locked(JOINTS, settings(false, 0, 1), 3);
    Cpg arms = locked(TEN, settings(false, 0, 1), 4);
    // Both strokes are the same but for where in the stroke they are.
    double ahead = joints.phase(first(JOINTS, 1)) - arms.phase(first(TEN, 1));
    double[] phases = new double[10];
    double[] amplitudes = new double[10];
    double[] offsets = new double[10];
    for (int i = 0; i < 10; i++) {
      phases[i] = arms.phase(i) + ahead;
      amplitudes[i] = arms.amplitude(i);
      offsets[i] = arms.offset(i);
    }
    arms.reset(phases, amplitudes, offsets);
    double swing = 0;
    for (int k = 0; k < 50; k++) {
      for (int i = 0; i < JOINTS.size(); i++) {
        Oscillator o = JOINTS.oscillators().get(i);
        int whole = TEN.oscillators().indexOf(Oscillator.ofArm(o.arm(), o.plane()));
        assertEquals(arms.output(whole), joints.output(i), LOCKED_RADIANS, o.name() + ", " + k);
        swing = Math.max(swing, Math.abs(joints.output(i)));
      }
      joints.step();
      arms.step();
    }
    assertEquals(0.8 * Robots.IN_PLANE_LIMIT, swing, 0.01, "the arms do row");
  }

  private static Cpg locked(CpgNetwork network, RowingSettings settings, int seed) {
    Cpg cpg = new Cpg(network, 20, 20, new Euler(), PERIOD_SECONDS);
    gait(network, settings).modulate(0, cpg.parameters());
    cpg.reset(new SplittableRandom(seed), new InitialRanges(Math.PI, 0, 0));
    for (int k = 0; k < LOCKING_STEPS; k++) {
      cpg.step();
    }
    return cpg;
  }

  /** The oscillator of the first in-plane joint of an arm. */
  private static int first(CpgNetwork network, int arm) {
    for (int i = 0; i < network.size(); i++) {
      if (network.oscillators().get(i).arm() == arm) {
        return i;
      }
    }
    throw new AssertionError("no arm " + arm);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.7, -0.4})
  void eachSegmentFollowsTheOneBeforeItByTheLag(double lag) {
    for (int seed = 0; seed < 10; seed++) {
      Cpg cpg = locked(JOINTS, settings(false, lag, 0.9), seed);
      for (int i = 0; i < JOINTS.size(); i++) {
        Oscillator o = JOINTS.oscillators().get(i);
        if (o.arm() != 0 && o.segment() > 0) {
          // The joint of the same plane, one segment nearer the disk.
          double behind = cpg.phase(i - 2) - cpg.phase(i);
          assertEquals(
              0,
              Math.IEEEremainder(behind - lag, 2 * Math.PI),
              LOCKED_RADIANS,
              o.name() + ", seed " + seed);
        }
      }
    }
  }

  @Test
  void theCrestReachesTheNextSegmentAfterLagOverFrequency() {
    // 8 ticks of a stroke of 50.
    double omega = 2 * Math.PI / (50 * PERIOD_SECONDS);
    double lag = omega * 8 * PERIOD_SECONDS;
    GaitModulator gait = gait(JOINTS, new RowingSettings(0.8, omega, true, false, 0, 0, lag, 1));
    Cpg cpg = new Cpg(JOINTS, 20, 20, new RungeKutta4(), PERIOD_SECONDS);
    gait.modulate(0, cpg.parameters());
    cpg.reset(new SplittableRandom(1), new InitialRanges(Math.PI, 0, 0));
    for (int k = 0; k < LOCKING_STEPS; k++) {
      cpg.step();
    }
    double[] inner = new double[50];
    for (int k = 0; k < 58; k++) {
      if (k < 50) {
        inner[k] = cpg.output(first(JOINTS, 1));
      }
      if (k >= 8) {
        assertEquals(inner[k - 8], cpg.output(first(JOINTS, 1) + 2), LOCKED_RADIANS, "tick " + k);
      }
      cpg.step();
    }
  }

  @Test
  void aWaveThatNoOscillatorWouldFollowIsRefused() {
    assertRefused(TEN, settings(false, 0.5, 1), "segment-lag", "got 0.5; use the layout per-joint");
    assertRefused(TEN, settings(false, 0, 0.9), "taper", "got 0.9; use the layout per-joint");
  }

  @Test
  void aTaperThatGrowsBeyondTheJointLimitIsRefused() {
    // 0.8 times 1.2 squared is 1.152.
    assertRefused(JOINTS, settings(false, 0, 1.2), "taper", "1.152 times the limit");
    assertDoesNotThrow(() -> gait(JOINTS, settings(false, 0, 1.1)));
  }

  private static void assertRefused(
      CpgNetwork network, RowingSettings settings, String path, String part) {
    SettingException e = assertThrows(SettingException.class, () -> gait(network, settings));
    assertEquals(path, e.path());
    assertTrue(e.rule().contains(part), e.getMessage());
  }
}
