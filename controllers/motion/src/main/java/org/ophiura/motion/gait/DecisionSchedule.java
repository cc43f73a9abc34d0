package org.ophiura.motion.gait;

import org.ophiura.motion.cpg.CpgParameters;
import org.ophiura.sim.plugin.SettingException;

/**
 * What happens at each control tick of one decision of the policy: a warm-up, in which the
 * generator starts afresh and its amplitudes rest at 0 while the new biases act; the gait itself;
 * and a cool-down, in which the amplitudes go back to 0. Immutable.
 *
 * <p>A controller asks it at each tick, after {@link GaitModulator#modulate}:
 *
 * <pre>{@code
 * if (schedule.startsAfresh(tick)) {
 *   cpg.reset(random, initialRanges);
 * }
 * gait.modulate(action, cpg.parameters());
 * schedule.rest(tick, cpg.parameters());
 * cpg.step();
 * }</pre>
 *
 * @param periodTicks ticks of one decision, at least 1
 * @param warmUpTicks first ticks, with amplitude 0; if there are any, the generator starts afresh
 * @param coolDownTicks last ticks, with amplitude 0
 */
public record DecisionSchedule(int periodTicks, int warmUpTicks, int coolDownTicks) {

  /** Checks that the gait has at least one tick between its rests. */
  public DecisionSchedule {
    if (periodTicks < 1) {
      throw new SettingException("decision-period", "must be >= 1 (ticks), got " + periodTicks);
    }
    if (warmUpTicks < 0) {
      throw new SettingException("warm-up-ticks", "must be >= 0 (ticks), got " + warmUpTicks);
    }
    if (coolDownTicks < 0) {
      throw new SettingException("cool-down-ticks", "must be >= 0 (ticks), got " + coolDownTicks);
    }
    if ((long) warmUpTicks + coolDownTicks >= periodTicks) {
      throw new SettingException(
          warmUpTicks >= periodTicks || coolDownTicks == 0 ? "warm-up-ticks" : "cool-down-ticks",
          "must leave the gait at least one tick of each decision: "
              + warmUpTicks
              + " ticks of warm-up and "
              + coolDownTicks
              + " of cool-down do not fit a decision period of "
              + periodTicks
              + "; lengthen the decision period or shorten the rests");
    }
  }

  /**
   * Whether the generator is reset before this tick.
   *
   * @param tick ticks since the decision, from 0 to {@link #periodTicks} - 1
   */
  public boolean startsAfresh(int tick) {
    return tick == 0 && warmUpTicks > 0;
  }

  /**
   * Whether the amplitudes rest at 0 in this tick.
   *
   * @param tick ticks since the decision, from 0 to {@link #periodTicks} - 1
   */
  public boolean rests(int tick) {
    return tick < warmUpTicks || tick >= periodTicks - coolDownTicks;
  }

  /**
   * Sets the target amplitudes to 0 where the tick is one of rest. Allocates nothing.
   *
   * @param tick ticks since the decision, from 0 to {@link #periodTicks} - 1
   * @param parameters as the gait set them. Modified: the amplitudes.
   */
  public void rest(int tick, CpgParameters parameters) {
    if (rests(tick)) {
      parameters.clearAmplitudes();
    }
  }
}
