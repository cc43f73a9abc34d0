package org.ophiura.app.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import org.ophiura.app.run.Published;
import org.ophiura.app.run.RunFolder;
import org.ophiura.app.run.RunProduct;
import org.ophiura.app.run.TrialRun;
import org.ophiura.app.tensorboard.TensorBoardLog;
import org.ophiura.app.trial.EpisodeListener;
import org.ophiura.app.trial.Rig;
import org.ophiura.app.trial.Trial;
import org.ophiura.app.trial.TrialProgress;
import org.ophiura.app.view.TrainingView;

/** One run from the first episode to the published folder and the table on the terminal. */
final class RunSession {
  private final Trial trial;
  private final RunFolder folder;
  private final RunOptions options;
  private final PrintWriter out;
  private final List<RunProduct> products;

  RunSession(Trial trial, RunFolder folder, RunOptions options, PrintWriter out) {
    this.trial = trial;
    this.folder = folder;
    this.options = options;
    this.out = out;
    products = Products.of(options);
  }

  /** Runs, writes, prints; the exit code says whether the user interrupted. */
  int run() {
    OptionalInt port = options.viewPort();
    if (port.isEmpty()) {
      return run(rig -> EpisodeListener.NONE, TrialProgress.SILENT);
    }
    try (TrainingView view = TrainingView.open(trial, port.getAsInt())) {
      out.println("Watch it at http://127.0.0.1:" + view.port() + "/");
      out.flush();
      return run(view::spectator, view.progress());
    }
  }

  private int run(Function<Rig, EpisodeListener> spectator, TrialProgress watcher) {
    try (folder;
        SignalStop stop = new SignalStop();
        TensorBoardLog tensorBoard = new TensorBoardLog(folder.working(), trial.settings());
        ProgressReport progress = ProgressReport.of(trial.settings(), folder, out)) {
      Published published =
          new TrialRun(trial, folder, Versions.all())
              .withCheckpoints(System::nanoTime, options.secondsBetweenCheckpoints())
              .withProducts(products)
              .withSpectator(spectator)
              .run(
                  options.threads(),
                  stop.interruption(),
                  TrialProgress.all(
                      List.of(
                          progress,
                          watcher,
                          options.tensorBoard() ? tensorBoard : TrialProgress.SILENT)));
      progress.finish();
      return RunEnd.print(trial.settings(), published, folder, out);
    }
  }
}
