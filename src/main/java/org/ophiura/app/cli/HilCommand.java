package org.ophiura.app.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ophiura hil}: everything with servos in it. */
@Command(
    name = "hil",
    description = "Runs trials on robots of servos, or on emulated ones (hardware in the loop).",
    mixinStandardHelpOptions = true,
    subcommands = {
      HilRunCommand.class,
      HilEmulateCommand.class,
      HilReplayCommand.class,
      HilGapCommand.class,
      HilDoctorCommand.class,
      HilCalibrateCommand.class
    },
    footer = {
      "",
      "Examples, in two terminals:",
      "  ophiura hil emulate src/trials/hardware/brittle-star.yaml",
      "  ophiura hil run src/trials/hardware/brittle-star.yaml --episodes 3"
    })
final class HilCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command of hil is missing");
  }
}
