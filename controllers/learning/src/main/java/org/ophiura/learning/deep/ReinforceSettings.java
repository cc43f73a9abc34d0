package org.ophiura.learning.deep;

import org.ophiura.learning.network.NetworkPlugin;
import org.ophiura.sim.plugin.Choice;
import org.ophiura.sim.plugin.Setting;
import org.ophiura.sim.plugin.Settings;

/** Settings of the method {@code reinforce}. */
public record ReinforceSettings(
    @Setting(
            value =
                "How a numbered state becomes numbers for the network; vectors are taken as they are.",
            defaultValue = "number")
        StateEncoding encoding,
    @Setting(value = "What is fitted, and how.", defaultValue = "mlp", plugin = NetworkPlugin.class)
        Choice<NetworkPlugin<?>> network,
    @Setting(
            value = "Discount of the future, per step. Source: source notebook 003 has none.",
            defaultValue = "1",
            min = 0,
            max = 1)
        double gamma,
    @Setting(
            value =
                "What a step is credited with: the return of its whole episode, or the rewards that"
                    + " came after it. Source: source notebook 003 has both.",
            defaultValue = "rewards-to-go")
        Credit credit,
    @Setting(
            value =
                "Whether the mean of the batch's returns is subtracted from each: less variance,"
                    + " the same expectation but for the step's own part in the mean.",
            defaultValue = "false")
        boolean baseline,
    @Setting(
            value = "Steps that are remembered, across episodes. Source: source notebook 003.",
            defaultValue = "512",
            min = 1,
            max = 10_000_000)
        int capacity,
    @Setting(
            value = "Steps of each update, drawn at random. Source: source notebook 003.",
            defaultValue = "256",
            min = 1,
            max = 65_536)
        int batchSize,
    @Setting(
            value = "Updates at the end of each episode. Source: source notebook 003.",
            defaultValue = "1",
            min = 1,
            max = 1_000_000)
        int updatesPerEpisode) {

  /** What a step is credited with. */
  public enum Credit {
    /** The return of the whole episode. */
    WHOLE_EPISODE,
    /** The rewards from this step on. */
    REWARDS_TO_GO
  }

  /** Checks the limits. */
  public ReinforceSettings {
    Settings.check(
        ReinforceSettings.class,
        encoding,
        network,
        gamma,
        credit,
        baseline,
        capacity,
        batchSize,
        updatesPerEpisode);
  }
}
