package org.ophiura.app.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.ophiura.sim.ObservationSpec;
import org.ophiura.sim.Position;
import org.ophiura.sim.RobotLayout;
import org.ophiura.sim.Task;
import org.ophiura.sim.plugin.Choice;
import org.ophiura.sim.plugin.SettingException;
import org.ophiura.sim.plugin.TaskPlugin;

/** {@link DirectedLocomotion} with several targets, one after the other. */
final class WaypointsTest extends TaskContract {
  private static final double ROUNDING = 1e-15;
  private static final Position FIRST = new Position(1, 0, 0.05);
  private static final Position SECOND = new Position(1, 0.75, 0.05);

  private static DirectedLocomotionSettings settings(Reward reward) {
    return new DirectedLocomotionSettings(
        20,
        new TargetPlacement.Waypoints(List.of(List.of(1.0, 0.0), List.of(1.0, 0.75))),
        0.2,
        reward,
        false,
        0,
        0);
  }

  private static Choice<? extends TaskPlugin<?>> choice(Reward reward) {
    return new Choice<>(new DirectedLocomotionPlugin(), settings(reward));
  }

  @Override
  protected Choice<? extends TaskPlugin<?>> choice() {
    return choice(new Reward.Progress());
  }

  /** At the origin, on the way to the first. */
  private static FakeStar begun(Reward reward) {
    FakeStar star = new FakeStar(choice(reward));
    Position first = star.task().start(new SplittableRandom(1)).target().orElseThrow();
    assertEquals(FIRST, first);
    star.task().begin(star.target(first.x(), first.y()).disk(0, 0));
    return star;
  }

  @Test
  void reachingOneMovesTheTargetToTheNextAndTheLastEndsTheEpisode() {
    FakeStar star = begun(new Reward.Progress());
    Task task = star.task();
    task.observe(star.disk(0.5, 0));
    assertEquals(Optional.empty(), task.nextTarget());
    task.observe(star.disk(0.85, 0));
    assertEquals(Optional.of(SECOND), task.nextTarget());
    assertFalse(task.terminated());
    assertFalse(task.succeeded());
    star.target(SECOND.x(), SECOND.y());
    task.observe(star.disk(0.85, 0.1));
    assertEquals(Optional.empty(), task.nextTarget(), "it is moved once");
    task.observe(star.disk(0.9, 0.7));
    assertTrue(task.terminated());
    assertTrue(task.succeeded());
    assertEquals(Optional.empty(), task.nextTarget());
  }

  @Test
  void theRewardDoesNotJumpWhenTheTargetMovesOn() {
    FakeStar star = begun(new Reward.Progress());
    Task task = star.task();
    task.observe(star.disk(1, 0));
    assertEquals(1, task.reward(), ROUNDING, "the whole way to the first");
    star.target(SECOND.x(), SECOND.y());
    task.observe(star.disk(1, 0.25));
    assertEquals(0.25, task.reward(), ROUNDING, "the part of the way to the second");
    task.observe(star);
    assertEquals(0, task.reward());
  }

  @Test
  void eachThatIsReachedIsWorthItsReward() {
    FakeStar star = begun(new Reward.Rich(20, 2, 0));
    Task task = star.task();
    task.observe(star.disk(0.5, 0));
    assertEquals(1, task.reward(), ROUNDING);
    task.observe(star.disk(1, 0));
    assertEquals(20, task.reward());
    star.target(SECOND.x(), SECOND.y());
    task.observe(star.disk(1, 0.5));
    assertEquals(1, task.reward(), ROUNDING, "0.5 m, twice");
    task.observe(star.disk(1, 0.75));
    assertEquals(20, task.reward());
  }

  @Test
  void aTargetThatSomebodyElseMovedStillLeadsToTheNext() {
    FakeStar star = begun(new Reward.Progress());
    Task task = star.task();
    star.target(-0.5, 0);
    task.targetMoved();
    task.observe(star.disk(-0.25, 0));
    assertEquals(0, task.reward());
    task.observe(star.disk(-0.5, 0));
    assertEquals(0.25, task.reward(), ROUNDING);
    assertEquals(Optional.of(SECOND), task.nextTarget());
    star.target(SECOND.x(), SECOND.y());
    task.observe(star.disk(1, 0.75));
    assertEquals(Math.hypot(1.5, 0.75), task.reward(), ROUNDING);
  }

  @Test
  void oneOutsideOfTheArenaIsRefusedByItsPath() {
    DirectedLocomotionSettings far =
        new DirectedLocomotionSettings(
            20,
            new TargetPlacement.Waypoints(List.of(List.of(1.0, 0.0), List.of(1.0, 1.25))),
            0.2,
            new Reward.Progress(),
            false,
            0,
            0);
    SettingException refusal =
        assertThrows(
            SettingException.class,
            () -> new DirectedLocomotionPlugin().create(far, FakeStar.ROBOT));
    assertEquals("target.positions[1]", refusal.path());
  }

  @Test
  void aRobotWhoseDiskIsNotObservedIsRefused() {
    RobotLayout blind =
        new RobotLayout(
            "ball",
            List.of(),
            List.of(),
            List.of(ObservationSpec.uniform("xy_distance_to_target", 0, 1, 0, 9, "m")));
    SettingException refusal =
        assertThrows(
            SettingException.class,
            () -> new DirectedLocomotionPlugin().create(settings(new Reward.Progress()), blind));
    assertEquals(
        "type must fit the robot: directed-locomotion needs the observation disk_position, which"
            + " ball lacks; take the model brittle-star, or another target",
        refusal.getMessage());
  }
}
