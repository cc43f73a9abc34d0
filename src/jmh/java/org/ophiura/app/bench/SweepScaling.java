package org.ophiura.app.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.ophiura.app.study.Grid;
import org.ophiura.app.study.StudyFiles;
import org.ophiura.app.study.StudyFindings;
import org.ophiura.app.study.StudyFolder;
import org.ophiura.app.study.StudyKind;
import org.ophiura.app.study.StudyPlan;
import org.ophiura.app.study.StudyProgress;
import org.ophiura.app.study.StudyRunner;
import org.ophiura.app.study.StudyTrial;
import org.ophiura.app.trial.Interruption;
import org.ophiura.sim.mujoco.MujocoModel;

/**
 * How much faster a sweep is on two threads than on one, from its folder to its last file. Rounds
 * of both take turns.
 */
final class SweepScaling {
  private static final int ROUNDS = 5;
  private static final int SEEDS = 4;

  /** Of the default trial, with less training and fewer episodes. */
  private static final List<String> CHANGES =
      List.of("training.episodes=10", "training.evaluate-every=0", "evaluation.episodes=20");

  private static final Path FOLDER =
      Path.of(System.getProperty("bench.directory", "target"), "sweep").toAbsolutePath();

  private SweepScaling() {}

  /** Takes the number of rounds. */
  public static void main(String[] arguments) throws IOException {
    int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : ROUNDS;
    StudyPlan plan = plan();
    PrintStream out = System.out;
    out.printf(
        Locale.ROOT,
        "MuJoCo %s, Java %s; a sweep of %d runs: 10 episodes of training, 20 of evaluation each%n%n"
            + "round  1 thread: wall s   CPU s  others   2 threads: wall s   CPU s  others  ratio%n",
        MujocoModel.libraryVersion(),
        Runtime.version(),
        plan.jobs().size());
    Series one = new Series();
    Series two = new Series();
    Series ratios = new Series();
    sweep(plan, 2);
    for (int round = 0; round < rounds; round++) {
      Run a = sweep(plan, 1);
      Run b = sweep(plan, 2);
      if (!a.table().equals(b.table())) {
        throw new IllegalStateException("two threads gave other results than one");
      }
      one.add(a.span().wallSeconds());
      two.add(b.span().wallSeconds());
      ratios.add(a.span().wallSeconds() / b.span().wallSeconds());
      out.printf(
          Locale.ROOT,
          "%5d  %16.2f  %6.2f  %6.2f   %17.2f  %6.2f  %6.2f  %5.2f%n",
          round,
          a.span().wallSeconds(),
          a.span().ownSeconds(),
          a.span().othersCores(),
          b.span().wallSeconds(),
          b.span().ownSeconds(),
          b.span().othersCores(),
          ratios.last());
    }
    out.printf(
        Locale.ROOT,
        "%nmedians: %.2f s on one thread, %.2f s on two: ratio %.2f (rounds %.2f to %.2f)%n"
            + "Tables are equal bit for bit.%n",
        one.median(),
        two.median(),
        one.median() / two.median(),
        ratios.quantile(0),
        ratios.quantile(1));
  }

  private record Run(Stopwatch.Span span, String table) {}

  private static StudyPlan plan() {
    Grid grid = new Grid(List.of("training.learner.alpha=0.005,0.02"));
    List<StudyTrial> trials = new ArrayList<>();
    for (List<String> values : grid.combinations()) {
      List<String> changes = new ArrayList<>(CHANGES);
      changes.addAll(grid.overrides(values));
      trials.add(
          new StudyTrial(grid.labels().get(trials.size()), values, BenchTrial.settings(changes)));
    }
    return new StudyPlan(
        StudyKind.SWEEP,
        grid.keys(),
        trials,
        1,
        SEEDS,
        Map.of("ophiura", "0", "mujoco", "0", "platform", "0"));
  }

  private static Run sweep(StudyPlan plan, int threads) throws IOException {
    delete();
    Files.createDirectories(FOLDER.getParent());
    Stopwatch watch = Stopwatch.start();
    try (StudyFolder folder = StudyFolder.named(FOLDER, plan)) {
      StudyFindings findings =
          StudyFindings.of(
              plan,
              new StudyRunner(folder, threads, new Interruption(), StudyProgress.SILENT)
                  .run()
                  .orElseThrow());
      new StudyFiles(findings, folder).write();
    }
    Stopwatch.Span span = watch.stop(0);
    return new Run(span, Files.readString(FOLDER.resolve("sweep.csv")));
  }

  private static void delete() throws IOException {
    if (Files.exists(FOLDER)) {
      try (Stream<Path> tree = Files.walk(FOLDER)) {
        for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }
}
