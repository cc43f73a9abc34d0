package org.ophiura.sim;

/** What became of one control cycle. Inside a tick problems are statuses, never exceptions. */
public enum CycleStatus {
  /** The command was applied and the state is fresh. */
  OK,
  /** The state could not be read in time: it is that of an earlier cycle. */
  STALE,
  /** The simulated state became non-finite or the engine failed; only a reset makes it usable. */
  DIVERGED,
  /** The command was refused (not a finite number) or the device failed; nothing was applied. */
  FAULT
}
