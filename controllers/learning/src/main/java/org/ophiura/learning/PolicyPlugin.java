package org.ophiura.learning;

import org.ophiura.sim.plugin.Choice;
import org.ophiura.sim.plugin.Plugin;
import org.ophiura.sim.plugin.SettingException;

/** A kind of policy. */
public interface PolicyPlugin<S extends Record> extends Plugin<S> {

  /**
   * Makes a policy.
   *
   * @throws SettingException if the settings or the kind of policy do not fit the context
   */
  Policy create(S settings, PolicyContext context);

  /**
   * Whether such a policy comes from training: then {@link #create} cannot make it from nothing.
   */
  default boolean learned() {
    return false;
  }

  /** Makes what a trial file chose; see {@link #create(Record, PolicyContext)}. */
  static Policy create(Choice<? extends PolicyPlugin<?>> choice, PolicyContext context) {
    return create(choice.plugin(), choice.settings(), context);
  }

  private static <S extends Record> Policy create(
      PolicyPlugin<S> plugin, Record settings, PolicyContext context) {
    return plugin.create(plugin.settings().cast(settings), context);
  }
}
