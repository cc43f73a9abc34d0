package org.ophiura.learning;

/**
 * What a policy is made for.
 *
 * @param stateCount number of states it will be asked about
 * @param actionCount number of actions it may choose from
 * @param indexerId id of the plug-in that numbers the states, as in a trial file
 * @param statesAreArms see {@link StateIndexer#statesAreArms}
 */
public record PolicyContext(
    int stateCount, int actionCount, String indexerId, boolean statesAreArms) {
  /** Checks the counts. */
  public PolicyContext {
    if (stateCount < 1 || actionCount < 1) {
      throw new IllegalArgumentException(
          "a policy needs states and actions, got " + stateCount + " and " + actionCount);
    }
  }
}
