package org.ophiura.learning.search;

import java.util.List;
import org.ophiura.learning.method.Method;
import org.ophiura.learning.method.MethodContext;
import org.ophiura.learning.method.MethodPlugin;
import org.ophiura.sim.plugin.SettingException;

/** The method {@code linear}. */
public final class LinearPlugin implements MethodPlugin<LinearSettings> {
  @Override
  public String id() {
    return "linear";
  }

  @Override
  public String summary() {
    return "A fixed policy by weighed sums of the observation: a yardstick that learns nothing.";
  }

  @Override
  public Class<LinearSettings> settings() {
    return LinearSettings.class;
  }

  @Override
  public Method create(LinearSettings settings, MethodContext context) {
    int dimension = context.spaces().observation().dimension();
    double[] weights = new double[LinearScores.count(dimension, context.actionCount())];
    require("weights", settings.weights(), weights.length);
    require("obedience", settings.obedience(), context.actionCount());
    for (int i = 0; i < weights.length; i++) {
      weights[i] =
          settings.weights().isEmpty()
              ? context.random().nextDouble(-settings.halfWidth(), settings.halfWidth())
              : settings.weights().get(i);
    }
    double[] obedience = settings.obedience().stream().mapToDouble(Double::doubleValue).toArray();
    return new Linear(weights, obedience, dimension, context.actionCount());
  }

  private static void require(String setting, List<Double> given, int count) {
    if (!given.isEmpty() && given.size() != count) {
      throw new SettingException(
          setting,
          "must hold " + count + " numbers in this environment, or none, got " + given.size());
    }
  }
}
