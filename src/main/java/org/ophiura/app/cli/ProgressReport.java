package org.ophiura.app.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.ophiura.app.problem.ProblemSettings;
import org.ophiura.app.run.RunFolder;
import org.ophiura.app.run.RunFolders;
import org.ophiura.app.trial.EpisodeResult;
import org.ophiura.app.trial.Evaluation;
import org.ophiura.app.trial.Experiment;
import org.ophiura.app.trial.TrainingEpisode;
import org.ophiura.app.trial.TrainingSettings;
import org.ophiura.app.trial.TrialProgress;
import org.ophiura.app.trial.TrialSettings;
import org.ophiura.app.trial.TrialState;
import picocli.CommandLine;

/** Shows how a run gets on: a bar with the time left on a terminal, plain lines elsewhere. */
final class ProgressReport implements TrialProgress, AutoCloseable {
  private static final int WINDOW = 10;

  /** Of a training of many short episodes, where a line each would be too many. */
  private static final int LINES = 20;

  private final PrintWriter out;
  private final RunFolder folder;
  private final boolean terminal;
  private final boolean hasAim;
  private final String round;
  private final int rounds;
  private final int roundsPerLine;
  private final int evaluationEpisodes;

  private Optional<TerminalBar> bar = Optional.empty();
  private String shown = "";
  private double recentSuccess;
  private int evaluated;
  private int reached;

  private ProgressReport(
      PrintWriter out,
      RunFolder folder,
      boolean terminal,
      boolean hasAim,
      String round,
      int rounds,
      int roundsPerLine,
      int evaluationEpisodes) {
    this.out = out;
    this.folder = folder;
    this.terminal = terminal;
    this.hasAim = hasAim;
    this.round = round;
    this.rounds = rounds;
    this.roundsPerLine = roundsPerLine;
    this.evaluationEpisodes = evaluationEpisodes;
  }

  static ProgressReport of(TrialSettings trial, RunFolder folder, PrintWriter out) {
    int episodes = trial.training().map(TrainingSettings::episodes).orElse(0);
    return of(trial, "episode", episodes, 1, folder, out);
  }

  static ProgressReport of(ProblemSettings problem, RunFolder folder, PrintWriter out) {
    int iterations = problem.training().iterations();
    return of(problem, "iteration", iterations, Math.max(1, iterations / LINES), folder, out);
  }

  private static ProgressReport of(
      Experiment experiment,
      String round,
      int rounds,
      int roundsPerLine,
      RunFolder folder,
      PrintWriter out) {
    return new ProgressReport(
        out,
        folder,
        CommandLine.Help.Ansi.AUTO.enabled(),
        experiment.hasAim(),
        round,
        rounds,
        roundsPerLine,
        experiment.evaluationEpisodes());
  }

  @Override
  public void begun(TrialState start, boolean resumable) {
    start.training().forEach(this::count);
    evaluated = start.evaluation().size();
    reached = (int) start.evaluation().stream().filter(EpisodeResult::succeeded).count();
    if (!resumable) {
      line("The learner of this trial cannot be saved: a run that is stopped begins again.");
    } else if (start.equals(TrialState.BEGINNING)) {
      line("If it is stopped, continue with: ophiura run --resume %s", shown());
    } else {
      line(
          "Continues after %d training and %d evaluation episodes.",
          start.training().size(), start.evaluation().size());
    }
  }

  private Path shown() {
    return RunFolders.shown(folder.working());
  }

  @Override
  public void trained(TrainingEpisode episode) {
    EpisodeResult result = episode.result();
    int number = result.episode() + 1;
    count(episode);
    if (terminal) {
      step("Training", number, rounds, rewardAndSuccess(result, recentSuccess));
    } else if (number % roundsPerLine == 0) {
      String exploring =
          Double.isNaN(episode.epsilon())
              ? ""
              : String.format(Locale.ROOT, ", epsilon %.2f", episode.epsilon());
      line(
          "training episode %d%s: reward %.3f, %.2f s%s%s",
          number,
          round.equals("episode") ? " of " + rounds : "",
          result.totalReward(),
          result.seconds(),
          hasAim ? (result.succeeded() ? ", reached" : ", not reached") : "",
          exploring);
    }
  }

  private void count(TrainingEpisode episode) {
    double weight = 1.0 / Math.min(episode.result().episode() + 1, WINDOW);
    recentSuccess += weight * ((episode.result().succeeded() ? 1 : 0) - recentSuccess);
  }

  @Override
  public void validated(Evaluation evaluation) {
    if (!terminal) {
      line(
          "greedy evaluation after %d %ss: %s %.2f of %d",
          evaluation.afterTrainingEpisodes(),
          round,
          hasAim ? "success" : "mean return",
          hasAim ? evaluation.successRate() : evaluation.meanReturn(),
          evaluation.episodes().size());
    }
  }

  @Override
  public void evaluated(EpisodeResult result) {
    evaluated++;
    reached += result.succeeded() ? 1 : 0;
    if (terminal) {
      step(
          "Evaluation",
          evaluated,
          evaluationEpisodes,
          rewardAndSuccess(result, (double) reached / evaluated));
    } else if (evaluated % Math.max(WINDOW, evaluationEpisodes / LINES) == 0
        || evaluated == evaluationEpisodes) {
      String success = hasAim ? ": " + reached + " reached" : "";
      line("evaluation episode %d of %d%s", evaluated, evaluationEpisodes, success);
    }
  }

  private String rewardAndSuccess(EpisodeResult result, double successRate) {
    String reward = String.format(Locale.ROOT, "reward %.2f", result.totalReward());
    return hasAim
        ? reward + String.format(Locale.ROOT, ", success %.0f %%", 100 * successRate)
        : reward;
  }

  private void line(String format, Object... values) {
    out.println(String.format(Locale.ROOT, format, values));
    out.flush();
  }

  /** Moves the bar to an episode, counted from 1; a run that is continued does not begin there. */
  private void step(String phase, int number, int of, String message) {
    if (!phase.equals(shown)) {
      finish();
      shown = phase;
      bar = Optional.of(new TerminalBar(phase, number - 1L, of));
    }
    bar.ifPresent(
        running -> {
          running.say(message);
          running.step();
        });
  }

  @Override
  public void close() {
    finish();
  }

  /** Ends the bar that is shown, if any. */
  void finish() {
    bar.ifPresent(TerminalBar::close);
    bar = Optional.empty();
  }
}
