package org.ophiura.sim.hardware.log;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;
import org.ophiura.sim.CycleStatus;
import org.ophiura.sim.JointCommand;
import org.ophiura.sim.PlantState;
import org.ophiura.sim.hardware.safety.SafetyState;
import org.ophiura.sim.hardware.safety.StopReason;
import org.ophiura.sim.hardware.timing.TickTiming;

/**
 * One tick, as it stands in a log: what the loop fills in and what a replay reads. Allocates
 * nothing after construction.
 */
public final class TickRecord {
  private final TickFormat format;
  private final ByteBuffer bytes;

  TickRecord(TickFormat format, ByteBuffer bytes) {
    this.format = format;
    this.bytes = bytes.order(ByteOrder.LITTLE_ENDIAN);
  }

  /** The bytes of the whole record, from position to limit. */
  ByteBuffer bytes() {
    return bytes;
  }

  /** Number of the record: those that were lost have one too. */
  public long sequence() {
    return bytes.getLong(TickFormat.SEQUENCE);
  }

  void setSequence(long sequence) {
    bytes.putLong(TickFormat.SEQUENCE, sequence);
  }

  /** Index of the tick. */
  public long tick() {
    return bytes.getLong(TickFormat.TICK);
  }

  /** When it began, on the loop's clock. */
  public long beginNanos() {
    return bytes.getLong(TickFormat.BEGIN);
  }

  /** Fills in the times of the tick. */
  public void setTiming(TickTiming timing) {
    bytes.putLong(TickFormat.TICK, timing.tick());
    bytes.putLong(TickFormat.BEGIN, timing.beginNanos());
    bytes.putLong(TickFormat.LATENESS, timing.latenessNanos());
    bytes.putLong(TickFormat.READ, timing.readNanos());
    bytes.putLong(TickFormat.UPDATE, timing.updateNanos());
    bytes.putLong(TickFormat.WRITE, timing.writeNanos());
  }

  /** Copies the times of the tick. */
  public void copyTiming(TickTiming out) {
    out.set(
        tick(),
        beginNanos(),
        bytes.getLong(TickFormat.LATENESS),
        bytes.getLong(TickFormat.READ),
        bytes.getLong(TickFormat.UPDATE),
        bytes.getLong(TickFormat.WRITE));
  }

  /** Empties the record, which may hold an earlier tick: nobody was asked and nothing was seen. */
  public void clear() {
    long number = sequence();
    for (int i = 0; i < format.size(); i++) {
      bytes.put(i, (byte) 0);
    }
    setSequence(number);
  }

  /** Whether the controller was reset to this state, before it was asked. */
  public boolean first() {
    return bytes.get(TickFormat.FIRST) != 0;
  }

  /** Whether the controller was asked for a command. */
  public boolean updated() {
    return bytes.get(TickFormat.UPDATED) != 0;
  }

  /** Index of the episode that the tick belongs to. */
  public int episode() {
    return (int) bytes.getLong(TickFormat.EPISODE);
  }

  /**
   * Fills in what the controller was asked.
   *
   * @param episode index of the episode, from 0
   * @param first whether the controller was reset to this state
   * @param updated whether it was asked for a command
   */
  public void setController(int episode, boolean first, boolean updated) {
    bytes.putLong(TickFormat.EPISODE, episode);
    bytes.put(TickFormat.FIRST, (byte) (first ? 1 : 0));
    bytes.put(TickFormat.UPDATED, (byte) (updated ? 1 : 0));
  }

  /** What became of the tick: 0 OK, 1 STALE, 2 DIVERGED, 3 FAULT. */
  public int status() {
    return bytes.get(TickFormat.STATUS);
  }

  /** The robot's state: 0 UNCONFIGURED, 1 INACTIVE, 2 ACTIVE, 3 SAFE_STOP. */
  public int safety() {
    return bytes.get(TickFormat.SAFETY);
  }

  /** The {@link StopReason#code()} of the stop that was latched; 0 where none was. */
  public int stop() {
    return bytes.get(TickFormat.STOP);
  }

  /** Fills in how the robot was. */
  public void setStatus(CycleStatus status, SafetyState safety, @Nullable StopReason stop) {
    int statusCode =
        switch (status) {
          case OK -> 0;
          case STALE -> 1;
          case DIVERGED -> 2;
          case FAULT -> 3;
        };
    int safetyCode =
        switch (safety) {
          case UNCONFIGURED -> 0;
          case INACTIVE -> 1;
          case ACTIVE -> 2;
          case SAFE_STOP -> 3;
        };
    bytes.put(TickFormat.STATUS, (byte) statusCode);
    bytes.put(TickFormat.SAFETY, (byte) safetyCode);
    bytes.put(TickFormat.STOP, (byte) (stop == null ? 0 : stop.code()));
  }

  /** The plant's time, in seconds. */
  public double seconds() {
    return bytes.getDouble(TickFormat.SECONDS);
  }

  /** One number of the state that the controller saw. */
  public double observation(int element) {
    return bytes.getDouble(format.observation(element));
  }

  /** Fills in the state that the controller saw. Not modified. */
  public void setState(PlantState state) {
    bytes.putDouble(TickFormat.SECONDS, state.timeSeconds());
    int size = format.observationSize();
    for (int i = 0; i < size; i++) {
      bytes.putDouble(format.observation(i), state.get(i));
    }
  }

  /** What the controller wanted. */
  public double command(int actuator) {
    return bytes.getDouble(format.command(actuator));
  }

  /** What was sent. */
  public double applied(int actuator) {
    return bytes.getDouble(format.applied(actuator));
  }

  /** Fills in what the controller wanted. Not modified. */
  public void setCommand(JointCommand command) {
    for (int i = 0; i < command.size(); i++) {
      bytes.putDouble(format.command(i), command.get(i));
    }
  }

  /** Fills in what was sent, or the latest that was. Not modified. */
  public void setApplied(JointCommand applied) {
    for (int i = 0; i < applied.size(); i++) {
      bytes.putDouble(format.applied(i), applied.get(i));
    }
  }

  /** Which limits changed a command: a sum of {@link org.ophiura.sim.hardware.limit.Limit}s. */
  public int limits(int actuator) {
    return bytes.get(format.limits(actuator));
  }

  /** Fills in which limits changed a command. */
  public void setLimits(int actuator, int applied) {
    bytes.put(format.limits(actuator), (byte) applied);
  }

  /** One number of an extra row. */
  public double extra(int row, int element) {
    return bytes.getDouble(format.extra(row) + Double.BYTES * element);
  }

  /** Fills in one number of an extra row. */
  public void setExtra(int row, int element, double value) {
    bytes.putDouble(format.extra(row) + Double.BYTES * element, value);
  }
}
