package org.ophiura.learning.tabular;

import org.ophiura.learning.Learner;
import org.ophiura.learning.Resumable;

/** A learner whose knowledge is a table of action values. */
public interface TabularLearner extends Learner, Resumable {

  /** The values, live. */
  QTable table();

  /**
   * Forgets its values and takes others.
   *
   * @param values of the same shape. Not modified; copied.
   * @throws IllegalArgumentException if they do not fit
   */
  default void startFrom(QTable values) {
    table().set(values);
  }
}
