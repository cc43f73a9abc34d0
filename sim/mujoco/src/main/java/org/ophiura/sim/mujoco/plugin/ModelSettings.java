package org.ophiura.sim.mujoco.plugin;

/** Where a plant's model comes from. */
public sealed interface ModelSettings permits BrittleStarModelSettings, MjcfModelSettings {}
