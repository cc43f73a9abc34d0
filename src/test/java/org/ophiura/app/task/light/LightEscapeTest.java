package org.ophiura.app.task.light;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ophiura.app.task.FakeStar;
import org.ophiura.app.task.TaskContract;
import org.ophiura.sim.Arena;
import org.ophiura.sim.ObservationSpec;
import org.ophiura.sim.ResetSpec;
import org.ophiura.sim.RobotLayout;
import org.ophiura.sim.plugin.Choice;
import org.ophiura.sim.plugin.SettingException;
import org.ophiura.sim.plugin.TaskPlugin;

/** The arena reaches from -2 to 2 m, so without noise the light at x is (2 - x) / 4. */
final class LightEscapeTest extends TaskContract {
  /** A few roundings of numbers up to 1. */
  private static final double ROUNDING = 1e-15;

  // Of FakeStar: disk of radius 0.1; segments of radius and length (0.02, 0.06) and (0.01, 0.04).
  private static final double DISK_AREA = 0.031415926535897934;
  private static final double FIRST_AREA = 0.0012566370614359172 + 0.0024;
  private static final double SECOND_AREA = 0.0003141592653589793 + 0.0008;

  private static LightEscapeSettings settings(int noiseScale) {
    return new LightEscapeSettings(5, noiseScale, false, 0.01, 0.02);
  }

  private static Choice<? extends TaskPlugin<?>> choice(int noiseScale) {
    return new Choice<>(new LightEscapePlugin(), settings(noiseScale));
  }

  @Override
  protected Choice<? extends TaskPlugin<?>> choice() {
    return choice(10);
  }

  @Test
  void anEpisodeStartsInTheBrightWest() {
    FakeStar star = new FakeStar(choice(0));
    assertEquals(
        new ResetSpec(-1.5, 0, 0, 0.01, 0.02, Optional.empty()),
        star.task().start(new SplittableRandom(1)));
  }

  @Test
  void theLightOnEachPartAndTheWayAreObserved() {
    FakeStar star = new FakeStar(choice(0));
    star.segment(0, 0, 0.5).segment(1, 1, -0.5).disk(-1, 0);
    assertArrayEquals(new double[] {0.5, 0.25, 0.75, 0.5}, star.added(), ROUNDING);
    RobotLayout layout = TaskPlugin.layout(choice(0), FakeStar.ROBOT);
    List<String> names = layout.observations().stream().map(ObservationSpec::name).toList();
    assertEquals(
        List.of("segment_light_intake", "disk_light_intake", "x_distance_travelled"),
        names.subList(FakeStar.ROBOT.observations().size(), names.size()));
    assertEquals(2, layout.observation("segment_light_intake").size());
  }

  @Test
  void theRewardIsTheDecreaseOfTheLightWeightedByArea() {
    FakeStar star = new FakeStar(choice(0));
    star.task().begin(star.segment(0, 0, 0).segment(1, 0, 0).disk(0, 0));
    double all = DISK_AREA + FIRST_AREA + SECOND_AREA;
    star.task().observe(star.disk(1, 0));
    assertEquals(0.25 * DISK_AREA / all, star.task().reward(), ROUNDING);
    star.task().observe(star.segment(0, 1, 0));
    assertEquals(0.25 * FIRST_AREA / all, star.task().reward(), ROUNDING);
    star.task().observe(star.segment(1, -1, 0));
    assertEquals(-0.25 * SECOND_AREA / all, star.task().reward(), ROUNDING);
  }

  @Test
  void whatTheRobotLosesNeitherTakesInLightNorCounts() {
    FakeStar star = new FakeStar(choice(0));
    star.task().begin(star.segment(0, -2, 0).segment(1, 1, 0).disk(0, 0));
    star.task().observe(star.lose(0).disk(1, 0));
    assertEquals(0, star.added()[0]);
    assertEquals(0, star.task().reward(), "losing a lit arm is no escape");
    star.task().observe(star.disk(2, 0));
    assertEquals(0.25 * DISK_AREA / (DISK_AREA + SECOND_AREA), star.task().reward(), ROUNDING);
  }

  @Test
  void theNoiseIsDrawnAnewForEachEpisode() {
    FakeStar star = new FakeStar(choice(10));
    SplittableRandom random = new SplittableRandom(1);
    star.task().start(random);
    double[] first = star.segment(0, 0.9, 0.3).segment(1, 1.1, -0.4).added();
    star.task().start(random);
    double[] second = star.segment(0, 0.9, 0.3).segment(1, 1.1, -0.4).added();
    assertFalse(Arrays.equals(first, second));
    star.task().start(new SplittableRandom(1));
    assertArrayEquals(first, star.segment(0, 0.9, 0.3).segment(1, 1.1, -0.4).added());
  }

  @Test
  void aGroundWithoutSandIsRefused() {
    RobotLayout checker = FakeStar.robot(new Arena(2, 1, false));
    assertEquals(
        "type must fit the ground: light-escape needs sand, on which light can vary; set"
            + " plant.arena.ground to sand",
        refusal(checker));
  }

  @Test
  void aRobotThatIsNoBrittleStarIsRefused() {
    assertEquals(
        "type must fit the robot: light-escape needs a brittle star in its aquarium, got swimmer;"
            + " take the model brittle-star",
        refusal(new RobotLayout("swimmer", List.of(), List.of(), List.of())));
  }

  private static String refusal(RobotLayout robot) {
    return assertThrows(SettingException.class, () -> TaskPlugin.layout(choice(0), robot))
        .getMessage();
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 6, 7, 16, 64, 150, 199})
  void aNoiseScaleThatDoesNotDivideTheMapIsRefused(int scale) {
    assertEquals(
        "noise-scale must be 0 or divide 200, the nodes of the light map along a side, got "
            + scale
            + "; take 1, 2, 4, 5, 8, 10, 20, 25, 40, 50, 100 or 200",
        assertThrows(SettingException.class, () -> settings(scale)).getMessage());
  }

  @Test
  void aNegativeNoiseScaleIsRefused() {
    assertEquals(
        "noise-scale must be in [0, 200] (periods), got -4",
        assertThrows(SettingException.class, () -> settings(-4)).getMessage());
  }
}
