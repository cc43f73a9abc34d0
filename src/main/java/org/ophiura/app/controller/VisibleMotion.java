package org.ophiura.app.controller;

import org.ophiura.motion.cpg.Cpg;

/**
 * A controller whose motion can be looked at: which arm leads, and what its generator does; and
 * that lets people choose the leading arm themselves.
 */
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

  /** What {@link #lead} is told to let the policy choose again. */
  int POLICY_CHOOSES = -1;

  /** Number of arms that can be chosen to lead. */
  int leaderCount();

  /**
   * Makes an arm lead whatever the policy says, until told otherwise. The next tick is one of
   * decision.
   *
   * @param arm in [0, {@link #leaderCount}), or {@link #POLICY_CHOOSES}
   */
  void lead(int arm);
}
