package org.ophiura.app.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ophiura.app.problem.ProblemSettings;
import org.ophiura.app.results.UserException;
import org.ophiura.app.robot.RobotPlugin;
import org.ophiura.app.robot.RobotSettings;
import org.ophiura.app.serve.EnvironmentServer;
import org.ophiura.app.trial.RandomStreams;
import org.ophiura.app.trial.RandomStreams.Purpose;
import org.ophiura.app.trial.TrialSettings;
import org.ophiura.sim.environment.Environment;
import org.ophiura.sim.plugin.Choice;
import org.ophiura.sim.plugin.EnvironmentPlugin;
import org.ophiura.sim.plugin.SettingException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ophiura serve}: an environment for another program. */
@Command(
    name = "serve",
    description = {
      "Serves the environment of a trial by frames on standard input and output, for the Python"
          + " package in src/python, which makes any trial an environment of Gymnasium.",
      "",
      "A robot's trial is served with its controller carrying out the actions."
    },
    mixinStandardHelpOptions = true,
    footer = {"", "Example, in Python:", "  ophiura.make(\"src/trials/target-locomotion.yaml\")"})
final class ServeCommand implements Callable<Integer> {
  private static final int BUFFER_BYTES = 1 << 16;

  @Mixin private final TrialOptions trialOptions = new TrialOptions();

  @Option(
      names = "--observe",
      paramLabel = "NAME",
      split = ",",
      description =
          "What is seen of a robot: target-direction, or observations by their names; default:"
              + " target-direction.")
  private List<String> observations = List.of("target-direction");

  @Override
  public Integer call() {
    ExperimentFile file = trialOptions.readAny();
    // Standard output carries frames: nothing else may be printed there.
    OutputStream out = new BufferedOutputStream(System.out, BUFFER_BYTES);
    try (Environment environment = file.located(() -> open(file))) {
      new EnvironmentServer(environment, System.in, out).serve(file.experiment().name());
    } catch (IOException e) {
      throw new UserException("the other program is gone: " + e.getMessage());
    }
    return ExitCode.OK;
  }

  private Environment open(ExperimentFile file) {
    if (file.experiment() instanceof ProblemSettings problem) {
      return SettingException.under(
          "environment",
          () ->
              EnvironmentPlugin.create(
                  problem.environment(),
                  new RandomStreams(problem.seed()).stream(Purpose.ENVIRONMENT, 0)));
    }
    TrialSettings trial = file.trial("serve").settings();
    RobotSettings settings =
        new RobotSettings(
            trial.plant(),
            needed(trial.task(), "task"),
            needed(trial.controller(), "controller"),
            trial.disturbances(),
            observations);
    try {
      return new RobotPlugin()
          .create(settings, new RandomStreams(trial.seed()).stream(Purpose.ENVIRONMENT, 0));
    } catch (SettingException e) {
      if (e.path().startsWith("observations")) {
        throw new UserException("--observe: " + e.getMessage());
      }
      throw e;
    }
  }

  private static <T extends Choice<?>> T needed(Optional<T> block, String name) {
    return block.orElseThrow(
        () -> new SettingException(name, "must be given for a trial that is served"));
  }
}
