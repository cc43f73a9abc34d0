package org.ophiura.app.task;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.ophiura.sim.PlantState;
import org.ophiura.sim.Position;
import org.ophiura.sim.ResetSpec;
import org.ophiura.sim.RobotLayout;
import org.ophiura.sim.Task;

/**
 * Reach a target, or several one after the other: the reward comes from the decrease of the
 * distance to it over a control step, and the episode ends within the radius of the last one.
 *
 * <p>In the control step after a waypoint was reached, the progress is that towards the next one,
 * counted from where the robot was when the target moved on.
 */
public final class DirectedLocomotion implements Task {
  private final DirectedLocomotionSettings settings;
  private final EpisodeStart start;
  private final Reward rule;
  private final int distanceIndex;
  private final int diskIndex;

  private List<Optional<Position>> targets = List.of();
  private int reachedTargets;
  private Optional<Position> nextTarget = Optional.empty();
  private double distance;
  private double reward;
  private boolean movedByOthers;

  /**
   * Makes the task for one plant.
   *
   * @throws IllegalArgumentException if the robot has no observation {@code xy_distance_to_target},
   *     or has waypoints but no {@code disk_position}
   */
  public DirectedLocomotion(DirectedLocomotionSettings settings, RobotLayout layout) {
    this.settings = settings;
    start =
        new EpisodeStart(
            settings.randomStartRotation(),
            settings.jointPositionNoise(),
            settings.jointVelocityNoise());
    rule = settings.reward();
    distanceIndex = layout.observation("xy_distance_to_target").offset();
    diskIndex =
        settings.target() instanceof TargetPlacement.Waypoints
            ? layout.observation("disk_position").offset()
            : -1;
  }

  @Override
  public double timeLimitSeconds() {
    return settings.timeLimit();
  }

  @Override
  public ResetSpec start(RandomGenerator random) {
    ResetSpec spec = start.draw(0, random);
    List<Position> drawn = settings.target().draw(random);
    targets = drawn.stream().map(Optional::of).toList();
    return spec.withTarget(drawn.get(0));
  }

  @Override
  public void begin(PlantState state) {
    distance = state.get(distanceIndex);
    reward = 0;
    reachedTargets = 0;
    nextTarget = Optional.empty();
    movedByOthers = false;
  }

  @Override
  public void targetMoved() {
    movedByOthers = true;
  }

  @Override
  public void observe(PlantState state) {
    double previous = distance;
    distance = state.get(distanceIndex);
    double progress = movedByOthers ? 0 : previous - distance;
    movedByOthers = false;
    nextTarget = Optional.empty();
    boolean reached = distance < settings.targetRadius();
    reward = rule.ofStep(progress, reached);
    if (reached) {
      reachedTargets++;
      if (reachedTargets < targets.size()) {
        nextTarget = targets.get(reachedTargets);
        Position next = nextTarget.get();
        double x = next.x() - state.get(diskIndex);
        double y = next.y() - state.get(diskIndex + 1);
        distance = Math.sqrt(x * x + y * y);
      }
    }
  }

  @Override
  public Optional<Position> nextTarget() {
    return nextTarget;
  }

  @Override
  public double reward() {
    return reward;
  }

  @Override
  public double decisionReward() {
    return rule.ofDecision();
  }

  @Override
  public boolean terminated() {
    return reachedTargets >= targets.size();
  }

  @Override
  public boolean succeeded() {
    return terminated();
  }
}
