package org.ophiura.app.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ophiura.app.hil.LogReplay;
import org.ophiura.app.policy.PolicyFile;
import org.ophiura.app.run.Experiments;
import org.ophiura.app.trial.Trial;
import org.ophiura.app.trial.TrialSettings;
import org.ophiura.learning.Policy;
import org.ophiura.sim.JointCommand;
import org.ophiura.sim.hardware.log.Replay;
import org.ophiura.sim.hardware.log.TickRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ophiura hil replay}: the commands of a log, computed again. */
@Command(
    name = "replay",
    description = {
      "Computes every command of a log again from the states in it, and names the first tick that"
          + " differs.",
      "",
      "With --trial another controller is shown the same states: how far its commands are from"
          + " those of the log is told. Ends with 4 if a command differs, or could not be computed."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  ophiura hil replay runs/brittle-star-servos/1-robot/ticks.mcap",
      "  ophiura hil replay runs/brittle-star-servos/1-robot/ticks.mcap --trial other.yaml"
    })
final class HilReplayCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "LOG", description = "The log, such as ticks.mcap of a run.")
  private Path log = Path.of("");

  @Option(
      names = "--trial",
      paramLabel = "TRIAL.yaml",
      description = "The trial whose controller is asked; default: that of the log.")
  private Optional<Path> trialFile = Optional.empty();

  @Option(
      names = "--policy",
      paramLabel = "FILE",
      description = "The policy that makes its choices; default: that of the log.")
  private Optional<Path> policyFile = Optional.empty();

  @Override
  public Integer call() {
    TrialSettings settings =
        trialFile
            .map(
                file ->
                    ExperimentFile.of(
                            file, Experiments.load(file, List.of(), List.of()), Optional.empty())
                        .trial("hil replay")
                        .settings())
            .orElseGet(() -> LogReplay.trial(log));
    Optional<PolicyFile> policy =
        policyFile
            .map(PolicyFile::read)
            .or(() -> trialFile.isPresent() ? Optional.empty() : LogReplay.policy(log));
    try (Trial trial = Trial.open(settings)) {
      Path from = policyFile.orElse(log);
      Optional<Policy> chosen = policy.map(read -> TrainedPolicy.of(trial, from, read));
      Apart apart = new Apart();
      Replay.Outcome outcome = LogReplay.run(log, trial, chosen, apart);
      print(outcome, apart);
      return outcome.same() ? ExitCode.OK : ExitCode.NOT_AS_EXPECTED;
    }
  }

  private void print(Replay.Outcome outcome, Apart apart) {
    PrintWriter out = spec.commandLine().getOut();
    out.printf("%d commands computed again, %d differ%n", outcome.compared(), outcome.different());
    outcome.first().ifPresent(first -> out.println(first.sentence()));
    if (outcome.different() > 0) {
      out.println(apart.sentence());
    }
    if (outcome.unknown() > 0) {
      out.println(outcome.unknown() + " could not be computed: ticks before them are missing");
    }
    outcome.damage().ifPresent(out::println);
    out.flush();
  }

  /** How far the commands of two controllers are from each other. */
  private static final class Apart implements Replay.Listener {
    private double squares;
    private double greatest;
    private long count;

    @Override
    public void recomputed(TickRecord tick, JointCommand command) {
      for (int i = 0; i < command.size(); i++) {
        double apart = Math.abs(tick.command(i) - command.get(i));
        squares += apart * apart;
        greatest = Math.max(greatest, apart);
        count++;
      }
    }

    String sentence() {
      return String.format(
          Locale.ROOT,
          "The commands are %.4f apart (root mean square over all), at most %.4f",
          Math.sqrt(squares / Math.max(1, count)),
          greatest);
    }
  }
}
