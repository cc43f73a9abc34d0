package org.ophiura.learning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class AllocationTest {
  private double[] kept = {};

  @Test
  void whatIsAllocatedIsSeen() {
    assertTrue(Allocation.leastBytes(() -> kept = new double[100]) >= 800);
    assertEquals(100, kept.length);
  }

  @Test
  void whatIsNotAllocatedIsNotSeen() {
    double[] values = new double[100];
    assertEquals(0, Allocation.leastBytes(() -> values[3]++));
  }
}
