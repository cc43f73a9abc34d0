package org.ophiura.learning;

import org.ophiura.sim.PlantState;

/**
 * Turns what a plant shows into one of finitely many states.
 *
 * <p>A pure function of the state: it remembers nothing, so one indexer may serve several threads.
 */
public interface StateIndexer {

  /** Number of states. */
  int stateCount();

  /**
   * The state that the plant is in. Allocates nothing and never throws, whatever the numbers.
   *
   * @param state the plant's live state. Not modified.
   * @return in 0 to {@link #stateCount()} (exclusive)
   */
  int indexOf(PlantState state);

  /**
   * What a state is called in files and tables; unique among the states of this indexer.
   *
   * @throws IndexOutOfBoundsException if there is no such state
   */
  String nameOf(int state);

  /**
   * Whether state {@code k} says that arm {@code k} points where the robot should go: then turning
   * the robot by one arm adds 1 to the state.
   */
  default boolean statesAreArms() {
    return false;
  }
}
