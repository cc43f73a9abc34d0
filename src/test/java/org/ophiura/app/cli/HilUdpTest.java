package org.ophiura.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code hil run} on a robot behind UDP, by packets of the loopback. */
@Timeout(120)
final class HilUdpTest {
  private static final int JOINTS = 10;
  private static final int STEPS = 50; // 2 s of 0.04 s

  @TempDir private Path folder;

  private Invocation run(Microcontroller robot, String... changes) throws IOException {
    Path trial = EmulatedStar.trialFile(folder, robot.link());
    Object[] arguments = new Object[5 + 2 * changes.length];
    arguments[0] = "hil";
    arguments[1] = "run";
    arguments[2] = trial;
    arguments[3] = "--out";
    arguments[4] = folder.resolve("out");
    for (int i = 0; i < changes.length; i++) {
      arguments[5 + 2 * i] = "--set";
      arguments[6 + 2 * i] = changes[i];
    }
    return Invocation.of(arguments);
  }

  @Test
  void aMicrocontrollerFollowsTheTrial() throws IOException {
    try (Microcontroller robot = new Microcontroller(JOINTS)) {
      run(robot).succeeded();
      // One command more puts the torque on where the joints are.
      assertEquals(STEPS + 1, robot.drivenCommands());
      assertTrue(robot.farthest() > 0.3, "joints went " + robot.farthest() + " rad");
      assertFalse(robot.driven(), "its torque is off at the end");
    }
    Invocation.of("hil", "replay", folder.resolve("out/ticks.mcap")).succeeded();
  }

  @Test
  void oneThatFallsSilentIsStopped() throws IOException {
    try (Microcontroller robot = new Microcontroller(JOINTS)) {
      CompletableFuture<Void> silence =
          CompletableFuture.runAsync(
              () -> {
                while (robot.drivenCommands() < STEPS / 2) {
                  LockSupport.parkNanos(1_000_000);
                }
                robot.fallSilent();
              });
      Invocation run = run(robot, "task.time-limit=60");
      silence.join();
      assertEquals(ExitCode.NOT_AS_EXPECTED, run.code(), run.err());
      assertTrue(run.out().contains("the robot does not answer"), run.out());
      assertFalse(robot.driven(), "what it hears last is that it must not be driven");
    }
  }
}
