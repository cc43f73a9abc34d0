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
}
