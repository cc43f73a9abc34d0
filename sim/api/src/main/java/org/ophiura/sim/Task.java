package org.ophiura.sim;

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

  /** Starts judging, from the plant's state after its reset. */
  void begin(PlantState state);

  /** Judges the control step that led to {@code state}. Allocates nothing. */
  void observe(PlantState state);

  /** Reward of the latest control step. */
  double reward();

  /**
   * Whether the latest state ends the episode by itself (a truncation is not the task's affair).
   */
  boolean terminated();

  /** Whether the episode has reached its aim so far; a task without an aim says false. */
  boolean succeeded();
}
