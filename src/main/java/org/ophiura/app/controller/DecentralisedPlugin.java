package org.ophiura.app.controller;

import java.util.List;
import java.util.stream.IntStream;
import org.ophiura.learning.PolicyContext;
import org.ophiura.learning.StateIndexer;
import org.ophiura.motion.cpg.CpgLayout;
import org.ophiura.sim.Controller;
import org.ophiura.sim.RobotLayout;
import org.ophiura.sim.plugin.ControllerPlugin;
import org.ophiura.sim.plugin.SettingException;

/** Offers {@link DecentralisedController} to trial files. */
public final class DecentralisedPlugin implements ControllerPlugin<DecentralisedSettings> {
  @Override
  public String id() {
    return "decentralised";
  }

  @Override
  public String summary() {
    return "Each arm chooses from its own view; the choices make one gait.";
  }

  @Override
  public Class<DecentralisedSettings> settings() {
    return DecentralisedSettings.class;
  }

  @Override
  public Controller create(
      DecentralisedSettings settings, RobotLayout layout, double controlPeriodSeconds) {
    ArmMotion motion =
        ArmMotion.create(
            settings.cpg(),
            settings.gait(),
            settings.drive(),
            settings.decisionPeriod(),
            layout,
            controlPeriodSeconds);
    int arms = CpgLayout.ARMS;
    if (motion.actionCount() != arms) {
      throw new SettingException(
          "gait.type",
          "must be a gait of "
              + arms
              + " actions, one arm leading in each, got "
              + settings.gait().plugin().id()
              + " of "
              + motion.actionCount()
              + "; use rowing");
    }
    List<StateIndexer> views =
        SettingException.under(
            "view",
            () ->
                IntStream.range(0, arms)
                    .mapToObj(arm -> settings.view().create(arm, arms, layout))
                    .toList());
    ArmActions actions = settings.actions();
    PolicyContext context =
        new PolicyContext(
            views.get(0).stateCount(), actions.names().size(), settings.view().id(), false);
    DecentralisedController controller =
        new DecentralisedController(
            context.indexerId(),
            views,
            actions,
            PolicyChoice.first(settings.policy(), context),
            motion);
    PolicyChoice.readTable(settings.policy(), layout, controller);
    return controller;
  }
}
