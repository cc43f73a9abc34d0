package org.ophiura.app.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.ophiura.app.config.ConfigReader;
import org.ophiura.app.hil.FaultFile;
import org.ophiura.app.hil.RobotEmulator;
import org.ophiura.app.hil.RobotRun;
import org.ophiura.app.hil.ServosSettings;
import org.ophiura.app.results.UserException;
import org.ophiura.app.trial.Trial;
import org.ophiura.sim.hardware.dynamixel.ServoModel;
import org.ophiura.sim.hardware.emulator.Fault;
import org.ophiura.sim.hardware.link.LinkException;
import org.ophiura.sim.hardware.link.PtyPair;
import org.ophiura.sim.hardware.link.SerialLink;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ophiura hil emulate}: the robot of a trial without the robot. */
@Command(
    name = "emulate",
    description = {
      "Puts emulated servos behind a pseudo-terminal, byte for byte like real ones; live MuJoCo"
          + " physics moves them.",
      "",
      "Whenever the torque has been off for 0.3 s, the robot and its target are put where the"
          + " trial's next evaluation episode starts. Needs the program socat."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Example:",
      "  ophiura hil emulate src/trials/hardware/brittle-star.yaml --pty /tmp/robot"
    })
final class HilEmulateCommand implements Callable<Integer> {
  private static final long INTERRUPTION_NANOS = 500_000_000;

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private final TrialOptions trialOptions = new TrialOptions();

  @Option(
      names = "--pty",
      paramLabel = "PATH",
      description = "Path of the pseudo-terminal; default: the port of the trial.")
  private Optional<Path> pty = Optional.empty();

  @Option(
      names = "--faults",
      paramLabel = "FILE",
      description = "What goes wrong, and when: a YAML file; docs/hardware.md has the list.")
  private Optional<Path> faults = Optional.empty();

  @Option(
      names = "--servo",
      paramLabel = "MODEL",
      description = "Model of all servos: ${COMPLETION-CANDIDATES}; default: XL430_W250.")
  private ServoModel model = ServoModel.XL430_W250;

  @Option(
      names = "--fault-seed",
      paramLabel = "N",
      description = "Seed of the chance in the faults; default: 1.")
  private long faultSeed = 1;

  @Override
  public Integer call() {
    TrialFile file = trialOptions.read();
    List<Fault> script =
        faults
            .map(path -> ConfigReader.read(path, FaultFile.class, List.of()).faults())
            .orElse(List.of());
    try (Trial trial = file.open();
        SignalStop signal = new SignalStop();
        RobotEmulator robot =
            file.located(() -> new RobotEmulator(trial, model, script, faultSeed))) {
      ServosSettings settings = RobotRun.servos(trial).settings();
      Path path = pty.or(() -> settings.port().map(Path::of)).orElseThrow(HilEmulateCommand::noPty);
      checkPlace(path);
      try (PtyPair pair = PtyPair.open(path, Path.of(path + ".servos"));
          SerialLink link = SerialLink.open(pair.second().toString(), settings.baud())) {
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
            "%d servos (%s) answer on %s at %d baud; Ctrl-C ends them.%n",
            settings.joints().size(), model, path, settings.baud());
        out.flush();
        if (!robot.serve(link, signal.interruption()::requested) && !isAsked(signal)) {
          throw new UserException(
              "the emulated robot has broken down: its pseudo-terminal is gone, or its physics"
                  + " diverged; gentler limits or a shorter physics-timestep help against that");
        }
        return ExitCode.INTERRUPTED;
      } catch (LinkException e) {
        throw new UserException(String.valueOf(e.getMessage()));
      }
    }
  }

  /** Devices appear in /dev by themselves; a link there would stand in for an adapter. */
  private static void checkPlace(Path path) {
    Path place = path.toAbsolutePath().normalize();
    if (place.startsWith("/dev") && !place.startsWith("/dev/shm")) {
      throw new UserException(
          "--pty must name a pseudo-terminal outside of /dev, where real adapters appear, such as"
              + " /tmp/robot, got "
              + path);
    }
  }

  /** Ctrl-C in a terminal ends socat, too, maybe before this process has heard of it. */
  private static boolean isAsked(SignalStop signal) {
    long giveUp = System.nanoTime() + INTERRUPTION_NANOS;
    while (!signal.interruption().requested() && System.nanoTime() < giveUp) {
      LockSupport.parkNanos(10_000_000);
    }
    return signal.interruption().requested();
  }

  private static UserException noPty() {
    return new UserException("--pty must name the pseudo-terminal, such as /tmp/robot");
  }
}
