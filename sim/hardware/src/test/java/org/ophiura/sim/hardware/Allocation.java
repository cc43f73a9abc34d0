package org.ophiura.sim.hardware;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** Measures what a piece of code allocates on this thread. */
public final class Allocation {
  private static final int WINDOWS = 10;

  private Allocation() {}

  /**
   * Bytes allocated by so many calls; the least of several windows, because the first ones may hold
   * the compiler's own allocations.
   */
  public static long bytes(int calls, Runnable code) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long least = Long.MAX_VALUE;
    for (int window = 0; window < WINDOWS; window++) {
      long before = threads.getCurrentThreadAllocatedBytes();
      for (int call = 0; call < calls; call++) {
        code.run();
      }
      least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
    }
    return least;
  }
}
