package org.ophiura.sim.hardware.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.ophiura.sim.hardware.Allocation;
import org.ophiura.sim.hardware.VirtualClock;
import org.ophiura.sim.hardware.timing.LoopStatistics;
import org.ophiura.sim.hardware.timing.TimingPassport.Distribution;

/** All on virtual time: exact, whatever else the machine does. */
final class TickPacerTest {
  private static final long MILLI = 1_000_000;
  private static final long PERIOD = 10 * MILLI;
  private static final long START = 123_456_789;

  /** Three significant digits are kept. */
  private static final double BUCKET = 1e-3;

  private final VirtualClock clock = new VirtualClock(START);
  private final LoopStatistics statistics = new LoopStatistics();
  private final Script script = new Script();

  /** A loop whose parts take as long as a test says; notes when ticks began. */
  private final class Script {
    final List<Long> ticks = new ArrayList<>();
    final List<Long> begins = new ArrayList<>();
    final List<LoopPhase.Part> parts = new ArrayList<>();
    long read = MILLI;
    long update = 2 * MILLI;
    long write = MILLI / 2;
    long slowTick = -1;
    long slowUpdate;

    void run(TickPacer pacer, int count) {
      pacer.begin();
      while (ticks.size() < count) {
        pacer.await();
        parts.add(pacer.phase().part());
        clock.pass(read);
        pacer.read();
        parts.add(pacer.phase().part());
        clock.pass(ticks.size() == slowTick ? slowUpdate : update);
        pacer.updated();
        parts.add(pacer.phase().part());
        clock.pass(write);
        pacer.written();
        ticks.add(pacer.timing().tick());
        begins.add(pacer.timing().beginNanos() - START);
      }
    }
  }

  private static LoopSettings settings(OverrunPolicy policy) {
    return new LoopSettings(policy, 3, 0, Optional.empty());
  }

  private void run(OverrunPolicy policy, int ticks) {
    TickPacer pacer = new TickPacer(settings(policy), 0.01, clock, statistics);
    script.run(pacer, ticks);
    assertSame(LoopPhase.Part.WAITING, pacer.phase().part());
  }

  private static List<Long> millis(long... millis) {
    List<Long> nanos = new ArrayList<>();
    for (long value : millis) {
      nanos.add(value * MILLI);
    }
    return nanos;
  }

  private Distribution distribution(String name) {
    return statistics.distributions().stream()
        .filter(found -> found.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void ticksBeginAtWholePeriods() {
    run(OverrunPolicy.SKIP, 4);
    assertEquals(millis(0, 10, 20, 30), script.begins);
    assertEquals(List.of(0L, 1L, 2L, 3L), script.ticks);
    assertEquals(4, statistics.ticks());
    assertEquals(0, statistics.overruns());
    assertEquals(
        List.of(LoopPhase.Part.READING, LoopPhase.Part.UPDATING, LoopPhase.Part.WRITING),
        script.parts.subList(0, 3));
  }

  @Test
  void partsAreTimed() {
    run(OverrunPolicy.SKIP, 100);
    assertEquals(1000, distribution("read").p50(), 1000 * BUCKET);
    assertEquals(2000, distribution("update").p99(), 2000 * BUCKET);
    assertEquals(500, distribution("write").max(), 500 * BUCKET);
    assertEquals(3500, distribution("round trip").p999(), 3500 * BUCKET);
    assertEquals(0, distribution("lateness").max());
  }

  @Test
  void latenessIsMeasuredAndDoesNotAddUp() {
    clock.oversleep(40_000);
    run(OverrunPolicy.SKIP, 1000);
    assertEquals(40, distribution("lateness").p50(), 40 * BUCKET);
    assertEquals(999 * PERIOD + 40_000, script.begins.get(999));
  }

  @Test
  void ticksThatAreMissedAreSkippedAndCounted() {
    script.slowTick = 1;
    script.slowUpdate = 24 * MILLI;
    run(OverrunPolicy.SKIP, 4);
    assertEquals(millis(0, 10, 40, 50), script.begins, "the tick at 10 ends at 35.5");
    assertEquals(List.of(0L, 1L, 4L, 5L), script.ticks);
    assertEquals(1, statistics.overruns());
    assertEquals(2, statistics.skipped());
  }

  @Test
  void aTickThatEndsWhenTheNextIsDueIsInTime() {
    script.update = PERIOD - script.read - script.write;
    run(OverrunPolicy.SKIP, 3);
    assertEquals(millis(0, 10, 20), script.begins);
    assertEquals(0, statistics.overruns());
  }

  @Test
  void ticksThatAreMissedAreCaughtUp() {
    script.slowTick = 1;
    script.slowUpdate = 20_500_000;
    run(OverrunPolicy.CATCH_UP, 6);
    // The tick at 10 ends at 32, those of 20 and 30 follow at once, that of 40 is in time.
    assertEquals(
        List.of(0L, 10 * MILLI, 32 * MILLI, 35_500_000L, 40 * MILLI, 50 * MILLI), script.begins);
    assertEquals(List.of(0L, 1L, 2L, 3L, 4L, 5L), script.ticks);
    assertEquals(2, statistics.overruns(), "the slow tick, and the first that follows");
    assertEquals(0, statistics.skipped());
  }

  @Test
  void catchingUpHasALimit() {
    script.slowTick = 1;
    script.slowUpdate = 10 * PERIOD;
    run(OverrunPolicy.CATCH_UP, 3);
    assertEquals(List.of(0L, 1L, 9L), script.ticks, "of ten missed ticks three are made up for");
    assertEquals(7, statistics.skipped());
  }

  @Test
  void aRobotThatOwnsTheClockLosesNoTick() {
    script.read = 11 * MILLI;
    script.update = MILLI;
    script.slowTick = 1;
    script.slowUpdate = 30 * MILLI;
    run(OverrunPolicy.HARDWARE_PACED, 3);
    assertEquals(List.of(0L, 1L, 2L), script.ticks);
    assertEquals(
        List.of(11 * MILLI, 23_500_000L, 65 * MILLI), script.begins, "as its states arrive");
    assertEquals(1, statistics.overruns());
    assertEquals(0, statistics.skipped());
    assertEquals(31_500, distribution("lateness").max(), 31_500 * BUCKET);
  }

  @Test
  void aPauseIsNoOverrun() {
    TickPacer pacer = new TickPacer(settings(OverrunPolicy.SKIP), 0.01, clock, statistics);
    script.run(pacer, 2);
    clock.pass(77 * PERIOD);
    script.run(pacer, 4);
    assertEquals(List.of(0L, 1L, 2L, 3L), script.ticks);
    assertEquals(0, statistics.overruns());
    assertEquals(0, distribution("lateness").max());
  }

  @Test
  void aTickAllocatesNothing() {
    TickPacer pacer = new TickPacer(settings(OverrunPolicy.SKIP), 0.01, clock, statistics);
    pacer.begin();
    long[] ticks = new long[1];
    long bytes =
        Allocation.bytes(
            1000,
            () -> {
              pacer.await();
              clock.pass(MILLI);
              pacer.read();
              clock.pass(ticks[0] % 7 == 0 ? 3 * PERIOD : MILLI);
              pacer.updated();
              clock.pass(MILLI);
              pacer.written();
              ticks[0]++;
            });
    assertEquals(0, bytes);
    assertTrue(statistics.overruns() > 0);
  }
}
