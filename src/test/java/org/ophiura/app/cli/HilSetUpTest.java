package org.ophiura.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ophiura.app.Trials;
import org.ophiura.app.config.ConfigReader;
import org.ophiura.app.hil.ServosSettings;
import org.ophiura.app.trial.TrialSettings;
import org.ophiura.sim.JointSpec;
import org.ophiura.sim.hardware.servo.JointCalibration;

/** {@code hil calibrate} and {@code hil doctor} from end to end, on emulated servos. */
@Tag("slow")
final class HilSetUpTest {
  /** What a sensor cannot tell apart, twice: in the zero and in the place itself. */
  private static final double TOLERANCE_RADIANS = 2 * 2 * Math.PI / 4096;

  /** How far the hand moves beyond the model's range: joints have some room. */
  private static final double ROOM_RADIANS = 0.1;

  @TempDir private Path folder;

  private static List<JointCalibration> calibrations(Path trial) throws IOException {
    TrialSettings settings = ConfigReader.read(trial, TrialSettings.class, List.of());
    return ((ServosSettings) settings.plant().settings())
        .joints().stream().map(joint -> joint.calibration().orElseThrow()).toList();
  }

  private static Process calibrate(Path folder, Path trial, Object... further) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("hil", "calibrate", trial.toString()));
    for (Object argument : further) {
      arguments.add(argument.toString());
    }
    return OphiuraProcess.start(List.of(), folder, arguments);
  }

  /** Does what is asked for, joint by joint, and presses Enter each time; all that was printed. */
  private static String obey(HandHeldRobot robot, Process process) throws Exception {
    StringBuilder said = new StringBuilder();
    int joint = -1;
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        BufferedWriter in = process.outputWriter(StandardCharsets.UTF_8)) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        said.append(line).append('\n');
        for (int i = 0; i < robot.size(); i++) {
          joint = line.contains(robot.joint(i).name() + ", servo") ? i : joint;
        }
        if (line.contains("Enter")) {
          if (joint >= 0) {
            robot.move(joint, place(line, robot.joint(joint)));
          }
          in.newLine();
          in.flush();
        }
      }
    }
    assertTrue(process.waitFor(OphiuraProcess.PATIENCE_SECONDS, TimeUnit.SECONDS));
    return said.toString();
  }

  private static double place(String request, JointSpec joint) {
    if (request.contains("lower end")) {
      return joint.lower() - ROOM_RADIANS;
    }
    if (request.contains("upper end")) {
      return joint.upper() + ROOM_RADIANS;
    }
    return request.contains("direction") ? joint.upper() / 2 : 0;
  }

  @Test
  void aRobotIsCalibratedAndThenTheDoctorFindsItWell() throws Exception {
    try (HandHeldRobot robot = new HandHeldRobot(folder)) {
      Path block = folder.resolve("joints.yaml");
      Process process = calibrate(folder, robot.write("bare.yaml", robot.ids()), "--out", block);
      String said = obey(robot, process);
      assertEquals(ExitCode.OK, process.exitValue(), said);
      assertTrue(said.contains("Calibration written to " + block), said);
      Path trial = robot.write("robot.yaml", Files.readString(block));
      List<JointCalibration> found = calibrations(trial);
      for (int i = 0; i < robot.size(); i++) {
        JointSpec joint = robot.joint(i);
        assertEquals(HandHeldRobot.sign(i), found.get(i).sign(), joint.name());
        assertEquals(HandHeldRobot.offset(i), found.get(i).offset(), TOLERANCE_RADIANS);
        assertEquals(joint.lower() - ROOM_RADIANS, found.get(i).lower(), TOLERANCE_RADIANS);
        assertEquals(joint.upper() + ROOM_RADIANS, found.get(i).upper(), TOLERANCE_RADIANS);
      }
      Invocation healthy = Invocation.of("hil", "doctor", trial).succeeded();
      assertTrue(healthy.out().endsWith("All is well.\n"), healthy.out());
      assertTrue(healthy.out().contains("  ok servo 19     XL430_W250 of "), healthy.out());

      robot.move(3, 1.5);
      robot.servo(4).set("return-delay-time", 250);
      Invocation ill = Invocation.of("hil", "doctor", trial);
      assertEquals(ExitCode.SET_UP, ill.code());
      assertEquals("", ill.err());
      assertEquals(2, ill.out().lines().filter(line -> line.startsWith("  ! ")).count(), ill.out());
      assertTrue(
          ill.out().contains("  !  calibration  " + robot.joint(3).name() + " reads 1."),
          ill.out());
      assertTrue(ill.out().contains("fix: write 0 to register 9"), ill.out());
      assertTrue(ill.out().endsWith("Not all is well: see the lines marked with '!'.\n"));
    }
  }

  @Test
  void oneJointIsCalibratedAgainAndTheOthersStay() throws Exception {
    try (HandHeldRobot robot = new HandHeldRobot(folder)) {
      String name = robot.joint(2).name();
      Process process = calibrate(folder, robot.write("bare.yaml", robot.ids()), "--joint", name);
      String said = obey(robot, process);
      assertEquals(ExitCode.OK, process.exitValue(), said);
      assertTrue(said.contains("Joint 1 of 1: " + name + ", servo 12"), said);
      assertTrue(said.contains("    - {joint: \"" + name + "\", id: 12, calibration: {sign: 1"));
      assertTrue(said.contains("    - {joint: \"" + robot.joint(3).name() + "\", id: 13}"), said);
    }
  }

  @Test
  void anInputThatEndsTooSoonLeavesNoFileAndLosesNothing() throws Exception {
    try (HandHeldRobot robot = new HandHeldRobot(folder)) {
      Path block = folder.resolve("joints.yaml");
      Process process = calibrate(folder, robot.write("bare.yaml", robot.ids()), "--out", block);
      try (BufferedWriter in = process.outputWriter(StandardCharsets.UTF_8)) {
        in.newLine();
      }
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertTrue(process.waitFor(OphiuraProcess.PATIENCE_SECONDS, TimeUnit.SECONDS));
      assertEquals(ExitCode.USER_MISTAKE, process.exitValue(), said);
      assertTrue(
          said.endsWith(
              "ophiura: the input ended before all joints were calibrated; nothing is written\n"),
          said);
      assertFalse(Files.exists(block));
    }
  }

  @Test
  void aFileThatExistsIsKept() throws IOException {
    Path block = Files.writeString(folder.resolve("joints.yaml"), "precious\n");
    Invocation.of("hil", "calibrate", folder.resolve("any.yaml"), "--out", block)
        .refused(folder, "FOLDER/joints.yaml exists: name another file, or replace it by --force");
    assertEquals("precious\n", Files.readString(block));
  }

  @Test
  void aTrialWithoutServosIsTold() {
    for (String command : List.of("doctor", "calibrate")) {
      Invocation run = Invocation.of("hil", command, Trials.defaultFile());
      assertEquals(ExitCode.USER_MISTAKE, run.code());
      assertTrue(run.err().contains("this needs a plant of type servos, got mujoco"), run.err());
    }
  }

  @Test
  void aPortThatIsNotThereIsTold() throws IOException {
    Path trial =
        Files.writeString(
            folder.resolve("robot.yaml"),
            "plant:\n  type: servos\n  port: /dev/ttyUSB77\n  simulation: {model: {type:"
                + " brittle-star, segments-per-arm: [1, 1, 1, 1, 1]}}\n  joints: []\n");
    Invocation doctor = Invocation.of("hil", "doctor", trial);
    assertEquals(ExitCode.SET_UP, doctor.code());
    assertTrue(
        doctor.out().contains("  !  port         there is no serial port /dev/ttyUSB77"),
        doctor.out());
    Invocation calibrate = Invocation.of("hil", "calibrate", trial, "--set", "plant.protocol=udp");
    assertEquals(ExitCode.USER_MISTAKE, calibrate.code());
    assertTrue(calibrate.err().contains("plant.protocol must be dynamixel-2"), calibrate.err());
    Invocation joints = Invocation.of("hil", "calibrate", trial);
    assertTrue(
        joints.err().contains("plant.joints must have a servo for every joint"), joints.err());
  }
}
