package org.ophiura.app.controller;

import java.nio.file.Path;
import java.util.Optional;
import org.ophiura.app.policy.PolicyFile;
import org.ophiura.app.trial.UntrainedPolicy;
import org.ophiura.learning.IndexerPlugin;
import org.ophiura.learning.Policy;
import org.ophiura.learning.PolicyContext;
import org.ophiura.learning.PolicyPlugin;
import org.ophiura.learning.StateIndexer;
import org.ophiura.learning.policy.QTableSettings;
import org.ophiura.motion.cpg.Cpg;
import org.ophiura.motion.cpg.CpgNetwork;
import org.ophiura.motion.cpg.CpgSettings;
import org.ophiura.motion.cpg.JointMapping;
import org.ophiura.motion.gait.DecisionSchedule;
import org.ophiura.motion.gait.GaitContext;
import org.ophiura.motion.gait.GaitModulator;
import org.ophiura.motion.gait.Gaits;
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
    CpgSettings cpgSettings = settings.cpg();
    CpgNetwork network = SettingException.under("cpg", () -> cpgSettings.network(layout));
    Cpg cpg =
        SettingException.under("cpg", () -> cpgSettings.create(network, controlPeriodSeconds));
    JointMapping joints = SettingException.under("cpg", () -> new JointMapping(network, layout));
    GaitModulator gait =
        SettingException.under(
            "gait", () -> Gaits.create(settings.gait(), GaitContext.of(network, layout)));
    DecisionSchedule schedule =
        SettingException.under("gait", () -> gait.schedule(settings.decisionPeriod()));
    StateIndexer indexer =
        SettingException.under("indexer", () -> IndexerPlugin.create(settings.indexer(), layout));
    PolicyContext context =
        new PolicyContext(
            indexer.stateCount(),
            gait.actionCount(),
            settings.indexer().plugin().id(),
            indexer.statesAreArms());
    Optional<Path> file = tableFile(settings);
    boolean untrained = settings.policy().plugin().learned() && file.isEmpty();
    Policy policy =
        untrained || file.isPresent()
            ? new UntrainedPolicy()
            : SettingException.under(
                "policy", () -> PolicyPlugin.create(settings.policy(), context));
    LeadingArmController controller =
        new LeadingArmController(
            context.indexerId(),
            indexer,
            policy,
            gait,
            schedule,
            cpg,
            cpgSettings.initialRanges(),
            joints);
    file.ifPresent(
        path -> {
          controller.usePolicy(PolicyFile.read(path).policyFor(path, layout, controller));
        });
    return controller;
  }

  private static Optional<Path> tableFile(LeadingArmSettings settings) {
    return settings.policy().settings() instanceof QTableSettings table
        ? table.file()
        : Optional.empty();
  }
}
