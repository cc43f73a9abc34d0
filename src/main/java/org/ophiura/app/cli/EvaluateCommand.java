package org.ophiura.app.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ophiura.app.policy.PolicyFile;
import org.ophiura.app.results.RunFolder;
import org.ophiura.app.results.UserException;
import org.ophiura.app.trial.EvaluationSettings;
import org.ophiura.app.trial.Rig;
import org.ophiura.app.trial.Trial;
import org.ophiura.learning.DecidingController;
import org.ophiura.learning.Policy;
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
    int threads = runOptions.threads();
    try (Trial trial = file.open()) {
      Policy greedy = policyFor(trial, policy);
      RunFolder folder = RunFolder.open(runOptions.out(file.settings(), "-evaluation"));
      return new RunSession(trial, file.text(), folder, threads, out())
          .run((runner, recorder) -> runner.evaluate(greedy, recorder));
    }
  }

  private static EvaluationSettings evaluation(int episodes) {
    if (episodes < 1) {
      throw new UserException("--episodes must be >= 1, got " + episodes);
    }
    return new EvaluationSettings(episodes);
  }

  private Policy policyFor(Trial trial, PolicyFile policy) {
    try (Rig rig = trial.newRig()) {
      DecidingController controller =
          rig.decider()
              .orElseThrow(
                  () ->
                      new UserException(
                          "--policy needs a controller that chooses by a policy, such as"
                              + " leading-arm; this trial's makes no such choices"));
      return policy.policyFor(policyFile, trial.layout(), controller);
    }
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
