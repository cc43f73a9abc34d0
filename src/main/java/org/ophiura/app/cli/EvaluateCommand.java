package org.ophiura.app.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ophiura.app.cli.ExperimentFile.ProblemFile;
import org.ophiura.app.policy.MethodPolicyFile;
import org.ophiura.app.policy.PolicyFile;
import org.ophiura.app.problem.Problem;
import org.ophiura.app.problem.ProblemSettings;
import org.ophiura.app.results.UserException;
import org.ophiura.app.run.Experiments;
import org.ophiura.app.run.RunFolder;
import org.ophiura.app.trial.EvaluationSettings;
import org.ophiura.app.trial.Experiment;
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
    ExperimentFile file = trialOptions.readAny();
    runOptions.check();
    episodes.ifPresent(EvaluateCommand::check);
    return file.isProblem() ? problem(file) : trial(file.trial("evaluate"));
  }

  private int trial(TrialFile read) {
    TrialFile file =
        episodes.map(count -> read.withEvaluation(new EvaluationSettings(count))).orElse(read);
    PolicyFile policy = PolicyFile.read(policyFile);
    try (Trial trial = file.open()) {
      TrainedPolicy.of(trial, policyFile, policy);
      RunFolder folder = folder(file.settings(), file.text());
      return new RunSession(trial, folder, runOptions, spec.commandLine().getOut()).run();
    }
  }

  private int problem(ExperimentFile given) {
    runOptions.refuseView();
    ProblemSettings read = given.problem().settings();
    ProblemSettings settings =
        episodes
            .map(count -> read.withEvaluation(read.evaluation().withEpisodes(count)))
            .orElse(read);
    MethodPolicyFile policy = MethodPolicyFile.read(policyFile);
    try (Problem problem = new ProblemFile(given, settings).open()) {
      policy.methodFor(policyFile, problem).close();
      RunFolder folder = folder(settings, given.text());
      return new ProblemSession(problem, folder, runOptions, spec.commandLine().getOut()).run();
    }
  }

  private RunFolder folder(Experiment experiment, String given) {
    Path target = runOptions.out(experiment, "-evaluation");
    return Experiments.newFolder(target, experiment, given, policyFile, Versions.all());
  }

  private static void check(int episodes) {
    if (episodes < 1) {
      throw new UserException("--episodes must be >= 1, got " + episodes);
    }
  }
}
