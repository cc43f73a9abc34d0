package org.ophiura.sim.classic.cartpole;

import org.ophiura.sim.plugin.Setting;
import org.ophiura.sim.plugin.Settings;

/** Settings of the environment {@code cart-pole}. */
public record CartPoleSettings(
    @Setting(
            value = "How velocities become positions. Source: Gymnasium's CartPole-v1.",
            defaultValue = "euler")
        CartPole.Integrator integrator,
    @Setting(
            value =
                "Steps after which an episode is truncated; 0 for no limit. Source: Gymnasium's"
                    + " CartPole-v1.",
            defaultValue = "500",
            min = 0)
        int stepLimit) {
  /** Checks the limits. */
  public CartPoleSettings {
    Settings.check(CartPoleSettings.class, integrator, stepLimit);
  }
}
