package org.ophiura.sim.mujoco;

import java.util.Optional;
import org.ophiura.sim.Plant;

/** A robot simulated by MuJoCo: of one model, or of several, one after the other. */
public sealed interface SimulatedPlant extends Plant permits MujocoPlant, StagedPlant {

  /** What MuJoCo said when the simulation broke down; empty while it works. */
  Optional<String> failure();

  /**
   * Pushes the disk of a brittle star, or the body that carries another robot, until it is told
   * otherwise or reset. Allocates nothing.
   *
   * @param x force on the body's centre of mass, in the world frame, N
   * @param y force, N
   * @param z force, N
   * @throws UnsupportedOperationException if the robot does not move freely
   */
  void push(double x, double y, double z);

  /**
   * The plant of the model in which the robot is now: for those who draw it. May change at a step
   * and at a reset.
   */
  MujocoPlant current();
}
