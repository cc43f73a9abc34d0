package org.ophiura.sim.classic.cartpole;

import java.util.random.RandomGenerator;
import org.ophiura.sim.environment.Environment;
import org.ophiura.sim.plugin.EnvironmentPlugin;

/** The environment {@code cart-pole}. */
public final class CartPolePlugin implements EnvironmentPlugin<CartPoleSettings> {
  @Override
  public String id() {
    return "cart-pole";
  }

  @Override
  public String summary() {
    return "Keep a pole upright by pushing its cart to and fro (Gymnasium's CartPole-v1).";
  }

  @Override
  public Class<CartPoleSettings> settings() {
    return CartPoleSettings.class;
  }

  @Override
  public Environment create(CartPoleSettings settings, RandomGenerator random) {
    return new CartPole(settings.integrator(), settings.stepLimit());
  }
}
