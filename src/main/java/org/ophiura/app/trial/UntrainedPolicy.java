package org.ophiura.app.trial;

import java.util.random.RandomGenerator;
import org.ophiura.learning.Policy;

/** Stands where a policy will be after training; asked to choose, it reports that it cannot. */
public final class UntrainedPolicy implements Policy {
  @Override
  public int choose(int state, RandomGenerator random) {
    throw new IllegalStateException("the policy has not been trained");
  }
}
