package org.ophiura.app.controller;

import org.ophiura.learning.IndexerPlugin;
import org.ophiura.learning.PolicyContext;
import org.ophiura.learning.StateIndexer;
import org.ophiura.sim.Controller;
import org.ophiura.sim.RobotLayout;
import org.ophiura.sim.plugin.ControllerPlugin;
import org.ophiura.sim.plugin.SettingException;

/** Offers {@link LeadingArmController} to trial files. */
public final class LeadingArmPlugin implements ControllerPlugin<LeadingArmSettings> {
  @Override
  public String id() {
    return "leading-arm";
  }

  @Override
  public String summary() {
    return "A policy chooses the leading arm; a gait and a pattern generator move the joints.";
  }

  @Override
  public Class<LeadingArmSettings> settings() {
    return LeadingArmSettings.class;
  }

  @Override
  public Controller create(
      LeadingArmSettings settings, RobotLayout layout, double controlPeriodSeconds) {
    ArmMotion motion =
        ArmMotion.create(
            settings.cpg(),
            settings.gait(),
            settings.drive(),
            settings.decisionPeriod(),
            layout,
            controlPeriodSeconds);
    StateIndexer indexer =
        SettingException.under("indexer", () -> IndexerPlugin.create(settings.indexer(), layout));
    PolicyContext context =
        new PolicyContext(
            indexer.stateCount(),
            motion.actionCount(),
            settings.indexer().plugin().id(),
            indexer.statesAreArms());
    LeadingArmController controller =
        new LeadingArmController(
            context.indexerId(), indexer, PolicyChoice.first(settings.policy(), context), motion);
    PolicyChoice.readTable(settings.policy(), layout, controller);
    return controller;
  }
}
