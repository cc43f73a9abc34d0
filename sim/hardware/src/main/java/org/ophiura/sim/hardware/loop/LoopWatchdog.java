package org.ophiura.sim.hardware.loop;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.ophiura.sim.hardware.safety.CommandWatchdog;
import org.ophiura.sim.hardware.safety.SafetyState;
import org.ophiura.sim.hardware.safety.Stop;
import org.ophiura.sim.hardware.safety.StopReason;
import org.ophiura.sim.hardware.timing.LoopClock;

/**
 * A thread that watches over the loop's thread, and stops the robot when the controller takes too
 * long, when no command goes out any more, or when somebody wants it to stop.
 */
public final class LoopWatchdog implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 5;

  private final LoopPhase phase;
  private final CommandWatchdog commands;
  private final long controllerNanos;
  private final long lookNanos;
  private final TorqueGate gate;
  private final List<StopSource> sources;
  private final LoopClock clock;
  private final Thread thread = new Thread(this::watch, "ophiura-watchdog");
  private volatile boolean closed;
  private final AtomicLong failures = new AtomicLong();

  /**
   * Makes a watchdog that sleeps until {@link #start}.
   *
   * @param phase where the loop is
   * @param commands fed when a command has gone out
   * @param controllerSeconds how long the controller may take
   * @param lookSeconds how often the watchdog looks
   * @param gate the way to the robot
   * @param sources who else may stop it
   * @param clock the loop's clock
   */
  public LoopWatchdog(
      LoopPhase phase,
      CommandWatchdog commands,
      double controllerSeconds,
      double lookSeconds,
      TorqueGate gate,
      List<StopSource> sources,
      LoopClock clock) {
    this.phase = phase;
    this.commands = commands;
    controllerNanos = Math.round(controllerSeconds * 1e9);
    lookNanos = Math.max(1, Math.round(lookSeconds * 1e9));
    this.gate = gate;
    this.sources = List.copyOf(sources);
    this.clock = clock;
    thread.setDaemon(true);
  }

  /** Starts to watch. */
  public void start() {
    thread.start();
  }

  private void watch() {
    while (!closed) {
      look();
      clock.sleepUntil(clock.nanos() + lookNanos);
    }
  }

  /** Looks once and stops the robot if it has to be: what the thread does again and again. */
  public void look() {
    try {
      gate.insist();
      stopIfNeeded();
    } catch (RuntimeException e) {
      // The link failed while it switched the torque off: the next look tries again.
      failures.incrementAndGet();
    }
  }

  /** How often switching the torque off failed. */
  public long failures() {
    return failures.get();
  }

  private void stopIfNeeded() {
    if (gate.safety().state() == SafetyState.SAFE_STOP) {
      return;
    }
    for (StopSource source : sources) {
      Stop wanted = source.poll();
      if (wanted != null) {
        gate.stop(wanted);
        return;
      }
    }
    StopReason reason = gate.safety().active() ? late() : null;
    if (reason != null) {
      gate.stop(new Stop(reason));
    }
  }

  private @Nullable StopReason late() {
    LoopPhase.Part part = phase.part();
    long since = phase.sinceNanos();
    long now = clock.nanos();
    if (part == LoopPhase.Part.UPDATING && now - since > controllerNanos) {
      return StopReason.CONTROLLER_TIMEOUT;
    }
    if (!commands.expired(now)) {
      return null;
    }
    return switch (part) {
      case UPDATING -> StopReason.CONTROLLER_TIMEOUT;
      case READING, WRITING -> StopReason.LINK_LOST;
      case WAITING -> StopReason.STALE_COMMAND;
    };
  }

  /** Ends the watch; the robot stays as it is. */
  @Override
  public void close() {
    closed = true;
    thread.interrupt();
    boolean interrupted = false;
    try {
      thread.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
    } catch (InterruptedException e) {
      interrupted = true;
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
