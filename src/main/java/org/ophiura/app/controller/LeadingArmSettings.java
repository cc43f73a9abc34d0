package org.ophiura.app.controller;

import org.ophiura.learning.IndexerPlugin;
import org.ophiura.learning.PolicyPlugin;
import org.ophiura.motion.cpg.CpgSettings;
import org.ophiura.motion.drive.DriveSettings;
import org.ophiura.motion.gait.GaitPlugin;
import org.ophiura.sim.plugin.Choice;
import org.ophiura.sim.plugin.Setting;
import org.ophiura.sim.plugin.Settings;

/** Settings of {@link LeadingArmController}. */
public record LeadingArmSettings(
    @Setting(value = "The central pattern generator.", defaultValue = "{}") CpgSettings cpg,
    @Setting(
            value = "What an action of the policy tells the pattern generator to do.",
            plugin = GaitPlugin.class,
            defaultValue = "{type: rowing}")
        Choice<GaitPlugin<?>> gait,
    @Setting(
            value = "How motors on joints or tendons move the joints to their targets.",
            defaultValue = "{}")
        DriveSettings drive,
    @Setting(
            value = "What the policy sees.",
            plugin = IndexerPlugin.class,
            defaultValue = "{type: target-direction}")
        Choice<IndexerPlugin<?>> indexer,
    @Setting(value = "What chooses the leading arm.", plugin = PolicyPlugin.class)
        Choice<PolicyPlugin<?>> policy,
    @Setting(
            value =
                "Control ticks from one choice of the policy to the next; 1 chooses at each tick,"
                    + " as source notebook 001 does.",
            unit = "ticks",
            defaultValue = "1",
            min = 1)
        int decisionPeriod) {

  /** Checks the limits. */
  public LeadingArmSettings {
    Settings.check(LeadingArmSettings.class, cpg, gait, drive, indexer, policy, decisionPeriod);
  }
}
