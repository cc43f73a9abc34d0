package org.ophiura.sim.classic.pixels;

import java.util.random.RandomGenerator;
import org.ophiura.sim.environment.Environment;
import org.ophiura.sim.plugin.EnvironmentPlugin;

/** The environment {@code catch}. */
public final class CatchPlugin implements EnvironmentPlugin<CatchSettings> {
  @Override
  public String id() {
    return "catch";
  }

  @Override
  public String summary() {
    return "Catch a falling ball, seen as the last four pictures of 84 by 84 grey pixels.";
  }

  @Override
  public Class<CatchSettings> settings() {
    return CatchSettings.class;
  }

  @Override
  public Environment create(CatchSettings settings, RandomGenerator random) {
    return new Catch(settings);
  }
}
