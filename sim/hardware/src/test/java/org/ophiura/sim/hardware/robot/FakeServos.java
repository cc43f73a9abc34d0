package org.ophiura.sim.hardware.robot;

import java.util.Arrays;
import org.ophiura.sim.CycleStatus;
import org.ophiura.sim.JointCommand;
import org.ophiura.sim.hardware.VirtualClock;

/**
 * Servos that go half of the way to their targets with each reading, on virtual time; tests break
 * them as they like.
 */
final class FakeServos implements HardwareLink {
  /** How long reading takes. */
  static final long READING_NANOS = 2_000_000;

  /** How long writing takes. */
  static final long WRITING_NANOS = 500_000;

  final double[] positions;
  final double[] targets;
  private final double[] velocities;
  private final VirtualClock clock;
  private final double periodSeconds;

  boolean torque;
  boolean gone;
  boolean takesNothing;
  boolean ready = true;
  boolean error;
  int silent = -1;
  int deaf;
  double temperature = 30;
  double voltage = 11;
  double load = 0.1;
  double lastWatchdogSeconds;
  long writes;
  int torqueOffs;
  boolean closed;

  FakeServos(int servos, VirtualClock clock, double periodSeconds) {
    positions = new double[servos];
    targets = new double[servos];
    velocities = new double[servos];
    this.clock = clock;
    this.periodSeconds = periodSeconds;
  }

  @Override
  public int servos() {
    return positions.length;
  }

  @Override
  public CycleStatus read(Readings into, long deadlineNanos) {
    clock.pass(READING_NANOS);
    if (gone) {
      return CycleStatus.FAULT;
    }
    for (int i = 0; i < positions.length; i++) {
      double move = torque ? (targets[i] - positions[i]) / 2 : 0;
      positions[i] += move;
      velocities[i] = move / periodSeconds;
      if (i == silent) {
        into.missed(i);
      } else {
        into.answered(i, positions[i], velocities[i], load);
        into.health(i, temperature, voltage, error);
      }
    }
    return silent < 0 ? CycleStatus.OK : CycleStatus.STALE;
  }

  @Override
  public CycleStatus write(JointCommand command, long deadlineNanos) {
    clock.pass(WRITING_NANOS);
    if (gone || takesNothing) {
      return CycleStatus.FAULT;
    }
    writes++;
    for (int i = 0; i < targets.length; i++) {
      targets[i] = command.get(i);
    }
    return CycleStatus.OK;
  }

  @Override
  public boolean torqueOn(Readings latest, double watchdogSeconds, long deadlineNanos) {
    lastWatchdogSeconds = watchdogSeconds;
    for (int i = 0; i < targets.length; i++) {
      targets[i] = latest.position(i);
    }
    torque = ready && !gone;
    return torque;
  }

  @Override
  public boolean torqueOff(long deadlineNanos) {
    torqueOffs++;
    if (gone || deaf > 0) {
      deaf--;
      return false;
    }
    torque = false;
    return true;
  }

  @Override
  public long retries() {
    return 3;
  }

  @Override
  public long lostPackets() {
    return 2;
  }

  @Override
  public void close() {
    closed = true;
  }

  @Override
  public String toString() {
    return Arrays.toString(positions);
  }
}
