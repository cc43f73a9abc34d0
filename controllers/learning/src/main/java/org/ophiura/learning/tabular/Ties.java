package org.ophiura.learning.tabular;

/** What to choose among actions of equal value. */
public enum Ties {
  /** Each with the same probability. */
  RANDOM,
  /** The one with the lowest number; the habit of the first Q-learning notebook. */
  FIRST
}
