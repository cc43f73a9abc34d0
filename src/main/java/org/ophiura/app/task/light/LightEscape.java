package org.ophiura.app.task.light;

import java.util.List;
import java.util.random.RandomGenerator;
import org.ophiura.app.task.EpisodeStart;
import org.ophiura.sim.Arena;
import org.ophiura.sim.BodyPlan;
import org.ophiura.sim.BodyPlan.SegmentSpec;
import org.ophiura.sim.PlantState;
import org.ophiura.sim.ResetSpec;
import org.ophiura.sim.RobotLayout;
import org.ophiura.sim.Task;

/**
 * Get out of the light: the robot starts in the bright west of a sand ground, and the reward is the
 * decrease of the light on its body over a control step. An episode only ends by its time limit, so
 * its return is the light on the body at the start less that at the end.
 *
 * <p>Adds the observations {@value #SEGMENT_LIGHT} (of each segment, at its centre, in the order of
 * the body plan), {@value #DISK_LIGHT} and {@value #X_TRAVELLED} (m, from the start towards the
 * dark). The light on the body is the mean of the first two, weighted by area as seen from above.
 * Segments that the robot has lost (their position reads 0) take in none and do not count; the step
 * in which they are lost has reward 0.
 */
public final class LightEscape implements Task {
  static final String SEGMENT_LIGHT = "segment_light_intake";
  static final String DISK_LIGHT = "disk_light_intake";
  static final String X_TRAVELLED = "x_distance_travelled";

  /** Where the robot starts, as a part of the arena's half-size along x (biorobot 0.4.2). */
  private static final double START = -0.75;

  private final LightEscapeSettings settings;
  private final EpisodeStart start;
  private final double startX;
  private final LightMap light;
  private final int[] segmentPositions;
  private final int diskPosition;
  private final double[] segmentAreas;
  private final double diskArea;
  private final int segmentLight;
  private final int diskLight;

  private double litArea;
  private double bodyLight;
  private double reward;

  /**
   * Makes the task for one plant.
   *
   * @param layout with the observations that this task adds
   */
  LightEscape(LightEscapeSettings settings, RobotLayout layout) {
    this.settings = settings;
    start =
        new EpisodeStart(
            settings.randomStartRotation(),
            settings.jointPositionNoise(),
            settings.jointVelocityNoise());
    Arena arena = layout.arena().orElseThrow();
    startX = START * arena.halfSizeXMetres();
    light = new LightMap(arena);
    BodyPlan body = layout.bodyPlan().orElseThrow();
    List<SegmentSpec> segments = body.segments();
    segmentPositions = segments.stream().mapToInt(s -> s.position().offset()).toArray();
    segmentAreas = segments.stream().mapToDouble(LightEscape::area).toArray();
    diskArea = Math.PI * body.diskRadiusMetres() * body.diskRadiusMetres();
    diskPosition = layout.observation("disk_position").offset();
    segmentLight = layout.observation(SEGMENT_LIGHT).offset();
    diskLight = layout.observation(DISK_LIGHT).offset();
  }

  /** Area of a lying capsule as seen from above: a circle and a rectangle, m^2. */
  private static double area(SegmentSpec segment) {
    double radius = segment.radiusMetres();
    return Math.PI * radius * radius + 2 * radius * segment.lengthMetres();
  }

  @Override
  public double timeLimitSeconds() {
    return settings.timeLimit();
  }

  @Override
  public ResetSpec start(RandomGenerator random) {
    ResetSpec spec = start.draw(startX, random);
    if (settings.noiseScale() > 0) {
      light.draw(settings.noiseScale(), random);
    }
    return spec;
  }

  @Override
  public void sense(PlantState state, double[] out) {
    int segments = segmentPositions.length;
    for (int i = 0; i < segments; i++) {
      out[i] = isLost(state, i) ? 0 : lightAt(state, segmentPositions[i]);
    }
    out[segments] = lightAt(state, diskPosition);
    out[segments + 1] = state.get(diskPosition) - startX;
  }

  private boolean isLost(PlantState state, int segment) {
    int position = segmentPositions[segment];
    return state.get(position) == 0 && state.get(position + 1) == 0 && state.get(position + 2) == 0;
  }

  private double lightAt(PlantState state, int position) {
    return light.at(state.get(position), state.get(position + 1));
  }

  @Override
  public void begin(PlantState state) {
    takeIn(state);
    reward = 0;
  }

  @Override
  public void observe(PlantState state) {
    double previousArea = litArea;
    double previousLight = bodyLight;
    takeIn(state);
    reward = litArea == previousArea ? previousLight - bodyLight : 0;
  }

  private void takeIn(PlantState state) {
    litArea = diskArea;
    double total = diskArea * state.get(diskLight);
    for (int i = 0; i < segmentAreas.length; i++) {
      if (!isLost(state, i)) {
        litArea += segmentAreas[i];
        total += segmentAreas[i] * state.get(segmentLight + i);
      }
    }
    bodyLight = total / litArea;
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
