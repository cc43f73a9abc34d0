package org.ophiura.learning.method;

import org.ophiura.sim.plugin.Choice;
import org.ophiura.sim.plugin.Plugin;
import org.ophiura.sim.plugin.SettingException;

/** A kind of learning algorithm. */
public interface MethodPlugin<S extends Record> extends Plugin<S> {

  /**
   * Makes a method that knows nothing yet.
   *
   * @throws SettingException if it cannot learn in such an environment
   */
  Method create(S settings, MethodContext context);

  /** Makes what a trial file chose; see {@link #create(Record, MethodContext)}. */
  static Method create(Choice<? extends MethodPlugin<?>> choice, MethodContext context) {
    return create(choice.plugin(), choice.settings(), context);
  }

  private static <S extends Record> Method create(
      MethodPlugin<S> plugin, Record settings, MethodContext context) {
    return plugin.create(plugin.settings().cast(settings), context);
  }
}
