package org.ophiura.app.robot;

import java.util.Optional;
import java.util.random.RandomGenerator;
import org.ophiura.app.trial.Trial;
import org.ophiura.sim.environment.Environment;
import org.ophiura.sim.plugin.EnvironmentPlugin;

/** The environment {@code robot}. */
public final class RobotPlugin implements EnvironmentPlugin<RobotSettings> {
  @Override
  public String id() {
    return "robot";
  }

  @Override
  public String summary() {
    return "A robot's trial, such as the brittle star's: a step is a choice of its controller.";
  }

  @Override
  public Class<RobotSettings> settings() {
    return RobotSettings.class;
  }

  @Override
  public boolean hasAim(RobotSettings settings) {
    return settings.task().plugin().hasAim();
  }

  @Override
  public Object challenge(RobotSettings settings) {
    return Optional.of(settings.task());
  }

  @Override
  public Environment create(RobotSettings settings, RandomGenerator random) {
    Trial trial = Trial.open(settings.trial());
    try {
      return new RobotEnvironment(trial, settings.observations());
    } catch (RuntimeException e) {
      trial.close();
      throw e;
    }
  }
}
