package org.ophiura.sim.classic.cartpole;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.ophiura.sim.environment.Environment;
import org.ophiura.sim.environment.EnvironmentContract;

final class CartPoleTest extends EnvironmentContract {
  @Override
  protected Environment newEnvironment() {
    return new CartPole(CartPole.Integrator.EULER, stepLimit());
  }

  @Override
  protected int stepLimit() {
    return 12;
  }

  @Test
  void aPoleThatFallsEndsTheEpisodeWithItsLastReward() {
    CartPole cart = new CartPole(CartPole.Integrator.EULER, 0);
    cart.begin(0, 0, 0.2, 1);
    cart.step(0);
    assertTrue(cart.terminated());
    assertEquals(1, cart.reward());
  }

  @Test
  void aCartThatLeavesTheTrackEndsTheEpisode() {
    CartPole cart = new CartPole(CartPole.Integrator.SEMI_IMPLICIT_EULER, 0);
    cart.begin(2.39, 2, 0, 0);
    cart.step(1);
    assertTrue(cart.terminated());
  }
}
