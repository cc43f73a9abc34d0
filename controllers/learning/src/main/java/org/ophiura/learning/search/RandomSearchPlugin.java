package org.ophiura.learning.search;

import org.ophiura.learning.method.Method;
import org.ophiura.learning.method.MethodContext;
import org.ophiura.learning.method.MethodPlugin;

/** The method {@code random-search}. */
public final class RandomSearchPlugin implements MethodPlugin<RandomSearchSettings> {
  @Override
  public String id() {
    return "random-search";
  }

  @Override
  public String summary() {
    return "Weighed sums of the observation, with weights drawn at random and the best kept.";
  }

  @Override
  public Class<RandomSearchSettings> settings() {
    return RandomSearchSettings.class;
  }

  @Override
  public Method create(RandomSearchSettings settings, MethodContext context) {
    return new RandomSearch(
        settings, context.spaces().observation().dimension(), context.actionCount());
  }
}
