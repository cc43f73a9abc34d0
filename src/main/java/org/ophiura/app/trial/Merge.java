package org.ophiura.app.trial;

import org.ophiura.learning.ForkableLearner;
import org.ophiura.learning.Learner;
import org.ophiura.learning.MergeableLearner;

/** How episodes that ran side by side become one learner's experience. */
public enum Merge {
  /** Each teaches a copy of the learner; the copies' values are averaged. */
  AVERAGE {
    @Override
    boolean fits(Learner learner) {
      return learner instanceof MergeableLearner;
    }
  },
  /** Each is written down; then the one learner learns from them in order. */
  SHARED_UPDATES {
    @Override
    boolean fits(Learner learner) {
      return learner instanceof ForkableLearner;
    }
  };

  /** Whether a learner can do that. */
  abstract boolean fits(Learner learner);
}
