package org.ophiura.sim.hardware.loop;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.ophiura.sim.hardware.safety.SafetyState;
import org.ophiura.sim.hardware.safety.SafetySwitch;
import org.ophiura.sim.hardware.safety.Stop;

/**
 * The only way to a robot's servos: whoever talks to them passes here, one at a time, and once the
 * robot is stopped no command passes any more.
 *
 * <p>Thread-safe. A stop switches the torque off in the thread that asks for it, so that a loop
 * that hangs cannot keep it from happening; even one that hangs while it holds the gate is waited
 * for only a moment. A robot does not say whether it heard, so the torque is switched off several
 * times, by those who call {@link #insist}. Talking allocates nothing.
 */
public final class TorqueGate {
  /** What is said to the robot. */
  @FunctionalInterface
  public interface Talk {
    /** Says it. */
    void talk();
  }

  /** How often the torque is switched off for one stop. */
  private static final int TIMES = 3;

  private final SafetySwitch safety;
  private final Runnable torqueOff;
  private final long patienceNanos;
  private final ReentrantLock line = new ReentrantLock();
  private final AtomicInteger owed = new AtomicInteger();

  /**
   * Makes a gate.
   *
   * @param torqueOff switches the torque of all servos off. Must be right in any thread, at any
   *     time, and more than once.
   * @param patienceNanos how long a stop waits for somebody who is talking: about as long as the
   *     longest exchange takes
   */
  public TorqueGate(SafetySwitch safety, Runnable torqueOff, long patienceNanos) {
    this.safety = safety;
    this.torqueOff = torqueOff;
    this.patienceNanos = patienceNanos;
  }

  /** The state of the robot. */
  public SafetySwitch safety() {
    return safety;
  }

  /** Says something that moves nothing, such as a question. */
  public void ask(Talk question) {
    line.lock();
    try {
      question.talk();
    } finally {
      line.unlock();
    }
  }

  /**
   * Says what puts the torque on, if the robot is inactive: what is still owed of the end of
   * earlier work is owed no more, or it would take the torque off again.
   *
   * @return whether it was said
   */
  public boolean start(Talk torqueOn) {
    line.lock();
    try {
      if (safety.state() != SafetyState.INACTIVE) {
        return false;
      }
      owed.set(0);
      torqueOn.talk();
      return true;
    } finally {
      line.unlock();
    }
  }

  /**
   * Says a command, if the robot is active.
   *
   * @return whether it was said
   */
  public boolean command(Talk command) {
    line.lock();
    try {
      if (!safety.active()) {
        return false;
      }
      command.talk();
      return true;
    } finally {
      line.unlock();
    }
  }

  /**
   * Stops the robot: latches the stop, then switches the torque off. Where the robot was stopped
   * before, the torque is switched off once more.
   *
   * @return whether this is the stop that is kept
   * @throws RuntimeException what switching off threw; {@link #insist} tries again
   */
  public boolean stop(Stop stop) {
    boolean first = safety.stop(stop);
    owed.set(TIMES);
    off();
    return first;
  }

  /**
   * Switches the torque off again where a stop may not have been heard yet.
   *
   * @throws RuntimeException what switching off threw; the next call tries again
   */
  public void insist() {
    if (owed.get() > 0) {
      off();
    }
  }

  /** Ends the work in good order: no command passes any more, and the torque is off. */
  public void release() {
    safety.deactivate();
    owed.set(TIMES);
    off();
  }

  private void off() {
    boolean alone = false;
    boolean interrupted = false;
    try {
      alone = line.tryLock(patienceNanos, TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      interrupted = true;
    }
    try {
      // Better a garbled packet of somebody who hangs than a robot that goes on.
      torqueOff.run();
      owed.updateAndGet(times -> Math.max(0, times - 1));
    } finally {
      if (alone) {
        line.unlock();
      }
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
