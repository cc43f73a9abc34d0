package org.ophiura.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ophiura.app.config.Resolved;
import org.ophiura.app.hil.RobotRun;
import org.ophiura.app.hil.RobotRunOptions;
import org.ophiura.app.hil.RobotRunOutcome;
import org.ophiura.app.policy.PolicyFile;
import org.ophiura.app.results.RunResults;
import org.ophiura.app.results.UserException;
import org.ophiura.app.run.Experiments;
import org.ophiura.app.run.RunFolder;
import org.ophiura.app.trial.Trial;
import org.ophiura.sim.hardware.loop.StopSource;
import org.ophiura.sim.hardware.loop.TerminalLoss;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ophiura hil run}: a trial on its robot of servos. */
@Command(
    name = "run",
    description = {
      "Runs the evaluation episodes of a trial on its robot of servos.",
      "",
      "Enter stops the robot, and so do Ctrl-C and the stop file: its torque goes off. After each"
          + " episode the torque goes off too, so that somebody can put the robot back."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Example:",
      "  ophiura hil run src/trials/hardware/brittle-star.yaml --episodes 3 \\",
      "    --policy runs/brittle-star-servos/1/policy.json"
    })
final class HilRunCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private final TrialOptions trialOptions = new TrialOptions();

  @Option(
      names = "--policy",
      paramLabel = "FILE",
      description = "The trained policy, such as runs/target-locomotion/1/policy.json.")
  private Optional<Path> policyFile = Optional.empty();

  @Option(names = "--episodes", paramLabel = "N", description = "Number of episodes; default: 1.")
  private int episodes = 1;

  @Option(
      names = "--pause",
      paramLabel = "SECONDS",
      description = "How long the torque stays off between two episodes; default: 1.")
  private double pause = 1;

  @Option(
      names = "--dry",
      description = "Only reads the robot, with its torque off; the commands are in the log.")
  private boolean dry;

  @Option(
      names = "--shadow",
      description =
          "Runs the simulation beside the robot and tells how far they are apart; nothing of it"
              + " reaches the robot.")
  private boolean shadow;

  @Option(
      names = "--warm-up",
      paramLabel = "SECONDS",
      description =
          "How long the controller runs in simulation before, so that it is compiled; default: 3.")
  private double warmUp = 3;

  @Option(
      names = "--stop-file",
      paramLabel = "FILE",
      description = "Stops the robot as soon as this file exists.")
  private Optional<Path> stopFile = Optional.empty();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Folder of the results; default: runs/<trial>/<seed>-robot.")
  private Optional<Path> out = Optional.empty();

  @Override
  public Integer call() {
    check();
    TrialFile file = trialOptions.read();
    Optional<PolicyFile> policy = policyFile.map(PolicyFile::read);
    PrintWriter print = spec.commandLine().getOut();
    try (Trial trial = file.open();
        SignalStop signal = new SignalStop();
        KeyStop key = KeyStop.ofTerminal()) {
      RobotRun run = file.located(() -> prepare(trial, policy));
      Path target =
          out.orElse(Path.of("runs", file.settings().name(), file.settings().seed() + "-robot"));
      List<StopSource> stops = new ArrayList<>(List.of(key, new TerminalLoss()));
      stopFile.ifPresent(path -> stops.add(StopSource.file(path)));
      try (RunFolder folder =
          Experiments.newFolder(target, file.settings(), file.text(), Versions.all())) {
        RobotRunReport report = new RobotRunReport(print, file.settings());
        RobotRunOutcome outcome =
            file.located(
                () ->
                    run.run(
                        folder.file(RobotRun.LOG_FILE),
                        stops,
                        signal.interruption(),
                        report.watch()));
        return finish(outcome, report, folder, file);
      }
    }
  }

  private RobotRun prepare(Trial trial, Optional<PolicyFile> policy) {
    return new RobotRun(
        trial,
        policy.map(
            read ->
                new RobotRun.GivenPolicy(
                    text(policyFile.orElseThrow()),
                    TrainedPolicy.of(trial, policyFile.orElseThrow(), read))),
        new RobotRunOptions(episodes, pause, dry, shadow, warmUp));
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UserException(file + " cannot be read: " + e.getMessage());
    }
  }

  private static int finish(
      RobotRunOutcome outcome, RobotRunReport report, RunFolder folder, TrialFile file) {
    report.print(outcome);
    if (!outcome.startProblems().isEmpty()) {
      throw new UserException(
          "the robot was not started: " + String.join("; ", outcome.startProblems()));
    }
    RunResults results = new RunResults(file.settings(), outcome.asEvaluation());
    results.writeEpisodes(folder.file("episodes.csv"));
    results.writeTiming(folder.file(RunResults.TIMING_FILE));
    RobotRunFile.write(folder.file(RobotRunFile.NAME), outcome);
    results.writeSummary(
        folder.file(RunFolder.RESULT_FILE), Resolved.toTree(file.settings()), Versions.all());
    Optional<Path> earlier = folder.publish(false, false);
    report.end(folder.shown(), earlier);
    if (outcome.interrupted()) {
      return ExitCode.INTERRUPTED;
    }
    return outcome.stop().isPresent() ? ExitCode.NOT_AS_EXPECTED : ExitCode.OK;
  }

  private void check() {
    if (episodes < 1) {
      throw new UserException("--episodes must be >= 1, got " + episodes);
    }
    if (!(pause >= 0 && pause <= 3600)) {
      throw new UserException("--pause must be in [0, 3600] s, got " + pause);
    }
    if (!(warmUp >= 0 && warmUp <= 3600)) {
      throw new UserException("--warm-up must be in [0, 3600] s, got " + warmUp);
    }
    stopFile
        .filter(Files::exists)
        .ifPresent(
            path -> {
              throw new UserException(
                  "--stop-file " + path + " is there already: remove it to start the robot");
            });
  }
}
