package org.ophiura.sim.hardware.timing;

import java.util.List;

/**
 * How a run kept time, and where: what belongs into its results beside the outcome. Plain data; who
 * writes results gives it a form.
 *
 * @param controlPeriodSeconds the period that was asked for
 * @param ticks how many there were
 * @param overruns ticks that ended after the next one was due
 * @param skipped ticks that were left out because of them
 * @param retries packets that were sent again
 * @param lostPackets packets that were given up
 * @param garbageCollections of the Java machine during the run
 * @param priority the priority that the loop's thread had, in words
 * @param distributions lateness, read, update, write, round trip
 * @param host the machine
 */
public record TimingPassport(
    double controlPeriodSeconds,
    long ticks,
    long overruns,
    long skipped,
    long retries,
    long lostPackets,
    long garbageCollections,
    String priority,
    List<Distribution> distributions,
    HostFacts host) {

  /** Takes a copy of the list. */
  public TimingPassport {
    distributions = List.copyOf(distributions);
  }

  /**
   * A histogram in numbers, in microseconds.
   *
   * @param name of what was measured
   * @param mean the mean
   * @param p50 the median
   * @param p90 what 90 % are not above
   * @param p99 what 99 % are not above
   * @param p999 what 99.9 % are not above
   * @param max the greatest
   */
  public record Distribution(
      String name, double mean, double p50, double p90, double p99, double p999, double max) {}

  /** Issues the passport of a loop that has ended. */
  public static TimingPassport of(
      LoopStatistics statistics,
      double controlPeriodSeconds,
      long retries,
      long lostPackets,
      String priority,
      HostFacts host) {
    return new TimingPassport(
        controlPeriodSeconds,
        statistics.ticks(),
        statistics.overruns(),
        statistics.skipped(),
        retries,
        lostPackets,
        statistics.garbageCollections(),
        priority,
        statistics.distributions(),
        host);
  }
}
