package org.ophiura.sim.hardware.source;

import java.util.random.RandomGenerator;
import org.ophiura.sim.CycleStatus;
import org.ophiura.sim.JointCommand;
import org.ophiura.sim.ResetSpec;

/**
 * Gives what the servos of a robot do not measure. Belongs to the loop's thread; {@link #read} and
 * {@link #commanded} allocate nothing and never wait.
 */
public interface StateSource extends AutoCloseable {

  /** Knows nothing: what the servos do not measure reads 0. */
  StateSource NONE = state -> CycleStatus.OK;

  /**
   * Puts its observations into the state.
   *
   * @param state the flat vector of the robot's layout. Modified where this source knows something.
   * @return {@link CycleStatus#STALE} if nothing new has come since the last time; {@link
   *     CycleStatus#FAULT} if nothing has come for too long
   */
  CycleStatus read(double[] state);

  /** Whether it has anything to say yet: before that no robot is started. */
  default boolean isKnown() {
    return true;
  }

  /**
   * An episode begins.
   *
   * @param spec where it should begin: what this source can do about that, it does
   */
  default void reset(ResetSpec spec, RandomGenerator random) {}

  /** A command was sent to the servos. Not modified. */
  default void commanded(JointCommand command) {}

  /**
   * Moves the target, in the world frame, in metres.
   *
   * @throws UnsupportedOperationException if this source has no say in that
   */
  default void placeTarget(double x, double y, double z) {
    throw new UnsupportedOperationException(
        "the target of a robot of servos stands where people put it; choose a simulated state");
  }

  /** Lets go of what it uses. Closing again does nothing. */
  @Override
  default void close() {}
}
