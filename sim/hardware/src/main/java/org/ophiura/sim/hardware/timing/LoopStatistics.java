package org.ophiura.sim.hardware.timing;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * How long the parts of a loop took, as histograms that are made beforehand: recording allocates
 * nothing. Belongs to the loop's thread; others read it when the loop has ended.
 */
public final class LoopStatistics {
  /** Longer times count as this long. */
  private static final long LONGEST_NANOS = 60_000_000_000L;

  private static final int SIGNIFICANT_DIGITS = 3;

  private final Histogram lateness = histogram();
  private final Histogram read = histogram();
  private final Histogram update = histogram();
  private final Histogram write = histogram();
  private final Histogram roundTrip = histogram();
  private final List<GarbageCollectorMXBean> collectors =
      ManagementFactory.getGarbageCollectorMXBeans();
  private final long collectionsBefore;
  private long overruns;
  private long skipped;

  /** Makes empty histograms; garbage collections count from now on. */
  public LoopStatistics() {
    collectionsBefore = collections();
  }

  private static Histogram histogram() {
    return new Histogram(LONGEST_NANOS, SIGNIFICANT_DIGITS);
  }

  private long collections() {
    long count = 0;
    for (GarbageCollectorMXBean collector : collectors) {
      count += Math.max(0, collector.getCollectionCount());
    }
    return count;
  }

  /**
   * Counts a tick.
   *
   * @param skippedTicks how many ticks are left out after it, because it came to its end too late
   */
  public void record(TickTiming timing, boolean overrun, long skippedTicks) {
    record(lateness, timing.latenessNanos());
    record(read, timing.readNanos());
    record(update, timing.updateNanos());
    record(write, timing.writeNanos());
    record(roundTrip, timing.roundTripNanos());
    if (overrun) {
      overruns++;
    }
    skipped += skippedTicks;
  }

  private static void record(Histogram histogram, long nanos) {
    histogram.recordValue(Math.max(0, Math.min(LONGEST_NANOS, nanos)));
  }

  /** Ticks so far. */
  public long ticks() {
    return roundTrip.getTotalCount();
  }

  /** Ticks that ended after the next one was due. */
  public long overruns() {
    return overruns;
  }

  /** Ticks that were left out because an earlier one took too long. */
  public long skipped() {
    return skipped;
  }

  /** Garbage collections of this Java machine since these statistics were made. */
  public long garbageCollections() {
    return collections() - collectionsBefore;
  }

  /** The histograms in numbers, in microseconds. */
  public List<TimingPassport.Distribution> distributions() {
    return List.of(
        distribution("lateness", lateness),
        distribution("read", read),
        distribution("update", update),
        distribution("write", write),
        distribution("round trip", roundTrip));
  }

  private static TimingPassport.Distribution distribution(String name, Histogram histogram) {
    return new TimingPassport.Distribution(
        name,
        histogram.getMean() / 1000,
        micros(histogram.getValueAtPercentile(50)),
        micros(histogram.getValueAtPercentile(90)),
        micros(histogram.getValueAtPercentile(99)),
        micros(histogram.getValueAtPercentile(99.9)),
        micros(histogram.getMaxValue()));
  }

  private static double micros(long nanos) {
    return nanos / 1000.0;
  }
}
