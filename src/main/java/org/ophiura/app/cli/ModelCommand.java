package org.ophiura.app.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ophiura.app.results.AtomicFiles;
import org.ophiura.app.results.UserException;
import org.ophiura.app.trial.EpisodeKind;
import org.ophiura.app.trial.Rig;
import org.ophiura.app.trial.Trial;
import org.ophiura.learning.DecidingController;
import org.ophiura.sim.ActuatorSpec;
import org.ophiura.sim.JointSpec;
import org.ophiura.sim.ObservationSpec;
import org.ophiura.sim.ResetSpec;
import org.ophiura.sim.RobotLayout;
import org.ophiura.sim.Task;
import org.ophiura.sim.mujoco.SimulatedPlants;
import org.ophiura.sim.plugin.SettingException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ophiura model}: the robot of a trial. */
@Command(
    name = "model",
    description = "Exports or describes the robot of a trial.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  ophiura model info src/trials/target-locomotion.yaml",
      "  ophiura model export src/trials/target-locomotion.yaml --out robot.xml"
    })
final class ModelCommand {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Command(
      name = "export",
      description = {
        "Writes the model as one MJCF file that any MuJoCo of the same version loads.",
        "",
        "The target and the start height are in place and the solver's options are set. A target"
            + " on a circle is drawn from the trial's seed."
      },
      mixinStandardHelpOptions = true,
      footer = {
        "",
        "Example:",
        "  ophiura model export src/trials/target-locomotion.yaml --seed 3 --out robot.xml"
      })
  int export(
      @Mixin TrialOptions trialOptions,
      @Option(
              names = "--out",
              paramLabel = "FILE",
              required = true,
              description = "MJCF file to write.")
          Path out) {
    TrialFile file = trialOptions.read();
    try (Trial trial = file.openPlant()) {
      if (!(trial.plants().innermost() instanceof SimulatedPlants plants)) {
        throw new UserException(
            "export needs a plant of type mujoco or servos, got "
                + trial.settings().plant().plugin().id());
      }
      ResetSpec start = file.located(() -> start(trial, plants.model().hasMovableTarget()));
      String xml = plants.exportXml(start.target());
      AtomicFiles.write(out, text -> text.write(xml));
      spec.commandLine().getOut().println("Model written to " + out);
      return ExitCode.OK;
    }
  }

  @Command(
      name = "info",
      description = "Lists joints, actuators, observations and actions with shapes and bounds.",
      mixinStandardHelpOptions = true,
      footer = {"", "Example:", "  ophiura model info src/trials/target-locomotion.yaml"})
  int info(@Mixin TrialOptions trialOptions) {
    TrialFile file = trialOptions.read();
    try (Trial trial = file.openPlant()) {
      PrintWriter out = spec.commandLine().getOut();
      RobotLayout layout = trial.plants().layout();
      out.printf(
          Locale.ROOT,
          "%s, control period %s s%n",
          layout.robot(),
          trial.plants().controlPeriodSeconds());
      out.printf("%nJoints (%d)%n", layout.joints().size());
      for (JointSpec joint : layout.joints()) {
        out.printf("  %-64s %s%n", joint.name(), range(joint.lower(), joint.upper()));
      }
      out.printf("%nActuators (%d)%n", layout.actuators().size());
      for (ActuatorSpec actuator : layout.actuators()) {
        out.printf(
            "  %-64s %s %s%n",
            actuator.name(), range(actuator.lower(), actuator.upper()), actuator.unit());
      }
      out.printf("%nObservations (%d values)%n", layout.observationSize());
      for (ObservationSpec observation : layout.observations()) {
        observation(out, observation);
      }
      if (trial.settings().controller().isPresent() && trial.settings().task().isPresent()) {
        try (Rig rig = trial.newRig()) {
          rig.decider().ifPresent(controller -> actions(out, controller));
        } catch (SettingException e) {
          out.printf(
              "%nThe trial cannot run on this robot: %s%n", file.config().locate(e).getMessage());
        }
      }
      out.flush();
      return ExitCode.OK;
    }
  }

  private static void actions(PrintWriter out, DecidingController controller) {
    if (controller.agentCount() > 1) {
      out.printf("%nAgents (%d), all with the same states and actions%n", controller.agentCount());
    }
    out.printf("%nStates (%d)%n", controller.indexer().stateCount());
    for (int i = 0; i < controller.indexer().stateCount(); i++) {
      out.printf("  %d  %s%n", i, controller.indexer().nameOf(i));
    }
    out.printf("%nActions (%d)%n", controller.actionCount());
    for (int i = 0; i < controller.actionCount(); i++) {
      out.printf("  %d  %s%n", i, controller.actionName(i));
    }
  }

  private static void observation(PrintWriter out, ObservationSpec observation) {
    List<String> ranges =
        IntStream.range(0, observation.size())
            .mapToObj(i -> range(observation.lower(i), observation.upper(i)))
            .toList();
    boolean alike = ranges.stream().distinct().count() <= 1;
    String range = ranges.isEmpty() ? "-" : alike ? ranges.get(0) : "each its own";
    out.printf(
        "  %-64s %-6s %s %s%n",
        observation.name(), "(" + observation.size() + ")", range, observation.unit());
    for (int i = 0; !alike && i < ranges.size(); i++) {
      out.printf("  %64s %-6s %s%n", "[" + i + "]", "", ranges.get(i));
    }
  }

  private static String range(double lower, double upper) {
    return String.format(Locale.ROOT, "[%s, %s]", bound(lower), bound(upper));
  }

  private static String bound(double value) {
    return Double.isInfinite(value)
        ? (value < 0 ? "-inf" : "inf")
        : String.format(Locale.ROOT, "%.6g", value);
  }

  /** Where evaluation episode 0 starts; where the trial has no task, as the model is. */
  static ResetSpec start(Trial trial, boolean targetCanMove) {
    Optional<Task> task = trial.newTask();
    return targetCanMove && task.isPresent()
        ? task.get().start(EpisodeKind.EVALUATION.start(trial.streams(), 0))
        : ResetSpec.ORIGIN;
  }
}
