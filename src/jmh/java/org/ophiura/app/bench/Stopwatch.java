package org.ophiura.app.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Measures a span by the wall clock, and how much of the machine others took meanwhile: what a
 * figure is worth depends on it.
 */
final class Stopwatch {
  private static final Path STATISTICS = Path.of("/proc/stat");
  private static final double SECONDS_PER_TICK = 0.01;

  /** Fields of the line {@code cpu} of /proc/stat that are no work: idle, and waiting for disks. */
  private static final int IDLE = 4;

  private static final int WAITING = 5;
  private static final int STOLEN = 8;

  private final OperatingSystemMXBean system =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
  private final long startNanos;
  private final long startOwnNanos;
  private final double startBusySeconds;

  private Stopwatch() {
    startBusySeconds = busySeconds();
    startOwnNanos = system.getProcessCpuTime();
    startNanos = System.nanoTime();
  }

  static Stopwatch start() {
    return new Stopwatch();
  }

  /**
   * A finished span.
   *
   * @param wallSeconds its duration
   * @param ownSeconds CPU time of all threads of this process in it
   * @param othersCores cores that all other processes kept busy; NaN where it cannot be told
   */
  record Span(double wallSeconds, double ownSeconds, double othersCores) {}

  /**
   * Ends the span.
   *
   * @param friendsSeconds CPU time in it of other processes that belong to the measurement
   */
  Span stop(double friendsSeconds) {
    double wall = (System.nanoTime() - startNanos) * 1e-9;
    double own = (system.getProcessCpuTime() - startOwnNanos) * 1e-9;
    double others = busySeconds() - startBusySeconds - own - friendsSeconds;
    return new Span(wall, own, Math.max(0, others) / wall);
  }

  /** Work of all cores since the machine started, what a hypervisor took away included. */
  private static double busySeconds() {
    if (!Files.isReadable(STATISTICS)) {
      return Double.NaN;
    }
    try {
      String[] words = Files.readAllLines(STATISTICS).get(0).split(" +", -1);
      long ticks = 0;
      for (int i = 1; i <= STOLEN; i++) {
        ticks += i == IDLE || i == WAITING ? 0 : Long.parseLong(words[i]);
      }
      return ticks * SECONDS_PER_TICK;
    } catch (IOException e) {
      return Double.NaN;
    }
  }
}
