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
}
