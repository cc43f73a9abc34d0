package org.ophiura.motion.gait;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ophiura.motion.Allocation;
import org.ophiura.motion.Golden;
import org.ophiura.motion.Robots;
import org.ophiura.motion.SettingsDefaults;
import org.ophiura.motion.cpg.Cpg;
import org.ophiura.motion.cpg.CpgLayout;
import org.ophiura.motion.cpg.CpgNetwork;
import org.ophiura.motion.cpg.CpgParameters;
import org.ophiura.motion.cpg.InitialRanges;
import org.ophiura.motion.cpg.Plane;
import org.ophiura.motion.ode.Euler;
import org.ophiura.sim.RobotLayout;
import org.ophiura.sim.plugin.SettingException;

final class RowingGaitTest {
  private static final RobotLayout ROBOT = Robots.brittleStar(3, 3, 3, 3, 3);
  private static final CpgNetwork TEN = CpgLayout.TEN_OSCILLATOR.network(ROBOT, 5);
  private static final double PERIOD_SECONDS = 0.04;

  /** Differences approach their biases as e^(-1.8 t) or faster; after 20 s rounding is left. */
  private static final double LOCKED_RADIANS = 1e-6;

  private static GaitModulator gait(CpgNetwork network, RowingSettings settings) {
    return new RowingGait().create(settings, GaitContext.of(network, ROBOT));
  }

  @Test
  void defaultsAreThoseDeclared() throws ReflectiveOperationException {
    SettingsDefaults.assertDeclared(RowingSettings.DEFAULT);
    assertEquals(1.5 * Math.PI, RowingSettings.DEFAULT.angularFrequency());
  }

  @ParameterizedTest
  @ValueSource(strings = {"per_variable_euler.json.gz", "per_variable_rk4.json.gz"})
  void parametersAreThoseOfTheReferenceToTheBit(String file) {
    JsonNode golden = Golden.read(file);
    JsonNode rowing = golden.get("rowing");
    // The limits are chosen so that the amplitude is the file's own.
    GaitContext context =
        new GaitContext(TEN, rowing.get("joint_limit").doubleValue(), Robots.OUT_OF_PLANE_LIMIT);
    GaitModulator gait =
        new RowingGait()
            .create(
                new RowingSettings(
                    1,
                    rowing.get("angular_frequency").doubleValue(),
                    rowing.get("leading_arm_bias").booleanValue(),
                    false,
                    0,
                    0),
                context);
    CpgParameters expected = new CpgParameters(10);
    CpgParameters actual = new CpgParameters(10);
    for (JsonNode row : golden.get("rows")) {
      Golden.modulate(row.get("modulation"), expected);
      gait.modulate(row.get("leading_arm").intValue(), actual);
      assertArrayEquals(expected.amplitudes().data, actual.amplitudes().data);
      assertArrayEquals(expected.offsets().data, actual.offsets().data);
      assertArrayEquals(expected.angularFrequencies().data, actual.angularFrequencies().data);
      for (int i = 0; i < 10; i++) {
        for (int j = 0; j < 10; j++) {
          // Compared as numbers: 0 and -0 are the same bias.
          assertEquals(
              expected.phaseBiases().get(i, j) + 0.0,
              actual.phaseBiases().get(i, j) + 0.0,
              "rho of " + i + ", " + j + ", leading arm " + row.get("leading_arm"));
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "TEN_OSCILLATOR, true, false",
    "TEN_OSCILLATOR, false, false",
    "TEN_OSCILLATOR, true, true",
    "PER_JOINT, true, false",
    "PER_JOINT, false, true"
  })
  void biasesAgreeAroundEveryLoop(CpgLayout layout, boolean leadingArmBiases, boolean reverse) {
    for (RobotLayout robot :
        List.of(ROBOT, Robots.brittleStar(5, 5, 0, 1, 2), Robots.brittleStar(0, 3, 2, 0, 1))) {
      CpgNetwork network = layout.network(robot, 5);
      GaitModulator gait =
          new RowingGait()
              .create(
                  new RowingSettings(0.8, 3, leadingArmBiases, reverse, 0, 0),
                  GaitContext.of(network, robot));
      assertDoesNotThrow(() -> Gaits.check("rowing", gait, network));
      assertEquals(5, gait.actionCount());
    }
  }

  @ParameterizedTest
  @CsvSource({"true, false, 1000", "false, false, 100", "true, true, 100"})
  void activeCouplingsLockFromEveryRandomStart(
      boolean leadingArmBiases, boolean reverse, int starts) {
    GaitModulator gait =
        gait(TEN, new RowingSettings(0.8, 1.5 * Math.PI, leadingArmBiases, reverse, 0, 0));
    Cpg cpg = new Cpg(TEN, 20, 20, new Euler(), PERIOD_SECONDS);
    for (int leader = 0; leader < 5; leader++) {
      gait.modulate(leader, cpg.parameters());
      for (int seed = 0; seed < starts; seed++) {
        cpg.reset(new SplittableRandom(seed), new InitialRanges(Math.PI, 0, 0));
        for (int k = 0; k < 20 / PERIOD_SECONDS; k++) {
          cpg.step();
        }
        assertLocked(cpg, "leading arm " + leader + ", seed " + seed);
      }
    }
  }

  @Test
  void activeCouplingsOfJointsLockToo() {
    CpgNetwork network = CpgLayout.PER_JOINT.network(ROBOT, 5);
    GaitModulator gait = gait(network, RowingSettings.DEFAULT);
    Cpg cpg = new Cpg(network, 20, 20, new Euler(), PERIOD_SECONDS);
    for (int seed = 0; seed < 20; seed++) {
      gait.modulate(seed % 5, cpg.parameters());
      cpg.reset(new SplittableRandom(seed), new InitialRanges(Math.PI, 0, 0));
      // Long chains lock slowly.
      for (int k = 0; k < 120 / PERIOD_SECONDS; k++) {
        cpg.step();
      }
      assertLocked(cpg, "one oscillator per joint, seed " + seed);
    }
  }

  private static void assertLocked(Cpg cpg, String start) {
    for (int i = 0; i < cpg.size(); i++) {
      for (int j = i + 1; j < cpg.size(); j++) {
        if (cpg.network().weight(i, j) > 0
            && cpg.parameters().amplitudes().get(i, 0) > 0
            && cpg.parameters().amplitudes().get(j, 0) > 0) {
          double off = cpg.phase(j) - cpg.phase(i) - cpg.parameters().phaseBiases().get(i, j);
          assertEquals(
              0,
              Math.IEEEremainder(off, 2 * Math.PI),
              LOCKED_RADIANS,
              start + ", coupling " + i + " to " + j);
        }
      }
    }
  }

  @Test
  void reverseRowingIsTheSamePatternBackwardsInTime() {
    double[][] forwards = lockedStroke(false);
    double[][] backwards = lockedStroke(true);
    assertTrue(Math.abs(forwards[12][7] - backwards[12][7]) > 0.5, "the two are different");
    for (int k = 0; k < 50; k++) {
      assertArrayEquals(forwards[k], backwards[(50 - k) % 50], 1e-6, "tick " + k);
    }
  }

  /** One stroke of 50 ticks, once locked, from where the in-plane oscillator of arm 3 is at 0. */
  private static double[][] lockedStroke(boolean reverse) {
    double omega = 2 * Math.PI / (50 * PERIOD_SECONDS);
    GaitModulator gait = gait(TEN, new RowingSettings(0.8, omega, false, reverse, 0, 0));
    Cpg cpg = new Cpg(TEN, 20, 20, new Euler(), PERIOD_SECONDS);
    gait.modulate(0, cpg.parameters());
    cpg.reset(new double[] {0, 0, 2, 2, 2, 2, 0, 0, 0, 0}, new double[10], new double[10]);
    for (int k = 0; k < 1_500; k++) {
      cpg.step();
    }
    double[][] stroke = new double[50][10];
    double shift = cpg.phase(6);
    for (int k = 0; k < 50; k++) {
      for (int i = 0; i < 10; i++) {
        double phase = cpg.phase(i) - shift + omega * PERIOD_SECONDS * k;
        stroke[k][i] = cpg.offset(i) + cpg.amplitude(i) * Math.cos(phase);
      }
    }
    return stroke;
  }

  @Test
  void theLeadingArmIsLiftedAndTheOthersRow() {
    GaitModulator gait = gait(TEN, RowingSettings.DEFAULT);
    CpgParameters parameters = new CpgParameters(10);
    double amplitude = 0.8 * Robots.IN_PLANE_LIMIT;
    for (int leader = 0; leader < 5; leader++) {
      gait.modulate(leader, parameters);
      for (int i = 0; i < 10; i++) {
        boolean leads = i / 2 == leader;
        boolean lifted = leads && TEN.oscillators().get(i).plane() == Plane.OUT_OF_PLANE;
        assertEquals(leads ? 0 : amplitude, parameters.amplitudes().get(i, 0), 1e-15);
        assertEquals(lifted ? amplitude : 0, parameters.offsets().get(i, 0), 1e-15);
      }
    }
  }

  @Test
  void modulationAllocatesNothing() {
    GaitModulator gait = gait(TEN, RowingSettings.DEFAULT);
    CpgParameters parameters = new CpgParameters(10);
    DecisionSchedule schedule = gait.schedule(50);
    assertEquals(
        0,
        Allocation.bytes(
            () -> {
              for (int action = 0; action < 5; action++) {
                gait.modulate(action, parameters);
                schedule.rest(action, parameters);
              }
            }));
  }

  @Test
  void restsOfTheSettingsReachTheSchedule() {
    GaitModulator gait = gait(TEN, new RowingSettings(0.25, 2 * Math.PI, false, false, 5, 4));
    assertEquals(new DecisionSchedule(50, 5, 4), gait.schedule(50));
    SettingException e = assertThrows(SettingException.class, () -> gait.schedule(9));
    assertTrue(e.rule().contains("decision period of 9"), e.getMessage());
  }

  @Test
  void aLayoutOfTwoArmsIsRefused() {
    RobotLayout robot = Robots.brittleStar(2, 0, 2, 0, 0);
    CpgNetwork network = CpgLayout.FOUR_OSCILLATOR.network(robot, 5);
    SettingException e =
        assertThrows(
            SettingException.class,
            () -> new RowingGait().create(RowingSettings.DEFAULT, GaitContext.of(network, robot)));
    assertTrue(e.rule().contains("[0, 2]"), e.getMessage());
  }

  @Test
  void aFractionAboveOneIsRefused() {
    SettingException e =
        assertThrows(SettingException.class, () -> new RowingSettings(1.2, 3, true, false, 0, 0));
    assertEquals("joint-limit-fraction must be in (0, 1], got 1.2", e.getMessage());
  }
}
