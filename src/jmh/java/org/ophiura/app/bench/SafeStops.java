package org.ophiura.app.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.ophiura.app.hil.RobotConnection;
import org.ophiura.app.hil.RobotRun;
import org.ophiura.app.hil.ServoPlants;
import org.ophiura.app.trial.Interruption;
import org.ophiura.app.trial.Trial;
import org.ophiura.sim.CycleStatus;
import org.ophiura.sim.JointCommand;
import org.ophiura.sim.ResetSpec;
import org.ophiura.sim.hardware.emulator.Fault;
import org.ophiura.sim.hardware.robot.HardwarePlant;
import org.ophiura.sim.hardware.safety.SafetyState;
import org.ophiura.sim.hardware.safety.Stop;
import org.ophiura.sim.hardware.safety.StopReason;

/**
 * How soon the torque of all servos is off after each cause of a safe stop, by the emulated servos'
 * own registers: a controller that hangs, fails or gives NaN, a process that is asked to end, a
 * supply that breaks down, and a cable that is pulled. The robot is moving each time. Behind a
 * pulled cable no host can take the torque off: there it is told how soon the servos stop by their
 * watchdog, and that the host latches its stop.
 */
final class SafeStops {
  private static final int TIMES = 1000;

  /** Two control periods: behind a pulled cable nothing else stops a servo. */
  private static final double WATCHDOG_SECONDS = 2 * BenchRobot.PERIOD_SECONDS;

  private static final long PERIOD_NANOS = Math.round(BenchRobot.PERIOD_SECONDS * 1e9);
  private static final int LEAST_TICKS = 8;
  private static final int FURTHER_TICKS = 12;
  private static final long GIVE_UP_NANOS = 5_000_000_000L;
  private static final double BROWN_OUT_EVERY = 1.4;

  private enum Cause {
    HANG,
    EXCEPTION,
    SIGNAL,
    NAN,
    BROWN_OUT,
    PULLED_CABLE
  }

  private final Trial trial;
  private final Path folder;
  private final SplittableRandom random = new SplittableRandom(17);
  private final Map<Cause, Series> periods = new EnumMap<>(Cause.class);
  private volatile long offSince;
  private volatile long firstLook;
  private int failures;

  private SafeStops(Trial trial, Path folder) {
    this.trial = trial;
    this.folder = folder;
    for (Cause cause : Cause.values()) {
      periods.put(cause, new Series());
    }
  }

  /** Takes the number of stops over all causes. */
  public static void main(String[] arguments) throws IOException {
    int times = arguments.length > 0 ? Integer.parseInt(arguments[0]) : TIMES;
    Path folder = Files.createTempDirectory("ophiura-stops");
    try (Trial trial = BenchRobot.trial(folder, WATCHDOG_SECONDS)) {
      new SafeStops(trial, folder).run(times);
    }
  }

  private void run(int times) {
    Stopwatch watch = Stopwatch.start();
    int causes = Cause.values().length;
    int each = Math.max(1, (times + causes - 1) / causes);
    commanded(each);
    for (int i = 0; i < each; i++) {
      pulled();
    }
    brownOuts(each);
    Stopwatch.Span span = watch.stop(0);
    PrintStream out = System.out;
    out.printf(
        Locale.ROOT,
        "Ten emulated servos at 50 Hz and 1 Mbaud, moving; others kept %.2f cores busy%n%n"
            + "cause          times   until the torque is off (control periods): p50    p99    max%n",
        span.othersCores());
    Series all = new Series();
    periods.forEach(
        (cause, series) -> {
          out.printf(
              Locale.ROOT,
              "%-14s %5d %48.2f %6.2f %6.2f%n",
              cause.name().toLowerCase(Locale.ROOT).replace('_', '-'),
              series.size(),
              series.median(),
              series.quantile(0.99),
              series.quantile(1));
          series.addTo(all);
        });
    out.printf(
        Locale.ROOT,
        "%n%d stops of all causes: p99 %.2f, max %.2f control periods; not stopped, or not latched: %d%n"
            + "Behind a pulled cable the servos stop by their watchdog of %.0f ms.%n",
        all.size(),
        all.quantile(0.99),
        all.quantile(1),
        failures,
        1000 * WATCHDOG_SECONDS);
  }

  /** Looks at the servos: since when no torque is on, or they have stopped by their watchdog. */
  private void look(BenchRobot robot, long now) {
    firstLook = firstLook == 0 ? now : firstLook;
    boolean off =
        robot.servos().stream()
            .allMatch(
                servo -> servo.get("torque-enable") == 0 || servo.get("bus-watchdog") == 0xff);
    offSince = off ? (offSince == 0 ? now : offSince) : 0;
  }

  private BenchRobot robot(List<Fault> faults) {
    offSince = 0;
    firstLook = 0;
    BenchRobot[] self = new BenchRobot[1];
    self[0] = new BenchRobot(trial, folder, faults, now -> look(self[0], now));
    return self[0];
  }

  /** The causes that lie in this process. */
  private void commanded(int each) {
    try (BenchRobot robot = robot(List.of())) {
      robot.start();
      Interruption[] interruption = {new Interruption()};
      try (RobotConnection connection = open(() -> interruption[0].requested())) {
        HardwarePlant plant = connection.plant();
        JointCommand command = new JointCommand(plant.layout());
        for (int i = 0; i < each; i++) {
          for (Cause cause : List.of(Cause.HANG, Cause.EXCEPTION, Cause.SIGNAL, Cause.NAN)) {
            move(plant, command);
            long began = cause(cause, plant, command, interruption[0]);
            await(cause, began, plant);
            interruption[0] = new Interruption();
            plant.safety().reset();
          }
        }
      }
    }
  }

  private RobotConnection open(java.util.function.BooleanSupplier ended) {
    ServoPlants plants = RobotRun.servos(trial);
    return RobotConnection.open(
        plants,
        false,
        false,
        List.of(() -> ended.getAsBoolean() ? new Stop(StopReason.SIGNAL) : null));
  }

  /** Starts the robot and moves it for some ticks. */
  private void move(HardwarePlant plant, JointCommand command) {
    plant.reset(ResetSpec.ORIGIN, random);
    if (!plant.safety().active()) {
      throw new IllegalStateException("it did not start: " + plant.startProblems());
    }
    int ticks = LEAST_TICKS + random.nextInt(FURTHER_TICKS);
    for (int tick = 0; tick < ticks; tick++) {
      fill(command, 0.3 * Math.sin(0.3 * tick));
      plant.step(command);
    }
  }

  private static void fill(JointCommand command, double value) {
    for (int i = 0; i < command.size(); i++) {
      command.set(i, value);
    }
  }

  /** Brings a cause about; when it began. */
  private long cause(
      Cause cause, HardwarePlant plant, JointCommand command, Interruption interruption) {
    long began = System.nanoTime();
    switch (cause) {
      case HANG -> {
        // The controller has been asked, and does not answer: nothing is stepped.
      }
      case EXCEPTION -> plant.stop(new Stop(StopReason.CONTROLLER_EXCEPTION));
      case SIGNAL -> {
        interruption.request();
        while (plant.step(command) != CycleStatus.FAULT) {
          // The loop goes on until somebody stops it.
        }
      }
      case NAN -> {
        fill(command, Double.NaN);
        plant.step(command);
      }
      default -> throw new IllegalArgumentException(cause.toString());
    }
    return began;
  }

  private void await(Cause cause, long began, HardwarePlant plant) {
    long giveUp = System.nanoTime() + GIVE_UP_NANOS;
    while ((offSince == 0 || offSince < began || plant.safety().state() != SafetyState.SAFE_STOP)
        && System.nanoTime() < giveUp) {
      LockSupport.parkNanos(200_000);
    }
    long off = offSince;
    if (off == 0 || plant.safety().state() != SafetyState.SAFE_STOP) {
      failures++;
    } else {
      periods.get(cause).add(Math.max(0, off - began) * 1e-9 / BenchRobot.PERIOD_SECONDS);
    }
  }

  private void pulled() {
    try (BenchRobot robot = robot(List.of()).start();
        RobotConnection connection = open(() -> false)) {
      HardwarePlant plant = connection.plant();
      JointCommand command = new JointCommand(plant.layout());
      move(plant, command);
      long at = System.nanoTime() + random.nextLong(PERIOD_NANOS);
      AtomicLong dead = new AtomicLong();
      Thread hand = new Thread(() -> dead.set(pull(robot, at)), "hand");
      hand.start();
      CycleStatus status = CycleStatus.OK;
      while (status != CycleStatus.FAULT) {
        fill(command, 0.1);
        status = plant.step(command);
      }
      // The emulated servos stay powered, though their end of the line is gone: as real ones do.
      robot.lapse(WATCHDOG_SECONDS + 0.03);
      join(hand);
      await(Cause.PULLED_CABLE, dead.get(), plant);
    }
  }

  /** Pulls the cable at a moment that knows nothing of the loop; when no byte passes any more. */
  private static long pull(BenchRobot robot, long at) {
    while (System.nanoTime() < at) {
      LockSupport.parkNanos(at - System.nanoTime());
    }
    robot.pull();
    return System.nanoTime();
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted", e);
    }
  }

  private void brownOuts(int each) {
    List<Fault> faults = new ArrayList<>();
    for (int i = 1; i <= 4 * each; i++) {
      faults.add(new Fault.BrownOut(2, BROWN_OUT_EVERY * i, Optional.of(0.1)));
    }
    try (BenchRobot robot = robot(faults)) {
      robot.start();
      endure(each);
    }
  }

  private void endure(int each) {
    try (RobotConnection connection = open(() -> false)) {
      HardwarePlant plant = connection.plant();
      JointCommand command = new JointCommand(plant.layout());
      for (int i = 1; i <= each; i++) {
        long at = firstLook;
        while (at < System.nanoTime() + 600_000_000L) {
          at += Math.round(BROWN_OUT_EVERY * 1e9);
        }
        while (System.nanoTime() < at - 600_000_000L) {
          LockSupport.parkNanos(1_000_000);
        }
        plant.reset(ResetSpec.ORIGIN, random);
        if (plant.safety().active()) {
          CycleStatus status = CycleStatus.OK;
          while (status != CycleStatus.FAULT && System.nanoTime() < at + GIVE_UP_NANOS) {
            fill(command, 0.1);
            status = plant.step(command);
          }
          await(Cause.BROWN_OUT, at, plant);
        }
        plant.safety().reset();
      }
    }
  }
}
