package org.ophiura.app.run;

import java.nio.file.Path;
import org.ophiura.app.problem.Problem;
import org.ophiura.app.problem.ProblemOutcome;

/**
 * Something that people look at, made of the run of a problem; as {@link RunProduct} of a trial.
 */
public interface ProblemProduct {

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
   * @param problem what was run
   * @param outcome what came of it
   * @param folder where its files are, and where the product's belong
   */
  record Finished(Problem problem, ProblemOutcome outcome, Path folder) {}
}
