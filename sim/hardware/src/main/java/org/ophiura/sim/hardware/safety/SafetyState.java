package org.ophiura.sim.hardware.safety;

/** What a robot may do at the moment. */
public enum SafetyState {
  /** It is not known yet whether all servos are there and as they should be. */
  UNCONFIGURED,
  /** The robot is read; its torque is off. */
  INACTIVE,
  /** Commands pass. */
  ACTIVE,
  /** Torque is off and stays so until somebody resets the stop. */
  SAFE_STOP
}
