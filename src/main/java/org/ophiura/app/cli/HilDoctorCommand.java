package org.ophiura.app.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.ophiura.app.hil.ServosSettings;
import org.ophiura.sim.RobotLayout;
import org.ophiura.sim.hardware.doctor.Doctor;
import org.ophiura.sim.hardware.doctor.Finding;
import org.ophiura.sim.hardware.doctor.ServoRobot;
import org.ophiura.sim.hardware.doctor.UdpDoctor;
import org.ophiura.sim.hardware.link.SerialLink;
import org.ophiura.sim.plugin.SettingException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ophiura hil doctor}: whether a robot of servos can be driven. */
@Command(
    name = "doctor",
    description = {
      "Looks a robot of servos over before it is driven, and says how to mend what is wrong.",
      "",
      "Port and rights, the adapter's latency timer, the bus against the control rate, every servo"
          + " with its firmware, settings and health, watchdogs, calibration, measured positions and"
          + " limits. Nothing moves: the torque stays as it is."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Example:",
      "  ophiura hil doctor robot.yaml --set plant.port=/dev/ttyUSB0",
      "",
      "Exit codes: 0 all is well, 3 something is not (the lines with '!'), 2 a mistake in the file."
    })
final class HilDoctorCommand implements Callable<Integer> {
  private static final int SUBJECT_WIDTH = 12;

  @Mixin private TrialOptions trialOptions = new TrialOptions();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    try (ServoTrial trial = ServoTrial.open(trialOptions.read())) {
      String port = trial.port();
      boolean well = trial.talking(() -> trial.isUdp() ? udp(trial, port) : serial(trial, port));
      out.println(well ? "All is well." : "Not all is well: see the lines marked with '!'.");
      out.flush();
      return well ? ExitCode.OK : ExitCode.SET_UP;
    }
  }

  private boolean serial(ServoTrial trial, String port) {
    ServosSettings settings = trial.settings();
    ServoRobot robot =
        new ServoRobot(
            port,
            settings.bus(),
            settings.joints(),
            trial.plants().layout(),
            trial.plants().controlPeriodSeconds(),
            settings.servoWatchdog(),
            settings.safety());
    return new Doctor(robot, baud -> SerialLink.open(port, baud), Path.of("/"), this::print)
        .examine();
  }

  private boolean udp(ServoTrial trial, String address) {
    RobotLayout layout = trial.plants().layout();
    return new UdpDoctor(
            address,
            () ->
                SettingException.under(
                    "plant", () -> trial.settings().openUdp(layout.actuators().size())),
            layout,
            trial.settings().safety(),
            trial.plants().controlPeriodSeconds(),
            this::print)
        .examine();
  }

  private void print(Finding finding) {
    PrintWriter out = spec.commandLine().getOut();
    String indent = " ".repeat(SUBJECT_WIDTH + 6);
    out.printf(
        "  %-2s %-" + SUBJECT_WIDTH + "s %s%n",
        finding.well() ? "ok" : "!",
        finding.subject(),
        finding.found().replace("\n", "\n" + indent));
    finding.fix().ifPresent(fix -> out.println(indent + "fix: " + fix));
    out.flush();
  }
}
