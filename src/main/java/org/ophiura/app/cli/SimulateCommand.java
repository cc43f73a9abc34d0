package org.ophiura.app.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ophiura.app.results.ControlsFile;
import org.ophiura.app.results.SensorsFile;
import org.ophiura.app.results.UserException;
import org.ophiura.app.trial.EpisodeKind;
import org.ophiura.app.trial.Trial;
import org.ophiura.sim.CycleStatus;
import org.ophiura.sim.JointCommand;
import org.ophiura.sim.Plant;
import org.ophiura.sim.ResetSpec;
import org.ophiura.sim.mujoco.SimulatedPlant;
import org.ophiura.sim.mujoco.SimulatedPlants;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ophiura simulate}: commands from a file, without a controller. */
@Command(
    name = "simulate",
    description = {
      "Steps the robot of a trial open loop, one control step per row of a CSV file.",
      "",
      "The controls file has a header of actuator names in any order. Values beyond an actuator's"
          + " range are clamped. The sensors file gets a row for the start and one for each step."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Example:",
      "  ophiura simulate src/trials/target-locomotion.yaml --controls controls.csv \\",
      "    --out sensors.csv"
    })
final class SimulateCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private final TrialOptions trialOptions = new TrialOptions();

  @Option(
      names = "--controls",
      paramLabel = "FILE",
      required = true,
      description = "CSV file with a column per actuator and a row per control step.")
  private Path controls = Path.of("");

  @Option(
      names = "--out",
      paramLabel = "FILE",
      required = true,
      description = "CSV file to write: time and all sensors, in model order.")
  private Path out = Path.of("");

  @Override
  public Integer call() {
    TrialFile file = trialOptions.read();
    if (out.toAbsolutePath().normalize().equals(controls.toAbsolutePath().normalize())) {
      throw new UserException(
          "--out must be another file than --controls, got " + out + " for both");
    }
    try (Trial trial = file.openPlant()) {
      if (!(trial.plants().innermost() instanceof SimulatedPlants plants)) {
        throw new UserException(
            "simulate needs a plant of type mujoco or servos, got "
                + trial.settings().plant().plugin().id());
      }
      ControlsFile commands = ControlsFile.read(controls, plants.layout());
      ResetSpec start =
          file.located(() -> ModelCommand.start(trial, plants.model().hasMovableTarget()));
      try (Plant plant = trial.plants().newPlant()) {
        plant.reset(start, EpisodeKind.EVALUATION.noise(trial.streams(), 0));
        SensorsFile sensors = new SensorsFile(plants.model().sensors(), commands.steps());
        sensors.add(plant.state());
        simulate(plant, commands, sensors);
        sensors.write(out);
      }
      spec.commandLine().getOut().println(commands.steps() + " control steps written to " + out);
      return ExitCode.OK;
    }
  }

  private void simulate(Plant plant, ControlsFile commands, SensorsFile sensors) {
    JointCommand command = new JointCommand(plant.layout());
    for (int step = 0; step < commands.steps(); step++) {
      commands.fill(step, command);
      CycleStatus status = plant.step(command);
      if (status != CycleStatus.OK) {
        throw new UserException(
            controls
                + ": the simulation broke down ("
                + status
                + failure(plant).map(text -> ": " + text).orElse("")
                + ") at control step "
                + (step + 1)
                + "; "
                + out
                + " was not written. Use gentler controls or a shorter plant.physics-timestep");
      }
      sensors.add(plant.state());
    }
  }

  private static Optional<String> failure(Plant plant) {
    return plant.innermost() instanceof SimulatedPlant simulated
        ? simulated.failure()
        : Optional.empty();
  }
}
