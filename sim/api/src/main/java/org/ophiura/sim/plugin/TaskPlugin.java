package org.ophiura.sim.plugin;

import org.ophiura.sim.RobotLayout;
import org.ophiura.sim.Task;

/** A kind of task. */
public interface TaskPlugin<S extends Record> extends Plugin<S> {

  /**
   * Makes a task for one plant.
   *
   * @throws SettingException if the robot lacks an observation that the task needs
   */
  Task create(S settings, RobotLayout layout);

  /** Makes what a trial file chose; see {@link #create(Record, RobotLayout)}. */
  static Task create(Choice<? extends TaskPlugin<?>> choice, RobotLayout layout) {
    return create(choice.plugin(), choice.settings(), layout);
  }

  private static <S extends Record> Task create(
      TaskPlugin<S> plugin, Record settings, RobotLayout layout) {
    return plugin.create(plugin.settings().cast(settings), layout);
  }
}
