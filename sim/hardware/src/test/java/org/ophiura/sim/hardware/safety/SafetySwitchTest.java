package org.ophiura.sim.hardware.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

final class SafetySwitchTest {
  private static final Stop KEY = new Stop(StopReason.KEY);
  private final SafetySwitch safety = new SafetySwitch();

  @Test
  void aRobotIsConfiguredThenActivated() {
    assertEquals(SafetyState.UNCONFIGURED, safety.state());
    assertFalse(safety.activate(), "not from unconfigured");
    assertTrue(safety.configure());
    assertEquals(SafetyState.INACTIVE, safety.state());
    assertTrue(safety.activate());
    assertTrue(safety.active());
    assertTrue(safety.deactivate());
    assertEquals(SafetyState.INACTIVE, safety.state());
  }

  @Test
  void theFirstStopIsKept() {
    safety.configure();
    safety.activate();
    assertTrue(safety.stop(KEY));
    assertFalse(safety.stop(new Stop(StopReason.LINK_LOST)));
    assertEquals(Optional.of(KEY), safety.stop());
    assertEquals(SafetyState.SAFE_STOP, safety.state());
  }

  @Test
  void onlyAResetLeadsOutOfAStopAndNotIntoActivity() {
    safety.configure();
    safety.stop(KEY);
    assertFalse(safety.configure());
    assertFalse(safety.activate());
    assertFalse(safety.deactivate());
    assertTrue(safety.reset());
    assertEquals(SafetyState.INACTIVE, safety.state());
    assertEquals(Optional.empty(), safety.stop());
    assertFalse(safety.reset(), "there is nothing left to reset");
  }

  @Test
  void ofStopsFromManyThreadsExactlyOneIsKept() throws Exception {
    int threads = 8;
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      for (int round = 0; round < 200; round++) {
        SafetySwitch contested = new SafetySwitch();
        CountDownLatch start = new CountDownLatch(1);
        List<Future<Boolean>> kept = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
          Stop stop = new Stop(StopReason.OVERLOADED_SERVO, i, 0);
          kept.add(
              pool.submit(
                  () -> {
                    start.await();
                    return contested.stop(stop);
                  }));
        }
        start.countDown();
        int winners = 0;
        int winner = -1;
        for (int i = 0; i < threads; i++) {
          if (kept.get(i).get()) {
            winners++;
            winner = i;
          }
        }
        assertEquals(1, winners);
        assertEquals(winner, contested.stop().orElseThrow().actuator());
      }
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void everyReasonHasASentenceOfItsOwn() {
    Set<String> sentences = new HashSet<>();
    for (StopReason reason : StopReason.values()) {
      assertTrue(reason.sentence().length() > 10, reason.toString());
      assertTrue(sentences.add(reason.sentence()), reason.toString());
    }
  }
}
