package org.ophiura.app.task;

import java.util.Optional;
import java.util.random.RandomGenerator;
import org.ophiura.sim.PlantState;
import org.ophiura.sim.ResetSpec;
import org.ophiura.sim.RobotLayout;
import org.ophiura.sim.Task;

/**
 * Reach a target: the reward is the decrease of the distance to it over a control step, and the
 * episode ends within the target's radius.
 */
public final class DirectedLocomotion implements Task {
  private final DirectedLocomotionSettings settings;
  private final int distanceIndex;
  private double distance;
  private double reward;
  private boolean targetMoved;

  /**
   * Makes the task for one plant.
   *
   * @throws IllegalArgumentException if the robot has no observation {@code xy_distance_to_target}
   */
  public DirectedLocomotion(DirectedLocomotionSettings settings, RobotLayout layout) {
    this.settings = settings;
    distanceIndex = layout.observation("xy_distance_to_target").offset();
  }

  @Override
  public double timeLimitSeconds() {
    return settings.timeLimit();
  }

  @Override
  public ResetSpec start(RandomGenerator random) {
    double yaw = settings.randomStartRotation() ? Math.PI * (2 * random.nextDouble() - 1) : 0;
    return new ResetSpec(
        0,
        0,
        yaw,
        settings.jointPositionNoise(),
        settings.jointVelocityNoise(),
        Optional.of(settings.target().draw(random)));
  }

  @Override
  public void begin(PlantState state) {
    distance = state.get(distanceIndex);
    reward = 0;
    targetMoved = false;
  }

  @Override
  public void observe(PlantState state) {
    double previous = distance;
    distance = state.get(distanceIndex);
    reward = targetMoved ? 0 : previous - distance;
    targetMoved = false;
  }

  /** The control step in which the target is moved has no reward: its progress is not known. */
  @Override
  public void targetMoved() {
    targetMoved = true;
  }

  @Override
  public double reward() {
    return reward;
  }

  @Override
  public boolean terminated() {
    return distance < settings.targetRadius();
  }

  @Override
  public boolean succeeded() {
    return terminated();
  }
}
