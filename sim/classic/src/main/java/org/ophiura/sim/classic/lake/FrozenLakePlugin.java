package org.ophiura.sim.classic.lake;

import java.util.random.RandomGenerator;
import org.ophiura.sim.environment.Environment;
import org.ophiura.sim.plugin.EnvironmentPlugin;

/** The environment {@code frozen-lake}. */
public final class FrozenLakePlugin implements EnvironmentPlugin<FrozenLakeSettings> {
  @Override
  public String id() {
    return "frozen-lake";
  }

  @Override
  public String summary() {
    return "Cross a frozen lake to the goal without falling into a hole (Gymnasium's FrozenLake-v1).";
  }

  @Override
  public Class<FrozenLakeSettings> settings() {
    return FrozenLakeSettings.class;
  }

  @Override
  public boolean hasAim(FrozenLakeSettings settings) {
    return true;
  }

  @Override
  public Environment create(FrozenLakeSettings settings, RandomGenerator random) {
    return FrozenLake.environment(
        settings.map().map(random), settings.slippery(), settings.stepLimit());
  }
}
