package org.ophiura.app.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ophiura.app.results.UserException;
import picocli.CommandLine.Option;

/** What comparisons and sweeps have in common. */
final class StudyOptions {
  private static final int DEFAULT_SEEDS = 10;

  @Option(
      names = "--seeds",
      paramLabel = "N",
      description = "Number of seeds that each trial runs with; default: 10.")
  private Optional<Integer> seeds = Optional.empty();

  @Option(
      names = "--first-seed",
      paramLabel = "N",
      description =
          "The first of them, the others follow; default: 1. A trial's own has no effect.")
  private Optional<Long> firstSeed = Optional.empty();

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Changes a setting of every trial. The value is YAML. May be repeated.")
  private List<String> changes = new ArrayList<>();

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Runs that go on at the same time; default: one per core.")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Folder of the study; default: runs/compare-<trials>, runs/sweep-<trial>.")
  private Optional<Path> out = Optional.empty();

  @Option(
      names = "--resume",
      paramLabel = "DIR",
      description =
          "Goes on with a study that was stopped, instead of trial files. It ends with the same"
              + " files as if it had never been stopped.")
  private Optional<Path> resumed = Optional.empty();

  @Option(
      names = "--no-report",
      description = "Leaves out report.html, the page that compare makes.")
  private boolean noReport;

  /** Whether the report is made. */
  boolean report() {
    return !noReport;
  }

  int seeds() {
    return seeds.orElse(DEFAULT_SEEDS);
  }

  long firstSeed() {
    return firstSeed.orElse(1L);
  }

  List<String> changes() {
    return changes;
  }

  /** Checked number of threads. */
  int threads() {
    if (threads < 1 || threads > 1024) {
      throw new UserException("--threads must be in [1, 1024], got " + threads);
    }
    return threads;
  }

  Optional<Path> out() {
    return out;
  }

  Optional<Path> resumed() {
    return resumed;
  }

  /** Whether something is given that a study that goes on knows already. */
  boolean plans() {
    return seeds.isPresent() || firstSeed.isPresent() || !changes.isEmpty() || out.isPresent();
  }
}
