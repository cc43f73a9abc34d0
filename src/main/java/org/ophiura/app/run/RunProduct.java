package org.ophiura.app.run;

import java.nio.file.Path;
import java.util.Optional;
import org.ophiura.app.trial.Trial;
import org.ophiura.app.trial.TrialOutcome;
import org.ophiura.learning.Policy;

/**
 * Something that people look at, made of a run when its numbers are written: pictures, a film, a
 * report. What it makes depends on nothing but the run, so that a run that was stopped on the way
 * ends with the same files.
 */
public interface RunProduct {

  /** What it is, as in "the film was not made". */
  String name();

  /**
   * Makes it.
   *
   * @throws org.ophiura.app.results.UserException if something on this machine is in the way; the
   *     run is published without it then
   */
  void make(Finished run);

  /**
   * A run that has come to its end.
   *
   * @param trial what was run
   * @param policy that made the decisions in the evaluation; empty where the controller decided by
   *     itself
   * @param outcome what came of it
   * @param folder where its files are, and where the product's belong
   */
  record Finished(Trial trial, Optional<Policy> policy, TrialOutcome outcome, Path folder) {}
}
