package org.ophiura.learning.schedule;

import org.ophiura.sim.plugin.Choice;
import org.ophiura.sim.plugin.Plugin;

/** A kind of schedule. */
public interface SchedulePlugin<S extends Record> extends Plugin<S> {

  /** Makes a schedule. */
  Schedule create(S settings);

  /** Makes what a trial file chose. */
  static Schedule create(Choice<? extends SchedulePlugin<?>> choice) {
    return create(choice.plugin(), choice.settings());
  }

  private static <S extends Record> Schedule create(SchedulePlugin<S> plugin, Record settings) {
    return plugin.create(plugin.settings().cast(settings));
  }
}
