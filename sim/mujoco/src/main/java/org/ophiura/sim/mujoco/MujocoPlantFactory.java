package org.ophiura.sim.mujoco;

import java.util.Optional;
import java.util.function.Function;
import org.ophiura.sim.Position;
import org.ophiura.sim.RobotLayout;

/** Makes plants that share one compiled model. Thread-safe; owns the model. */
public final class MujocoPlantFactory implements SimulatedPlants {
  private final MujocoModel model;
  private final int physicsStepsPerControlStep;
  private final Function<Optional<Position>, String> exporter;

  /**
   * Takes over a model.
   *
   * @param model closed by {@link #close}
   * @param physicsStepsPerControlStep at least 1
   * @param exporter writes the model as MJCF, with the target where it is told; see {@link
   *     #exportXml}
   */
  public MujocoPlantFactory(
      MujocoModel model,
      int physicsStepsPerControlStep,
      Function<Optional<Position>, String> exporter) {
    if (physicsStepsPerControlStep < 1) {
      throw new IllegalArgumentException(
          "physics steps per control step must be >= 1, got " + physicsStepsPerControlStep);
    }
    this.model = model;
    this.physicsStepsPerControlStep = physicsStepsPerControlStep;
    this.exporter = exporter;
  }

  @Override
  public MujocoModel model() {
    return model;
  }

  /** Physics steps in each step of its plants. */
  public int physicsStepsPerControlStep() {
    return physicsStepsPerControlStep;
  }

  @Override
  public String exportXml(Optional<Position> target) {
    return exporter.apply(target);
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
