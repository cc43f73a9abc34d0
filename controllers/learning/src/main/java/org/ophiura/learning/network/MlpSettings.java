package org.ophiura.learning.network;

import java.util.List;
import org.ophiura.sim.plugin.Setting;
import org.ophiura.sim.plugin.Settings;

/** Settings of the network {@code mlp}. */
public record MlpSettings(
    @Setting(
            value = "Units of each hidden layer. Source: source notebook 002.",
            defaultValue = "[16]",
            min = 1,
            max = 4096)
        List<Integer> hidden,
    @Setting(value = "What hidden units do with their sums.", defaultValue = "relu")
        Activation activation,
    @Setting(
            value = "Learning rate of Adam. Source: source notebooks 002 and 003.",
            defaultValue = "0.001",
            min = 0,
            exclusiveMin = true,
            max = 1)
        double learningRate) {
  /** Checks the limits. */
  public MlpSettings {
    Settings.check(MlpSettings.class, hidden, activation, learningRate);
    hidden = List.copyOf(hidden);
  }
}
