package org.ophiura.app.hil;

import org.ophiura.sim.Plant;
import org.ophiura.sim.PlantFactory;
import org.ophiura.sim.RobotLayout;
import org.ophiura.sim.hardware.limit.Limits;
import org.ophiura.sim.hardware.safety.SafePlant;
import org.ophiura.sim.hardware.safety.SafetySettings;
import org.ophiura.sim.mujoco.SimulatedPlants;
import org.ophiura.sim.plugin.SettingException;

/**
 * A robot of servos and its simulation: makes simulations that are held to the robot's limits, as
 * many as threads ask for, and connects to the one robot.
 */
public final class ServoPlants implements PlantFactory {
  private final ServosSettings settings;
  private final SimulatedPlants simulations;
  private final SafetySettings safety;

  /** Takes over the simulations: closing this closes them. */
  ServoPlants(ServosSettings settings, SimulatedPlants simulations) {
    this.settings = settings;
    this.simulations = simulations;
    try {
      SettingException.under(
          "safety.limits", () -> Limits.of(settings.safety().limits(), simulations.layout()));
      safety = settings.guarded(simulations.layout());
    } catch (RuntimeException e) {
      simulations.close();
      throw e;
    }
  }

  /** The settings that it was made with. */
  public ServosSettings settings() {
    return settings;
  }

  /** What makes the simulations that stand in for the robot, without its limits. */
  public SimulatedPlants simulations() {
    return simulations;
  }

  @Override
  public RobotLayout layout() {
    return simulations.layout();
  }

  @Override
  public double controlPeriodSeconds() {
    return simulations.controlPeriodSeconds();
  }

  @Override
  public PlantFactory innermost() {
    return simulations;
  }

  @Override
  public Plant newPlant() {
    return SafePlant.simulated(simulations.newPlant(), safety);
  }

  @Override
  public void close() {
    simulations.close();
  }
}
