package org.ophiura.app.cli;

import picocli.CommandLine.Command;

/** {@code ophiura hil}: hardware in the loop. */
@Command(
    name = "hil",
    description = "Hardware in the loop: sets up and drives a robot of servos.",
    mixinStandardHelpOptions = true,
    subcommands = {HilDoctorCommand.class, HilCalibrateCommand.class})
final class HilCommand {}
