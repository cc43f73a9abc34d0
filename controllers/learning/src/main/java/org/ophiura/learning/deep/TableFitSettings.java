package org.ophiura.learning.deep;

import org.ophiura.learning.method.MethodPlugin;
import org.ophiura.learning.network.NetworkPlugin;
import org.ophiura.sim.plugin.Choice;
import org.ophiura.sim.plugin.Setting;
import org.ophiura.sim.plugin.Settings;

/** Settings of the method {@code table-fit}. */
public record TableFitSettings(
    @Setting(
            value = "What learns the table first.",
            defaultValue = "tabular",
            plugin = MethodPlugin.class)
        Choice<MethodPlugin<?>> teacher,
    @Setting(
            value =
                "Iterations of the training that go to the table; in the others the network is"
                    + " fitted. Source: source notebook 002.",
            defaultValue = "250",
            min = 1)
        int teacherIterations,
    @Setting(
            value = "How a numbered state becomes numbers for the network.",
            defaultValue = "number")
        StateEncoding encoding,
    @Setting(value = "What is fitted, and how.", defaultValue = "mlp", plugin = NetworkPlugin.class)
        Choice<NetworkPlugin<?>> network,
    @Setting(
            value =
                "Entries of the table in each update, drawn at random. Source: source notebook 002.",
            defaultValue = "16",
            min = 1,
            max = 65_536)
        int batchSize,
    @Setting(
            value = "Updates in each of those iterations.",
            defaultValue = "100",
            min = 1,
            max = 1_000_000)
        int updatesPerIteration) {
  /** Checks the limits. */
  public TableFitSettings {
    Settings.check(
        TableFitSettings.class,
        teacher,
        teacherIterations,
        encoding,
        network,
        batchSize,
        updatesPerIteration);
  }
}
