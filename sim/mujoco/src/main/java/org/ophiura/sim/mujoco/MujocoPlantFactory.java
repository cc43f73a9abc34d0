package org.ophiura.sim.mujoco;

import java.util.Optional;
import java.util.function.Function;
import org.ophiura.sim.PlantFactory;
import org.ophiura.sim.Position;
import org.ophiura.sim.RobotLayout;

/** Makes plants that share one compiled model. Thread-safe; owns the model. */
public final class MujocoPlantFactory implements PlantFactory {
  private final MujocoModel model;
  private final int physicsStepsPerControlStep;
  private final Function<Optional<Position>, String> export;

  /**
   * Takes over a model.
   *
   * @param model closed by {@link #close}
   * @param physicsStepsPerControlStep at least 1
   * @param export writes the model as MJCF, with the target elsewhere where a position is given
   */
  public MujocoPlantFactory(
      MujocoModel model,
      int physicsStepsPerControlStep,
      Function<Optional<Position>, String> export) {
    if (physicsStepsPerControlStep < 1) {
      throw new IllegalArgumentException(
          "physics steps per control step must be >= 1, got " + physicsStepsPerControlStep);
    }
    this.model = model;
    this.physicsStepsPerControlStep = physicsStepsPerControlStep;
    this.export = export;
  }

  /**
   * The model as one MJCF text, with the solver's options set.
   *
   * @param target where the target is to be; empty leaves it where the model has it
   */
  public String exportXml(Optional<Position> target) {
    return export.apply(target);
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
