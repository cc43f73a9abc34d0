package org.ophiura.app.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.ophiura.app.results.UserException;
import org.ophiura.learning.IndexerPlugin;
import org.ophiura.learning.LearnerPlugin;
import org.ophiura.learning.PolicyPlugin;
import org.ophiura.learning.method.MethodPlugin;
import org.ophiura.learning.network.NetworkPlugin;
import org.ophiura.learning.schedule.SchedulePlugin;
import org.ophiura.motion.gait.GaitPlugin;
import org.ophiura.sim.NearestName;
import org.ophiura.sim.plugin.ControllerPlugin;
import org.ophiura.sim.plugin.EnvironmentPlugin;
import org.ophiura.sim.plugin.PlantPlugin;
import org.ophiura.sim.plugin.Plugin;
import org.ophiura.sim.plugin.Plugins;
import org.ophiura.sim.plugin.TaskPlugin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ophiura list}: what a trial file can choose from. */
@Command(
    name = "list",
    description = "Lists the parts that a trial file can name as a type.",
    mixinStandardHelpOptions = true,
    footer = {"", "Example:", "  ophiura list policies"})
final class ListCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "KIND",
      description =
          "plants, controllers, gaits, policies, indexers, tasks, learners, schedules, environments,"
              + " methods or networks.")
  private String kind = "";

  private static Map<String, Supplier<List<? extends Plugin<?>>>> kinds() {
    Map<String, Supplier<List<? extends Plugin<?>>>> kinds = new TreeMap<>();
    kinds.put("plants", () -> Plugins.<PlantPlugin<?>>load("plant", PlantPlugin.class).all());
    kinds.put(
        "controllers",
        () -> Plugins.<ControllerPlugin<?>>load("controller", ControllerPlugin.class).all());
    kinds.put("gaits", () -> Plugins.<GaitPlugin<?>>load("gait", GaitPlugin.class).all());
    kinds.put("policies", () -> Plugins.<PolicyPlugin<?>>load("policy", PolicyPlugin.class).all());
    kinds.put(
        "indexers", () -> Plugins.<IndexerPlugin<?>>load("indexer", IndexerPlugin.class).all());
    kinds.put("tasks", () -> Plugins.<TaskPlugin<?>>load("task", TaskPlugin.class).all());
    kinds.put(
        "learners", () -> Plugins.<LearnerPlugin<?>>load("learner", LearnerPlugin.class).all());
    kinds.put(
        "environments",
        () -> Plugins.<EnvironmentPlugin<?>>load("environment", EnvironmentPlugin.class).all());
    kinds.put("methods", () -> Plugins.<MethodPlugin<?>>load("method", MethodPlugin.class).all());
    kinds.put(
        "networks", () -> Plugins.<NetworkPlugin<?>>load("network", NetworkPlugin.class).all());
    kinds.put(
        "schedules", () -> Plugins.<SchedulePlugin<?>>load("schedule", SchedulePlugin.class).all());
    return kinds;
  }

  @Override
  public Integer call() {
    Map<String, Supplier<List<? extends Plugin<?>>>> kinds = kinds();
    Supplier<List<? extends Plugin<?>>> plugins = kinds.get(kind);
    if (plugins == null) {
      throw new UserException(
          "there is no kind of part called '"
              + kind
              + "'"
              + NearestName.suggestion(kind, kinds.keySet()));
    }
    PrintWriter out = spec.commandLine().getOut();
    for (Plugin<?> plugin : plugins.get()) {
      out.printf("%-24s %s%n", plugin.id(), plugin.summary());
    }
    return ExitCode.OK;
  }
}
