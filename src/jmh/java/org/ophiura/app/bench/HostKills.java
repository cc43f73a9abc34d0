package org.ophiura.app.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.ophiura.app.cli.Main;
import org.ophiura.app.trial.Trial;
import org.ophiura.sim.hardware.emulator.EmulatedServo;

/**
 * Kills the process of {@code ophiura hil run} while the robot moves, by SIGKILL, and a quarter as
 * often by SIGTERM: how long after its last packet all servos have stopped, by their bus watchdog
 * (register 98) or because their torque is off, on the clock of the emulated servos.
 */
final class HostKills {
  private static final int TIMES = 100;
  private static final double WATCHDOG_SECONDS = 0.1;
  private static final int MOVING_INSTRUCTIONS = 60;
  private static final long PATIENCE_NANOS = 60_000_000_000L;

  private volatile long lastHeard;
  private volatile long stopped;
  private volatile boolean moving;
  private volatile int off;
  private long heard;

  private HostKills() {}

  /** Takes the number of kills of each kind. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    int times = arguments.length > 0 ? Integer.parseInt(arguments[0]) : TIMES;
    Path folder = Files.createTempDirectory("ophiura-kills");
    try (Trial trial = BenchRobot.trial(folder, WATCHDOG_SECONDS)) {
      Stopwatch watch = Stopwatch.start();
      Series killed = new HostKills().run(trial, folder, times, true);
      System.out.printf(
          Locale.ROOT,
          "kill -9: %s of %s%n",
          killed.countUpTo(1000 * (WATCHDOG_SECONDS + 0.02)),
          killed.size());
      Series ended = new HostKills().run(trial, folder, Math.max(1, times / 4), false);
      Stopwatch.Span span = watch.stop(0);
      PrintStream out = System.out;
      double limit = WATCHDOG_SECONDS + 0.02;
      out.printf(
          Locale.ROOT,
          "Ten emulated servos at 50 Hz, watchdog %.0f ms; this and others kept %.2f cores busy%n"
              + "kill -9: %d of %d stopped within %.0f ms of the last packet; p50 %.1f, max %.1f ms%n"
              + "SIGTERM: %d of %d with torque off within two periods of the signal; p50 %.1f, p99"
              + " %.1f, max %.1f ms%n",
          1000 * WATCHDOG_SECONDS,
          span.othersCores(),
          killed.countUpTo(1000 * limit),
          killed.size(),
          1000 * limit,
          killed.median(),
          killed.quantile(1),
          ended.countUpTo(2000 * BenchRobot.PERIOD_SECONDS),
          ended.size(),
          ended.median(),
          ended.quantile(0.99),
          ended.quantile(1));
    }
  }

  private void look(BenchRobot robot, long now) {
    if (robot.instructions() != heard) {
      heard = robot.instructions();
      lastHeard = now;
    }
    int stoppedNow = 0;
    int torqueOff = 0;
    for (EmulatedServo servo : robot.servos()) {
      boolean without = servo.get("torque-enable") == 0;
      torqueOff += without ? 1 : 0;
      stoppedNow += without || servo.get("bus-watchdog") == 0xff ? 1 : 0;
    }
    boolean all = stoppedNow == robot.servos().size();
    stopped = all ? (stopped == 0 ? now : stopped) : 0;
    moving = torqueOff == 0 && !all;
    off = torqueOff;
  }

  private Series run(Trial trial, Path folder, int times, boolean kill)
      throws IOException, InterruptedException {
    Series millis = new Series();
    SplittableRandom random = new SplittableRandom(23);
    for (int i = 0; i < times; i++) {
      BenchRobot[] robot = new BenchRobot[1];
      robot[0] = new BenchRobot(trial, folder, List.of(), now -> look(robot[0], now));
      try (BenchRobot served = robot[0]) {
        served.start();
        Process host = host(folder);
        awaitMoving(served, host);
        LockSupport.parkNanos(1_000_000L * random.nextInt(200));
        long signal = System.nanoTime();
        if (kill) {
          host.destroyForcibly();
        } else {
          host.destroy();
        }
        host.waitFor();
        long giveUp = System.nanoTime() + TimeUnit.SECONDS.toNanos(2);
        while (stopped == 0 && System.nanoTime() < giveUp) {
          LockSupport.parkNanos(1_000_000);
        }
        long from = kill ? lastHeard : signal;
        millis.add(stopped == 0 ? Double.POSITIVE_INFINITY : (stopped - from) * 1e-6);
        if (!kill && off != served.servos().size()) {
          throw new IllegalStateException("the torque is still on after SIGTERM");
        }
      }
    }
    return millis;
  }

  private void awaitMoving(BenchRobot robot, Process host) {
    long giveUp = System.nanoTime() + PATIENCE_NANOS;
    long from = robot.instructions();
    while (!moving || robot.instructions() < from + MOVING_INSTRUCTIONS) {
      LockSupport.parkNanos(1_000_000);
      if (System.nanoTime() > giveUp || !host.isAlive()) {
        throw new IllegalStateException("the robot was not started; see host.log");
      }
    }
  }

  private static Process host(Path folder) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            "hil",
            "run",
            folder.resolve("star.yaml").toString(),
            "--warm-up",
            "0.2",
            "--out",
            folder.resolve("out").toString())
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("host.log").toFile())
        .start();
  }
}
