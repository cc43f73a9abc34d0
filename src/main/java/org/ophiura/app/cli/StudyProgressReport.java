package org.ophiura.app.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.ophiura.app.study.SeedRun;
import org.ophiura.app.study.StudyKind;
import org.ophiura.app.study.StudyPlan;
import org.ophiura.app.study.StudyProgress;
import org.ophiura.app.trial.EpisodeResult;
import picocli.CommandLine;

/** Shows how a study gets on: a bar with the time left on a terminal, plain lines elsewhere. */
final class StudyProgressReport implements StudyProgress, AutoCloseable {
  private final Path folder;
  private final StudyKind kind;
  private final PrintWriter out;
  private final boolean terminal = CommandLine.Help.Ansi.AUTO.enabled();

  private Optional<TerminalBar> bar = Optional.empty();
  private int runs;
  private int ended;

  StudyProgressReport(Path folder, StudyKind kind, PrintWriter out) {
    this.folder = folder;
    this.kind = kind;
    this.out = out;
  }

  @Override
  public void begun(int all, int finished) {
    runs = all;
    if (finished == 0) {
      line("If it is stopped, go on with: ophiura %s --resume %s", kind.command(), folder);
    } else {
      line("Goes on: %d of %d runs are finished.", finished, all);
    }
    if (terminal) {
      bar = Optional.of(new TerminalBar("Runs", 0, all));
    }
  }

  @Override
  public void started(StudyPlan.Job job) {
    bar.ifPresent(shown -> shown.say(job.trial().label() + ", seed " + job.seed()));
  }

  @Override
  public void finished(StudyPlan.Job job, SeedRun run, boolean before) {
    ended++;
    bar.ifPresent(TerminalBar::step);
    if (!terminal && !before) {
      line(
          "run %d of %d: %s, seed %d: %s",
          ended,
          runs,
          job.trial().label(),
          job.seed(),
          run.failure().map(why -> "failed, " + why).orElseGet(() -> result(job, run)));
    }
  }

  private static String result(StudyPlan.Job job, SeedRun run) {
    return job.trial().settings().hasAim()
        ? run.reached() + " of " + run.evaluation().size() + " reached"
        : String.format(
            Locale.ROOT,
            "mean return %.3f",
            run.evaluation().stream()
                .mapToDouble(EpisodeResult::totalReward)
                .average()
                .orElse(Double.NaN));
  }

  private void line(String format, Object... values) {
    out.println(String.format(Locale.ROOT, format, values));
    out.flush();
  }

  /** Ends the bar, if there is one. */
  void finish() {
    bar.ifPresent(TerminalBar::close);
    bar = Optional.empty();
  }

  @Override
  public void close() {
    finish();
  }
}
