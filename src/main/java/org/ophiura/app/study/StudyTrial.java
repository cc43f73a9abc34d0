package org.ophiura.app.study;

import java.util.List;
import org.ophiura.app.trial.Experiment;

/**
 * One of the trials of a study.
 *
 * @param label names it in tables, and its folder
 * @param values of the varied keys, as they were given; none in a comparison
 * @param settings of the trial; each run of it has another seed
 */
public record StudyTrial(String label, List<String> values, Experiment settings) {
  /** Keeps a copy of the list. */
  public StudyTrial {
    values = List.copyOf(values);
  }
}
