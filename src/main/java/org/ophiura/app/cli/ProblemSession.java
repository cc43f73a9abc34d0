package org.ophiura.app.cli;

import java.io.PrintWriter;
import java.util.List;
import org.ophiura.app.problem.Problem;
import org.ophiura.app.run.ProblemRun;
import org.ophiura.app.run.Published;
import org.ophiura.app.run.RunFolder;
import org.ophiura.app.tensorboard.TensorBoardLog;
import org.ophiura.app.trial.TrialProgress;

/** One run of a problem from the first episode to the published folder and the table. */
final class ProblemSession {
  private final Problem problem;
  private final RunFolder folder;
  private final RunOptions options;
  private final PrintWriter out;

  ProblemSession(Problem problem, RunFolder folder, RunOptions options, PrintWriter out) {
    this.problem = problem;
    this.folder = folder;
    this.options = options;
    this.out = out;
  }

  /** Runs, writes, prints; the exit code says whether the user interrupted. */
  int run() {
    try (folder) {
      try (SignalStop stop = new SignalStop();
          TensorBoardLog tensorBoard = new TensorBoardLog(folder.working(), problem.settings());
          ProgressReport progress = ProgressReport.of(problem.settings(), folder, out)) {
        Published published =
            new ProblemRun(problem, folder, Versions.all())
                .withCheckpoints(System::nanoTime, options.secondsBetweenCheckpoints())
                .withProducts(ProblemProducts.of(options))
                .run(
                    stop.interruption(),
                    TrialProgress.all(
                        List.of(
                            progress, options.tensorBoard() ? tensorBoard : TrialProgress.SILENT)));
        progress.finish();
        return RunEnd.print(problem.settings(), published, folder, out);
      }
    }
  }
}
