package org.ophiura.app.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ophiura.app.Trials;
import org.ophiura.app.config.ConfigReader;
import org.ophiura.app.trial.EpisodeListener;
import org.ophiura.app.trial.EpisodeResult;
import org.ophiura.app.trial.Interruption;
import org.ophiura.app.trial.Trial;
import org.ophiura.app.trial.TrialProgress;
import org.ophiura.app.trial.TrialRunner;
import org.ophiura.app.trial.TrialSettings;
import org.ophiura.sim.BodyPlan.SegmentSpec;
import org.ophiura.sim.JointCommand;
import org.ophiura.sim.PlantState;
import org.ophiura.sim.RobotLayout;

/** Each task with the simulated brittle star, by its kept trial file made short. */
final class TasksOnMujocoTest {
  /** Some hundred roundings of numbers around 1. */
  private static final double ROUNDING = 1e-12;

  /** No gait moves the disk faster than 1 m/s. */
  private static final double GREATEST_STEP_METRES = 0.04;

  /** What happened in an episode: one row of values per state, from the reset on. */
  private static final class Recording implements EpisodeListener {
    private final List<double[]> states = new ArrayList<>();
    private final List<Double> rewards = new ArrayList<>();
    private final int size;

    Recording(int size) {
      this.size = size;
    }

    @Override
    public void began(PlantState state) {
      keep(state);
    }

    @Override
    public void stepped(PlantState state, JointCommand command, double reward) {
      keep(state);
      rewards.add(reward);
    }

    private void keep(PlantState state) {
      double[] values = new double[size];
      for (int i = 0; i < size; i++) {
        values[i] = state.get(i);
      }
      states.add(values);
    }

    double[] first() {
      return states.get(0);
    }

    double[] last() {
      return states.get(states.size() - 1);
    }
  }

  private interface Check {
    void check(RobotLayout layout, Recording recording, EpisodeResult result);
  }

  private static void episode(String file, Check check, String... changes) {
    List<String> all = new ArrayList<>(List.of(changes));
    all.add("evaluation.episodes=1");
    try (Trial trial = Trial.open(ConfigReader.read(Trials.file(file), TrialSettings.class, all))) {
      Recording recording = new Recording(trial.layout().observationSize());
      EpisodeResult result =
          new TrialRunner(trial, 1, new Interruption(), TrialProgress.SILENT)
              .run(recording)
              .evaluation()
              .episodes()
              .get(0);
      check.check(trial.layout(), recording, result);
    }
  }

  @Test
  void undirectedLocomotionEarnsTheDistanceFromTheOrigin() {
    episode(
        "undirected",
        (layout, recording, result) -> {
          int disk = layout.observation("disk_position").offset();
          int distance = layout.observation("xy_distance_from_origin").offset();
          double[] last = recording.last();
          assertEquals(Math.hypot(last[disk], last[disk + 1]), last[distance], ROUNDING);
          assertEquals(last[distance], result.totalReward(), ROUNDING);
          assertTrue(result.totalReward() > 0.1, "moves on: " + result.totalReward());
          assertEquals(100, result.steps());
        },
        "task.time-limit=4");
  }

  @Test
  void waypointsAreReachedInTheirOrderWithoutAJumpOfTheReward() {
    episode(
        "waypoints",
        (layout, recording, result) -> {
          int disk = layout.observation("disk_position").offset();
          int distance = layout.observation("xy_distance_to_target").offset();
          double[][] targets = {{0.35, 0}, {0.35, 0.4}};
          int target = 0;
          for (int step = 1; step < recording.states.size(); step++) {
            double[] before = recording.states.get(step - 1);
            double[] after = recording.states.get(step);
            double x = targets[target][0];
            double y = targets[target][1];
            assertEquals(Math.hypot(x - after[disk], y - after[disk + 1]), after[distance], 1e-9);
            assertEquals(
                Math.hypot(x - before[disk], y - before[disk + 1]) - after[distance],
                recording.rewards.get(step - 1),
                1e-9,
                "step " + step);
            assertTrue(Math.abs(recording.rewards.get(step - 1)) < GREATEST_STEP_METRES);
            if (after[distance] < 0.2) {
              target++;
            }
          }
          assertEquals(targets.length, target);
          assertTrue(result.succeeded());
        },
        "task.target.positions=[[0.35, 0], [0.35, 0.4]]");
  }

  @Test
  void lightEscapeEarnsTheLightThatTheBodyNoLongerTakesIn() {
    episode(
        "light-escape",
        (layout, recording, result) -> {
          for (double[] state : List.of(recording.first(), recording.last())) {
            lightIsLinear(layout, state);
          }
          assertEquals(
              bodyLight(layout, recording.first()) - bodyLight(layout, recording.last()),
              result.totalReward(),
              ROUNDING);
          assertTrue(result.totalReward() > 0.01, "into the dark: " + result.totalReward());
          int travelled = layout.observation("x_distance_travelled").offset();
          assertEquals(0, recording.first()[travelled], ROUNDING, "starts at -0.75 of 2.5 m");
          assertTrue(recording.last()[travelled] > 0.05);
        },
        "task.time-limit=4");
  }

  private static void lightIsLinear(RobotLayout layout, double[] state) {
    List<SegmentSpec> segments = layout.bodyPlan().orElseThrow().segments();
    int light = layout.observation("segment_light_intake").offset();
    assertEquals(15, segments.size());
    for (int i = 0; i < segments.size(); i++) {
      double x = state[segments.get(i).position().offset()];
      assertEquals((2.5 - x) / 5, state[light + i], ROUNDING);
    }
    double disk = state[layout.observation("disk_position").offset()];
    assertEquals(
        (2.5 - disk) / 5, state[layout.observation("disk_light_intake").offset()], ROUNDING);
  }

  /** Weighted by the areas of the reference's disk and of its segments, of three to an arm. */
  private static double bodyLight(RobotLayout layout, double[] state) {
    double[] radii = {0.025, 0.025 - 0.0125 / 3, 0.025 - 0.025 / 3};
    double[] lengths = {0.075, 0.075 - 0.05 / 3, 0.075 - 0.1 / 3};
    int light = layout.observation("segment_light_intake").offset();
    double area = Math.PI * 0.125 * 0.125;
    double total = area * state[layout.observation("disk_light_intake").offset()];
    for (int i = 0; i < 15; i++) {
      double radius = radii[i % 3];
      double capsule = Math.PI * radius * radius + 2 * radius * lengths[i % 3];
      total += capsule * state[light + i];
      area += capsule;
    }
    return total / area;
  }
}
