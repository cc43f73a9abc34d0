package org.ophiura.sim;

import java.util.random.RandomGenerator;

/**
 * One robot and its surroundings on one clock: simulated, emulated or real; a controller cannot
 * tell which.
 *
 * <p>A plant is confined to one thread at a time. {@link #state()} and {@link #step} allocate
 * nothing. Every method but {@link #close()} throws {@link IllegalStateException} after closing.
 */
public interface Plant extends AutoCloseable {

  /** Names, indices, limits and units of the robot. Immutable and shared between plants. */
  RobotLayout layout();

  /** Duration of one {@link #step} in seconds; constant. */
  double controlPeriodSeconds();

  /** The live, read-only view of the latest state: the same object after every step and reset. */
  PlantState state();

  /**
   * Starts an episode: clock at zero, robot and target placed, joints disturbed as {@code spec}
   * says.
   *
   * @param spec where robot and target start
   * @param random draws the joint noise of {@code spec}; not used when the noise is zero
   */
  void reset(ResetSpec spec, RandomGenerator random);

  /**
   * Applies a command for exactly one control period. Values beyond an actuator's range are clamped
   * to it.
   *
   * @param command one value per actuator, in layout order. Not modified.
   * @return {@link CycleStatus#FAULT} without stepping if a value is not finite, {@link
   *     CycleStatus#DIVERGED} if the simulation broke down (further steps return it too, until the
   *     next reset)
   */
  CycleStatus step(JointCommand command);

  /**
   * Moves the target, in the world frame, in metres. The state shows it after the next step.
   *
   * @throws UnsupportedOperationException if this plant has no target
   */
  void placeTarget(double x, double y, double z);

  /**
   * What is behind guards such as limits, to be looked at and not stepped; this if there are none.
   */
  default Plant innermost() {
    return this;
  }

  /** Releases native memory and devices. Closing again does nothing. */
  @Override
  void close();
}
