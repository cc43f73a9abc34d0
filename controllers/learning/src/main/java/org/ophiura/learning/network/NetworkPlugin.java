package org.ophiura.learning.network;

import java.util.random.RandomGenerator;
import org.ophiura.sim.environment.Space;
import org.ophiura.sim.plugin.Choice;
import org.ophiura.sim.plugin.Plugin;
import org.ophiura.sim.plugin.SettingException;

/** A kind of network. */
public interface NetworkPlugin<S extends Record> extends Plugin<S> {

  /**
   * Makes a network.
   *
   * @throws SettingException if it cannot see such observations
   */
  Network create(S settings, Task task);

  /**
   * What a network is made for.
   *
   * @param observation what it comes from; an image is seen as one by networks that can
   * @param inputs numbers that it is given for an observation
   * @param outputs numbers that it gives
   * @param random of its first parameters
   */
  record Task(Space observation, int inputs, int outputs, RandomGenerator random) {}

  /** Makes what a trial file chose; see {@link #create(Record, Task)}. */
  static Network create(Choice<? extends NetworkPlugin<?>> choice, Task task) {
    return create(choice.plugin(), choice.settings(), task);
  }

  private static <S extends Record> Network create(
      NetworkPlugin<S> plugin, Record settings, Task task) {
    return plugin.create(plugin.settings().cast(settings), task);
  }
}
