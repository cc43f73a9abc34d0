package org.ophiura.sim.hardware.robot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.ophiura.sim.RobotLayout;
import org.ophiura.sim.hardware.ServoArm;
import org.ophiura.sim.hardware.dynamixel.ServoModel;
import org.ophiura.sim.hardware.emulator.EmulatedBus;
import org.ophiura.sim.hardware.emulator.EmulatedLink;
import org.ophiura.sim.hardware.emulator.EmulatedServo;
import org.ophiura.sim.hardware.emulator.Fault;
import org.ophiura.sim.hardware.emulator.FirstOrderBody;
import org.ophiura.sim.hardware.servo.BusSettings;
import org.ophiura.sim.hardware.servo.JointCalibration;
import org.ophiura.sim.hardware.servo.ServoBus;
import org.ophiura.sim.hardware.servo.ServoJoint;
import org.ophiura.sim.hardware.source.StateSource;
import org.ophiura.sim.hardware.timing.LoopClock;

/** An arm of emulated servos behind the real bus, byte by byte, on virtual time. */
final class EmulatedRobot {
  private static final int BAUD = 1_000_000;

  final RobotLayout layout;
  final List<EmulatedServo> servos = new ArrayList<>();
  final EmulatedLink link;
  final ServoBusLink bus;
  private final ServoBus servoBus;
  final LoopClock clock;

  /** Makes an arm whose servos are listed from the last joint to the first. */
  EmulatedRobot(int joints, List<Fault> faults, long seed) {
    layout = ServoArm.layout(joints);
    SplittableRandom random = new SplittableRandom(seed);
    FirstOrderBody body = new FirstOrderBody(joints);
    List<ServoJoint> listed = new ArrayList<>();
    for (int i = 0; i < joints; i++) {
      servos.add(
          new EmulatedServo(
              ServoModel.XL330_M288, 10 + i, BAUD, 46, body.servo(i), random.split()));
      listed.add(
          new ServoJoint(
              "joint-" + (joints - 1 - i),
              10 + i,
              Optional.of(new JointCalibration(i % 2 == 0 ? 1 : -1, 0, 1, -1.2, 1.2))));
    }
    link = new EmulatedLink(new EmulatedBus(servos, body, BAUD, faults, random));
    servoBus =
        new ServoBus(
            link,
            new BusSettings(BAUD, 0, 0.003, 1, false),
            listed,
            listed.stream().map(joint -> ServoModel.XL330_M288).toList());
    bus = link(listed, layout);
    clock =
        new LoopClock() {
          @Override
          public long nanos() {
            return link.nanoTime();
          }

          @Override
          public void sleepUntil(long nanos) {
            link.sleepUntil(nanos);
          }
        };
  }

  /** Its bus behind another robot. */
  ServoBusLink link(List<ServoJoint> joints, RobotLayout robot) {
    return new ServoBusLink(link, servoBus, joints, robot);
  }

  HardwarePlant plant(RobotSettings settings) {
    return new HardwarePlant(
        new HardwareParts(
            bus, layout, settings, actuator -> true, StateSource.NONE, List.of(), clock));
  }

  /** How many servos have their torque on. */
  long torqueOn() {
    return servos.stream().filter(servo -> servo.get("torque-enable") == 1).count();
  }
}
