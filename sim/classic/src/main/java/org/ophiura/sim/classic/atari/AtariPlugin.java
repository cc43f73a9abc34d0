package org.ophiura.sim.classic.atari;

import java.util.Map;
import java.util.random.RandomGenerator;
import org.ophiura.sim.classic.gymnasium.GymnasiumProcess;
import org.ophiura.sim.environment.Environment;
import org.ophiura.sim.plugin.EnvironmentPlugin;

/** The environment {@code atari}. */
public final class AtariPlugin implements EnvironmentPlugin<AtariSettings> {
  @Override
  public String id() {
    return "atari";
  }

  @Override
  public String summary() {
    return "An Atari game such as Pong, seen as small grey pictures (Mnih et al. 2015).";
  }

  @Override
  public Class<AtariSettings> settings() {
    return AtariSettings.class;
  }

  @Override
  public Environment create(AtariSettings settings, RandomGenerator random) {
    return new AtariEnvironment(
        settings,
        new GymnasiumProcess(
            new GymnasiumProcess.Request(
                settings.python(),
                settings.id(),
                Map.of(
                    "frameskip",
                    1,
                    "repeat_action_probability",
                    settings.repeatActionProbability(),
                    "obs_type",
                    "grayscale"),
                1,
                settings.skip(),
                settings.timeout())));
  }
}
