package org.ophiura.sim.hardware.emulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.ophiura.sim.hardware.dynamixel.Address;
import org.ophiura.sim.hardware.dynamixel.FastReadAnswers;
import org.ophiura.sim.hardware.dynamixel.Instruction;
import org.ophiura.sim.hardware.dynamixel.PacketReader;
import org.ophiura.sim.hardware.dynamixel.PacketWriter;
import org.ophiura.sim.hardware.dynamixel.ServoModel;
import org.ophiura.sim.hardware.dynamixel.StatusError;
import org.ophiura.sim.plugin.SettingException;

/** Bytes in, time in, bytes out. */
final class EmulatedServosTest {
  private static final HexFormat HEX = HexFormat.ofDelimiter(" ").withUpperCase();
  private static final int BAUD = 1_000_000;
  private static final long BYTE_NANOS = 10_000;
  private static final long MILLISECOND = 1_000_000;
  private static final long SECOND = 1_000_000_000;

  /** One position of the servo, rad: rounding both ways takes at most that. */
  private static final double TICK = 2 * Math.PI / 4096;

  private final PacketWriter writer = new PacketWriter(256);
  private final PacketReader reader = new PacketReader(256);
  private EmulatedBus bus;
  private long now;

  private List<EmulatedServo> connect(ServoModel model, List<Fault> faults, int... ids) {
    FirstOrderBody body = new FirstOrderBody(ids.length);
    List<EmulatedServo> servos = new ArrayList<>();
    for (int i = 0; i < ids.length; i++) {
      servos.add(
          new EmulatedServo(model, ids[i], BAUD, 46, body.servo(i), new SplittableRandom(5)));
    }
    bus = new EmulatedBus(servos, body, BAUD, faults, new SplittableRandom(7));
    bus.advanceTo(now);
    return servos;
  }

  private List<EmulatedServo> connect(int... ids) {
    return connect(ServoModel.XL330_M288, List.of(), ids);
  }

  /** Sends what the writer holds and lets so much time pass that all answers are there. */
  private String answers() {
    bus.receive(writer.bytes(), 0, writer.size(), now);
    sleep(10 * MILLISECOND);
    byte[] bytes = new byte[256];
    int count = bus.transmit(bytes, 0, bytes.length, now);
    reader.clear();
    reader.offer(bytes, 0, count);
    return HEX.formatHex(bytes, 0, count);
  }

  private void sleep(long nanos) {
    now += nanos;
    bus.advanceTo(now);
  }

  private StatusError write(int id, int address, int value, int bytes) {
    writer.write(id, address, value, bytes);
    answers();
    assertTrue(reader.next(), "a write is answered");
    return StatusError.of(reader.error());
  }

  private int read(int id, int address, int bytes) {
    writer.read(id, address, bytes);
    answers();
    assertTrue(reader.next(), "a read is answered");
    assertEquals(bytes, reader.parameterCount(), "the register is read");
    return switch (bytes) {
      case 1 -> reader.unsignedByte(0);
      case 2 -> reader.unsignedShort(0);
      default -> reader.integer(0);
    };
  }

  @Test
  void answersAreThoseOfThePublishedExamples() {
    EmulatedServo first = connect(1, 2).get(0);
    // The examples are of another model with another firmware; all else is the same.
    first.set("model-number", 1030);
    first.set("firmware-version", 38);
    first.set("homing-offset", 166 - 2048);
    writer.ping(1);
    assertEquals("FF FF FD 00 01 07 00 55 00 06 04 26 65 5D", answers());
    writer.read(1, Address.PRESENT_POSITION, 4);
    assertEquals("FF FF FD 00 01 08 00 55 00 A6 00 00 00 8C C0", answers());
    writer.write(1, Address.GOAL_POSITION, 512, 4);
    assertEquals("FF FF FD 00 01 04 00 55 00 A1 0C", answers());
  }

  @Test
  void pingsAreAnsweredWithModelAndFirmware() {
    connect(3, 1);
    writer.ping(3);
    answers();
    assertTrue(reader.next());
    assertEquals(3, reader.id());
    assertEquals(1200, reader.unsignedShort(0));
    assertEquals(46, reader.unsignedByte(2));
    writer.ping(PacketWriter.BROADCAST);
    answers();
    assertTrue(reader.next() && reader.id() == 3);
    assertTrue(reader.next() && reader.id() == 1);
    assertFalse(reader.next());
  }

  @Test
  void bytesTakeTheTimeOfTheBaudRateAndTheReturnDelay() {
    EmulatedServo servo = connect(1).get(0);
    servo.set("return-delay-time", 250);
    writer.ping(1);
    bus.receive(writer.bytes(), 0, writer.size(), now);
    long first = 10 * BYTE_NANOS + 500_000 + BYTE_NANOS;
    assertEquals(first, bus.nextByteNanos());
    byte[] bytes = new byte[64];
    assertEquals(0, bus.transmit(bytes, 0, 64, first - 1));
    assertEquals(1, bus.transmit(bytes, 0, 64, first));
    assertEquals(13, bus.transmit(bytes, 0, 64, first + 13 * BYTE_NANOS));
  }

  @Test
  void wrongWritesAreRefusedEachWithItsError() {
    connect(1);
    assertEquals(StatusError.DATA_RANGE, write(1, Address.TORQUE_ENABLE, 2, 1));
    assertEquals(StatusError.DATA_LENGTH, write(1, Address.GOAL_POSITION, 0, 2));
    assertEquals(StatusError.DATA_LIMIT, write(1, Address.GOAL_POSITION, 5000, 4));
    assertEquals(StatusError.ACCESS, write(1, Address.PRESENT_POSITION, 0, 4));
    assertEquals(StatusError.ACCESS, write(1, 200 + 100, 0, 1));
    assertEquals(StatusError.NONE, write(1, Address.TORQUE_ENABLE, 1, 1));
    assertEquals(StatusError.ACCESS, write(1, Address.RETURN_DELAY_TIME, 0, 1));
    writer.begin(1, Instruction.ACTION).end();
    answers();
    assertTrue(reader.next());
    assertEquals(StatusError.INSTRUCTION, StatusError.of(reader.error()));
  }

  @Test
  void aDamagedPacketIsRefusedAndChangesNothing() {
    EmulatedServo servo = connect(1).get(0);
    writer.write(1, Address.GOAL_POSITION, 3000, 4);
    writer.bytes()[10] ^= 1;
    answers();
    assertTrue(reader.next());
    assertEquals(StatusError.CRC, StatusError.of(reader.error()));
    assertEquals(2048, servo.get("goal-position"));
  }

  @Test
  void anUnknownInstructionIsRefused() {
    connect(1);
    writer.begin(1, Instruction.CONTROL_TABLE_BACKUP).end();
    answers();
    assertTrue(reader.next());
    assertEquals(StatusError.INSTRUCTION, StatusError.of(reader.error()));
  }

  @Test
  void aNotedWriteIsCarriedOutByTheAction() {
    EmulatedServo servo = connect(1).get(0);
    writer.begin(1, Instruction.REG_WRITE).put(Address.GOAL_POSITION, 2).put(3000, 4).end();
    answers();
    assertEquals(2048, servo.get("goal-position"));
    assertEquals(1, servo.get("registered-instruction"));
    writer.begin(1, Instruction.ACTION).end();
    answers();
    assertEquals(3000, servo.get("goal-position"));
    assertEquals(0, servo.get("registered-instruction"));
  }

  @Test
  void syncAndFastSyncReadsSayTheSame() {
    List<EmulatedServo> servos = connect(3, 7, 4);
    writer.beginSyncWrite(Address.TORQUE_ENABLE, 1);
    for (int id : new int[] {3, 7, 4}) {
      writer.put(id).put(1);
    }
    writer.end();
    assertEquals("", answers(), "nobody answers a sync write");
    write(7, Address.GOAL_POSITION, 1000, 4);
    sleep(SECOND);
    int[] positions = new int[3];
    writer.beginSyncRead(Address.PRESENT_POSITION, 4).put(3).put(7).put(4).end();
    answers();
    for (int i = 0; i < 3; i++) {
      assertTrue(reader.next());
      assertEquals(servos.get(i).id(), reader.id());
      positions[i] = reader.integer(0);
    }
    assertEquals(1000, positions[1]);
    writer.beginFastSyncRead(Address.PRESENT_POSITION, 4).put(3).put(7).put(4).end();
    answers();
    assertTrue(reader.next());
    FastReadAnswers fast = new FastReadAnswers(reader);
    assertTrue(fast.view(3, 4));
    for (int i = 0; i < 3; i++) {
      assertEquals(servos.get(i).id(), fast.id(i));
      assertEquals(positions[i], reader.integer(fast.dataIndex(i)));
    }
    servos.get(2).troubles().missing = true;
    writer.beginFastSyncRead(Address.PRESENT_POSITION, 4).put(3).put(7).put(4).end();
    answers();
    assertFalse(reader.next(), "the common answer is not whole");
  }

  @Test
  void bulkReadsAndWritesReachEachServoAtItsOwnRegister() {
    List<EmulatedServo> servos = connect(1, 2);
    writer
        .begin(PacketWriter.BROADCAST, Instruction.BULK_WRITE)
        .put(1)
        .put(Address.GOAL_POSITION, 2)
        .put(4, 2)
        .put(1500, 4)
        .put(2)
        .put(65, 2)
        .put(1, 2)
        .put(1)
        .end();
    assertEquals("", answers());
    assertEquals(1500, servos.get(0).get("goal-position"));
    assertEquals(1, servos.get(1).get("led"));
    writer
        .begin(PacketWriter.BROADCAST, Instruction.BULK_READ)
        .put(1)
        .put(144, 2)
        .put(2, 2)
        .put(2)
        .put(146, 2)
        .put(1, 2)
        .end();
    answers();
    assertTrue(reader.next());
    assertEquals(50, reader.unsignedShort(0));
    assertTrue(reader.next());
    assertEquals(30, reader.unsignedByte(0));
  }

  @Test
  void indirectDataStandForWhatTheirAddressesName() {
    EmulatedServo servo = connect(1).get(0);
    for (int i = 0; i < 4; i++) {
      assertEquals(StatusError.NONE, write(1, 168 + 2 * i, Address.GOAL_POSITION + i, 2));
    }
    assertEquals(StatusError.NONE, write(1, 208, 1234, 4));
    assertEquals(1234, servo.get("goal-position"));
    assertEquals(1234, read(1, 208, 4));
  }

  @Test
  void theWatchdogStopsTheServoLocksItsGoalsAndIsClearedByZero() {
    connect(1);
    write(1, Address.TORQUE_ENABLE, 1, 1);
    write(1, Address.GOAL_POSITION, 4000, 4);
    assertEquals(StatusError.NONE, write(1, Address.BUS_WATCHDOG, 5, 1));
    // The pause is measured from the packet's last byte, some 0.1 ms after now was.
    sleep(88 * MILLISECOND);
    double moving = bus.servos().get(0).get("present-position");
    assertEquals(5, bus.servos().get(0).get("bus-watchdog"), "not before 100 ms");
    sleep(5 * MILLISECOND);
    int stopped = bus.servos().get(0).get("present-position");
    assertEquals(255, bus.servos().get(0).get("bus-watchdog"));
    assertTrue(stopped > moving && stopped < 4000, "it was on its way");
    sleep(SECOND);
    // It holds the position of the moment in which the watchdog expired, rounded.
    assertEquals(stopped, read(1, Address.PRESENT_POSITION, 4), 1);
    assertEquals(255, read(1, Address.BUS_WATCHDOG, 1));
    assertEquals(StatusError.DATA_RANGE, write(1, Address.GOAL_POSITION, 4000, 4));
    assertEquals(StatusError.DATA_RANGE, write(1, Address.BUS_WATCHDOG, 5, 1));
    assertEquals(StatusError.NONE, write(1, Address.BUS_WATCHDOG, 0, 1));
    assertEquals(StatusError.NONE, write(1, Address.GOAL_POSITION, 4000, 4));
    sleep(SECOND);
    assertEquals(4000, read(1, Address.PRESENT_POSITION, 4));
  }

  @Test
  void instructionsInTimeKeepTheWatchdogQuiet() {
    connect(1);
    write(1, Address.TORQUE_ENABLE, 1, 1);
    write(1, Address.BUS_WATCHDOG, 2, 1);
    for (int i = 0; i < 50; i++) {
      sleep(20 * MILLISECOND);
      assertEquals(2, read(1, Address.BUS_WATCHDOG, 1));
    }
  }

  @Test
  void anOverheatedServoAlertsTakesItsTorqueOffAndWantsAReboot() {
    connect(ServoModel.XL430_W250, List.of(new Fault.Overheat(90, 2, 0.5, Optional.of(0.1))), 1, 2);
    write(1, Address.TORQUE_ENABLE, 1, 1);
    write(2, Address.TORQUE_ENABLE, 1, 1);
    sleep(SECOND / 2 + 50 * MILLISECOND);
    assertEquals(0, read(2, Address.TORQUE_ENABLE, 1));
    assertEquals(StatusError.ALERT, reader.error());
    assertEquals(1, read(1, Address.TORQUE_ENABLE, 1));
    assertEquals(0, reader.error());
    sleep(SECOND);
    assertEquals(4, read(2, Address.HARDWARE_ERROR_STATUS, 1));
    assertEquals(StatusError.RESULT_FAIL, write(2, Address.TORQUE_ENABLE, 1, 1));
    writer.reboot(2);
    answers();
    writer.ping(2);
    assertEquals("", answers(), "it restarts");
    sleep(SECOND);
    assertEquals(StatusError.NONE, write(2, Address.TORQUE_ENABLE, 1, 1));
    assertEquals(0, reader.error());
  }

  @Test
  void aBrownOutSwitchesServosOffAndLeavesThemWithoutTorque() {
    connect(ServoModel.XL330_M288, List.of(new Fault.BrownOut(1, 1, Optional.of(0.2))), 1);
    write(1, Address.TORQUE_ENABLE, 1, 1);
    sleep(SECOND);
    writer.ping(1);
    assertEquals("", answers());
    sleep(SECOND / 5);
    writer.ping(1);
    assertEquals("", answers(), "it restarts");
    sleep(SECOND);
    assertEquals(0, read(1, Address.TORQUE_ENABLE, 1));
  }

  @Test
  void aLowVoltageThatIsNoBrownOutIsAHardwareError() {
    connect(ServoModel.XL330_M288, List.of(new Fault.BrownOut(3, 1, Optional.empty())), 1);
    sleep(2 * SECOND);
    assertEquals(1, read(1, Address.HARDWARE_ERROR_STATUS, 1));
    assertEquals(30, read(1, Address.PRESENT_INPUT_VOLTAGE, 2));
  }

  @Test
  void aStuckServoIsOverloadedAfterAWhile() {
    connect(ServoModel.XL330_M288, List.of(new Fault.Stuck(1, 0, Optional.empty())), 1);
    write(1, Address.TORQUE_ENABLE, 1, 1);
    write(1, Address.GOAL_POSITION, 4000, 4);
    for (int i = 0; i < 100; i++) {
      sleep(30 * MILLISECOND);
    }
    assertEquals(2048, read(1, Address.PRESENT_POSITION, 4));
    assertEquals(32, read(1, Address.HARDWARE_ERROR_STATUS, 1));
    assertEquals(0, read(1, Address.TORQUE_ENABLE, 1));
  }

  @Test
  void backlashLeavesHalfOfItOnEitherSide() {
    double width = 0.1;
    connect(
        ServoModel.XL330_M288,
        List.of(new Fault.Backlash(width, Optional.empty(), 0, Optional.empty())),
        1);
    write(1, Address.TORQUE_ENABLE, 1, 1);
    write(1, Address.GOAL_POSITION, 3000, 4);
    sleep(2 * SECOND);
    int above = read(1, Address.PRESENT_POSITION, 4);
    write(1, Address.GOAL_POSITION, 1000, 4);
    sleep(2 * SECOND);
    int below = read(1, Address.PRESENT_POSITION, 4);
    assertEquals(3000 - width / 2 / TICK, above, 1);
    assertEquals(1000 + width / 2 / TICK, below, 1);
  }

  @Test
  void servosWithOneIdGarbleEachOther() {
    connect(1, 1, 2);
    writer.ping(1);
    assertFalse(answers().isEmpty(), "bytes come");
    assertFalse(reader.next(), "but no packet");
    writer.ping(2);
    answers();
    assertTrue(reader.next());
  }

  @Test
  void aServoWithAnotherBaudRateHearsNothing() {
    EmulatedServo servo = connect(1).get(0);
    servo.set("baud-rate", 1);
    writer.ping(1);
    assertEquals("", answers());
  }

  @Test
  void latencyMakesAnswersLateButNotSlow() {
    connect(ServoModel.XL330_M288, List.of(new Fault.Latency(0.002, 0, 0, Optional.empty())), 1, 2);
    writer.beginSyncRead(Address.PRESENT_POSITION, 4).put(1).put(2).end();
    bus.receive(writer.bytes(), 0, writer.size(), now);
    long asked = writer.size() * BYTE_NANOS;
    assertEquals(asked + BYTE_NANOS + 2 * MILLISECOND, bus.nextByteNanos());
    byte[] bytes = new byte[64];
    int all = 2 * 15;
    assertEquals(all, bus.transmit(bytes, 0, 64, asked + all * BYTE_NANOS + 2 * MILLISECOND));
  }

  @Test
  void aHalfPacketIsForgottenAfterAPause() {
    connect(1);
    writer.ping(1);
    bus.receive(writer.bytes(), 0, 5, now);
    sleep(2 * MILLISECOND);
    assertFalse(answers().isEmpty(), "the whole packet behind the pause is heard");
  }

  @Test
  void aFaultOfAServoThatIsNotThereIsToldBeforeItStarts() {
    SettingException told =
        assertThrows(
            SettingException.class,
            () ->
                connect(
                    ServoModel.XL330_M288,
                    List.of(new Fault.DropBytes(0.1, 0, Optional.empty()), new Fault.Reboot(9, 1)),
                    1,
                    2));
    assertEquals(
        "faults[1].servo must be the id of a servo, one of 1, 2; got 9", told.getMessage());
  }
}
