package org.ophiura.sim.mujoco;

/**
 * A plant's whole state at one moment: what MuJoCo needs to step on to the same bits (warm start
 * included), the commands on their way, and the observations as they were. Immutable; fits every
 * plant of the same model.
 */
public final class MujocoSnapshot {
  private final MujocoModel model;
  private final double[] physics;
  private final double[] observations;
  private final double[] commands;
  private final boolean diverged;

  /** Takes over the arrays. */
  MujocoSnapshot(
      MujocoModel model,
      double[] physics,
      double[] observations,
      double[] commands,
      boolean diverged) {
    this.model = model;
    this.physics = physics;
    this.observations = observations;
    this.commands = commands;
    this.diverged = diverged;
  }

  MujocoModel model() {
    return model;
  }

  double[] physics() {
    return physics;
  }

  double[] observations() {
    return observations;
  }

  double[] commands() {
    return commands;
  }

  boolean diverged() {
    return diverged;
  }
}
