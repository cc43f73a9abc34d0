package org.ophiura.app.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.ophiura.sim.ObservationSpec;
import org.ophiura.sim.PlantState;
import org.ophiura.sim.Position;
import org.ophiura.sim.ResetSpec;
import org.ophiura.sim.RobotLayout;
import org.ophiura.sim.Task;
import org.ophiura.sim.plugin.Choice;
import org.ophiura.sim.plugin.SettingException;
import org.ophiura.sim.plugin.TaskPlugin;

/** One target; several are in {@link WaypointsTest}. */
final class DirectedLocomotionTest extends TaskContract {
  private static final RobotLayout LAYOUT =
      new RobotLayout(
          "swimmer",
          List.of(),
          List.of(),
          List.of(
              ObservationSpec.uniform("depth", 0, 1, 0, 1, "m"),
              ObservationSpec.uniform("xy_distance_to_target", 1, 1, 0, 9, "m")));

  /** One view whose numbers change, as a plant's. */
  private static final class LiveState implements PlantState {
    private double distance;

    LiveState at(double metres) {
      distance = metres;
      return this;
    }

    @Override
    public double timeSeconds() {
      return 0;
    }

    @Override
    public double get(int index) {
      return index == 1 ? distance : 77;
    }
  }

  @Override
  protected Choice<? extends TaskPlugin<?>> choice() {
    return new Choice<>(
        new DirectedLocomotionPlugin(),
        new DirectedLocomotionSettings(
            20, new TargetPlacement.OnCircle(0.9), 0.2, new Reward.Progress(), true, 0.01, 0.02));
  }

  private static Task task(boolean randomStartRotation) {
    return new DirectedLocomotionPlugin()
        .create(
            new DirectedLocomotionSettings(
                20,
                new TargetPlacement.OnCircle(1.2),
                0.2,
                new Reward.Progress(),
                randomStartRotation,
                0.01,
                0.02),
            LAYOUT);
  }

  @Test
  void theRewardIsTheDecreaseOfTheDistanceInTheLatestStep() {
    Task task = task(false);
    LiveState state = new LiveState();
    task.start(new SplittableRandom(1));
    task.begin(state.at(1));
    assertEquals(0, task.reward());
    task.observe(state.at(0.75));
    assertEquals(0.25, task.reward());
    task.observe(state.at(0.875));
    assertEquals(-0.125, task.reward());
    task.observe(state);
    assertEquals(0, task.reward());
  }

  @Test
  void aNewEpisodeCountsFromWhereItBegins() {
    Task task = task(false);
    LiveState state = new LiveState();
    task.start(new SplittableRandom(1));
    task.begin(state.at(1));
    task.observe(state.at(0.125));
    assertTrue(task.terminated());
    task.begin(state.at(0.5));
    assertEquals(0, task.reward());
    assertFalse(task.terminated());
    task.observe(state.at(0.25));
    assertEquals(0.25, task.reward());
  }

  @Test
  void theTargetIsReachedWithinItsRadius() {
    Task task = task(false);
    LiveState state = new LiveState();
    task.start(new SplittableRandom(1));
    task.begin(state.at(1));
    task.observe(state.at(0.2));
    assertFalse(task.terminated());
    assertFalse(task.succeeded());
    task.observe(state.at(Math.nextDown(0.2)));
    assertTrue(task.terminated());
    assertTrue(task.succeeded());
  }

  @Test
  void aDistanceThatIsNoNumberReachesNothing() {
    Task task = task(false);
    LiveState state = new LiveState();
    task.start(new SplittableRandom(1));
    task.begin(state.at(1));
    task.observe(state.at(Double.NaN));
    assertFalse(task.succeeded());
  }

  @Test
  void aStepInWhichSomebodyElseMovedTheTargetIsWorthNothing() {
    Task task = task(false);
    LiveState state = new LiveState();
    task.start(new SplittableRandom(1));
    task.begin(state.at(1));
    task.targetMoved();
    task.observe(state.at(0.5));
    assertEquals(0, task.reward());
    task.observe(state.at(0.375));
    assertEquals(0.125, task.reward(), "from where the target is now");
  }

  @Test
  void anEpisodeStartsAtTheOriginWithTheNoiseOfTheSettings() {
    ResetSpec start = task(false).start(new SplittableRandom(1));
    assertEquals(new ResetSpec(0, 0, 0, 0.01, 0.02, start.target()), start, "heading along x");
    Position target = start.target().orElseThrow();
    assertEquals(1.2, Math.hypot(target.x(), target.y()), 1e-15);
  }

  @Test
  void aRandomStartRotationCoversTheWholeTurn() {
    RandomGenerator random = new SplittableRandom(1);
    Task task = task(true);
    int draws = 1_000;
    int[] quarters = new int[4];
    for (int i = 0; i < draws; i++) {
      double yaw = task.start(random).startYawRadians();
      assertTrue(yaw >= -Math.PI && yaw < Math.PI, "yaw " + yaw);
      quarters[(int) Math.floor((yaw + Math.PI) / (Math.PI / 2))]++;
    }
    for (int quarter : quarters) {
      // A quarter of 1,000 draws has a standard deviation of 13.7.
      assertEquals(draws / 4.0, quarter, 4 * 13.7);
    }
  }

  @Test
  void aRobotWithoutATargetIsRefused() {
    RobotLayout blind = new RobotLayout("swimmer", List.of(), List.of(), List.of());
    DirectedLocomotionSettings settings =
        new DirectedLocomotionSettings(
            20, new TargetPlacement.OnCircle(1), 0.2, new Reward.Progress(), false, 0, 0);
    SettingException refusal =
        assertThrows(
            SettingException.class, () -> new DirectedLocomotionPlugin().create(settings, blind));
    assertEquals(
        "type must fit the robot: directed-locomotion needs the observation"
            + " xy_distance_to_target, which swimmer lacks; give its model a mocap body named 'target', and a free joint that carries the robot",
        refusal.getMessage());
    assertEquals(Optional.empty(), blind.findObservation("xy_distance_to_target"));
  }
}
