package org.ophiura.learning;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** Measures what a piece of code allocates on the heap. */
public final class Allocation {
  private static final int WARM_UP_RUNS = 20;
  private static final int WINDOWS = 10;

  private Allocation() {}

  /**
   * Least number of bytes that one run allocated, over several windows: what the code itself
   * allocates, without what the compiler or the class loader happen to do in the meantime.
   */
  public static long leastBytes(Runnable run) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    for (int i = 0; i < WARM_UP_RUNS; i++) {
      run.run();
    }
    long least = Long.MAX_VALUE;
    for (int i = 0; i < WINDOWS; i++) {
      long before = threads.getCurrentThreadAllocatedBytes();
      run.run();
      least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
    }
    return least;
  }
}
