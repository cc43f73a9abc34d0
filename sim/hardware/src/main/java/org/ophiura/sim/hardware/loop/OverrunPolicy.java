package org.ophiura.sim.hardware.loop;

/** What follows a tick that ends after the next one was due. */
public enum OverrunPolicy {
  /** Ticks that were missed are left out: the next one begins when one is due again. */
  SKIP,
  /** Ticks that were missed follow at once, up to a limit, until the loop is on time again. */
  CATCH_UP,
  /** The robot owns the clock: each tick begins when it sends its state, and none is left out. */
  HARDWARE_PACED
}
