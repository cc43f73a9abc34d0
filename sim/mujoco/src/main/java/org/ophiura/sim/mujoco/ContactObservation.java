package org.ophiura.sim.mujoco;

/** What the observation {@code segment_contact} of a brittle star says of each contact sensor. */
public enum ContactObservation {
  /** The force on it, in N. */
  FORCE,
  /** 1 where something touches it, otherwise 0: as in the older model of the source notebooks. */
  BINARY
}
