package org.ophiura.sim.classic.taxi;

import java.util.random.RandomGenerator;
import org.ophiura.sim.environment.Environment;
import org.ophiura.sim.plugin.EnvironmentPlugin;

/** The environment {@code taxi}. */
public final class TaxiPlugin implements EnvironmentPlugin<TaxiSettings> {
  @Override
  public String id() {
    return "taxi";
  }

  @Override
  public String summary() {
    return "Fetch a passenger at one of four stands and bring them to another (Gymnasium's Taxi-v4).";
  }

  @Override
  public Class<TaxiSettings> settings() {
    return TaxiSettings.class;
  }

  @Override
  public boolean hasAim(TaxiSettings settings) {
    return true;
  }

  @Override
  public Environment create(TaxiSettings settings, RandomGenerator random) {
    return Taxi.environment(settings.stepLimit());
  }
}
