package org.ophiura.app.controller;

import org.ophiura.motion.cpg.Cpg;

/** A controller whose motion can be looked at: which arm leads, and what its generator does. */
public interface VisibleMotion {

  /** The arm that leads since the latest decision. */
  int leadingArm();

  /** The pattern generator, live. Not to be modified. */
  Cpg cpg();

  /**
   * Target angles of the latest tick, live: rad, one per arm joint in the order of {@link
   * org.ophiura.motion.cpg.ArmJoint#of}. Not to be modified.
   */
  double[] jointTargets();
}
