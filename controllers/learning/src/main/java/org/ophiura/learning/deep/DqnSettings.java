package org.ophiura.learning.deep;

import java.util.Optional;
import org.ophiura.learning.network.NetworkPlugin;
import org.ophiura.learning.schedule.SchedulePlugin;
import org.ophiura.sim.plugin.Choice;
import org.ophiura.sim.plugin.Setting;
import org.ophiura.sim.plugin.SettingException;
import org.ophiura.sim.plugin.Settings;

/** Settings of the method {@code dqn}. */
public record DqnSettings(
    @Setting(
            value =
                "How a numbered state becomes numbers for the network; vectors are taken as they are.",
            defaultValue = "number")
        StateEncoding encoding,
    @Setting(value = "What is fitted, and how.", defaultValue = "mlp", plugin = NetworkPlugin.class)
        Choice<NetworkPlugin<?>> network,
    @Setting(value = "Discount of the future, per step.", defaultValue = "0.99", min = 0, max = 1)
        double gamma,
    @Setting(
            value = "Probability of a random action, by episode; see epsilon-steps.",
            defaultValue = "{type: constant, value: 0.1}",
            plugin = SchedulePlugin.class)
        Choice<SchedulePlugin<?>> epsilon,
    @Setting(
            value =
                "Steps of the environment after which the schedule of epsilon is at its end; 0 lets it"
                    + " go by the episodes of the training instead.",
            defaultValue = "0",
            min = 0,
            max = 1_000_000_000)
        int epsilonSteps,
    @Setting(
            value = "Transitions that are remembered.",
            defaultValue = "1000",
            min = 1,
            max = 10_000_000)
        int replayCapacity,
    @Setting(value = "Transitions of each update.", defaultValue = "32", min = 1, max = 65_536)
        int batchSize,
    @Setting(
            value = "Transitions that must be remembered before the first update.",
            defaultValue = "200",
            min = 1,
            max = 10_000_000)
        int startAfter,
    @Setting(
            value = "Steps from one update to the next; 0 updates at the end of an episode only.",
            defaultValue = "1",
            min = 0,
            max = 1_000_000)
        int updateEvery,
    @Setting(
            value = "Updates at the end of each episode.",
            defaultValue = "0",
            min = 0,
            max = 1_000_000)
        int updatesPerEpisode,
    @Setting(
            value = "Updates from one copy of the network into the target network to the next.",
            defaultValue = "100",
            min = 1,
            max = 10_000_000)
        int targetEvery,
    @Setting(
            value =
                "Whether the network itself chooses the action whose worth the target network"
                    + " tells. Source: van Hasselt et al. 2016.",
            defaultValue = "false")
        boolean doubleNetworks,
    @Setting(
            value =
                "Whether the network tells the worth of a state and the advantages of actions"
                    + " apart. Source: Wang et al. 2016.",
            defaultValue = "false")
        boolean dueling,
    @Setting(
            value = "Steps whose rewards are summed before the network's own estimate is added.",
            defaultValue = "1",
            min = 1,
            max = 10_000)
        int steps,
    @Setting(
            value =
                "How much transitions are preferred whose error was large; 0 draws uniformly."
                    + " Source: Schaul et al. 2016, who take 0.6.",
            defaultValue = "0",
            min = 0,
            max = 1)
        double priorityExponent,
    @Setting(
            value =
                "How far the preference is corrected by weights. Source: Schaul et al. 2016, who"
                    + " raise it from 0.4 to 1.",
            defaultValue = "0.4",
            min = 0,
            max = 1)
        double priorityCorrection,
    @Setting(
            value =
                "Error of a worth beyond which the loss grows no faster: its gradient stays that of"
                    + " this error; left out, none. Source: Mnih et al. 2015, who take 1.",
            defaultValue = Setting.NONE,
            min = 0,
            exclusiveMin = true)
        Optional<Double> errorLimit) {
  /** Checks the limits, and that it learns at all. */
  public DqnSettings {
    Settings.check(
        DqnSettings.class,
        encoding,
        network,
        gamma,
        epsilon,
        epsilonSteps,
        replayCapacity,
        batchSize,
        startAfter,
        updateEvery,
        updatesPerEpisode,
        targetEvery,
        doubleNetworks,
        dueling,
        steps,
        priorityExponent,
        priorityCorrection,
        errorLimit);
    if (updateEvery == 0 && updatesPerEpisode == 0) {
      throw new SettingException(
          "updates-per-episode",
          "must be > 0 where update-every is 0, or nothing is learned, got 0");
    }
    if (startAfter > replayCapacity) {
      throw new SettingException(
          "start-after",
          "must be <= replay-capacity, "
              + replayCapacity
              + ", or nothing is learned, got "
              + startAfter);
    }
  }
}
