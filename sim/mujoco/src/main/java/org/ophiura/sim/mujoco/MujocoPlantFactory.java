package org.ophiura.sim.mujoco;

import org.ophiura.sim.PlantFactory;
import org.ophiura.sim.RobotLayout;

/** Makes plants that share one compiled model. Thread-safe; owns the model. */
public final class MujocoPlantFactory implements PlantFactory {
  private final MujocoModel model;
  private final int physicsStepsPerControlStep;

  /**
   * Takes over a model.
   *
   * @param model closed by {@link #close}
   * @param physicsStepsPerControlStep at least 1
   */
  public MujocoPlantFactory(MujocoModel model, int physicsStepsPerControlStep) {
    if (physicsStepsPerControlStep < 1) {
      throw new IllegalArgumentException(
          "physics steps per control step must be >= 1, got " + physicsStepsPerControlStep);
    }
    this.model = model;
    this.physicsStepsPerControlStep = physicsStepsPerControlStep;
  }

  /** The model that its plants share. */
  public MujocoModel model() {
    return model;
  }

  @Override
  public RobotLayout layout() {
    return model.layout();
  }

  @Override
  public double controlPeriodSeconds() {
    return model.timestepSeconds() * physicsStepsPerControlStep;
  }

  @Override
  public MujocoPlant newPlant() {
    return new MujocoPlant(model, physicsStepsPerControlStep);
  }

  @Override
  public void close() {
    model.close();
  }
}
