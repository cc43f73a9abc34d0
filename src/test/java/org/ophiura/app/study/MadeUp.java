package org.ophiura.app.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ophiura.app.Trials;
import org.ophiura.app.trial.DecisionCount;
import org.ophiura.app.trial.EpisodeKind;
import org.ophiura.app.trial.EpisodeResult;
import org.ophiura.sim.CycleStatus;

/** Runs whose results a test makes up. */
final class MadeUp {
  static final Map<String, String> VERSIONS =
      Map.of("ophiura", "1", "mujoco", "2", "platform", "3", "java", "4");

  private MadeUp() {}

  static StudyTrial trial(String label, String... changes) {
    return new StudyTrial(label, List.of(), Trials.small(changes).withSeed(1));
  }

  /** A plan of trials that differ in their time limits. */
  static StudyPlan plan(StudyKind kind, int seeds, String... labels) {
    List<StudyTrial> trials = new ArrayList<>();
    for (int i = 0; i < labels.length; i++) {
      trials.add(trial(labels[i], "controller.cpg.weights=" + (5 + i)));
    }
    return new StudyPlan(kind, List.of(), trials, 1, seeds, VERSIONS);
  }

  /** An episode that reached the target after {@code seconds}. */
  static EpisodeResult reached(int number, double seconds, double reward) {
    return episode(number, reward, seconds, true, CycleStatus.OK);
  }

  /** An episode that ran out of time. */
  static EpisodeResult missed(int number, double reward) {
    return episode(number, reward, 20, false, CycleStatus.OK);
  }

  /** An episode that broke down, with a return that must not be averaged. */
  static EpisodeResult diverged(int number) {
    return episode(number, 1e9, 1, false, CycleStatus.DIVERGED);
  }

  private static EpisodeResult episode(
      int number, double reward, double seconds, boolean success, CycleStatus status) {
    return new EpisodeResult(
        EpisodeKind.EVALUATION,
        number,
        reward,
        10,
        seconds,
        success,
        status,
        DecisionCount.NOTHING);
  }

  static SeedRun run(long seed, EpisodeResult... evaluation) {
    return new SeedRun(seed, List.of(), List.of(evaluation), List.of(), Optional.empty());
  }
}
