package org.ophiura.learning.method;

/** Hears what a method does in an iteration, on its thread. */
public interface TrainingLog {
  /** Hears nothing. */
  TrainingLog SILENT = new TrainingLog() {};

  /**
   * An episode of training has ended.
   *
   * @param totalReward undiscounted
   * @param steps that it took
   */
  default void episode(double totalReward, int steps) {}

  /**
   * A figure of the episode that is told of next, such as {@code epsilon} or {@code loss}.
   *
   * @param name always the same string object for the same figure
   */
  default void figure(String name, double value) {}
}
