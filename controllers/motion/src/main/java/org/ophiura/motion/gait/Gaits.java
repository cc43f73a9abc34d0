package org.ophiura.motion.gait;

import org.ophiura.motion.cpg.CpgNetwork;
import org.ophiura.motion.cpg.CpgParameters;
import org.ophiura.sim.plugin.Choice;
import org.ophiura.sim.plugin.SettingException;

/** Makes gaits and checks that what they ask of the oscillators is possible. */
public final class Gaits {
  private Gaits() {}

  /**
   * Makes the gait that a trial file chose, and checks all of its actions.
   *
   * @throws SettingException if the settings do not fit the robot, or if the biases of an action
   *     contradict each other around a loop of oscillators
   */
  public static GaitModulator create(Choice<? extends GaitPlugin<?>> choice, GaitContext context) {
    GaitModulator gait = create(choice.plugin(), choice.settings(), context);
    check(choice.plugin().id(), gait, context.network());
    return gait;
  }

  private static <S extends Record> GaitModulator create(
      GaitPlugin<S> plugin, Record settings, GaitContext context) {
    return plugin.create(plugin.settings().cast(settings), context);
  }

  /**
   * Checks the phase biases of all actions of a gait, as {@link CpgNetwork#check} says.
   *
   * @param id what messages call the gait
   * @throws SettingException naming the first action that breaks a rule, and the loop
   */
  public static void check(String id, GaitModulator gait, CpgNetwork network) {
    CpgParameters parameters = new CpgParameters(network.size());
    for (int action = 0; action < gait.actionCount(); action++) {
      gait.modulate(action, parameters);
      try {
        network.check(parameters);
      } catch (SettingException e) {
        throw new SettingException(
            e.path(), "of gait '" + id + "', action " + action + ", " + e.rule());
      }
    }
  }
}
