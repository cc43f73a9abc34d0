package org.ophiura.app.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.ophiura.app.trial.Trainer.Trained;
import org.ophiura.learning.Policy;
import org.ophiura.learning.Resumable;
import org.ophiura.sim.plugin.SettingException;

/** Runs a trial: trains where the policy learns, then evaluates. */
public final class TrialRunner {
  private final Trial trial;
  private final int threads;
  private final Interruption interruption;
  private final TrialProgress progress;
  private final Checkpoints checkpoints;
  private Function<Rig, EpisodeListener> spectator = rig -> EpisodeListener.NONE;

  /** Prepares a run that keeps no checkpoints. */
  public TrialRunner(Trial trial, int threads, Interruption interruption, TrialProgress progress) {
    this(trial, threads, interruption, progress, Checkpoints.NONE);
  }

  /**
   * Prepares a run.
   *
   * @param threads episodes that run at the same time; changes the speed, never the result
   * @param checkpoints where it begins, and what is told how far it has got
   */
  public TrialRunner(
      Trial trial,
      int threads,
      Interruption interruption,
      TrialProgress progress,
      Checkpoints checkpoints) {
    this.trial = trial;
    this.threads = threads;
    this.interruption = interruption;
    this.progress = progress;
    this.checkpoints = checkpoints;
  }

  /** Lets somebody see the episodes of one of the rigs, on its thread; changes no result. */
  public TrialRunner withSpectator(Function<Rig, EpisodeListener> newSpectator) {
    spectator = newSpectator;
    return this;
  }

  /**
   * Trains if the policy learns, then evaluates.
   *
   * @param recorder watches the first evaluation episode
   * @throws SettingException if the policy must learn but the trial says nothing of training
   */
  public TrialOutcome run(EpisodeListener recorder) {
    boolean learns = trial.learns();
    try (Rollouts rollouts = new Rollouts(trial, threads, interruption)) {
      rollouts.admit(spectator);
      Optional<Trained> training =
          learns
              ? Optional.of(new Trainer(trial, rollouts, interruption, progress, checkpoints).run())
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
      rollouts.admit(spectator);
      return evaluate(rollouts, Optional.empty(), Optional.of(policy), recorder);
    }
  }

  private TrialOutcome evaluate(
      Rollouts rollouts,
      Optional<Trained> training,
      Optional<Policy> policy,
      EpisodeListener recorder) {
    TrialState start = checkpoints.start().orElse(TrialState.BEGINNING);
    EvaluationState state = new EvaluationState(training, start);
    boolean keepable = training.isEmpty() || training.get().learner() instanceof Resumable;
    Checkpoints kept = keepable ? checkpoints : Checkpoints.NONE;
    if (training.isEmpty()) {
      kept.begun(state);
      progress.begun(start, true);
    } else if (!interruption.requested()) {
      kept.phaseEnded(state);
    }
    int from = start.evaluation().size();
    int episodes = trial.settings().evaluation().episodes();
    Evaluator evaluator = new Evaluator(trial, rollouts);
    if (from > 0 && recorder != EpisodeListener.NONE) {
      evaluator.run(EpisodeKind.EVALUATION, 1, policy, recorder, again -> {});
    }
    evaluator.run(
        EpisodeKind.EVALUATION,
        from,
        episodes,
        policy,
        recorder,
        result -> {
          state.add(result);
          progress.evaluated(result);
          kept.reached(state);
        });
    if (!state.results.isEmpty()) {
      kept.phaseEnded(state);
    }
    int trained = training.map(done -> done.training().episodes().size()).orElse(0);
    return new TrialOutcome(
        training.map(Trained::training),
        training.map(Trained::learner),
        new Evaluation(trained, state.results),
        state.seconds(),
        interruption.requested());
  }

  /** How far the evaluation has got. */
  private static final class EvaluationState implements Supplier<TrialState> {
    private final Optional<Training> training;
    private final Optional<SavedLearner> learner;
    private final List<EpisodeResult> results;
    private final double secondsBefore;
    private final long began = System.nanoTime();

    EvaluationState(Optional<Trained> trained, TrialState start) {
      training = trained.map(Trained::training);
      learner = trained.flatMap(done -> SavedLearner.of(done.learner()));
      results = new ArrayList<>(start.evaluation());
      secondsBefore = start.evaluationSeconds();
    }

    void add(EpisodeResult result) {
      results.add(result);
    }

    double seconds() {
      return secondsBefore + (System.nanoTime() - began) * 1e-9;
    }

    @Override
    public TrialState get() {
      int whole = 0; // An interruption may leave out an episode before the last.
      while (whole < results.size() && results.get(whole).episode() == whole) {
        whole++;
      }
      return new TrialState(
          training.map(Training::episodes).orElse(List.of()),
          training.map(Training::validations).orElse(List.of()),
          learner,
          results.subList(0, whole),
          training.map(Training::wallSeconds).orElse(0.0),
          seconds());
    }
  }
}
