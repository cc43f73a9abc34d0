package org.ophiura.app.cli;

import java.io.PrintWriter;
import org.ophiura.app.config.ConfigException;
import org.ophiura.app.results.UserException;
import org.ophiura.sim.NearestName;
import org.ophiura.sim.environment.EnvironmentException;
import org.ophiura.sim.plugin.SettingException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command {@code ophiura}. */
@Command(
    name = "ophiura",
    description = "Runs target-locomotion trials of simulated robots, and the controllers in them.",
    mixinStandardHelpOptions = true,
    versionProvider = Versions.class,
    subcommands = {
      RunCommand.class,
      EvaluateCommand.class,
      CompareCommand.class,
      SweepCommand.class,
      SolveCommand.class,
      PlotCommand.class,
      RenderCommand.class,
      SimulateCommand.class,
      ViewCommand.class,
      WatchCommand.class,
      SpacesCommand.class,
      ServeCommand.class,
      HilCommand.class,
      ModelCommand.class,
      ListCommand.class,
      DoctorCommand.class
    },
    footer = {
      "",
      "Examples:",
      "  ophiura run src/trials/target-locomotion.yaml",
      "  ophiura run src/trials/target-locomotion.yaml --set controller.policy.type=follow-target",
      "  ophiura compare src/trials/target-locomotion.yaml src/trials/random.yaml --seeds 20",
      "  ophiura list policies",
      "",
      "Exit codes: 0 well, 1 a defect of Ophiura, 2 a mistake in arguments or files,",
      "3 something must be installed, 4 a robot was stopped or a replay differs,",
      "130 ended by Ctrl-C (what was finished is kept)."
    })
public final class Main implements Runnable {
  /** Where the width of the terminal is not known: wide enough for the examples. */
  private static final int HELP_WIDTH = 100;

  private static final Logger LOG = LoggerFactory.getLogger(Main.class);

  @CommandLine.Spec private CommandLine.Model.@org.jspecify.annotations.Nullable CommandSpec spec;

  /** Runs a command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    // Its warning that FFmpeg's binding is a version older than MuJoCo's is for neither of them.
    System.setProperty("org.bytedeco.javacpp.logger", "slf4j");
    int code = commandLine().execute(arguments);
    System.out.flush();
    System.exit(code);
  }

  /** The command with all its subcommands; prints to the standard streams. */
  static CommandLine commandLine() {
    CommandLine commandLine = new CommandLine(new Main());
    commandLine.setCaseInsensitiveEnumValuesAllowed(true);
    commandLine.setUsageHelpWidth(HELP_WIDTH);
    commandLine.setUsageHelpAutoWidth(true);
    commandLine.setParameterExceptionHandler(Main::explainArguments);
    commandLine.setExecutionExceptionHandler(
        (problem, command, parsed) -> explain(problem, command));
    return commandLine;
  }

  @Override
  public void run() {
    CommandLine command = java.util.Objects.requireNonNull(spec).commandLine();
    throw new ParameterException(command, "a command is missing");
  }

  private static int explainArguments(ParameterException problem, String[] arguments) {
    CommandLine command = problem.getCommandLine();
    PrintWriter err = command.getErr();
    if (problem instanceof UnmatchedArgumentException unmatched
        && !unmatched.isUnknownOption()
        && !command.getSubcommands().isEmpty()) {
      String name = unmatched.getUnmatched().get(0);
      err.println(
          "ophiura: there is no command '"
              + name
              + "'"
              + NearestName.suggestion(name, command.getSubcommands().keySet()));
      return ExitCode.USER_MISTAKE;
    }
    err.println("ophiura: " + problem.getMessage());
    if (!UnmatchedArgumentException.printSuggestions(problem, err)) {
      err.println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
    }
    return ExitCode.USER_MISTAKE;
  }

  private static int explain(Exception problem, CommandLine command) {
    PrintWriter err = command.getErr();
    if (problem instanceof ConfigException
        || problem instanceof UserException
        || problem instanceof EnvironmentException
        || problem instanceof SettingException) {
      err.println("ophiura: " + problem.getMessage());
      return ExitCode.USER_MISTAKE;
    }
    LOG.error("unexpected failure", problem);
    err.println(
        "ophiura: this is a defect of Ophiura, please report it with the lines above: " + problem);
    return ExitCode.DEFECT;
  }
}
