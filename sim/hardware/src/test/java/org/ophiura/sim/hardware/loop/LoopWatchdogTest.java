package org.ophiura.sim.hardware.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.ophiura.sim.hardware.VirtualClock;
import org.ophiura.sim.hardware.safety.CommandWatchdog;
import org.ophiura.sim.hardware.safety.SafetyState;
import org.ophiura.sim.hardware.safety.SafetySwitch;
import org.ophiura.sim.hardware.safety.Stop;
import org.ophiura.sim.hardware.safety.StopReason;
import org.ophiura.sim.hardware.timing.LoopClock;
import org.ophiura.sim.hardware.timing.LoopStatistics;
import org.ophiura.sim.hardware.timing.MonotonicClock;

/** A test that hangs has failed: every one of these waits for a stop that must come. */
@Timeout(60)
final class LoopWatchdogTest {
  private static final long MILLI = 1_000_000;

  @TempDir private Path folder;

  private final VirtualClock clock = new VirtualClock(0);
  private final SafetySwitch safety = new SafetySwitch();
  private final AtomicInteger torqueOffs = new AtomicInteger();
  private final LoopPhase phase = new LoopPhase();
  private final CommandWatchdog commands = new CommandWatchdog(0.1, 0);

  @BeforeEach
  void activate() {
    safety.configure();
    safety.activate();
  }

  private LoopWatchdog watchdog(StopSource... sources) {
    TorqueGate gate = new TorqueGate(safety, torqueOffs::incrementAndGet, MILLI);
    return watchdog(gate, phase, clock, sources);
  }

  private LoopWatchdog watchdog(
      TorqueGate gate, LoopPhase watched, LoopClock time, StopSource... sources) {
    return new LoopWatchdog(watched, commands, 0.015, 0.0025, gate, List.of(sources), time);
  }

  private Optional<StopReason> reason() {
    return safety.stop().map(Stop::reason);
  }

  @Test
  void aControllerMayTakeItsTimeAndNotMore() {
    LoopWatchdog watchdog = watchdog();
    phase.enter(LoopPhase.Part.UPDATING, 0);
    clock.pass(15 * MILLI);
    watchdog.look();
    assertEquals(Optional.empty(), reason());
    clock.pass(1);
    watchdog.look();
    assertEquals(Optional.of(StopReason.CONTROLLER_TIMEOUT), reason());
    assertEquals(1, torqueOffs.get());
  }

  @Test
  void aStaleCommandIsBlamedOnWhoeverHoldsItUp() {
    for (LoopPhase.Part part : LoopPhase.Part.values()) {
      safety.reset();
      safety.activate();
      phase.enter(part, clock.nanos());
      commands.feed(clock.nanos());
      LoopWatchdog watchdog = watchdog();
      clock.pass(100 * MILLI);
      if (part != LoopPhase.Part.UPDATING) {
        watchdog.look();
        assertEquals(Optional.empty(), reason());
      }
      clock.pass(1);
      watchdog.look();
      StopReason expected =
          switch (part) {
            case UPDATING -> StopReason.CONTROLLER_TIMEOUT;
            case READING, WRITING -> StopReason.LINK_LOST;
            case WAITING -> StopReason.STALE_COMMAND;
          };
      assertEquals(Optional.of(expected), reason());
    }
  }

  @Test
  void theTorqueIsSwitchedOffMoreThanOnceBecauseNobodyAnswers() {
    LoopWatchdog watchdog = watchdog(() -> new Stop(StopReason.KEY));
    for (int look = 0; look < 10; look++) {
      watchdog.look();
    }
    assertEquals(3, torqueOffs.get());
    assertEquals(Optional.of(StopReason.KEY), reason());
  }

  @Test
  void aLinkThatFailsToSwitchOffIsTriedAgain() {
    int failing = 5;
    TorqueGate gate =
        new TorqueGate(
            safety,
            () -> {
              if (torqueOffs.incrementAndGet() <= failing) {
                throw new IllegalStateException("the port is gone");
              }
            },
            MILLI);
    LoopWatchdog watchdog = watchdog(gate, phase, clock, () -> new Stop(StopReason.REQUEST));
    for (int look = 0; look < 20; look++) {
      watchdog.look();
    }
    assertEquals(failing, watchdog.failures());
    assertEquals(failing + 3, torqueOffs.get());
  }

  @Test
  void aStopFileStopsTheRobotAndKeepsItFromStarting() throws Exception {
    Path file = folder.resolve("stop");
    LoopWatchdog watchdog = watchdog(StopSource.file(file));
    watchdog.look();
    assertEquals(Optional.empty(), reason());
    safety.deactivate();
    Files.createFile(file);
    watchdog.look();
    assertEquals(Optional.of(StopReason.FILE), reason());
    assertFalse(safety.activate());
  }

  @Test
  void aControllerThatHangsIsStoppedByTheOtherThread() {
    CountDownLatch off = new CountDownLatch(1);
    AtomicReference<String> thread = new AtomicReference<>("");
    TorqueGate gate =
        new TorqueGate(
            safety,
            () -> {
              thread.set(Thread.currentThread().getName());
              off.countDown();
            },
            MILLI);
    MonotonicClock real = new MonotonicClock(0);
    TickPacer pacer = new TickPacer(LoopSettings.DEFAULT, 0.01, real, new LoopStatistics());
    commands.feed(real.nanos());
    try (LoopWatchdog watchdog = watchdog(gate, pacer.phase(), real)) {
      watchdog.start();
      pacer.begin();
      pacer.await();
      pacer.read();
      await(off);
      pacer.updated();
      assertFalse(gate.command(() -> {}), "no command passes after the stop");
    }
    assertEquals(Optional.of(StopReason.CONTROLLER_TIMEOUT), reason());
    assertEquals("ophiura-watchdog", thread.get());
  }

  @Test
  void aLoopThatHangsWhileItTalksCannotKeepTheTorqueOn() throws Exception {
    CountDownLatch talking = new CountDownLatch(1);
    CountDownLatch off = new CountDownLatch(1);
    TorqueGate gate = new TorqueGate(safety, off::countDown, MILLI);
    Thread loop =
        new Thread(
            () ->
                gate.command(
                    () -> {
                      talking.countDown();
                      await(off);
                    }));
    loop.start();
    talking.await();
    assertTrue(gate.stop(new Stop(StopReason.LINK_LOST)));
    loop.join();
    assertEquals(SafetyState.SAFE_STOP, safety.state());
  }

  @Test
  void orderlyEndsSwitchOffWithoutAStop() {
    TorqueGate gate = new TorqueGate(safety, torqueOffs::incrementAndGet, MILLI);
    assertTrue(gate.command(() -> {}));
    gate.release();
    assertEquals(SafetyState.INACTIVE, safety.state());
    assertEquals(1, torqueOffs.get());
    assertFalse(gate.command(() -> {}));
  }

  private static void await(CountDownLatch latch) {
    try {
      assertTrue(latch.await(50, TimeUnit.SECONDS), "the torque was never switched off");
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
