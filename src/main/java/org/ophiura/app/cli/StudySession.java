package org.ophiura.app.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.ophiura.app.report.StudyReport;
import org.ophiura.app.results.UserException;
import org.ophiura.app.study.SeedRun;
import org.ophiura.app.study.Solutions;
import org.ophiura.app.study.StudyFiles;
import org.ophiura.app.study.StudyFindings;
import org.ophiura.app.study.StudyFolder;
import org.ophiura.app.study.StudyKind;
import org.ophiura.app.study.StudyPlan;
import org.ophiura.app.study.StudyRunner;
import org.ophiura.app.study.StudyText;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** A comparison or a sweep from its folder to the table on the terminal. */
final class StudySession {
  private final CommandSpec command;
  private final StudyKind kind;
  private final StudyOptions options;

  StudySession(CommandSpec command, StudyKind kind, StudyOptions options) {
    this.command = command;
    this.kind = kind;
    this.options = options;
  }

  /**
   * Begins a study or goes on with one.
   *
   * @param plansMore whether arguments of the command itself say what is to be run
   * @param plan reads them
   * @param name of the folder below {@code runs} if none was given
   */
  int run(boolean plansMore, Supplier<StudyPlan> plan, Function<StudyPlan, String> name) {
    int threads = options.threads();
    try (StudyFolder folder = open(plansMore, plan, name)) {
      return run(folder, threads);
    }
  }

  private StudyFolder open(
      boolean plansMore, Supplier<StudyPlan> plan, Function<StudyPlan, String> name) {
    Optional<Path> resumed = options.resumed();
    if (resumed.isEmpty()) {
      StudyPlan planned = plan.get();
      return options
          .out()
          .map(out -> StudyFolder.named(out, planned))
          .orElseGet(() -> StudyFolder.numbered(Path.of("runs", name.apply(planned)), planned));
    }
    if (plansMore || options.plans()) {
      throw new ParameterException(
          command.commandLine(),
          "--resume takes nothing but --threads: the folder knows what is to be run");
    }
    return StudyFolder.resume(resumed.get(), kind, Versions.all());
  }

  private int run(StudyFolder folder, int threads) {
    PrintWriter out = command.commandLine().getOut();
    try (SignalStop stop = new SignalStop();
        StudyProgressReport progress = new StudyProgressReport(folder.shown(), kind, out)) {
      Optional<List<SeedRun>> runs =
          new StudyRunner(folder, threads, stop.interruption(), progress).run();
      progress.finish();
      if (runs.isEmpty()) {
        out.println("Stopped; what was finished is kept. Go on with: " + wayOn(folder));
        out.flush();
        return ExitCode.INTERRUPTED;
      }
      if (kind == StudyKind.SOLVE) {
        tellSolutions(folder, runs.get(), out);
      } else {
        tellFindings(folder, runs.get(), out);
      }
      out.println("Results: " + folder.shown());
      out.flush();
      return runs.get().stream().anyMatch(run -> run.failure().isPresent())
          ? ExitCode.DEFECT
          : ExitCode.OK;
    } catch (UserException e) {
      throw new UserException(
          e.getMessage() + "\nWhat was finished is kept. Go on with: " + wayOn(folder));
    }
  }

  private void tellFindings(StudyFolder folder, List<SeedRun> runs, PrintWriter out) {
    StudyFindings findings = StudyFindings.of(folder.plan(), runs);
    new StudyFiles(findings, folder).write();
    if (kind == StudyKind.COMPARE && options.report()) {
      new StudyReport(findings, folder).write();
    }
    StudyText.of(findings).forEach(out::println);
  }

  private static void tellSolutions(StudyFolder folder, List<SeedRun> runs, PrintWriter out) {
    for (SeedRun run : runs) {
      run.failure().ifPresent(why -> out.println("seed " + run.seed() + " failed: " + why));
    }
    if (runs.stream().allMatch(run -> run.failure().isEmpty())) {
      Solutions solutions = Solutions.of(folder);
      solutions.writeRuns(folder.file("solutions.csv"));
      solutions.writeTable(folder.file("solutions.md"));
      out.println();
      solutions.table().forEach(out::println);
    }
  }

  private String wayOn(StudyFolder folder) {
    return "ophiura " + kind.command() + " --resume " + folder.shown();
  }
}
