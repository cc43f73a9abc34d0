package org.ophiura.app.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ophiura.learning.DecidingController;
import org.ophiura.learning.Learner;
import org.ophiura.learning.LearnerContext;
import org.ophiura.learning.LearnerPlugin;
import org.ophiura.learning.LearningSession;
import org.ophiura.learning.MergeableLearner;
import org.ophiura.sim.CycleStatus;
import org.ophiura.sim.JointCommand;
import org.ophiura.sim.PlantState;
import org.ophiura.sim.plugin.SettingException;

/**
 * Trains the policy of a trial in rounds. The episodes of a round start from the same values and
 * are merged in order, so a result depends on the size of the round but not on the threads; a round
 * of one episode is the sequential algorithm.
 */
public final class Trainer {
  private final Trial trial;
  private final TrainingSettings settings;
  private final Rollouts rollouts;
  private final Interruption interruption;
  private final TrialProgress progress;

  /** Prepares the training of {@code trial}, which must have a training block. */
  public Trainer(
      Trial trial, Rollouts rollouts, Interruption interruption, TrialProgress progress) {
    this.trial = trial;
    this.rollouts = rollouts;
    this.interruption = interruption;
    this.progress = progress;
    settings = trial.settings().training().orElseThrow();
  }

  /** Trains until all episodes have run or the user interrupts. */
  public Training run() {
    Learner learner = newLearner();
    List<TrainingEpisode> episodes = new ArrayList<>();
    List<Evaluation> validations = new ArrayList<>();
    long nanos = 0;
    while (episodes.size() < settings.episodes() && !interruption.requested()) {
      int before = episodes.size();
      int round = Math.min(settings.parallelEpisodes(), settings.episodes() - before);
      long start = System.nanoTime();
      List<TrainingEpisode> trained =
          round == 1 ? alone(learner, before) : together(learner, before, round);
      nanos += System.nanoTime() - start;
      episodes.addAll(trained);
      trained.forEach(progress::trained);
      if (validationDue(before, episodes.size()) && !interruption.requested()) {
        validate(learner, episodes.size()).ifPresent(validations::add);
      }
    }
    return new Training(learner, episodes, validations, nanos * 1e-9);
  }

  private Learner newLearner() {
    try (Rig rig = trial.newRig()) {
      DecidingController deciding = rig.decider().orElseThrow();
      LearnerContext context =
          new LearnerContext(
              deciding.indexer().stateCount(),
              deciding.actionCount(),
              trial.streams().stream(RandomStreams.Purpose.INITIAL_VALUES, 0));
      Learner learner =
          SettingException.under(
              "learner", () -> LearnerPlugin.create(settings.learner(), context));
      if (settings.parallelEpisodes() > 1 && !(learner instanceof MergeableLearner)) {
        throw new SettingException(
            "parallel-episodes",
            "must be 1: the learner "
                + settings.learner().plugin().id()
                + " cannot merge parallel episodes, got "
                + settings.parallelEpisodes());
      }
      return learner;
    } catch (SettingException e) {
      throw e.under("training");
    }
  }

  private List<TrainingEpisode> alone(Learner learner, int episode) {
    return rollouts.run(1, (rig, index) -> learn(rig, learner, episode), finished -> {});
  }

  private List<TrainingEpisode> together(Learner learner, int first, int round) {
    MergeableLearner shared = (MergeableLearner) learner;
    List<Learner> forks = new ArrayList<>();
    for (int i = 0; i < round; i++) {
      forks.add(shared.fork());
    }
    List<TrainingEpisode> trained =
        rollouts.run(
            round, (rig, index) -> learn(rig, forks.get(index), first + index), finished -> {});
    if (!trained.isEmpty()) { // After an interruption there may be fewer than were asked for.
      shared.merge(
          trained.stream().map(done -> forks.get(done.result().episode() - first)).toList());
    }
    return trained;
  }

  private TrainingEpisode learn(Rig rig, Learner learner, int episode) {
    DecidingController deciding = rig.decider().orElseThrow();
    learner.beginEpisode(
        episode,
        settings.episodes(),
        trial.streams().stream(RandomStreams.Purpose.LEARNER, episode));
    LearningSession session = new LearningSession(learner);
    EpisodeListener rewards =
        new EpisodeListener() {
          @Override
          public void stepped(PlantState state, JointCommand command, double reward) {
            session.addReward(reward);
          }
        };
    EpisodeResult result =
        rig.run(EpisodeKind.TRAINING, episode, trial.streams(), session, rewards);
    if (result.status() == CycleStatus.OK) {
      boolean terminated = rig.task().terminated();
      session.end(deciding.indexer().indexOf(rig.state()), terminated, !terminated);
    }
    return new TrainingEpisode(result, learner.epsilon(), learner.meanValue());
  }

  private boolean validationDue(int before, int after) {
    int every = settings.evaluateEvery();
    return every > 0 && before / every != after / every;
  }

  /** Empty if the user interrupted: a part of it would look worse or better than it is. */
  private Optional<Evaluation> validate(Learner learner, int after) {
    List<EpisodeResult> results =
        new Evaluator(trial, rollouts)
            .run(
                EpisodeKind.VALIDATION,
                settings.evaluateEpisodes(),
                Optional.of(learner.greedy()),
                EpisodeListener.NONE,
                finished -> {});
    if (results.size() < settings.evaluateEpisodes()) {
      return Optional.empty();
    }
    Evaluation evaluation = new Evaluation(after, results);
    progress.validated(evaluation);
    return Optional.of(evaluation);
  }
}
