package org.ophiura.sim.plugin;

import java.util.random.RandomGenerator;
import org.ophiura.sim.environment.Environment;

/** A kind of environment: what the block {@code environment} of a trial file chooses. */
public interface EnvironmentPlugin<S extends Record> extends Plugin<S> {

  /**
   * Makes an environment. Two that are made of the same settings with generators of the same state
   * are alike.
   *
   * @param random of what is drawn once and for all, such as a random map; used here only
   * @throws SettingException if the settings cannot be met, naming what must be installed where
   *     something is missing
   */
  Environment create(S settings, RandomGenerator random);

  /** Makes what a trial file chose; see {@link #create(Record, RandomGenerator)}. */
  static Environment create(Choice<? extends EnvironmentPlugin<?>> choice, RandomGenerator random) {
    return create(choice.plugin(), choice.settings(), random);
  }

  private static <S extends Record> Environment create(
      EnvironmentPlugin<S> plugin, Record settings, RandomGenerator random) {
    return plugin.create(plugin.settings().cast(settings), random);
  }
}
