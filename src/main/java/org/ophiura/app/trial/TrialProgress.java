package org.ophiura.app.trial;

import java.util.List;
import org.ophiura.learning.Learner;

/** Hears how a trial gets on, on the thread that runs it. */
public interface TrialProgress {
  /** Hears nothing. */
  TrialProgress SILENT = new TrialProgress() {};

  /** Tells several, in their order. */
  static TrialProgress all(List<TrialProgress> listeners) {
    return new TrialProgress() {
      @Override
      public void begun(TrialState start, boolean resumable) {
        listeners.forEach(listener -> listener.begun(start, resumable));
      }

      @Override
      public void learning(Learner learner) {
        listeners.forEach(listener -> listener.learning(learner));
      }

      @Override
      public void trained(TrainingEpisode episode) {
        listeners.forEach(listener -> listener.trained(episode));
      }

      @Override
      public void validated(Evaluation evaluation) {
        listeners.forEach(listener -> listener.validated(evaluation));
      }

      @Override
      public void evaluated(EpisodeResult episode) {
        listeners.forEach(listener -> listener.evaluated(episode));
      }
    };
  }

  /**
   * The first episode is about to run.
   *
   * @param start how far an earlier process got
   * @param resumable whether checkpoints can be kept; else the learner cannot be saved
   */
  default void begun(TrialState start, boolean resumable) {}

  /**
   * A training is about to begin or to go on.
   *
   * @param learner live: what it knows changes from episode to episode. Not to be modified.
   */
  default void learning(Learner learner) {}

  /** A training episode has ended. */
  default void trained(TrainingEpisode episode) {}

  /** The greedy policy has been evaluated during training. */
  default void validated(Evaluation evaluation) {}

  /** An episode of the final evaluation has ended. */
  default void evaluated(EpisodeResult episode) {}
}
