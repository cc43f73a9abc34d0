package org.ophiura.app.disturbance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.ophiura.app.Allocation;
import org.ophiura.app.disturbance.Disturbance.LoseArm;
import org.ophiura.app.disturbance.Disturbance.SensorDelay;
import org.ophiura.app.disturbance.Disturbance.SensorNoise;
import org.ophiura.sim.ObservationSpec;
import org.ophiura.sim.PlantState;
import org.ophiura.sim.RobotLayout;
import org.ophiura.sim.plugin.SettingException;

final class SensesTest {
  private static final long SEED = 3;
  private static final double PERIOD_SECONDS = 0.1;
  private static final int DEPTH = 0;
  private static final int HEADING = 1;
  private static final RobotLayout LAYOUT =
      new RobotLayout(
          "swimmer",
          List.of(),
          List.of(),
          List.of(
              ObservationSpec.uniform("depth", DEPTH, 1, 0, 9, "m"),
              ObservationSpec.uniform("heading", HEADING, 2, -1, 1, "")));

  /** Each element is ten times the tick, plus its index. */
  private static final class Clockwork implements PlantState {
    private int tick;

    @Override
    public double timeSeconds() {
      return tick * PERIOD_SECONDS;
    }

    @Override
    public double get(int index) {
      return 10 * tick + index;
    }
  }

  private final Clockwork truth = new Clockwork();

  private Senses senses(Disturbance... disturbances) {
    return new Disturbances(List.of(disturbances)).senses(truth, LAYOUT, PERIOD_SECONDS);
  }

  private static SensorNoise noise(String observation, double deviation, double at) {
    return new SensorNoise(Optional.of(observation), deviation, at);
  }

  private static SensorDelay delay(String observation, int ticks, double at) {
    return new SensorDelay(Optional.of(observation), ticks, at);
  }

  private void begin(Senses senses) {
    truth.tick = 0;
    senses.begin(new SplittableRandom(SEED));
  }

  private void tick(Senses senses) {
    truth.tick++;
    senses.refresh();
  }

  @Test
  void whereNothingIsDisturbedTheControllerSeesTheTruthItself() {
    assertSame(truth, senses().view());
    assertSame(truth, senses(new LoseArm(0, 0)).view());
  }

  @Test
  void aDelayedObservationIsThatOfSoManyTicksAgoAndAtFirstThatOfTheStart() {
    Senses senses = senses(delay("heading", 3, 0));
    PlantState seen = senses.view();
    for (int episode = 0; episode < 2; episode++) {
      begin(senses);
      for (int tick = 0; tick < 20; tick++) {
        int then = Math.max(0, tick - 3);
        assertEquals(10 * then + 1, seen.get(HEADING));
        assertEquals(10 * then + 2, seen.get(HEADING + 1));
        assertEquals(10 * tick, seen.get(DEPTH), "the others are on time");
        assertEquals(truth.timeSeconds(), seen.timeSeconds());
        tick(senses);
      }
    }
  }

  @Test
  void delaysOfOneObservationAddUpFromTheirTimesOn() {
    Senses senses = senses(new SensorDelay(Optional.empty(), 2, 0), delay("depth", 3, 0.5));
    begin(senses);
    for (int tick = 0; tick < 20; tick++) {
      assertEquals(10 * Math.max(0, tick - 2) + 1, senses.view().get(HEADING));
      assertEquals(10 * Math.max(0, tick - (tick >= 5 ? 5 : 2)), senses.view().get(DEPTH));
      tick(senses);
    }
  }

  @Test
  void noiseIsGaussianAndOfItsOwnObservationAlone() {
    Senses senses = senses(noise("heading", 0.5, 0));
    begin(senses);
    int ticks = 10_000;
    double sum = 0;
    double squares = 0;
    double fourths = 0;
    double products = 0;
    for (int tick = 0; tick < ticks; tick++) {
      double error = senses.view().get(HEADING) - truth.get(HEADING);
      double other = senses.view().get(HEADING + 1) - truth.get(HEADING + 1);
      assertEquals(truth.get(DEPTH), senses.view().get(DEPTH));
      sum += error;
      squares += error * error;
      fourths += error * error * error * error;
      products += error * other;
      tick(senses);
    }
    // Four standard errors of the mean, the variance, the fourth moment and the covariance.
    assertEquals(0, sum / ticks, 4 * 0.5 / Math.sqrt(ticks));
    assertEquals(0.25, squares / ticks, 4 * 0.25 * Math.sqrt(2.0 / ticks));
    assertEquals(3 * 0.0625, fourths / ticks, 4 * 0.0625 * Math.sqrt(96.0 / ticks));
    assertEquals(0, products / ticks, 4 * 0.25 / Math.sqrt(ticks));
  }

  @Test
  void noiseFollowsItsSeedAndStartsAtItsTime() {
    Senses senses = senses(noise("depth", 1, 0.4));
    begin(senses);
    for (int tick = 0; tick < 4; tick++) {
      assertEquals(truth.get(DEPTH), senses.view().get(DEPTH));
      tick(senses);
    }
    double first = senses.view().get(DEPTH);
    assertNotEquals(truth.get(DEPTH), first);
    begin(senses);
    for (int tick = 0; tick < 4; tick++) {
      tick(senses);
    }
    assertEquals(first, senses.view().get(DEPTH));
  }

  @Test
  void aLateReadingHasTheNoiseOfItsOwnMoment() {
    Senses late = senses(noise("depth", 1, 0), delay("depth", 2, 0));
    Senses prompt = senses(noise("depth", 1, 0));
    begin(late);
    prompt.begin(new SplittableRandom(SEED));
    double[] measured = new double[10];
    for (int tick = 0; tick < 10; tick++) {
      measured[tick] = prompt.view().get(DEPTH);
      assertEquals(measured[Math.max(0, tick - 2)], late.view().get(DEPTH));
      tick(late);
      prompt.refresh();
    }
  }

  @Test
  void sensingAllocatesNothing() {
    Senses senses =
        senses(new SensorNoise(Optional.empty(), 0.1, 0), new SensorDelay(Optional.empty(), 7, 0));
    begin(senses);
    double[] sum = {0};
    assertEquals(
        0,
        Allocation.leastBytes(
            1000,
            () -> {
              tick(senses);
              sum[0] += senses.view().get(DEPTH);
            }));
    assertTrue(Double.isFinite(sum[0]));
  }

  @Test
  void anObservationThatThereIsNotIsAMistakeThatNamesTheNearest() {
    SettingException refusal =
        assertThrows(
            SettingException.class, () -> senses(new LoseArm(0, 0), noise("headin", 1, 0)));
    assertEquals("disturbances[1].observation", refusal.path());
    assertEquals(
        "must be one of the robot's: swimmer has no observation named 'headin'; did you mean"
            + " 'heading'? Known: depth, heading",
        refusal.rule());
  }
}
