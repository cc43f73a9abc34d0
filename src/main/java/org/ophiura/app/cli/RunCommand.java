package org.ophiura.app.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.ophiura.app.problem.Problem;
import org.ophiura.app.run.Experiments;
import org.ophiura.app.run.RunFolder;
import org.ophiura.app.run.RunFolders;
import org.ophiura.app.trial.Trial;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ophiura run}: the main job. */
@Command(
    name = "run",
    description = "Trains the policy of a trial, if it learns, then evaluates the controller.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  ophiura run src/trials/target-locomotion.yaml",
      "  ophiura run src/trials/target-locomotion.yaml --seed 7 --threads 2 --out results/seed-7",
      "  ophiura run src/trials/target-locomotion.yaml --set training.episodes=20",
      "  ophiura run --resume runs/target-locomotion/1.unfinished"
    })
final class RunCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private final TrialOptions trialOptions = new TrialOptions();
  @Mixin private final RunOptions runOptions = new RunOptions();

  @Option(
      names = "--resume",
      paramLabel = "DIR",
      description =
          "Continues a run that was stopped, instead of a trial file: its unfinished folder, or"
              + " that of an interrupted run. It ends with the same files as if it had never"
              + " been stopped.")
  private Optional<Path> resumed = Optional.empty();

  @Override
  public Integer call() {
    runOptions.check();
    return resumed.isPresent() ? resume(resumed.get()) : begin();
  }

  private int begin() {
    ExperimentFile file = trialOptions.readAny();
    return run(
        file,
        () -> {
          Path target = runOptions.out(file.experiment(), "");
          tellUnfinished(target);
          return Experiments.newFolder(target, file.experiment(), file.text(), Versions.all());
        });
  }

  /** Opens what is to be run, then its folder, and runs it there. */
  private int run(ExperimentFile file, Supplier<RunFolder> folders) {
    if (file.isProblem()) {
      runOptions.refuseView();
      try (Problem problem = file.problem().open()) {
        RunFolder folder = folders.get();
        return file.located(() -> new ProblemSession(problem, folder, runOptions, out()).run());
      }
    }
    try (Trial trial = file.trial("run").open()) {
      RunFolder folder = folders.get();
      return file.located(() -> new RunSession(trial, folder, runOptions, out()).run());
    }
  }

  private void tellUnfinished(Path target) {
    for (Path earlier : RunFolders.unfinished(target)) {
      out()
          .println(
              "An earlier run was stopped; continue it with: ophiura run --resume "
                  + RunFolders.shown(earlier));
    }
  }

  private int resume(Path directory) {
    if (!trialOptions.isEmpty() || runOptions.namesFolder()) {
      throw new ParameterException(
          spec.commandLine(),
          "--resume takes neither a trial file nor --set, --seed or --out: the folder knows them");
    }
    Optional<Path> finished = RunFolders.finished(directory);
    if (finished.isPresent()) {
      out().println("Nothing is left to do: " + RunFolders.shown(finished.get()) + " is finished.");
      RunFolders.removeForgotten(finished.get());
      tellUnfinished(finished.get());
      return ExitCode.OK;
    }
    RunFolder folder = RunFolder.resume(directory, Versions.all());
    try (folder) {
      ExperimentFile file = ExperimentFile.of(folder);
      if (RunFolders.isFinished(folder.working())) {
        Experiments.publishFinished(folder, file.experiment());
        out().println("Results: " + folder.shown());
        return ExitCode.OK;
      }
      return run(file, () -> folder);
    }
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
