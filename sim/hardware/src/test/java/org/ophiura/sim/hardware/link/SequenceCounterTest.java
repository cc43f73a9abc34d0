package org.ophiura.sim.hardware.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class SequenceCounterTest {
  private final SequenceCounter counter = new SequenceCounter();

  private void assertCounts(long accepted, long lost, long reordered, long duplicates) {
    assertEquals(accepted, counter.accepted());
    assertEquals(lost, counter.lost());
    assertEquals(reordered, counter.reordered());
    assertEquals(duplicates, counter.duplicates());
  }

  @Test
  void packetsInOrderAreAllNew() {
    for (int i = 500; i < 600; i++) {
      assertTrue(counter.isNew(i));
    }
    assertCounts(100, 0, 0, 0);
    assertEquals(599, counter.newest());
  }

  @Test
  void aPacketThatComesTwiceIsADuplicate() {
    counter.isNew(1);
    counter.isNew(2);
    assertFalse(counter.isNew(2));
    assertFalse(counter.isNew(1));
    assertCounts(2, 0, 0, 2);
  }

  @Test
  void aGapIsALossUntilThePacketComesAfterAll() {
    counter.isNew(1);
    assertTrue(counter.isNew(4));
    assertCounts(2, 2, 0, 0);
    assertFalse(counter.isNew(3));
    assertCounts(2, 1, 1, 0);
    assertFalse(counter.isNew(3));
    assertCounts(2, 1, 1, 1);
  }

  @Test
  void numbersGoOnBehindTheGreatest() {
    counter.isNew(-2);
    assertTrue(counter.isNew(-1));
    assertTrue(counter.isNew(0));
    assertTrue(counter.isNew(2));
    assertCounts(4, 1, 0, 0);
  }

  @Test
  void aSenderThatStartsAnewIsHeard() {
    counter.isNew(100_000);
    assertTrue(counter.isNew(0));
    assertTrue(counter.isNew(1));
    assertEquals(1, counter.restarts());
    assertCounts(3, 0, 0, 0);
  }

  @Test
  void aPacketFromFarBehindIsNotCountedAsALossMade() {
    counter.isNew(0);
    counter.isNew(100);
    assertFalse(counter.isNew(10));
    assertCounts(2, 99, 1, 0);
  }
}
