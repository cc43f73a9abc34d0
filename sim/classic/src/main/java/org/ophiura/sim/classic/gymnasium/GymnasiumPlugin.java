package org.ophiura.sim.classic.gymnasium;

import java.util.random.RandomGenerator;
import org.ophiura.sim.environment.Environment;
import org.ophiura.sim.plugin.EnvironmentPlugin;

/** The environment {@code gymnasium}. */
public final class GymnasiumPlugin implements EnvironmentPlugin<GymnasiumSettings> {
  @Override
  public String id() {
    return "gymnasium";
  }

  @Override
  public String summary() {
    return "Any environment of Python's Gymnasium with discrete actions, in a process of its own.";
  }

  @Override
  public Class<GymnasiumSettings> settings() {
    return GymnasiumSettings.class;
  }

  @Override
  public Environment create(GymnasiumSettings settings, RandomGenerator random) {
    return new GymnasiumEnvironment(
        new GymnasiumProcess(
            new GymnasiumProcess.Request(
                settings.python(), settings.id(), settings.arguments(), 1, 1, settings.timeout())),
        settings.stepLimit());
  }
}
