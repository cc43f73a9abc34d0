package org.ophiura.sim.hardware.gap;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.ophiura.sim.ActuatorSpec;
import org.ophiura.sim.RobotLayout;
import org.ophiura.sim.hardware.log.LogContent;
import org.ophiura.sim.hardware.log.LoggedTicks;
import org.ophiura.sim.hardware.log.TickRecord;
import org.ophiura.sim.hardware.mcap.McapFormatException;

/**
 * What a log says of the joints' motion while they were driven, as stretches without a gap: where
 * ticks were lost or late, or the robot was stopped, one ends. Immutable.
 *
 * @param joints names of the joints, in the order of a command
 * @param periodSeconds between two ticks
 * @param stretches in the order of time
 */
public record MotionLog(List<String> joints, double periodSeconds, List<Stretch> stretches) {
  private static final String POSITION = "joint_position";
  private static final String VELOCITY = "joint_velocity";
  private static final String LOAD = "servo_load";
  private static final String AGE = "servo_age";
  private static final int DRIVEN = 2;
  private static final int STALE = 1;

  /** Takes copies of the lists. */
  public MotionLog {
    joints = List.copyOf(joints);
    stretches = List.copyOf(stretches);
  }

  /**
   * Reads a log to its end.
   *
   * @param layout of its robot; empty takes the joints to be in the order of the actuators, and
   *     calls them by the actuators' names
   * @throws McapFormatException if it is of another robot, or has no positions of joints
   * @throws IOException if it cannot be read
   */
  public static MotionLog read(LoggedTicks ticks, Optional<RobotLayout> layout) throws IOException {
    LogContent content = ticks.content();
    Reader reader = new Reader(content, layout);
    for (Optional<TickRecord> tick = ticks.next(); tick.isPresent(); tick = ticks.next()) {
      reader.take(tick.get());
    }
    reader.end();
    List<String> joints =
        layout
            .map(robot -> robot.actuators().stream().map(ActuatorSpec::joint).toList())
            .orElse(content.actuators());
    return new MotionLog(joints, content.controlPeriodSeconds(), reader.stretches);
  }

  /** Number of ticks in all stretches. */
  public int ticks() {
    return stretches.stream().mapToInt(Stretch::ticks).sum();
  }

  /** The first of the ticks: {@code share} of them, such as 0.7. */
  public MotionLog first(double share) {
    return between(0, border(share));
  }

  /** The ticks that {@link #first} leaves. */
  public MotionLog rest(double share) {
    return between(border(share), ticks());
  }

  private int border(double share) {
    return (int) Math.rint(share * ticks());
  }

  private MotionLog between(int from, int to) {
    List<Stretch> parts = new ArrayList<>();
    int begin = 0;
    for (Stretch stretch : stretches) {
      int first = Math.max(0, from - begin);
      int last = Math.min(stretch.ticks(), to - begin);
      if (first < last) {
        parts.add(stretch.part(first, last));
      }
      begin += stretch.ticks();
    }
    return new MotionLog(joints, periodSeconds, parts);
  }

  /** Puts ticks together to stretches. */
  private static final class Reader {
    private final List<Stretch> stretches = new ArrayList<>();
    private final int joints;
    private final int[] jointOf;
    private final int position;
    private final OptionalInt velocity;
    private final OptionalInt load;
    private final OptionalInt age;
    private final double periodNanos;
    private double[] rows = new double[0];
    private int ticks;
    private long sequence;
    private long index;
    private long nanos;

    Reader(LogContent content, Optional<RobotLayout> layout) throws McapFormatException {
      if (layout.isPresent()) {
        RobotLayout robot = layout.get();
        LogContent wanted = LogContent.of(robot, content.controlPeriodSeconds(), content.extras());
        if (!content.actuators().equals(wanted.actuators())) {
          content.checkFits(robot);
        }
        jointOf =
            robot.actuators().stream()
                .mapToInt(actuator -> robot.jointIndex(actuator.joint()))
                .toArray();
      } else {
        jointOf = new int[content.actuators().size()];
        Arrays.setAll(jointOf, i -> i);
      }
      joints = jointOf.length;
      periodNanos = content.controlPeriodSeconds() * 1e9;
      OptionalInt measured = offset(content.observations(), POSITION);
      int last = Arrays.stream(jointOf).max().orElse(-1);
      int known =
          content.observations().stream()
              .filter(part -> part.name().equals(POSITION))
              .mapToInt(LogContent.Part::size)
              .sum();
      if (measured.isEmpty() || last >= known) {
        throw new McapFormatException(
            "the log must have a "
                + POSITION
                + " of each of its "
                + joints
                + " actuators, got "
                + known
                + "; only a robot whose joints are driven one by one can be judged");
      }
      position = measured.getAsInt();
      velocity = offset(content.observations(), VELOCITY);
      load = row(content.extras(), LOAD);
      age = row(content.extras(), AGE);
    }

    private static OptionalInt offset(List<LogContent.Part> parts, String name) {
      int next = 0;
      for (LogContent.Part part : parts) {
        if (part.name().equals(name)) {
          return OptionalInt.of(next);
        }
        next += part.size();
      }
      return OptionalInt.empty();
    }

    private static OptionalInt row(List<LogContent.Part> parts, String name) {
      for (int i = 0; i < parts.size(); i++) {
        if (parts.get(i).name().equals(name)) {
          return OptionalInt.of(i);
        }
      }
      return OptionalInt.empty();
    }

    void take(TickRecord tick) {
      boolean driven = tick.updated() && tick.safety() == DRIVEN && tick.status() <= STALE;
      boolean follows =
          tick.sequence() == sequence + 1
              && tick.tick() == index + 1
              && Math.abs(tick.beginNanos() - nanos - periodNanos) < periodNanos / 2;
      if (!driven || !follows) {
        end();
      }
      sequence = tick.sequence();
      index = tick.tick();
      nanos = tick.beginNanos();
      if (driven) {
        add(tick);
      }
    }

    private void add(TickRecord tick) {
      int width = Stretch.width(joints);
      int begin = ticks * width;
      if (begin == rows.length) {
        rows = Arrays.copyOf(rows, Math.max(256 * width, 2 * begin));
      }
      for (int i = 0; i < joints; i++) {
        boolean fresh = age.isEmpty() || tick.extra(age.getAsInt(), i) == 0;
        int joint = jointOf[i];
        put(begin, i, Stretch.COMMAND, tick.applied(i));
        put(begin, i, Stretch.POSITION, fresh ? tick.observation(position + joint) : Double.NaN);
        put(
            begin,
            i,
            Stretch.VELOCITY,
            fresh && velocity.isPresent()
                ? tick.observation(velocity.getAsInt() + joint)
                : Double.NaN);
        put(
            begin,
            i,
            Stretch.LOAD,
            fresh && load.isPresent() ? tick.extra(load.getAsInt(), i) : Double.NaN);
      }
      ticks++;
    }

    private void put(int begin, int joint, int what, double value) {
      rows[begin + Stretch.index(joint, what)] = value;
    }

    void end() {
      if (ticks > 0) {
        stretches.add(new Stretch(joints, Arrays.copyOf(rows, ticks * Stretch.width(joints))));
      }
      ticks = 0;
    }
  }
}
