package org.ophiura.learning.method;

import java.util.random.RandomGenerator;
import org.ophiura.sim.environment.Space;
import org.ophiura.sim.environment.Spaces;
import org.ophiura.sim.plugin.SettingException;

/**
 * What a method is made for.
 *
 * @param spaces of the environment
 * @param random source of initial values; used at construction only
 */
public record MethodContext(Spaces spaces, RandomGenerator random) {

  /** Number of actions. */
  public int actionCount() {
    return spaces.actions().count();
  }

  /**
   * Number of states.
   *
   * @param method that needs it, as in {@code value-iteration}
   * @throws SettingException if observations are vectors
   */
  public int stateCount(String method) {
    if (spaces.observation() instanceof Space.Discrete discrete) {
      return discrete.count();
    }
    throw new SettingException(
        "type",
        "must be a method for vectors, for the observations of this environment are "
            + spaces.observation().dimension()
            + " continuous numbers; got "
            + method
            + ", which needs numbered states; take dqn, reinforce or random-search");
  }
}
