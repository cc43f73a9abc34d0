package org.ophiura.app.task;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.ophiura.sim.Arena;
import org.ophiura.sim.BodyPlan;
import org.ophiura.sim.BodyPlan.SegmentSpec;
import org.ophiura.sim.ObservationSpec;
import org.ophiura.sim.PlantState;
import org.ophiura.sim.RobotLayout;
import org.ophiura.sim.Task;
import org.ophiura.sim.plugin.Choice;
import org.ophiura.sim.plugin.TaskPlugin;

/**
 * A disk with two arms of one segment, which tests put where they like. One live view, as a
 * plant's; behind its own observations it has those that the task adds.
 */
public final class FakeStar implements PlantState {
  /** Its ground. */
  public static final Arena ARENA = new Arena(2, 1, true);

  /** Its segments: (radius, length) of (0.02, 0.06) and (0.01, 0.04) m. */
  public static final int SEGMENTS = 2;

  private static final int DISK = 0;
  private static final int DIRECTION = 3;
  private static final int DISTANCE = 5;
  private static final int FIRST_SEGMENT = 6;

  /** The robot, without what a task adds. */
  public static final RobotLayout ROBOT = robot(ARENA);

  private final Task task;
  private final double[] values;
  private final double[] added;
  private double targetX;
  private double targetY;

  /** Makes one that is asked to do what {@code choice} says. */
  public FakeStar(Choice<? extends TaskPlugin<?>> choice) {
    this(choice, ROBOT);
  }

  /** Makes one with a layout of the same observations. */
  public FakeStar(Choice<? extends TaskPlugin<?>> choice, RobotLayout robot) {
    RobotLayout layout = TaskPlugin.layout(choice, robot);
    task = TaskPlugin.create(choice, layout);
    values = new double[layout.observationSize()];
    added = new double[values.length - robot.observationSize()];
    for (int segment = 0; segment < SEGMENTS; segment++) {
      segment(segment, 0.1, 0);
    }
  }

  /** The robot on another ground. */
  public static RobotLayout robot(Arena arena) {
    List<ObservationSpec> observations =
        new ArrayList<>(
            List.of(
                ObservationSpec.uniform("disk_position", DISK, 3, -9, 9, "m"),
                ObservationSpec.uniform("unit_xy_direction_to_target", DIRECTION, 2, -1, 1, ""),
                ObservationSpec.uniform("xy_distance_to_target", DISTANCE, 1, 0, 9, "m")));
    List<SegmentSpec> segments = new ArrayList<>();
    for (int arm = 0; arm < SEGMENTS; arm++) {
      ObservationSpec position =
          ObservationSpec.uniform("segment_" + arm, FIRST_SEGMENT + 3 * arm, 3, -9, 9, "m");
      observations.add(position);
      segments.add(
          new SegmentSpec(arm, 0, arm == 0 ? 0.02 : 0.01, arm == 0 ? 0.06 : 0.04, position));
    }
    return new RobotLayout("star", List.of(), List.of(), observations)
        .with(new BodyPlan(0.1, segments), arena);
  }

  /** The task. */
  public Task task() {
    return task;
  }

  /** Puts the disk somewhere. */
  public FakeStar disk(double x, double y) {
    values[DISK] = x;
    values[DISK + 1] = y;
    values[DISK + 2] = 0.05;
    return sensed();
  }

  /** Puts the target somewhere. */
  public FakeStar target(double x, double y) {
    targetX = x;
    targetY = y;
    return sensed();
  }

  /** Puts the centre of a segment somewhere. */
  public FakeStar segment(int segment, double x, double y) {
    values[FIRST_SEGMENT + 3 * segment] = x;
    values[FIRST_SEGMENT + 3 * segment + 1] = y;
    values[FIRST_SEGMENT + 3 * segment + 2] = 0.02;
    return sensed();
  }

  /** Takes a segment off: its position reads 0. */
  public FakeStar lose(int segment) {
    Arrays.fill(values, FIRST_SEGMENT + 3 * segment, FIRST_SEGMENT + 3 * segment + 3, 0);
    return sensed();
  }

  /** Puts disk and segments anywhere, a little beyond the walls too. */
  public FakeStar anywhere(RandomGenerator random) {
    for (int segment = 0; segment < SEGMENTS; segment++) {
      segment(segment, random.nextDouble(-2.2, 2.2), random.nextDouble(-1.2, 1.2));
    }
    return disk(random.nextDouble(-2.2, 2.2), random.nextDouble(-1.2, 1.2));
  }

  /** What the task added last. A copy. */
  public double[] added() {
    return added.clone();
  }

  /** Computes what follows from the positions, and what the task adds. */
  private FakeStar sensed() {
    double x = targetX - values[DISK];
    double y = targetY - values[DISK + 1];
    double distance = Math.hypot(x, y);
    values[DIRECTION] = distance > 0 ? x / distance : 0;
    values[DIRECTION + 1] = distance > 0 ? y / distance : 0;
    values[DISTANCE] = distance;
    Arrays.fill(added, Double.NaN);
    task.sense(this, added);
    System.arraycopy(added, 0, values, values.length - added.length, added.length);
    return this;
  }

  @Override
  public double timeSeconds() {
    return 0;
  }

  @Override
  public double get(int index) {
    return values[index];
  }
}
