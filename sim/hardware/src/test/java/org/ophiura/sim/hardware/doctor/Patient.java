package org.ophiura.sim.hardware.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import org.ophiura.sim.hardware.HandMovedBody;
import org.ophiura.sim.hardware.ServoArm;
import org.ophiura.sim.hardware.dynamixel.ServoModel;
import org.ophiura.sim.hardware.emulator.EmulatedBus;
import org.ophiura.sim.hardware.emulator.EmulatedLink;
import org.ophiura.sim.hardware.emulator.EmulatedServo;
import org.ophiura.sim.hardware.emulator.Fault;
import org.ophiura.sim.hardware.link.ByteLink;
import org.ophiura.sim.hardware.safety.SafetySettings;
import org.ophiura.sim.hardware.servo.BusSettings;
import org.ophiura.sim.hardware.servo.JointCalibration;
import org.ophiura.sim.hardware.servo.ServoJoint;

/** A robot of emulated servos with the ids 1, 2, 3 … as a test makes it ill, on virtual time. */
final class Patient {
  static final int BAUD = 1_000_000;
  static final int FIRMWARE = 46;

  final List<ServoJoint> joints = new ArrayList<>();
  final List<EmulatedServo> servos = new ArrayList<>();
  final HandMovedBody body;
  final List<Fault> faults = new ArrayList<>();
  BusSettings bus = new BusSettings(BAUD, 0, 0.003, 1, false);
  SafetySettings safety = SafetySettings.DEFAULT;
  double controlPeriodSeconds = 0.02;
  double watchdogSeconds = 0.1;
  IntFunction<ByteLink> port = this::open;
  private final int size;
  private final Path root;

  Patient(int size, Path root) {
    this.size = size;
    this.root = root;
    body = new HandMovedBody(size);
    for (int i = 0; i < size; i++) {
      servos.add(
          new EmulatedServo(
              ServoModel.XL330_M288,
              i + 1,
              BAUD,
              FIRMWARE,
              body.servo(i),
              new SplittableRandom(i)));
      joints.add(new ServoJoint("joint-" + i, i + 1, Optional.of(calibration(-1.1, 1.1))));
    }
  }

  static JointCalibration calibration(double lower, double upper) {
    return new JointCalibration(1, 0, 1, lower, upper);
  }

  void calibrate(int joint, JointCalibration calibration) {
    joints.set(joint, joints.get(joint).with(calibration));
  }

  /** The same servos on a line whose host talks at some baud rate. */
  private ByteLink open(int baud) {
    return new EmulatedLink(new EmulatedBus(servos, body, baud, faults, new SplittableRandom(7)));
  }

  /** Everything that the doctor says. */
  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    ServoRobot robot =
        new ServoRobot(
            "/dev/ttyUSB0",
            bus,
            joints,
            ServoArm.layout(size),
            controlPeriodSeconds,
            watchdogSeconds,
            safety);
    boolean well = new Doctor(robot, port, root, findings::add).examine();
    if (well != findings.stream().allMatch(Finding::well)) {
      throw new AssertionError("the verdict contradicts the findings: " + findings);
    }
    return findings;
  }

  /** What is wrong, one line each, with the fix behind an arrow. */
  List<String> problems() {
    return findings().stream()
        .filter(finding -> !finding.well())
        .map(
            finding ->
                finding.subject()
                    + ": "
                    + finding.found()
                    + finding.fix().map(fix -> " -> " + fix).orElse(""))
        .toList();
  }

  /** Puts an adapter of FTDI's into a copy of the kernel's tree, as the kernel links it. */
  static void plugIn(Path root, String latencyMillis) throws IOException {
    Path serial = adapter(root, "ftdi_sio");
    Files.writeString(serial.resolve("latency_timer"), latencyMillis + "\n");
  }

  /** Puts an adapter that has no latency timer there. */
  static Path adapter(Path root, String driver) throws IOException {
    Path port = root.resolve("sys/devices/pci0000:00/0000:00:14.0/usb1/1-2/1-2:1.0/ttyUSB0");
    Path terminal = Files.createDirectories(port.resolve("tty/ttyUSB0"));
    Path drivers = Files.createDirectories(root.resolve("sys/bus/usb-serial/drivers/" + driver));
    Files.createSymbolicLink(port.resolve("driver"), port.relativize(drivers));
    Files.createSymbolicLink(terminal.resolve("device"), Path.of("../../../ttyUSB0"));
    link(root.resolve("sys/bus/usb-serial/devices/ttyUSB0"), port);
    link(root.resolve("sys/class/tty/ttyUSB0"), terminal);
    Files.createFile(Files.createDirectories(root.resolve("dev")).resolve("ttyUSB0"));
    return port;
  }

  private static void link(Path link, Path target) throws IOException {
    Path folder = Files.createDirectories(link.getParent());
    Files.createSymbolicLink(link, folder.relativize(target));
  }
}
