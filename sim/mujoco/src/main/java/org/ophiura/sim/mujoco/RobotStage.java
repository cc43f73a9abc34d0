package org.ophiura.sim.mujoco;

import org.ophiura.models.BrittleStarMorphology;

/**
 * A robot from some moment of each episode on: whole, or with the damage that it has taken until
 * then.
 *
 * @param startTick the control step, counted from 0, before which the robot becomes so
 * @param morphology the robot
 * @param model its compiled model
 */
public record RobotStage(int startTick, BrittleStarMorphology morphology, MujocoModel model) {}
