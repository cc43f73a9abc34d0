package org.ophiura.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import org.ophiura.app.config.ConfigReader;
import org.ophiura.app.trial.Trial;
import org.ophiura.app.trial.TrialSettings;
import org.ophiura.sim.JointSpec;
import org.ophiura.sim.hardware.dynamixel.ServoModel;
import org.ophiura.sim.hardware.emulator.EmulatedBus;
import org.ophiura.sim.hardware.emulator.EmulatedServo;
import org.ophiura.sim.hardware.emulator.EmulatorServer;
import org.ophiura.sim.hardware.emulator.RobotBody;
import org.ophiura.sim.hardware.emulator.ServoBody;
import org.ophiura.sim.hardware.link.PtyPair;
import org.ophiura.sim.hardware.link.SerialLink;

/**
 * A brittle star of ten emulated servos behind a pseudo-terminal whose joints stay where the test
 * puts them, and its trial file. Every servo is built in another way.
 */
final class HandHeldRobot implements AutoCloseable {
  private static final int BAUD = 1_000_000;

  private final Path folder;
  private final List<JointSpec> joints;
  private final Horn[] horns;
  private final List<EmulatedServo> servos = new ArrayList<>();
  private final PtyPair pair;
  private final SerialLink link;
  private final CompletableFuture<Boolean> serving;
  private volatile boolean over;

  /** Starts it; skips the calling test on a machine without socat, unless that is required. */
  HandHeldRobot(Path folder) throws IOException {
    this.folder = folder;
    pair = Socat.pair(folder);
    Path bare = write("bare.yaml", "");
    try (Trial trial = Trial.openPlant(ConfigReader.read(bare, TrialSettings.class, List.of()))) {
      joints = trial.plants().layout().joints();
    }
    horns = new Horn[joints.size()];
    for (int i = 0; i < horns.length; i++) {
      horns[i] = new Horn();
      servos.add(
          new EmulatedServo(
              ServoModel.XL430_W250, 10 + i, BAUD, 46, horns[i], new SplittableRandom(i)));
    }
    link = SerialLink.open(pair.second().toString(), BAUD);
    EmulatorServer server =
        new EmulatorServer(
            new EmulatedBus(servos, new Body(), BAUD, List.of(), new SplittableRandom(1)), link);
    serving = CompletableFuture.supplyAsync(() -> server.serve(() -> over));
  }

  /**
   * Writes a trial file. A busy machine may be slow: answers are waited for.
   *
   * @param joints the block {@code joints}; empty for none
   */
  Path write(String name, String joints) throws IOException {
    return Files.writeString(
        folder.resolve(name),
        "plant:\n  type: servos\n  port: "
            + folder.resolve("robot")
            + "\n  patience: 0.5\n  servo-watchdog: 1\n"
            + "  simulation:\n"
            + "    model: {type: brittle-star, segments-per-arm: [1, 1, 1, 1, 1]}\n"
            + joints);
  }

  /** The block {@code joints} as somebody writes it who knows the ids alone. */
  String ids() {
    StringBuilder text = new StringBuilder("  joints:\n");
    for (int i = 0; i < joints.size(); i++) {
      text.append("    - {joint: " + joints.get(i).name() + ", id: " + (10 + i) + "}\n");
    }
    return text.toString();
  }

  JointSpec joint(int index) {
    return joints.get(index);
  }

  int size() {
    return joints.size();
  }

  EmulatedServo servo(int index) {
    return servos.get(index);
  }

  /** The direction in which a servo is built in. */
  static int sign(int index) {
    return index % 3 == 0 ? -1 : 1;
  }

  /** The angle of a joint where its servo is in the middle of its turn. */
  static double offset(int index) {
    return 0.05 * index - 0.2;
  }

  /** Puts a joint somewhere (rad). */
  void move(int index, double angle) {
    horns[index].position = sign(index) * (angle - offset(index));
  }

  @Override
  public void close() {
    over = true;
    serving.join();
    link.close();
    pair.close();
  }

  private final class Body implements RobotBody {
    @Override
    public int size() {
      return horns.length;
    }

    @Override
    public ServoBody servo(int index) {
      return horns[index];
    }

    @Override
    public void advanceTo(long nanos) {}
  }

  private static final class Horn implements ServoBody {
    private volatile double position;

    @Override
    public double position() {
      return position;
    }

    @Override
    public double velocity() {
      return 0;
    }

    @Override
    public double effort() {
      return 0;
    }

    @Override
    public void drive(double goal, boolean torque) {}

    @Override
    public void jam(boolean jammed) {}
  }
}
