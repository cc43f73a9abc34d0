package org.ophiura.app.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.ophiura.learning.DecidingController;
import org.ophiura.learning.ForkableLearner;
import org.ophiura.learning.Learner;
import org.ophiura.learning.LearnerContext;
import org.ophiura.learning.LearnerPlugin;
import org.ophiura.learning.MergeableLearner;
import org.ophiura.learning.Resumable;
import org.ophiura.learning.SharingLearner;
import org.ophiura.learning.TeamSession;
import org.ophiura.learning.TransitionLog;
import org.ophiura.learning.tabular.QTable;
import org.ophiura.learning.tabular.TabularLearner;
import org.ophiura.sim.CycleStatus;
import org.ophiura.sim.JointCommand;
import org.ophiura.sim.PlantState;
import org.ophiura.sim.plugin.SettingException;

/**
 * Trains the policy of a trial in rounds. The episodes of a round start from the same values and
 * are merged in order, so a result depends on the size of the round but not on the threads. A round
 * of one episode is the sequential algorithm, in which values change within the episode, however
 * longer rounds are merged.
 */
public final class Trainer {
  private final Trial trial;
  private final TrainingSettings settings;
  private final Rollouts rollouts;
  private final Interruption interruption;
  private final TrialProgress progress;
  private final Checkpoints checkpoints;

  /** Prepares the training of {@code trial}, which must have a training block. */
  public Trainer(
      Trial trial,
      Rollouts rollouts,
      Interruption interruption,
      TrialProgress progress,
      Checkpoints checkpoints) {
    this.trial = trial;
    this.rollouts = rollouts;
    this.interruption = interruption;
    this.progress = progress;
    this.checkpoints = checkpoints;
    settings = trial.settings().training().orElseThrow();
  }

  /**
   * Trains until all episodes have run or the user interrupts, from where the checkpoints say.
   *
   * @throws SettingException if the learner cannot be made, or is not that of the checkpoint
   */
  Trained run() {
    Learner learner = newLearner();
    TrialState start = checkpoints.start().orElse(TrialState.BEGINNING);
    start.learner().ifPresent(saved -> saved.restore(learner));
    List<TrainingEpisode> episodes = new ArrayList<>(start.training());
    List<Evaluation> validations = new ArrayList<>(start.validations());
    double seconds = start.trainingSeconds();
    Checkpoints kept = learner instanceof Resumable ? checkpoints : Checkpoints.NONE;
    kept.begun(new Snapshot(learner, episodes, validations, seconds));
    progress.begun(start, learner instanceof Resumable);
    progress.learning(learner);
    boolean whole = true; // A round that was cut short is a result, but no way on.
    while (true) {
      if (validationDue(episodes.size(), validations) && !interruption.requested()) {
        Optional<Evaluation> validation = validate(learner, episodes.size());
        validation.ifPresent(validations::add);
        if (validation.isPresent()) {
          kept.reached(new Snapshot(learner, episodes, validations, seconds));
        }
      }
      if (episodes.size() >= settings.episodes() || interruption.requested()) {
        break;
      }
      int before = episodes.size();
      int round = Math.min(settings.parallelEpisodes(), settings.episodes() - before);
      long began = System.nanoTime();
      List<TrainingEpisode> trained =
          round == 1 ? alone(learner, before) : together(learner, before, round);
      seconds += (System.nanoTime() - began) * 1e-9;
      episodes.addAll(trained);
      trained.forEach(progress::trained);
      whole = trained.size() == round || trained.isEmpty();
      if (whole) {
        kept.reached(new Snapshot(learner, episodes, validations, seconds));
      }
    }
    if (whole && interruption.requested()) {
      kept.phaseEnded(new Snapshot(learner, episodes, validations, seconds));
    }
    return new Trained(learner, new Training(episodes, validations, seconds));
  }

  /**
   * A training that has ended.
   *
   * @param learner what has learned
   * @param training how
   */
  record Trained(Learner learner, Training training) {}

  /** The state of the training, copied when it is asked for. */
  private record Snapshot(
      Learner learner, List<TrainingEpisode> episodes, List<Evaluation> validations, double seconds)
      implements Supplier<TrialState> {
    @Override
    public TrialState get() {
      return new TrialState(episodes, validations, SavedLearner.of(learner), List.of(), seconds, 0);
    }
  }

  private Learner newLearner() {
    try (Rig rig = trial.newRig()) {
      DecidingController deciding = rig.decider().orElseThrow();
      LearnerContext context =
          new LearnerContext(
              deciding.indexer().stateCount(),
              deciding.actionCount(),
              deciding.indexer().statesAreArms(),
              trial.streams().stream(RandomStreams.Purpose.INITIAL_VALUES, 0));
      Learner learner =
          SettingException.under(
              "learner", () -> LearnerPlugin.create(settings.learner(), context));
      if (settings.parallelEpisodes() > 1 && !settings.merge().fits(learner)) {
        throw new SettingException(
            "parallel-episodes",
            "must be 1: the learner "
                + settings.learner().plugin().id()
                + " cannot merge parallel episodes, got "
                + settings.parallelEpisodes());
      }
      if (deciding.agentCount() > 1 && !(learner instanceof SharingLearner)) {
        throw new SettingException(
            "learner.type",
            "must be a learner that "
                + deciding.agentCount()
                + " agents can share, such as q-learning, got "
                + settings.learner().plugin().id());
      }
      trial.startTable(rig).ifPresent(table -> start(learner, table));
      return learner;
    } catch (SettingException e) {
      throw e.under("training");
    }
  }

  private void start(Learner learner, QTable table) {
    String remedy = "; leave it out, or change the learner";
    if (!(learner instanceof TabularLearner tabular)) {
      throw new SettingException(
          "start-policy",
          "needs a learner with a table of values, such as q-learning, got "
              + settings.learner().plugin().id()
              + remedy);
    }
    try {
      tabular.startFrom(table);
    } catch (IllegalArgumentException e) {
      throw new SettingException("start-policy", "does not fit: " + e.getMessage() + remedy);
    }
  }

  private List<TrainingEpisode> alone(Learner learner, int episode) {
    return rollouts.run(1, (rig, index) -> learn(rig, learner, episode), finished -> {});
  }

  private List<TrainingEpisode> together(Learner learner, int first, int round) {
    return settings.merge() == Merge.SHARED_UPDATES
        ? logged((ForkableLearner) learner, first, round)
        : merged((MergeableLearner) learner, first, round);
  }

  /** Each episode teaches a fork of its own; all are merged. */
  private List<TrainingEpisode> merged(MergeableLearner shared, int first, int round) {
    List<Learner> forks = forks(shared, round);
    List<TrainingEpisode> trained =
        rollouts.run(
            round, (rig, index) -> learn(rig, forks.get(index), first + index), finished -> {});
    if (!trained.isEmpty()) { // After an interruption there may be fewer than were asked for.
      shared.merge(
          trained.stream().map(done -> forks.get(done.result().episode() - first)).toList());
    }
    return trained;
  }

  private static List<Learner> forks(ForkableLearner learner, int round) {
    List<Learner> forks = new ArrayList<>();
    for (int i = 0; i < round; i++) {
      forks.add(learner.fork());
    }
    return forks;
  }

  /** Each episode is written down, then the one learner learns from all of them in order. */
  private List<TrainingEpisode> logged(ForkableLearner learner, int first, int round) {
    List<Learner> forks = forks(learner, round);
    List<LoggedEpisode> logs =
        rollouts.run(
            round, (rig, index) -> log(rig, forks.get(index), first + index), finished -> {});
    List<TrainingEpisode> trained = new ArrayList<>();
    for (LoggedEpisode logged : logs) {
      int episode = logged.result().episode();
      List<Learner> team = SharingLearner.team(learner, logged.log().team().size());
      RandomGenerator random = learnerStream(episode);
      team.forEach(member -> member.beginEpisode(episode, settings.episodes(), random));
      logged.log().replay(team);
      trained.add(new TrainingEpisode(logged.result(), learner.epsilon(), learner.meanValue()));
    }
    return trained;
  }

  private record LoggedEpisode(EpisodeResult result, TransitionLog log) {}

  private LoggedEpisode log(Rig rig, Learner fork, int episode) {
    TransitionLog log = new TransitionLog(team(rig, fork));
    return new LoggedEpisode(run(rig, log.team(), episode), log);
  }

  private TrainingEpisode learn(Rig rig, Learner learner, int episode) {
    EpisodeResult result = run(rig, team(rig, learner), episode);
    return new TrainingEpisode(result, learner.epsilon(), learner.meanValue());
  }

  private static List<Learner> team(Rig rig, Learner learner) {
    return SharingLearner.team(learner, rig.decider().orElseThrow().agentCount());
  }

  /** Runs a training episode in which each agent's learner behaves and observes. */
  private EpisodeResult run(Rig rig, List<Learner> team, int episode) {
    TeamSession session = new TeamSession(team);
    session.beginEpisode(episode, settings.episodes(), learnerStream(episode));
    EpisodeListener rewards =
        new EpisodeListener() {
          @Override
          public void stepped(PlantState state, JointCommand command, double reward) {
            session.addReward(reward);
          }
        };
    EpisodeResult result =
        rig.run(EpisodeKind.TRAINING, episode, trial.streams(), session.policies(), rewards);
    if (result.status() == CycleStatus.OK) {
      boolean terminated = rig.task().terminated();
      session.end(rig.decider().orElseThrow(), rig.state(), terminated, !terminated);
    }
    return result;
  }

  private RandomGenerator learnerStream(int episode) {
    return trial.streams().stream(RandomStreams.Purpose.LEARNER, episode);
  }

  /** Whether the round that ended last passed a multiple of the period, and was not yet judged. */
  private boolean validationDue(int after, List<Evaluation> validations) {
    int every = settings.evaluateEvery();
    if (every == 0 || after == 0) {
      return false;
    }
    int before = (after - 1) / settings.parallelEpisodes() * settings.parallelEpisodes();
    boolean judged =
        !validations.isEmpty()
            && validations.get(validations.size() - 1).afterTrainingEpisodes() == after;
    return before / every != after / every && !judged;
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
