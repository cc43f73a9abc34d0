package org.ophiura.sim.hardware.calibration;

import java.util.function.Supplier;

/** The way to the person who moves the robot's joints. */
public interface Guide {

  /** Tells something. */
  void tell(String line);

  /**
   * Asks for something to be done, and waits until the person says that it is.
   *
   * @param request what to do
   * @param reading what is measured now, for a display that follows it while waiting; may be asked
   *     at any time until this returns, from the same thread
   * @return what the person typed; empty for a mere Enter
   */
  String ask(String request, Supplier<String> reading);
}
