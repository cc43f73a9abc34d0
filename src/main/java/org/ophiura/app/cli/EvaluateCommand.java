package org.ophiura.app.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ophiura.app.policy.PolicyFile;
import org.ophiura.app.results.UserException;
import org.ophiura.app.run.RunFolder;
import org.ophiura.app.run.TrialRun;
import org.ophiura.app.trial.EvaluationSettings;
import org.ophiura.app.trial.Trial;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ophiura evaluate}: judges a policy that was trained before. */
@Command(
    name = "evaluate",
    description = "Evaluates a trained policy on targets that it has not seen.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Example:",
      "  ophiura evaluate src/trials/target-locomotion.yaml --episodes 200 \\",
      "    --policy runs/target-locomotion/1/policy.json --out results/again"
    })
final class EvaluateCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private final TrialOptions trialOptions = new TrialOptions();
  @Mixin private final RunOptions runOptions = new RunOptions();

  @Option(
      names = "--policy",
      paramLabel = "FILE",
      required = true,
      description = "The trained policy, such as runs/target-locomotion/1/policy.json.")
  private Path policyFile = Path.of("");

  @Option(names = "--episodes", paramLabel = "N", description = "Number of episodes.")
  private Optional<Integer> episodes = Optional.empty();

  @Override
  public Integer call() {
    TrialFile read = trialOptions.read();
    TrialFile file = episodes.map(count -> read.withEvaluation(evaluation(count))).orElse(read);
    PolicyFile policy = PolicyFile.read(policyFile);
    runOptions.check();
    try (Trial trial = file.open()) {
      TrainedPolicy.of(trial, policyFile, policy);
      Path target = runOptions.out(file.settings(), "-evaluation");
      RunFolder folder =
          TrialRun.newFolder(target, file.settings(), file.text(), policyFile, Versions.all());
      return new RunSession(trial, folder, runOptions, spec.commandLine().getOut()).run();
    }
  }

  private static EvaluationSettings evaluation(int episodes) {
    if (episodes < 1) {
      throw new UserException("--episodes must be >= 1, got " + episodes);
    }
    return new EvaluationSettings(episodes);
  }
}
