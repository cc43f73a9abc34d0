package org.ophiura.sim.plugin;

import org.ophiura.sim.Controller;
import org.ophiura.sim.RobotLayout;

/** A kind of controller. */
public interface ControllerPlugin<S extends Record> extends Plugin<S> {

  /**
   * Makes a controller for one plant.
   *
   * @param controlPeriodSeconds time between two updates
   * @throws SettingException if the settings do not fit the robot
   */
  Controller create(S settings, RobotLayout layout, double controlPeriodSeconds);

  /** Makes what a trial file chose; see {@link #create(Record, RobotLayout, double)}. */
  static Controller create(
      Choice<? extends ControllerPlugin<?>> choice,
      RobotLayout layout,
      double controlPeriodSeconds) {
    return create(choice.plugin(), choice.settings(), layout, controlPeriodSeconds);
  }

  private static <S extends Record> Controller create(
      ControllerPlugin<S> plugin,
      Record settings,
      RobotLayout layout,
      double controlPeriodSeconds) {
    return plugin.create(plugin.settings().cast(settings), layout, controlPeriodSeconds);
  }
}
