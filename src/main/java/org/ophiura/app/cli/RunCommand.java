package org.ophiura.app.cli;

import java.util.concurrent.Callable;
import org.ophiura.app.results.RunFolder;
import org.ophiura.app.trial.Trial;
import org.ophiura.app.trial.TrialRunner;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
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
      "  ophiura run src/trials/target-locomotion.yaml --set training.episodes=20"
    })
final class RunCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private final TrialOptions trialOptions = new TrialOptions();
  @Mixin private final RunOptions runOptions = new RunOptions();

  @Override
  public Integer call() {
    TrialFile file = trialOptions.read();
    int threads = runOptions.threads();
    try (Trial trial = file.open()) {
      RunFolder folder = RunFolder.open(runOptions.out(file.settings(), ""));
      RunSession session =
          new RunSession(trial, file.text(), folder, threads, spec.commandLine().getOut());
      return file.located(() -> session.run(TrialRunner::run));
    }
  }
}
