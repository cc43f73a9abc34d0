package org.ophiura.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.ophiura.app.config.Resolved;
import org.ophiura.app.policy.PolicyFile;
import org.ophiura.app.results.AtomicFiles;
import org.ophiura.app.results.RunFolder;
import org.ophiura.app.results.RunResults;
import org.ophiura.app.results.TrajectoryRecorder;
import org.ophiura.app.trial.EpisodeListener;
import org.ophiura.app.trial.Rig;
import org.ophiura.app.trial.Training;
import org.ophiura.app.trial.Trial;
import org.ophiura.app.trial.TrialOutcome;
import org.ophiura.app.trial.TrialRunner;
import org.ophiura.app.trial.TrialSettings;
import org.ophiura.learning.tabular.QLearner;

/** One run from the first episode to the published folder and the table on the terminal. */
final class RunSession {
  private final Trial trial;
  private final String trialText;
  private final RunFolder folder;
  private final int threads;
  private final PrintWriter out;

  RunSession(Trial trial, String trialText, RunFolder folder, int threads, PrintWriter out) {
    this.trial = trial;
    this.trialText = trialText;
    this.folder = folder;
    this.threads = threads;
    this.out = out;
  }

  /** What is run. */
  @FunctionalInterface
  interface Work {
    TrialOutcome run(TrialRunner runner, EpisodeListener recorder);
  }

  /** Runs, writes, prints; the exit code says whether the user interrupted. */
  int run(Work work) {
    try (folder;
        SignalStop stop = new SignalStop();
        ProgressReport progress = ProgressReport.of(trial, out)) {
      TrajectoryRecorder recorder = recorder();
      TrialRunner runner = new TrialRunner(trial, threads, stop.interruption(), progress);
      TrialOutcome outcome = work.run(runner, recorder);
      progress.finish();
      write(outcome, recorder);
      Optional<Path> kept = folder.publish(replaces(folder.target(), outcome));
      new OutcomeTable(trial.settings(), outcome).print(out);
      out.println("Results: " + folder.shown());
      kept.ifPresent(path -> out.println("The earlier run there is now " + path));
      out.flush();
      return outcome.interrupted() ? ExitCode.INTERRUPTED : ExitCode.OK;
    }
  }

  private TrajectoryRecorder recorder() {
    try (Rig rig = trial.newRig()) {
      return new TrajectoryRecorder(trial.layout(), rig.stepLimit());
    }
  }

  private void write(TrialOutcome outcome, TrajectoryRecorder recorder) {
    TrialSettings settings = trial.settings();
    JsonNode config = Resolved.toTree(settings);
    RunResults results = new RunResults(settings, outcome);
    outcome.training().ifPresent(training -> writePolicy(training, config));
    results.writeEpisodes(folder.file("episodes.csv"));
    results.writeEvaluations(folder.file("evaluations.csv"));
    if (!recorder.isEmpty()) {
      recorder.write(folder.file("trajectory.csv"));
    }
    AtomicFiles.write(folder.file("trial.yaml"), text -> text.write(Resolved.toYaml(settings)));
    AtomicFiles.write(folder.file("trial-as-given.yaml"), text -> text.write(trialText));
    results.writeSummary(folder.file(RunFolder.RESULT_FILE), config, Versions.all());
  }

  private void writePolicy(Training training, JsonNode config) {
    if (training.learner() instanceof QLearner learner) {
      TrialSettings settings = trial.settings();
      PolicyFile.Origin origin =
          new PolicyFile.Origin(
              settings.name(), settings.seed(), training.episodes().size(), config);
      try (Rig rig = trial.newRig()) {
        PolicyFile.of(origin, trial.layout(), rig.decider().orElseThrow(), learner.table())
            .write(folder.file(PolicyFile.NAME));
      }
    }
  }

  /** Whether the run that stands there already is the same as this one, or less of it. */
  private boolean replaces(Path target, TrialOutcome outcome) {
    Path earlier = target.resolve(RunFolder.RESULT_FILE);
    if (!Files.isRegularFile(earlier)) {
      return true;
    }
    try {
      JsonNode result = new ObjectMapper().readTree(earlier.toFile());
      boolean complete = !result.path("interrupted").asBoolean();
      // As text: a tree that was read and one that was made hold numbers of different types.
      String config = Resolved.toTree(trial.settings()).toString();
      return result.path("config").toString().equals(config)
          && !(complete && outcome.interrupted());
    } catch (IOException e) {
      return false;
    }
  }
}
