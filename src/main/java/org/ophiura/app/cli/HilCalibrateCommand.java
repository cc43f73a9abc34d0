package org.ophiura.app.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ophiura.app.hil.JointsBlock;
import org.ophiura.app.hil.ServosSettings;
import org.ophiura.app.results.AtomicFiles;
import org.ophiura.app.results.UserException;
import org.ophiura.sim.NearestName;
import org.ophiura.sim.hardware.calibration.Calibrator;
import org.ophiura.sim.hardware.calibration.Guide;
import org.ophiura.sim.hardware.link.SerialLink;
import org.ophiura.sim.hardware.robot.ServoBusLink;
import org.ophiura.sim.hardware.servo.ServoAccess;
import org.ophiura.sim.hardware.servo.ServoBus;
import org.ophiura.sim.hardware.servo.ServoJoint;
import org.ophiura.sim.plugin.SettingException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ophiura hil calibrate}: finds out how servos are built into joints. */
@Command(
    name = "calibrate",
    description = {
      "Guides through the calibration of a robot of servos: sign, offset and range of each joint.",
      "",
      "The torque goes off. You move each joint by hand to its zero, in its positive direction, and to"
          + " both ends, with an Enter after each. What makes no sense is measured again. The trial"
          + " must name the servo of each joint (plant.joints: [{joint: NAME, id: 1}, ...])."
    },
    mixinStandardHelpOptions = true,
    footer = {"", "Example:", "  ophiura hil calibrate robot.yaml --out joints.yaml"})
final class HilCalibrateCommand implements Callable<Integer> {
  @Mixin private TrialOptions trialOptions = new TrialOptions();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--joint",
      paramLabel = "NAME",
      description = "A joint to calibrate; the others keep what they have. May be repeated.")
  private List<String> joints = new ArrayList<>();

  @Option(
      names = "--gear",
      paramLabel = "TURNS",
      defaultValue = "1",
      description = {
        "Turns of a servo for one turn of its joint, where the trial does not say it"
            + " (calibration.scale). Default: ${DEFAULT-VALUE}."
      })
  private double gear;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "YAML file for the joints block, which is printed otherwise.")
  private Optional<Path> file = Optional.empty();

  @Option(names = "--force", description = "Replaces the file if it exists.")
  private boolean force;

  @Override
  public Integer call() {
    checkOptions();
    PrintWriter out = spec.commandLine().getOut();
    try (ServoTrial trial = ServoTrial.open(trialOptions.read())) {
      String port = trial.port();
      Map<String, ServoJoint> done = new LinkedHashMap<>();
      try {
        trial.talking(() -> calibrate(trial, port, done));
      } catch (RuntimeException e) {
        if (!done.isEmpty()) {
          out.println();
          out.println("What was calibrated until then:");
          out.print(JointsBlock.of(List.copyOf(done.values())));
          out.flush();
        }
        throw e;
      }
      write(JointsBlock.of(merged(trial.settings(), done)));
      return ExitCode.OK;
    }
  }

  private void checkOptions() {
    if (file.isPresent() && Files.exists(file.get()) && !force) {
      throw new UserException(file.get() + " exists: name another file, or replace it by --force");
    }
    if (!(gear > 0) || gear > 100) {
      throw new UserException("--gear must be in (0, 100], got " + gear);
    }
  }

  private boolean calibrate(ServoTrial trial, String port, Map<String, ServoJoint> done) {
    ServosSettings settings = trial.settings();
    if (trial.isUdp()) {
      throw new SettingException(
          "plant.protocol",
          "must be dynamixel-2 for this, got udp; a microcontroller calibrates its own motors");
    }
    SettingException.under(
        "plant",
        () -> {
          ServoBus.checkIds(settings.joints());
          ServoBusLink.checkJoints(settings.joints(), trial.plants().layout());
          return true;
        });
    List<String> known = settings.joints().stream().map(ServoJoint::joint).toList();
    for (String joint : joints) {
      if (!known.contains(joint)) {
        throw new UserException(
            "--joint must be a joint with a servo, got '"
                + joint
                + "'"
                + NearestName.suggestion(joint, known));
      }
    }
    try (SerialLink link = SerialLink.open(port, settings.baud())) {
      Guide guide =
          new TerminalGuide(System.in, spec.commandLine().getOut(), KeyStop.inputIsTerminal());
      new Calibrator(new ServoAccess(link, settings.bus()), guide, gear)
          .calibrate(
              settings.joints(),
              joints.isEmpty() ? known : joints,
              trial.plants().layout(),
              joint -> done.put(joint.joint(), joint));
    }
    return true;
  }

  private static List<ServoJoint> merged(ServosSettings settings, Map<String, ServoJoint> done) {
    return settings.joints().stream()
        .map(joint -> done.getOrDefault(joint.joint(), joint))
        .toList();
  }

  private void write(String block) {
    PrintWriter out = spec.commandLine().getOut();
    out.println();
    if (file.isEmpty()) {
      out.print(block);
    } else {
      checkOptions();
      AtomicFiles.write(file.get(), text -> text.write(block));
      out.println("Calibration written to " + file.get());
    }
    out.println("Look it over with 'ophiura hil doctor' once it is in the trial file.");
    out.flush();
  }
}
