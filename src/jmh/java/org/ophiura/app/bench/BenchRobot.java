package org.ophiura.app.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.ophiura.app.config.ConfigReader;
import org.ophiura.app.hil.RobotEmulator;
import org.ophiura.app.trial.Trial;
import org.ophiura.app.trial.TrialSettings;
import org.ophiura.sim.hardware.dynamixel.ServoModel;
import org.ophiura.sim.hardware.emulator.EmulatedServo;
import org.ophiura.sim.hardware.emulator.Fault;
import org.ophiura.sim.hardware.link.PtyPair;
import org.ophiura.sim.hardware.link.SerialLink;

/**
 * A brittle star of ten emulated servos behind a pseudo-terminal, at 50 Hz and 1 Mbaud, with a
 * thread of its own that looks at it after each exchange, at least once a millisecond.
 */
final class BenchRobot implements AutoCloseable {
  static final double PERIOD_SECONDS = 0.02;

  private static final long LAPSE_NANOS = 100_000;

  private final PtyPair pair;
  private final RobotEmulator robot;
  private final SerialLink link;
  private final Thread thread;
  private final LongConsumer look;
  private volatile boolean asked;

  /** Starts it; {@code look} hears the time whenever it is looked at. */
  BenchRobot(Trial trial, Path folder, List<Fault> faults, LongConsumer look) {
    this.look = look;
    pair = PtyPair.open(folder.resolve("robot"), folder.resolve("servos"));
    robot = new RobotEmulator(trial, ServoModel.XL430_W250, faults, 1);
    link = SerialLink.open(pair.second().toString(), 1_000_000);
    thread =
        new Thread(
            () ->
                robot.serve(
                    link,
                    () -> {
                      look.accept(System.nanoTime());
                      return asked;
                    }),
            "bench-robot");
  }

  BenchRobot start() {
    thread.start();
    return this;
  }

  List<EmulatedServo> servos() {
    return robot.bus().servos();
  }

  long instructions() {
    return robot.bus().instructions();
  }

  /** Pulls the cable. */
  void pull() {
    pair.close();
  }

  /**
   * After the cable was pulled: lets time pass for the servos, which have their power still, as
   * fast as it can.
   */
  void lapse(double seconds) {
    join();
    long now = System.nanoTime();
    long end = now + Math.round(seconds * 1e9);
    while (now < end) {
      now += LAPSE_NANOS;
      robot.bus().advanceTo(now);
      look.accept(now);
    }
  }

  private void join() {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Its trial, in a file, with servos that stop by themselves after such a silence. */
  static Path trialFile(Path folder, double watchdogSeconds) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add("name: star");
    lines.add("plant:");
    lines.add("  type: servos");
    lines.add("  port: " + folder.resolve("robot"));
    lines.add("  servo-watchdog: " + watchdogSeconds);
    lines.add("  state: {type: none}");
    lines.add("  simulation:");
    lines.add(
        "    model: {type: brittle-star, segments-per-arm: [1, 1, 1, 1, 1], radius-to-strength-factor: 1000}");
    lines.add("    physics-timestep: 0.004");
    lines.add("    physics-steps-per-control-step: 5");
    lines.add("  joints:");
    for (int i = 0; i < 10; i++) {
      lines.add(
          "  - {joint: BrittleStarMorphology/arm_"
              + i / 2
              + "_segment_0_"
              + (i % 2 == 0 ? "in_plane" : "out_of_plane")
              + "_joint, id: "
              + (i + 1)
              + ", calibration: {lower: -0.8, upper: 0.8}}");
    }
    lines.add("task: {type: undirected-locomotion, time-limit: 600}");
    lines.add("controller: {type: leading-arm, policy: {type: fixed-arm, arm: 1}}");
    return Files.write(folder.resolve("star.yaml"), lines);
  }

  static Trial trial(Path folder, double watchdogSeconds) throws IOException {
    Path file = trialFile(folder, watchdogSeconds);
    return Trial.open(ConfigReader.read(file, TrialSettings.class, List.of()));
  }

  @Override
  public void close() {
    asked = true;
    join();
    link.close();
    pair.close();
    robot.close();
  }
}
