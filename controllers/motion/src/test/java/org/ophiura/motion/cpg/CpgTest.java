package org.ophiura.motion.cpg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ophiura.motion.Allocation;
import org.ophiura.motion.Robots;
import org.ophiura.motion.ode.Euler;
import org.ophiura.motion.ode.OdeMethod;
import org.ophiura.motion.ode.RungeKutta4;

final class CpgTest {
  private static final CpgNetwork FIVE_ARMS = CpgNetwork.perArm(List.of(0, 1, 2, 3, 4), 5);
  private static final CpgNetwork TWO_ARMS = CpgNetwork.perArm(List.of(0, 2), 5);
  private static final InitialRanges NOTEBOOK_000 = new InitialRanges(Math.PI, 1, 1);

  /** RK4 at a step of 1 ms errs by about (a h)^4 / 120 = 1e-9 of the deviation. */
  private static final double FINE_STEP = 1e-9;

  @Test
  void amplitudesAndOffsetsAreCriticallyDamped() {
    double gain = 20;
    double start = 0.3;
    double target = 0.7;
    Cpg cpg = new Cpg(TWO_ARMS, gain, gain, new RungeKutta4(), 1e-3);
    cpg.reset(new double[4], new double[] {start, 0, 0, 0}, new double[] {0, start, 0, 0});
    cpg.parameters().setTarget(0, target, 0);
    cpg.parameters().setTarget(1, 0, target);
    double highest = start;
    for (int k = 1; k <= 1_000; k++) {
      cpg.step();
      double t = k * 1e-3;
      double deviation = start - target;
      double expected = target + (deviation + gain / 2 * deviation * t) * Math.exp(-gain / 2 * t);
      assertEquals(expected, cpg.amplitude(0), FINE_STEP);
      assertEquals(expected, cpg.offset(1), FINE_STEP);
      highest = Math.max(highest, cpg.amplitude(0));
    }
    assertTrue(highest < target, "overshoots to " + highest);
    assertEquals(target, highest, 1e-3);
  }

  @Test
  void anUncoupledOscillatorTurnsAtItsFrequency() {
    Cpg cpg = new Cpg(CpgNetwork.perArm(List.of(0, 2), 0), 20, 20, new RungeKutta4(), 0.01);
    cpg.reset(new double[] {1, 0, 0, 0}, new double[4], new double[4]);
    cpg.parameters().setAngularFrequency(3);
    for (int k = 0; k < 100; k++) {
      cpg.step();
    }
    assertEquals(4, cpg.phase(0), 1e-12);
    assertEquals(3, cpg.phase(1), 1e-12);
  }

  @Test
  void theOutputIsTheOffsetPlusTheSwing() {
    Cpg cpg = new Cpg(TWO_ARMS, 20, 20, new Euler(), 0.04);
    cpg.reset(
        new double[] {0, Math.PI, Math.PI / 3, 2},
        new double[] {0.5, 0.5, 0.5, 0},
        new double[] {0, 0.1, 0.2, 0.3});
    assertEquals(0.5, cpg.output(0), 1e-15);
    assertEquals(-0.4, cpg.output(1), 1e-15);
    assertEquals(0.45, cpg.output(2), 1e-15);
    assertEquals(0.3, cpg.output(3), 1e-15);
  }

  @Test
  void anOscillatorOfAmplitudeZeroPullsOnNobody() {
    Cpg cpg = new Cpg(TWO_ARMS, 20, 20, new Euler(), 0.01);
    cpg.reset(new double[] {0, 1, 2, 3}, new double[] {0.5, 0, 0, 0}, new double[4]);
    cpg.step();
    assertEquals(0, cpg.phase(0));
    assertEquals(1 + 0.01 * 5 * 0.5 * Math.sin(-1), cpg.phase(1), 1e-15);
  }

  @Test
  void halvingTheStepHalvesTheGreatestChangeOfOutputsUnderAbruptModulation() {
    double coarse = greatestChange(0.004);
    double fine = greatestChange(0.002);
    assertTrue(coarse > 0);
    assertEquals(2, coarse / fine, 0.1);
  }

  @Test
  void abruptAmplitudesAndOffsetsLeaveNoKinkInTheOutputs() {
    // The second difference of a curve with a continuous first derivative falls as h^2.
    assertEquals(4, greatestBend(0.002) / greatestBend(0.001), 0.4);
  }

  /** Greatest change in a step while all parameters jump every half second. */
  private static double greatestChange(double stepSeconds) {
    Cpg cpg = new Cpg(FIVE_ARMS, 20, 20, new RungeKutta4(), stepSeconds);
    cpg.reset(new SplittableRandom(5), NOTEBOOK_000);
    SplittableRandom jumps = new SplittableRandom(6);
    double greatest = 0;
    double[] before = new double[cpg.size()];
    for (int k = 0; k < 4 / stepSeconds; k++) {
      if (k % Math.round(0.5 / stepSeconds) == 0) {
        jump(cpg.parameters(), jumps, true);
      }
      for (int i = 0; i < before.length; i++) {
        before[i] = cpg.output(i);
      }
      cpg.step();
      for (int i = 0; i < before.length; i++) {
        greatest = Math.max(greatest, Math.abs(cpg.output(i) - before[i]));
      }
    }
    return greatest;
  }

  /** Greatest second difference while amplitudes and offsets jump every half second. */
  private static double greatestBend(double stepSeconds) {
    Cpg cpg = new Cpg(FIVE_ARMS, 20, 20, new RungeKutta4(), stepSeconds);
    cpg.parameters().setAngularFrequency(3);
    SplittableRandom jumps = new SplittableRandom(6);
    double greatest = 0;
    double[] last = new double[cpg.size()];
    double[] lastChange = new double[cpg.size()];
    for (int k = 0; k < 4 / stepSeconds; k++) {
      if (k % Math.round(0.5 / stepSeconds) == 0) {
        jump(cpg.parameters(), jumps, false);
      }
      cpg.step();
      for (int i = 0; i < last.length; i++) {
        double change = cpg.output(i) - last[i];
        if (k > 0) {
          greatest = Math.max(greatest, Math.abs(change - lastChange[i]));
        }
        lastChange[i] = change;
        last[i] = cpg.output(i);
      }
    }
    return greatest;
  }

  private static void jump(CpgParameters parameters, SplittableRandom random, boolean phases) {
    for (int i = 0; i < parameters.size(); i++) {
      parameters.setTarget(i, random.nextDouble(), random.nextDouble(-0.5, 0.5));
      if (phases) {
        parameters.angularFrequencies().set(i, 0, random.nextDouble(0, 7));
        for (int j = 0; j < i; j++) {
          parameters.setCoupledBias(i, j, random.nextDouble(-Math.PI, Math.PI));
        }
      }
    }
  }

  @Test
  void theSameSeedGivesTheSameBitsAlsoAfterOtherEpisodes() {
    Cpg one = new Cpg(FIVE_ARMS, 20, 20, new Euler(), 0.04);
    Cpg other = new Cpg(FIVE_ARMS, 20, 20, new Euler(), 0.04);
    other.reset(new SplittableRandom(1), NOTEBOOK_000);
    for (int k = 0; k < 10; k++) {
      other.step();
    }
    one.reset(new SplittableRandom(7), NOTEBOOK_000);
    other.reset(new SplittableRandom(7), NOTEBOOK_000);
    for (int k = 0; k < 100; k++) {
      one.step();
      other.step();
      for (int i = 0; i < one.size(); i++) {
        assertEquals(one.output(i), other.output(i));
        assertEquals(one.phase(i), other.phase(i));
      }
    }
  }

  @Test
  void randomStartsStayWithinTheirRanges() {
    Cpg cpg = new Cpg(FIVE_ARMS, 20, 20, new Euler(), 0.04);
    SplittableRandom random = new SplittableRandom(8);
    double leastPhase = 0;
    double greatestPhase = 0;
    double greatestAmplitude = 0;
    double leastOffset = 0;
    for (int start = 0; start < 1_000; start++) {
      cpg.reset(random, new InitialRanges(2, 0.5, 0.1));
      for (int i = 0; i < cpg.size(); i++) {
        leastPhase = Math.min(leastPhase, cpg.phase(i));
        greatestPhase = Math.max(greatestPhase, cpg.phase(i));
        greatestAmplitude = Math.max(greatestAmplitude, cpg.amplitude(i));
        leastOffset = Math.min(leastOffset, cpg.offset(i));
        assertTrue(cpg.amplitude(i) >= 0);
      }
    }
    // The extremes of 10,000 uniform draws lie within 1 in 1,000 of the ends (but for e^-5).
    assertEquals(-2, leastPhase, 2e-3);
    assertEquals(2, greatestPhase, 2e-3);
    assertEquals(0.5, greatestAmplitude, 1e-3);
    assertEquals(-0.1, leastOffset, 1e-4);
  }

  @Test
  void startsDrawTheSameNumbersWhateverTheRanges() {
    SplittableRandom one = new SplittableRandom(9);
    SplittableRandom other = new SplittableRandom(9);
    Cpg cpg = new Cpg(FIVE_ARMS, 20, 20, new Euler(), 0.04);
    cpg.reset(one, NOTEBOOK_000);
    double phase = cpg.phase(0);
    cpg.reset(other, InitialRanges.REST);
    assertNotEquals(phase, cpg.phase(0));
    assertEquals(one.nextLong(), other.nextLong());
  }

  @ParameterizedTest
  @EnumSource(OdeMethod.class)
  void stepsAndResetsAllocateNothing(OdeMethod method) {
    Cpg cpg = new Cpg(FIVE_ARMS, 20, 20, method.create(), 0.01);
    SplittableRandom random = new SplittableRandom(1);
    JointMapping mapping = new JointMapping(FIVE_ARMS, Robots.brittleStar(3, 3, 3, 3, 3));
    double[] targets = new double[30];
    CpgParameters parameters = new CpgParameters(10);
    assertEquals(
        0,
        Allocation.bytes(
            () -> {
              cpg.reset(random, NOTEBOOK_000);
              cpg.parameters().set(parameters);
              cpg.step();
              mapping.read(cpg, targets);
            }));
  }

  @Test
  void gainsAndStepsThatAreNotPositiveAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Cpg(TWO_ARMS, 0, 20, new Euler(), 0.04));
    assertThrows(
        IllegalArgumentException.class, () -> new Cpg(TWO_ARMS, 20, -1, new Euler(), 0.04));
    assertThrows(
        IllegalArgumentException.class, () -> new Cpg(TWO_ARMS, 20, 20, new Euler(), Double.NaN));
  }

  @Test
  void aStartOfAnotherSizeIsRefused() {
    Cpg cpg = new Cpg(TWO_ARMS, 20, 20, new Euler(), 0.04);
    assertThrows(
        IllegalArgumentException.class,
        () -> cpg.reset(new double[4], new double[4], new double[3]));
  }
}
