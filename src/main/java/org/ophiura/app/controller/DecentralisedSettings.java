package org.ophiura.app.controller;

import org.ophiura.learning.PolicyPlugin;
import org.ophiura.learning.indexer.ArmView;
import org.ophiura.motion.cpg.CpgSettings;
import org.ophiura.motion.drive.DriveSettings;
import org.ophiura.motion.gait.GaitPlugin;
import org.ophiura.sim.plugin.Choice;
import org.ophiura.sim.plugin.Setting;
import org.ophiura.sim.plugin.Settings;

/** Settings of {@link DecentralisedController}. */
public record DecentralisedSettings(
    @Setting(value = "The central pattern generator.", defaultValue = "{}") CpgSettings cpg,
    @Setting(
            value =
                "What the arms do under each leader: a gait of one action per arm, by which that"
                    + " arm leads.",
            plugin = GaitPlugin.class,
            defaultValue = "{type: rowing}")
        Choice<GaitPlugin<?>> gait,
    @Setting(
            value = "How motors on joints or tendons move the joints to their targets.",
            defaultValue = "{}")
        DriveSettings drive,
    @Setting(
            value =
                "What each arm sees of the target: closest-left-right, whether the arm is the"
                    + " closest to the target, or else on which side of it the target lies; or"
                    + " angle, the angle from the arm to the target in five bins. Both of source"
                    + " notebook 001.",
            defaultValue = "closest-left-right")
        ArmView view,
    @Setting(
            value =
                "What each arm chooses from: roles, leading, left rower or right rower, where the"
                    + " leader with whom most arms agree is taken; or amplitudes, 0, 0.5 or 1 of its"
                    + " own rowing, where the arm that moves least leads. Both of source notebook"
                    + " 001.",
            defaultValue = "roles")
        ArmActions actions,
    @Setting(value = "What chooses for each arm; all arms share it.", plugin = PolicyPlugin.class)
        Choice<PolicyPlugin<?>> policy,
    @Setting(
            value = "Control ticks from one choice of the arms to the next.",
            unit = "ticks",
            defaultValue = "1",
            min = 1)
        int decisionPeriod) {

  /** Checks the limits. */
  public DecentralisedSettings {
    Settings.check(
        DecentralisedSettings.class, cpg, gait, drive, view, actions, policy, decisionPeriod);
  }
}
