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

  /**
   * Whether episodes succeed or fail; without an aim only the return says how well one went. By
   * default they have none.
   */
  default boolean hasAim(S settings) {
    return false;
  }

  /**
   * What is to be done: equal where episodes of one seed are alike. By default the settings.
   *
   * @return with {@code equals}
   */
  default Object challenge(S settings) {
    return settings;
  }

  /** Whether what a trial file chose has an aim; see {@link #hasAim(Record)}. */
  static boolean hasAim(Choice<? extends EnvironmentPlugin<?>> choice) {
    return hasAim(choice.plugin(), choice.settings());
  }

  private static <S extends Record> boolean hasAim(EnvironmentPlugin<S> plugin, Record settings) {
    return plugin.hasAim(plugin.settings().cast(settings));
  }

  /** What is to be done in what a trial file chose; see {@link #challenge(Record)}. */
  static Object challenge(Choice<? extends EnvironmentPlugin<?>> choice) {
    return challenge(choice.plugin(), choice.settings());
  }

  private static <S extends Record> Object challenge(EnvironmentPlugin<S> plugin, Record settings) {
    return plugin.challenge(plugin.settings().cast(settings));
  }

  /** Makes what a trial file chose; see {@link #create(Record, RandomGenerator)}. */
  static Environment create(Choice<? extends EnvironmentPlugin<?>> choice, RandomGenerator random) {
    return create(choice.plugin(), choice.settings(), random);
  }

  private static <S extends Record> Environment create(
      EnvironmentPlugin<S> plugin, Record settings, RandomGenerator random) {
    return plugin.create(plugin.settings().cast(settings), random);
  }
}
