package org.ophiura.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
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
 * A brittle star of ten emulated servos behind a pseudo-terminal, moved by MuJoCo on a thread of
 * the test's own process, and its trial file. Its times are far longer than a robot's, so that a
 * busy machine changes no outcome.
 */
final class EmulatedStar implements AutoCloseable {
  /** What register 98 reads then: -1. */
  private static final int WATCHDOG_EXPIRED = 0xff;

  private final Path trialFile;
  private final PtyPair pair;
  private final Trial trial;
  private final RobotEmulator robot;
  private final SerialLink link;
  private final CompletableFuture<Boolean> serving;
  private volatile boolean asked;

  /** Starts it; skips the calling test on a machine without socat, unless that is required. */
  EmulatedStar(Path folder, List<Fault> faults, String... changes) throws IOException {
    trialFile = trialFile(folder);
    pair = Socat.pair(folder);
    TrialSettings settings = ConfigReader.read(trialFile, TrialSettings.class, List.of(changes));
    trial = Trial.open(settings);
    robot = new RobotEmulator(trial, ServoModel.XL430_W250, faults, 1);
    link = SerialLink.open(pair.second().toString(), 1_000_000);
    serving = CompletableFuture.supplyAsync(() -> robot.serve(link, () -> asked));
  }

  /** Writes the trial of such a star, whose servos need not be there. */
  static Path trialFile(Path folder) throws IOException {
    return trialFile(folder, "port: " + folder.resolve("robot"));
  }

  /** The same, behind another link. */
  static Path trialFile(Path folder, String link) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add("name: star");
    lines.add("plant:");
    lines.add("  type: servos");
    lines.add("  " + link);
    lines.add("  patience: 0.05");
    lines.add("  servo-watchdog: 1");
    lines.add("  safety: {command-timeout: 5, controller-timeout: 100, overload-time: 60}");
    lines.add("  simulation:");
    lines.add(
        "    model: {type: brittle-star, segments-per-arm: [1, 1, 1, 1, 1], radius-to-strength-factor: 1000}");
    lines.add("    physics-timestep: 0.004");
    lines.add("  joints:");
    for (int arm = 0; arm < 5; arm++) {
      for (int plane = 0; plane < 2; plane++) {
        // Built in every way that there is: turned around, off the middle, in any order.
        lines.add(
            String.format(
                Locale.ROOT,
                "  - {joint: BrittleStarMorphology/arm_%d_segment_0_%s_joint, id: %d,"
                    + " calibration: {sign: %d, offset: %.1f, lower: -0.8, upper: 0.8}}",
                4 - arm,
                plane == 0 ? "in_plane" : "out_of_plane",
                10 + 2 * arm + plane,
                arm % 2 == 0 ? 1 : -1,
                0.1 * arm));
      }
    }
    lines.add("task:");
    lines.add("  type: directed-locomotion");
    lines.add("  time-limit: 2");
    lines.add("  target: {type: on-circle, distance: 0.5}");
    lines.add("controller:");
    lines.add("  type: leading-arm");
    lines.add("  policy: {type: follow-target}");
    return Files.write(folder.resolve("star.yaml"), lines);
  }

  Path trial() {
    return trialFile;
  }

  /** The bus watchdogs of all servos have expired, as behind a host that was silent. */
  void expireWatchdogs() {
    robot.bus().servos().forEach(servo -> servo.set("bus-watchdog", WATCHDOG_EXPIRED));
  }

  /** Pulls the cable. */
  void pull() {
    pair.close();
  }

  /** Ends the emulation; how many servos had their torque on then. */
  long endWithTorqueOn() {
    asked = true;
    serving.join();
    return robot.bus().servos().stream().filter(EmulatedStar::hasTorque).count();
  }

  private static boolean hasTorque(EmulatedServo servo) {
    return servo.get("torque-enable") == 1;
  }

  /** How many servos have stopped by themselves, because nobody talks to them. */
  long stoppedByWatchdog() {
    return robot.bus().servos().stream()
        .filter(servo -> servo.get("bus-watchdog") == WATCHDOG_EXPIRED)
        .count();
  }

  int servos() {
    return robot.bus().servos().size();
  }

  /** Instructions that have arrived. */
  long instructions() {
    return robot.bus().instructions();
  }

  @Override
  public void close() {
    asked = true;
    serving.join();
    link.close();
    pair.close();
    robot.close();
    trial.close();
  }
}
