package org.ophiura.learning.djl;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * One round of a measurement, in microseconds for one of what was done.
 *
 * @param wallMicros time that passed
 * @param cpuMicros time that this thread had a processor: the same where nothing else runs
 */
record Round(double wallMicros, double cpuMicros) {
  private static final double NANOS_PER_MICRO = 1000;

  static Round of(int count, Runnable work) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long cpu = threads.getCurrentThreadCpuTime();
    long wall = System.nanoTime();
    work.run();
    double passed = (double) (System.nanoTime() - wall);
    double used = (double) (threads.getCurrentThreadCpuTime() - cpu);
    return new Round(passed / NANOS_PER_MICRO / count, used / NANOS_PER_MICRO / count);
  }

  static double median(List<Round> rounds, ToDoubleFunction<Round> of) {
    double[] sorted = rounds.stream().mapToDouble(of).sorted().toArray();
    return sorted[sorted.length / 2];
  }
}
