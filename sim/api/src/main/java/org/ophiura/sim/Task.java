package org.ophiura.sim;

import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * What a robot is asked to do, and how well it does it: chooses where an episode starts, and judges
 * each control step.
 *
 * <p>A task keeps numbers of earlier states, never a {@link PlantState}: that is a live view, and
 * compared with itself it would give a reward of 0. Belongs to one thread at a time.
 */
public interface Task {

  /** Time limit of an episode in seconds; see {@link TimeLimit}. */
  double timeLimitSeconds();

  /** Draws the start of an episode: pose, noise and target. */
  ResetSpec start(RandomGenerator random);

  /**
   * Computes the observations that the task adds to the plant's own (see {@link
   * org.ophiura.sim.plugin.TaskPlugin#observations}), after each reset and each control step,
   * before anything else is asked. Allocates nothing.
   *
   * @param state the plant's own observations. Not modified.
   * @param out one value per added element. Modified.
   */
  default void sense(PlantState state, double[] out) {}

  /** Starts judging, from the plant's state after its reset. */
  void begin(PlantState state);

  /** Judges the control step that led to {@code state}. Allocates nothing. */
  void observe(PlantState state);

  /**
   * Says that the target has been moved by something other than the task, before the control step
   * that {@link #observe} judges next: no way that the target went is to be counted.
   */
  default void targetMoved() {}

  /**
   * Where the task moves the target before the next control step; empty leaves it. Asked once after
   * each {@link #observe}. Allocates nothing.
   */
  default Optional<Position> nextTarget() {
    return Optional.empty();
  }

  /** Reward of the latest control step. */
  double reward();

  /**
   * What each decision of the controller gains (or, negative, costs), whatever comes of it; added
   * to the reward of the first control step after it. A controller that does not decide is taken to
   * decide at each control step.
   */
  default double decisionReward() {
    return 0;
  }

  /**
   * Whether the latest state ends the episode by itself (a truncation is not the task's affair).
   */
  boolean terminated();

  /** Whether the episode has reached its aim so far; a task without an aim says false. */
  boolean succeeded();
}
