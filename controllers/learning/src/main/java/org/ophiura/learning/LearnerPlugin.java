package org.ophiura.learning;

import org.ophiura.sim.plugin.Choice;
import org.ophiura.sim.plugin.Plugin;
import org.ophiura.sim.plugin.SettingException;

/** A kind of learner. */
public interface LearnerPlugin<S extends Record> extends Plugin<S> {

  /**
   * Makes a learner that knows nothing yet.
   *
   * @throws SettingException if the settings do not fit the context
   */
  Learner create(S settings, LearnerContext context);

  /** Makes what a trial file chose; see {@link #create(Record, LearnerContext)}. */
  static Learner create(Choice<? extends LearnerPlugin<?>> choice, LearnerContext context) {
    return create(choice.plugin(), choice.settings(), context);
  }

  private static <S extends Record> Learner create(
      LearnerPlugin<S> plugin, Record settings, LearnerContext context) {
    return plugin.create(plugin.settings().cast(settings), context);
  }
}
