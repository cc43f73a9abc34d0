package org.ophiura.app.trial;

import java.util.List;
import java.util.Optional;
import org.ophiura.learning.Policy;
import org.ophiura.sim.plugin.SettingException;

/** Runs a trial: trains where the policy learns, then evaluates. */
public final class TrialRunner {
  private final Trial trial;
  private final int threads;
  private final Interruption interruption;
  private final TrialProgress progress;

  /**
   * Prepares a run.
   *
   * @param threads episodes that run at the same time; changes the speed, never the result
   */
  public TrialRunner(Trial trial, int threads, Interruption interruption, TrialProgress progress) {
    this.trial = trial;
    this.threads = threads;
    this.interruption = interruption;
    this.progress = progress;
  }

  /**
   * Trains if the policy learns, then evaluates.
   *
   * @param recorder watches the first evaluation episode
   * @throws SettingException if the policy must learn but the trial says nothing of training
   */
  public TrialOutcome run(EpisodeListener recorder) {
    boolean learns = trial.needsTraining();
    if (learns && trial.settings().training().isEmpty()) {
      throw new SettingException(
          "training",
          "must be given: the policy of the controller is learned; add a training block, name a"
              + " trained table with controller.policy.file, or choose a policy that does not"
              + " learn");
    }
    try (Rollouts rollouts = new Rollouts(trial, threads, interruption)) {
      Optional<Training> training =
          learns
              ? Optional.of(new Trainer(trial, rollouts, interruption, progress).run())
              : Optional.empty();
      return evaluate(rollouts, training, training.map(done -> done.learner().greedy()), recorder);
    }
  }

  /**
   * Evaluates a policy that exists.
   *
   * @param policy makes the decisions of the controller
   * @param recorder watches the first episode
   */
  public TrialOutcome evaluate(Policy policy, EpisodeListener recorder) {
    try (Rollouts rollouts = new Rollouts(trial, threads, interruption)) {
      return evaluate(rollouts, Optional.empty(), Optional.of(policy), recorder);
    }
  }

  private TrialOutcome evaluate(
      Rollouts rollouts,
      Optional<Training> training,
      Optional<Policy> policy,
      EpisodeListener recorder) {
    long start = System.nanoTime();
    int episodes = trial.settings().evaluation().episodes();
    List<EpisodeResult> results =
        new Evaluator(trial, rollouts)
            .run(EpisodeKind.EVALUATION, episodes, policy, recorder, progress::evaluated);
    double seconds = (System.nanoTime() - start) * 1e-9;
    int trained = training.map(done -> done.episodes().size()).orElse(0);
    return new TrialOutcome(
        training, new Evaluation(trained, results), seconds, interruption.requested());
  }
}
