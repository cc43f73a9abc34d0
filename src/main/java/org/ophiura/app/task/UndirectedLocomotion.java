package org.ophiura.app.task;

import java.util.random.RandomGenerator;
import org.ophiura.sim.PlantState;
import org.ophiura.sim.ResetSpec;
import org.ophiura.sim.RobotLayout;
import org.ophiura.sim.Task;

/**
 * Get away from the origin, wherever to: the reward is the increase of the disk's horizontal
 * distance from it over a control step. An episode only ends by its time limit.
 *
 * <p>Adds the observation {@value #DISTANCE} (1 element, m).
 */
public final class UndirectedLocomotion implements Task {
  static final String DISTANCE = "xy_distance_from_origin";

  private final UndirectedLocomotionSettings settings;
  private final EpisodeStart start;
  private final int diskIndex;
  private final int distanceIndex;
  private double distance;
  private double reward;

  /**
   * Makes the task for one plant.
   *
   * @throws IllegalArgumentException if the robot has no observation {@code disk_position}, or none
   *     of the distance that this task adds
   */
  public UndirectedLocomotion(UndirectedLocomotionSettings settings, RobotLayout layout) {
    this.settings = settings;
    start =
        new EpisodeStart(
            settings.randomStartRotation(),
            settings.jointPositionNoise(),
            settings.jointVelocityNoise());
    diskIndex = layout.observation("disk_position").offset();
    distanceIndex = layout.observation(DISTANCE).offset();
  }

  @Override
  public double timeLimitSeconds() {
    return settings.timeLimit();
  }

  @Override
  public ResetSpec start(RandomGenerator random) {
    return start.draw(0, random);
  }

  @Override
  public void sense(PlantState state, double[] out) {
    double x = state.get(diskIndex);
    double y = state.get(diskIndex + 1);
    out[0] = Math.sqrt(x * x + y * y);
  }

  @Override
  public void begin(PlantState state) {
    distance = state.get(distanceIndex);
    reward = 0;
  }

  @Override
  public void observe(PlantState state) {
    double previous = distance;
    distance = state.get(distanceIndex);
    reward = distance - previous;
  }

  @Override
  public double reward() {
    return reward;
  }

  @Override
  public boolean terminated() {
    return false;
  }

  @Override
  public boolean succeeded() {
    return false;
  }
}
