package org.ophiura.sim.mujoco;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.ophiura.models.BrittleStarMorphology;
import org.ophiura.sim.PlantEvent.Push;
import org.ophiura.sim.Position;
import org.ophiura.sim.RobotLayout;

/**
 * Makes plants of a robot that is damaged or pushed in the course of each episode. Each damage is a
 * compiled model of its own, so that nothing is ever written into a model that plants share.
 * Thread-safe; owns the models.
 */
public final class StagedPlantFactory implements SimulatedPlants {
  private final MujocoModel whole;
  private final List<Stage> stages;
  private final PushSchedule pushes;
  private final int physicsStepsPerControlStep;
  private final Function<Optional<Position>, String> exporter;

  private StagedPlantFactory(
      MujocoModel whole,
      List<Stage> stages,
      List<Push> pushes,
      int physicsStepsPerControlStep,
      Function<Optional<Position>, String> exporter) {
    this.whole = whole;
    this.stages = List.copyOf(stages);
    this.physicsStepsPerControlStep = physicsStepsPerControlStep;
    this.exporter = exporter;
    this.pushes = new PushSchedule(pushes, controlPeriodSeconds());
  }

  /**
   * Takes over the models of a brittle star that takes damage.
   *
   * @param whole the whole robot, closed by {@link #close}
   * @param morphology the whole robot
   * @param stages the first starts at control step 0; each has less of the robot, or as much, as
   *     the one before; their models are closed by {@link #close}
   * @param pushes in any order; they may overlap
   * @param physicsStepsPerControlStep at least 1
   * @param exporter writes the first stage as MJCF, with the target where it is told
   */
  public static StagedPlantFactory of(
      MujocoModel whole,
      BrittleStarMorphology morphology,
      List<RobotStage> stages,
      List<Push> pushes,
      int physicsStepsPerControlStep,
      Function<Optional<Position>, String> exporter) {
    List<Stage> matched = new ArrayList<>();
    for (int i = 0; i < stages.size(); i++) {
      Optional<RobotStage> before = i == 0 ? Optional.empty() : Optional.of(stages.get(i - 1));
      matched.add(Stage.of(whole, morphology, stages.get(i), before));
    }
    return new StagedPlantFactory(whole, matched, pushes, physicsStepsPerControlStep, exporter);
  }

  /**
   * Takes over the model of any robot that is pushed and not damaged.
   *
   * @param whole something of it can be pushed; closed by {@link #close}
   * @param pushes in any order; they may overlap
   * @param physicsStepsPerControlStep at least 1
   * @param exporter writes the model as MJCF, with the target where it is told
   */
  public static StagedPlantFactory pushed(
      MujocoModel whole,
      List<Push> pushes,
      int physicsStepsPerControlStep,
      Function<Optional<Position>, String> exporter) {
    return new StagedPlantFactory(
        whole, List.of(Stage.only(whole)), pushes, physicsStepsPerControlStep, exporter);
  }

  /** The first control step that starts at or after a time of the episode, counted from 0. */
  public static int tick(double seconds, double controlPeriodSeconds) {
    return PushSchedule.ticks(seconds, controlPeriodSeconds);
  }

  @Override
  public MujocoModel model() {
    return whole;
  }

  @Override
  public String exportXml(Optional<Position> target) {
    return exporter.apply(target);
  }

  @Override
  public RobotLayout layout() {
    return whole.layout();
  }

  @Override
  public double controlPeriodSeconds() {
    return whole.timestepSeconds() * physicsStepsPerControlStep;
  }

  @Override
  public StagedPlant newPlant() {
    return new StagedPlant(layout(), stages, pushes, physicsStepsPerControlStep);
  }

  @Override
  public void close() {
    stages.forEach(stage -> stage.model().close());
    whole.close();
  }
}
