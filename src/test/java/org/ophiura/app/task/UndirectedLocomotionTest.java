package org.ophiura.app.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.ophiura.sim.ResetSpec;
import org.ophiura.sim.RobotLayout;
import org.ophiura.sim.plugin.Choice;
import org.ophiura.sim.plugin.SettingException;
import org.ophiura.sim.plugin.TaskPlugin;

final class UndirectedLocomotionTest extends TaskContract {
  private static final UndirectedLocomotionSettings SETTINGS =
      new UndirectedLocomotionSettings(5, false, 0.01, 0.02);

  @Override
  protected Choice<? extends TaskPlugin<?>> choice() {
    return new Choice<>(new UndirectedLocomotionPlugin(), SETTINGS);
  }

  @Test
  void theRewardIsTheIncreaseOfTheDistanceFromTheOrigin() {
    FakeStar star = new FakeStar(choice());
    star.task().begin(star.disk(0.3, 0.4));
    star.task().observe(star.disk(-0.6, 0.8));
    assertEquals(0.5, star.task().reward(), 1e-15, "from 0.5 to 1 m, whatever the direction");
    star.task().observe(star.disk(0, -0.75));
    assertEquals(-0.25, star.task().reward(), 1e-15);
  }

  @Test
  void theDistanceFromTheOriginIsObserved() {
    FakeStar star = new FakeStar(choice());
    star.disk(0.3, -0.4);
    assertEquals(0.5, star.added()[0], 1e-15);
    assertEquals(
        0.5,
        star.get(
            TaskPlugin.layout(choice(), FakeStar.ROBOT)
                .observation("xy_distance_from_origin")
                .offset()),
        1e-15);
  }

  @Test
  void anEpisodeStartsAtTheOriginWithTheNoiseOfTheSettings() {
    FakeStar star = new FakeStar(choice());
    assertEquals(
        new ResetSpec(0, 0, 0, 0.01, 0.02, Optional.empty()),
        star.task().start(new SplittableRandom(1)));
    assertEquals(5, star.task().timeLimitSeconds());
  }

  @Test
  void aRobotWithoutADiskIsRefused() {
    RobotLayout swimmer = new RobotLayout("swimmer", List.of(), List.of(), List.of());
    SettingException refusal =
        assertThrows(SettingException.class, () -> TaskPlugin.layout(choice(), swimmer));
    assertEquals(
        "type must fit the robot: undirected-locomotion needs the observation disk_position, which"
            + " swimmer lacks; take the model brittle-star",
        refusal.getMessage());
  }
}
