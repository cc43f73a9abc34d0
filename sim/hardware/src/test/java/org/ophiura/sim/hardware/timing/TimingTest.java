package org.ophiura.sim.hardware.timing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ophiura.sim.hardware.Allocation;

final class TimingTest {
  @TempDir private Path root;

  private void file(String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  @Test
  void aMachineSaysWhatBearsOnTiming() throws IOException {
    file("proc/sys/kernel/osrelease", "6.1.0-18-rt-amd64\n");
    file("proc/version", "Linux version 6.1.0-18-rt-amd64 #1 SMP PREEMPT_RT Debian\n");
    file("proc/cpuinfo", "processor\t: 0\nmodel name\t: Cortex-A76\nprocessor\t: 1\n");
    file("sys/devices/system/cpu/cpu0/cpufreq/scaling_governor", "powersave\n");
    file("sys/devices/system/cpu/cpu1/cpufreq/scaling_governor", "performance\n");
    file("sys/devices/system/cpu/cpuidle/current_driver", "none\n");
    HostFacts facts = HostFacts.read(root);
    assertEquals("6.1.0-18-rt-amd64", facts.kernel());
    assertTrue(facts.realTimeKernel());
    assertEquals("performance, powersave", facts.governor());
    assertEquals("Cortex-A76", facts.processor());
  }

  @Test
  void whatAMachineDoesNotSayIsUnknown() {
    HostFacts facts = HostFacts.read(root);
    assertEquals(HostFacts.UNKNOWN, facts.kernel());
    assertEquals(HostFacts.UNKNOWN, facts.governor());
    assertEquals(HostFacts.UNKNOWN, facts.processor());
    assertFalse(facts.realTimeKernel());
    assertTrue(facts.processors() > 0);
  }

  @Test
  void aPriorityIsAskedForTheThreadThatRuns() throws IOException {
    Path link = Files.createSymbolicLink(root.resolve("self"), Path.of("12/task/34"));
    List<String> asked = new ArrayList<>();
    RealTimePriority priority =
        RealTimePriority.ask(
            80,
            link,
            command -> {
              asked.addAll(command);
              return new RealTimePriority.Ended(0, "");
            });
    assertEquals(List.of("chrt", "--fifo", "--pid", "80", "34"), asked);
    assertTrue(priority.granted());
    assertEquals("real-time priority 80 (first in, first out)", priority.sentence());
  }

  @Test
  void aRefusedPriorityIsToldWithItsRemedy() throws IOException {
    Path link = Files.createSymbolicLink(root.resolve("self"), Path.of("12/task/34"));
    RealTimePriority refused =
        RealTimePriority.ask(
            80, link, command -> new RealTimePriority.Ended(1, "chrt: not permitted\n"));
    assertFalse(refused.granted());
    assertTrue(
        refused
            .sentence()
            .startsWith(
                "ordinary: real-time priority 80 was refused, because chrt says 'chrt: not"
                    + " permitted'; allow it with"),
        refused.sentence());
    RealTimePriority missing =
        RealTimePriority.ask(
            80,
            link,
            command -> {
              throw new IOException("no such file");
            });
    assertEquals(
        "ordinary: real-time priority 80 was refused, because chrt could not be run; install"
            + " util-linux",
        missing.sentence());
    RealTimePriority elsewhere =
        RealTimePriority.ask(
            80, root.resolve("nothing"), command -> new RealTimePriority.Ended(0, ""));
    assertFalse(elsewhere.granted());
  }

  @Test
  void theRealClockNeverWakesUpEarly() {
    MonotonicClock clock = new MonotonicClock(0.0002);
    for (int i = 0; i < 20; i++) {
      long due = clock.nanos() + 1_000_000;
      clock.sleepUntil(due);
      assertTrue(clock.nanos() - due >= 0);
    }
  }

  @Test
  void aTimeBeyondAllMeasureIsCountedAsTheLongest() {
    LoopStatistics statistics = new LoopStatistics();
    TickTiming timing = new TickTiming();
    timing.set(0, 0, -5, Long.MAX_VALUE / 4, 0, 1);
    statistics.record(timing, true, 3);
    assertEquals(1, statistics.ticks());
    assertEquals(60e6, statistics.distributions().get(1).max(), 60e6 * 1e-3);
    TimingPassport passport =
        TimingPassport.of(statistics, 0.01, 4, 5, "ordinary", HostFacts.read(root));
    assertEquals(3, passport.skipped());
    assertEquals(4, passport.retries());
    assertEquals(5, passport.lostPackets());
    assertEquals(5, passport.distributions().size());
  }

  @Test
  void recordingAllocatesNothing() {
    LoopStatistics statistics = new LoopStatistics();
    TickTiming timing = new TickTiming();
    long[] tick = new long[1];
    long bytes =
        Allocation.bytes(
            1000,
            () -> {
              tick[0]++;
              timing.set(tick[0], 0, tick[0] * 37 % 100_000, 1000, tick[0], 1);
              statistics.record(timing, false, 0);
            });
    assertEquals(0, bytes);
  }
}
