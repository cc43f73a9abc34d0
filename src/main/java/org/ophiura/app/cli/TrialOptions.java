package org.ophiura.app.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ophiura.app.run.Experiments;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The trial file of a command, and what the command line changes in it. */
final class TrialOptions {
  @Parameters(arity = "0..1", paramLabel = "TRIAL.yaml", description = "The trial file.")
  private Optional<Path> file = Optional.empty();

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command = CommandSpec.create();

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description =
          "Changes a setting, such as controller.policy.type=follow-target. The value is YAML. May"
              + " be repeated.")
  private List<String> changes = new ArrayList<>();

  @Option(names = "--seed", paramLabel = "N", description = "The trial's seed.")
  private Optional<Long> seed = Optional.empty();

  /** Whether nothing was given. */
  boolean isEmpty() {
    return file.isEmpty() && changes.isEmpty() && seed.isEmpty();
  }

  /** The file with all changes, whichever kind it is. */
  ExperimentFile readAny() {
    return readAny(List.of());
  }

  /** The file of a robot's trial with all changes, and where each of its settings stands. */
  TrialFile read() {
    return read(List.of());
  }

  /** The changes of the command line, and further ones that another option stands for. */
  List<String> changes(List<String> further) {
    List<String> all = new ArrayList<>(changes);
    all.addAll(further);
    return all;
  }

  /** The same, with changes that another option stands for. */
  TrialFile read(List<String> further) {
    return readAny(further).trial(command.commandLine().getCommandName());
  }

  private ExperimentFile readAny(List<String> further) {
    Path given =
        file.orElseThrow(
            () ->
                new ParameterException(
                    command.commandLine(), "Missing required parameter: 'TRIAL.yaml'"));
    return ExperimentFile.of(given, Experiments.load(given, changes(further), List.of()), seed);
  }
}
