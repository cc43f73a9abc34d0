package org.ophiura.app.study;

/** Hears how a study gets on, on the threads that run it, one call at a time. */
public interface StudyProgress {
  /** Hears nothing. */
  StudyProgress SILENT = new StudyProgress() {};

  /**
   * The study is about to run.
   *
   * @param runs all its runs
   * @param finished those of them that were finished before
   */
  default void begun(int runs, int finished) {}

  /** A run is begun or continued. */
  default void started(StudyPlan.Job job) {}

  /**
   * A run has ended.
   *
   * @param before whether it was finished before
   */
  default void finished(StudyPlan.Job job, SeedRun run, boolean before) {}
}
