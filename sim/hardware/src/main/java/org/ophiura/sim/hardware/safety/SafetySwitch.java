package org.ophiura.sim.hardware.safety;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The state of one robot. A stop is latched: the first reason stays until somebody resets it, and
 * then the robot is inactive, not active.
 *
 * <p>Thread-safe: anybody may stop at any time. Only a stop allocates.
 */
public final class SafetySwitch {
  private record Status(SafetyState state, @Nullable Stop stop) {}

  private static final Status INACTIVE = new Status(SafetyState.INACTIVE, null);
  private static final Status ACTIVE = new Status(SafetyState.ACTIVE, null);

  /** Written under the lock only. */
  private volatile Status status = new Status(SafetyState.UNCONFIGURED, null);

  /** The state. */
  public SafetyState state() {
    return status.state();
  }

  /** Whether commands may pass. */
  public boolean active() {
    return state() == SafetyState.ACTIVE;
  }

  /** The stop that is latched; empty where there is none. */
  public Optional<Stop> stop() {
    return Optional.ofNullable(status.stop());
  }

  /** The robot was found as it should be: from unconfigured to inactive. */
  public boolean configure() {
    return change(SafetyState.UNCONFIGURED, INACTIVE);
  }

  /**
   * Lets commands pass: from inactive to active. The caller has seen to it that the targets start
   * where the joints are.
   *
   * @return whether the robot is active now because of this call
   */
  public boolean activate() {
    return change(SafetyState.INACTIVE, ACTIVE);
  }

  /** Ends the work in good order: from active to inactive. */
  public boolean deactivate() {
    return change(SafetyState.ACTIVE, INACTIVE);
  }

  /**
   * Stops the robot, whatever its state. Of several stops the first is kept.
   *
   * @return whether this is the stop that is kept
   */
  public synchronized boolean stop(Stop stop) {
    if (status.state() == SafetyState.SAFE_STOP) {
      return false;
    }
    status = new Status(SafetyState.SAFE_STOP, stop);
    return true;
  }

  /**
   * Takes back the stop, by somebody's explicit wish: the robot is inactive then.
   *
   * @return whether there was a stop
   */
  public boolean reset() {
    return change(SafetyState.SAFE_STOP, INACTIVE);
  }

  private synchronized boolean change(SafetyState from, Status to) {
    if (status.state() != from) {
      return false;
    }
    status = to;
    return true;
  }
}
