package org.ophiura.app.controller.excitation;

import org.ophiura.sim.Controller;
import org.ophiura.sim.RobotLayout;
import org.ophiura.sim.plugin.ControllerPlugin;

/** Offers {@link FrequencySweep} to trial files. */
public final class FrequencySweepPlugin implements ControllerPlugin<FrequencySweepSettings> {
  @Override
  public String id() {
    return "frequency-sweep";
  }

  @Override
  public String summary() {
    return "All actuators swing, slowly and fast: a log of it tells most about a robot.";
  }

  @Override
  public Class<FrequencySweepSettings> settings() {
    return FrequencySweepSettings.class;
  }

  @Override
  public Controller create(
      FrequencySweepSettings settings, RobotLayout layout, double controlPeriodSeconds) {
    return new FrequencySweep(settings, layout);
  }
}
