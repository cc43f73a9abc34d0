package org.ophiura.sim.hardware.robot;

import org.ophiura.sim.CycleStatus;
import org.ophiura.sim.JointCommand;

/**
 * The way to the servos of a robot, one for each actuator and in their order. Used by one thread at
 * a time, but for a stop, which comes from any thread. {@link #read} and {@link #write} allocate
 * nothing; nothing throws: a link that is gone says so.
 */
public interface HardwareLink extends AutoCloseable {

  /** Number of servos. */
  int servos();

  /**
   * Reads all servos.
   *
   * @param into modified where answers came; the age of the others grows
   * @param deadlineNanos when to give up, on the loop's clock
   * @return {@link CycleStatus#STALE} if a servo did not answer, {@link CycleStatus#FAULT} if the
   *     link is gone
   */
  CycleStatus read(Readings into, long deadlineNanos);

  /**
   * Sends all targets.
   *
   * @param command in the units of the joints, within their limits. Not modified.
   * @return {@link CycleStatus#FAULT} if it could not be sent
   */
  CycleStatus write(JointCommand command, long deadlineNanos);

  /**
   * Puts the torque on where the joints are, and has the servos stop by themselves when nobody
   * talks to them any more.
   *
   * @param latest of this cycle. Not modified.
   * @param watchdogSeconds after how long of silence they stop
   * @return whether all servos say that they are ready; if not, the torque is off
   */
  boolean torqueOn(Readings latest, double watchdogSeconds, long deadlineNanos);

  /**
   * Takes the torque off all servos. Must be right in any thread and more than once, also while
   * another thread hangs in the middle of an exchange.
   *
   * @return whether all servos say so
   */
  boolean torqueOff(long deadlineNanos);

  /** Packets that were asked for again. */
  long retries();

  /** Packets that did not come, or damaged. */
  long lostPackets();

  /** Lets go of the device; the torque stays as it is. Closing again does nothing. */
  @Override
  void close();
}
