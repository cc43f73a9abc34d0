package org.ophiura.sim.plugin;

import java.util.List;
import org.ophiura.sim.ObservationSpec;
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

  /**
   * The observations that the task adds to the robot's own, for the controller to see; they follow
   * the robot's own without a gap. By default none. {@link #create} is given the robot with them.
   *
   * @throws SettingException if the robot lacks what they are computed from
   */
  default List<ObservationSpec> observations(S settings, RobotLayout layout) {
    return List.of();
  }

  /** The robot as the task that a trial file chose lets its controller see it. */
  static RobotLayout layout(Choice<? extends TaskPlugin<?>> choice, RobotLayout layout) {
    return layout(choice.plugin(), choice.settings(), layout);
  }

  private static <S extends Record> RobotLayout layout(
      TaskPlugin<S> plugin, Record settings, RobotLayout layout) {
    List<ObservationSpec> further = plugin.observations(plugin.settings().cast(settings), layout);
    return further.isEmpty() ? layout : layout.withObservations(further);
  }

  /** Makes what a trial file chose; see {@link #create(Record, RobotLayout)}. */
  static Task create(Choice<? extends TaskPlugin<?>> choice, RobotLayout layout) {
    return create(choice.plugin(), choice.settings(), layout);
  }

  private static <S extends Record> Task create(
      TaskPlugin<S> plugin, Record settings, RobotLayout layout) {
    return plugin.create(plugin.settings().cast(settings), layout);
  }
}
