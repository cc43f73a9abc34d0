package org.ophiura.sim.hardware.servo;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.ophiura.sim.JointCommand;
import org.ophiura.sim.hardware.dynamixel.ServoModel;
import org.ophiura.sim.hardware.emulator.EmulatedBus;
import org.ophiura.sim.hardware.emulator.EmulatedLink;
import org.ophiura.sim.hardware.emulator.EmulatedServo;
import org.ophiura.sim.hardware.emulator.Fault;
import org.ophiura.sim.hardware.emulator.FirstOrderBody;

/** A robot of emulated servos with the ids 1, 2, 3 … and its bus, on virtual time. */
final class Robot {
  static final int BAUD = 1_000_000;
  static final long PERIOD_NANOS = 20_000_000;
  static final BusSettings SETTINGS = new BusSettings(BAUD, 0, 0.003, 1, false);

  final List<ServoJoint> joints = new ArrayList<>();
  final List<EmulatedServo> servos = new ArrayList<>();
  final EmulatedBus emulated;
  final EmulatedLink link;
  final ServoReadings readings;
  final JointCommand command;

  Robot(int size, List<Fault> faults, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    FirstOrderBody body = new FirstOrderBody(size);
    for (int i = 0; i < size; i++) {
      int id = i + 1;
      servos.add(
          new EmulatedServo(ServoModel.XL330_M288, id, BAUD, 46, body.servo(i), random.split()));
      joints.add(new ServoJoint("joint" + id, id, Optional.of(calibration(i))));
    }
    emulated = new EmulatedBus(servos, body, BAUD, faults, random);
    link = new EmulatedLink(emulated);
    readings = new ServoReadings(size);
    command = new JointCommand(size);
  }

  static JointCalibration calibration(int i) {
    return new JointCalibration(i % 2 == 0 ? 1 : -1, 0.01 * i, 1, -1.5, 1.5);
  }

  ServoBus bus() {
    return bus(SETTINGS);
  }

  ServoBus bus(BusSettings settings) {
    return new ServoBus(
        link, settings, joints, joints.stream().map(joint -> ServoModel.XL330_M288).toList());
  }

  long deadline() {
    return link.nanoTime() + PERIOD_NANOS;
  }
}
