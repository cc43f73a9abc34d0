package org.ophiura.app.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.ophiura.app.results.UserException;
import org.ophiura.app.trial.Experiment;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How a run is carried out: nothing here changes its numbers. */
final class RunOptions {
  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Episodes that run at the same time; default: one per core.")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description =
          "Folder of the results; default: runs/<trial>/<seed>, of evaluate runs/<trial>/<seed>-evaluation.")
  private Optional<Path> out = Optional.empty();

  @Option(
      names = "--checkpoint-every",
      paramLabel = "SECONDS",
      description =
          "Least time between two checkpoints; default: 0.5. 0 keeps one after each episode.")
  private double secondsBetweenCheckpoints = 0.5;

  @Option(
      names = "--no-report",
      description = "Leaves out report.html, the page with the result; of a robot with a replay.")
  private boolean noReport;

  @Option(
      names = "--view",
      description =
          "Shows the run on a live web page while it goes on; closing that changes nothing.")
  private boolean view;

  @Mixin private final PortOption port = new PortOption();

  /** The port of the live page, if there is to be one; 0 takes a free one. */
  OptionalInt viewPort() {
    return view ? OptionalInt.of(port.number()) : OptionalInt.empty();
  }

  /** Complains of a live page of a problem, before anything is made. */
  void refuseView() {
    if (view) {
      throw new UserException(
          "--view shows robots only: leave it out, and see the policy with 'ophiura watch'");
    }
  }

  @Option(
      names = "--tensorboard",
      description = "Writes the training for TensorBoard too, into the run's folder tensorboard.")
  private boolean tensorBoard;

  /** Whether the training is written for TensorBoard. */
  boolean tensorBoard() {
    return tensorBoard;
  }

  @Option(
      names = "--no-plots",
      description = "Leaves out the folder plots/ and signals.csv, which plots are drawn from.")
  private boolean noPlots;

  /** Whether the plots are made. */
  boolean plots() {
    return !noPlots;
  }

  @Option(
      names = "--video",
      description = "Makes episode.mp4 too, a film of the first evaluation episode.")
  private boolean video;

  /** Whether the film is made. */
  boolean video() {
    return video;
  }

  /** Whether the report is made. */
  boolean report() {
    return !noReport;
  }

  /** Checked time between two checkpoints. */
  double secondsBetweenCheckpoints() {
    if (!(secondsBetweenCheckpoints >= 0 && secondsBetweenCheckpoints <= 1e6)) {
      throw new UserException(
          "--checkpoint-every must be in [0, 1e6] s, got " + secondsBetweenCheckpoints);
    }
    return secondsBetweenCheckpoints;
  }

  /** Complains of what is out of its limits. */
  void check() {
    threads();
    secondsBetweenCheckpoints();
    port.check();
  }

  /** Whether {@code --out} was given. */
  boolean namesFolder() {
    return out.isPresent();
  }

  /** Checked number of threads. */
  int threads() {
    if (threads < 1 || threads > 1024) {
      throw new UserException("--threads must be in [1, 1024], got " + threads);
    }
    return threads;
  }

  /** Where the results of a trial go; {@code suffix} sets them apart from those of its run. */
  Path out(Experiment settings, String suffix) {
    return out.orElse(Path.of("runs", settings.name(), settings.seed() + suffix));
  }
}
