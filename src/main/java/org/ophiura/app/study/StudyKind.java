package org.ophiura.app.study;

import java.util.Locale;

/** What many runs are run for. */
public enum StudyKind {
  /** Trials against each other. */
  COMPARE("comparison"),
  /** Variants of one trial, ranked. */
  SWEEP("sweep"),
  /** How many seeds of each problem are solved, and how soon. */
  SOLVE("solving study");

  private final String noun;

  StudyKind(String noun) {
    this.noun = noun;
  }

  /** The command that runs it. */
  public String command() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What a message calls it. */
  public String noun() {
    return noun;
  }
}
