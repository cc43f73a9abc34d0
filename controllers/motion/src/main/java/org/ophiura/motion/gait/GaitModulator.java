package org.ophiura.motion.gait;

import org.ophiura.motion.cpg.CpgParameters;

/**
 * Tells a pattern generator what to do for each action of a policy. Immutable; shared between
 * threads.
 */
public interface GaitModulator {

  /** Number of actions, numbered from 0. */
  int actionCount();

  /**
   * Sets all parameters for an action. Allocates nothing.
   *
   * @param action from 0 to {@link #actionCount} - 1
   * @param out parameters of the network that the gait was made for. Modified; what was in them
   *     does not matter.
   */
  void modulate(int action, CpgParameters out);

  /**
   * How the gait begins and ends each decision: by default no rest at all.
   *
   * @param periodTicks control ticks for which the policy holds one choice
   * @throws org.ophiura.sim.plugin.SettingException if the gait's rests do not fit the period
   */
  default DecisionSchedule schedule(int periodTicks) {
    return new DecisionSchedule(periodTicks, 0, 0);
  }
}
