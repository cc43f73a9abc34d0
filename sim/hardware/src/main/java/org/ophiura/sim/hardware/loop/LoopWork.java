package org.ophiura.sim.hardware.loop;

import org.ophiura.sim.hardware.timing.TickTiming;

/** What is done in each tick. Called by the loop's thread; allocates nothing. */
public interface LoopWork {

  /** Reads the robot. Where the robot owns the clock, waits for it. */
  void read();

  /** Asks the controller for a command. */
  void update();

  /** Writes the command. */
  void write();

  /** The tick is over: its times are known and may be logged. */
  void ticked(TickTiming timing);
}
