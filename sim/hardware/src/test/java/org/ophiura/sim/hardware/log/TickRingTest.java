package org.ophiura.sim.hardware.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

final class TickRingTest {
  private static final TickFormat FORMAT =
      new TickFormat(
          new LogContent(
              "arm",
              0.01,
              List.of(new LogContent.Part("joint_position", 4)),
              List.of("a", "b"),
              List.of(new LogContent.Part("temperature", 2))));

  @Test
  void aFullRingTakesNoMore() {
    TickRing ring = new TickRing(FORMAT, 2);
    for (int i = 0; i < 2; i++) {
      TickRecord record = ring.toFill();
      assertNotNull(record);
      record.setSequence(i);
      ring.handOver();
    }
    assertNull(ring.toFill());
    TickRecord oldest = ring.toEmpty();
    assertNotNull(oldest);
    assertEquals(0, oldest.sequence());
    ring.giveBack();
    assertNotNull(ring.toFill());
  }

  @Test
  void anEmptyRingGivesNothing() {
    TickRing ring = new TickRing(FORMAT, 2);
    assertNull(ring.toEmpty());
    assertNotNull(ring.toFill());
    assertNull(ring.toEmpty(), "what is not handed over is not there");
  }

  /** What the other thread waits for must come. */
  @Test
  @Timeout(60)
  void recordsArriveWholeAndInOrderFromAnotherThread() throws Exception {
    long count = 500_000;
    TickRing ring = new TickRing(FORMAT, 8);
    Thread loop =
        new Thread(
            () -> {
              long next = 0;
              while (next < count) {
                TickRecord record = ring.toFill();
                if (record == null) {
                  Thread.onSpinWait();
                } else {
                  record.setSequence(next);
                  record.setExtra(0, 0, (double) next);
                  record.setExtra(0, 1, (double) -next);
                  ring.handOver();
                  next++;
                }
              }
            });
    loop.start();
    long expected = 0;
    while (expected < count) {
      TickRecord record = ring.toEmpty();
      if (record == null) {
        Thread.onSpinWait();
      } else {
        if (record.sequence() != expected
            || record.extra(0, 0) != expected
            || record.extra(0, 1) != -expected) {
          assertEquals(expected, record.sequence(), "a record is torn or out of order");
        }
        ring.giveBack();
        expected++;
      }
    }
    loop.join();
    assertNull(ring.toEmpty());
  }
}
