package org.ophiura.sim.hardware.emulator;

import org.jspecify.annotations.Nullable;
import org.ophiura.sim.hardware.dynamixel.Crc16;
import org.ophiura.sim.hardware.dynamixel.Instruction;
import org.ophiura.sim.hardware.dynamixel.PacketReader;
import org.ophiura.sim.hardware.dynamixel.PacketWriter;
import org.ophiura.sim.hardware.dynamixel.StatusError;

/**
 * What the servos of one line answer, and when: each after its return delay, one behind the other,
 * and two of the same id on top of each other.
 */
final class Answers {
  private static final int LARGEST_DATA = 1024;
  private static final long RETURN_DELAY_UNIT_NANOS = 2_000;
  private static final int[] CLEAR_KEY = {1, 0x44, 0x58, 0x4c, 0x22};

  private final AnswerQueue queue;
  private final LineFaults faults;
  private final double byteNanos;
  private final PacketWriter writer = new PacketWriter(2 * LARGEST_DATA);
  private final byte[] data = new byte[LARGEST_DATA];
  private final byte[] fast = new byte[LARGEST_DATA + 16];
  private double lineNanos;
  private double slotNanos;
  private long slotPosition;
  private boolean slotTaken;
  private long lastDueNanos;
  private int crc;

  Answers(AnswerQueue queue, LineFaults faults, double byteNanos) {
    this.queue = queue;
    this.faults = faults;
    this.byteNanos = byteNanos;
  }

  /** An instruction arrived: its answers come after that. */
  void begin(long arrivalNanos) {
    lineNanos = arrivalNanos;
    nextSlot();
  }

  /** The next answer follows those before; answers of one slot collide. */
  void nextSlot() {
    slotNanos = lineNanos;
    slotTaken = false;
  }

  /** Nobody takes the slot: it passes all the same. */
  void waitForMissing(int length) {
    lineNanos += (PacketWriter.OVERHEAD + 1 + length) * byteNanos;
  }

  void answer(
      EmulatedServo servo, @Nullable Instruction instruction, PacketReader packet, boolean toAll) {
    if (instruction == null) {
      status(servo, StatusError.INSTRUCTION, toAll);
      return;
    }
    switch (instruction) {
      case PING -> {
        writer
            .beginStatus(servo.id(), servo.alert())
            .put(servo.get(servo.known().modelNumber), 2)
            .put(servo.get(servo.known().firmwareVersion))
            .end();
        send(servo);
      }
      case READ -> {
        if (packet.parameterCount() != 4) {
          status(servo, StatusError.DATA_LENGTH, toAll);
        } else if (!toAll) {
          read(servo, packet.unsignedShort(0), packet.unsignedShort(2));
        }
      }
      case WRITE -> {
        int length = packet.parameterCount() - 2;
        status(
            servo,
            length < 1
                ? StatusError.DATA_LENGTH
                : servo.write(packet.unsignedShort(0), packet.parameters(), 2, length),
            toAll);
      }
      case REG_WRITE ->
          status(servo, servo.note(packet.parameters(), packet.parameterCount()), toAll);
      case ACTION -> status(servo, servo.act(), toAll);
      case FACTORY_RESET -> {
        int option = packet.parameterCount() == 1 ? packet.unsignedByte(0) : 0;
        boolean known = option == 1 || option == 2 || (option == 0xff && !toAll);
        status(servo, known ? StatusError.NONE : StatusError.DATA_RANGE, toAll);
        if (known) {
          servo.factoryReset(option);
        }
      }
      case REBOOT -> {
        status(servo, StatusError.NONE, toAll);
        servo.reboot();
      }
      case CLEAR -> status(servo, clear(packet), toAll);
      default -> status(servo, StatusError.INSTRUCTION, toAll);
    }
  }

  /** Whole turns are not kept here, so there is nothing to forget. */
  private static StatusError clear(PacketReader packet) {
    for (int i = 0; i < CLEAR_KEY.length; i++) {
      if (packet.parameterCount() != CLEAR_KEY.length || packet.unsignedByte(i) != CLEAR_KEY[i]) {
        return StatusError.DATA_RANGE;
      }
    }
    return StatusError.NONE;
  }

  private void status(EmulatedServo servo, StatusError error, boolean toAll) {
    if (!toAll && servo.get(servo.known().statusReturnLevel) == 2) {
      writer.beginStatus(servo.id(), error.code() | servo.alert()).end();
      send(servo);
    }
  }

  /** Answers a packet with a wrong check sum. */
  void complain(EmulatedServo servo) {
    status(servo, StatusError.CRC, false);
  }

  /** Answers a read. */
  void read(EmulatedServo servo, int address, int length) {
    if (servo.get(servo.known().statusReturnLevel) == 0) {
      return;
    }
    StatusError error =
        length <= LARGEST_DATA ? servo.read(address, length, data, 0) : StatusError.ACCESS;
    writer.beginStatus(servo.id(), error.code() | servo.alert());
    if (error == StatusError.NONE) {
      writer.put(data, 0, length);
    }
    writer.end();
    send(servo);
  }

  /** Starts the common answer to a fast read. */
  void beginFast(int servos, int length) {
    int size = servos * (2 + length + 2) + 1;
    fast[0] = (byte) 0xff;
    fast[1] = (byte) 0xff;
    fast[2] = (byte) 0xfd;
    fast[3] = 0;
    fast[4] = (byte) PacketWriter.BROADCAST;
    fast[5] = (byte) size;
    fast[6] = (byte) (size >> 8);
    fast[7] = (byte) Instruction.STATUS.code();
    crc = 0;
  }

  /**
   * Appends one servo's part to the common answer.
   *
   * @return whether it could be read, and the next servo goes on
   */
  boolean readFast(EmulatedServo servo, int address, int length, boolean last) {
    int index = slotTaken ? 0 : 8;
    if (length > LARGEST_DATA || servo.read(address, length, fast, index + 2) != StatusError.NONE) {
      return false;
    }
    fast[index] = (byte) servo.alert();
    fast[index + 1] = (byte) servo.id();
    int end = index + 2 + length;
    for (int i = 0; i < end; i++) {
      crc = Crc16.update(crc, fast[i]);
    }
    fast[end] = (byte) crc;
    fast[end + 1] = (byte) (crc >> 8);
    crc = Crc16.update(Crc16.update(crc, fast[end]), fast[end + 1]);
    boolean first = !slotTaken;
    slotTaken = false;
    slotNanos = lineNanos;
    // One packet: only its first servo waits before it answers.
    transmit(first ? returnDelayNanos(servo) : 0, fast, end + 2);
    slotTaken = !last;
    return true;
  }

  private static long returnDelayNanos(EmulatedServo servo) {
    return (long) servo.get(servo.known().returnDelayTime) * RETURN_DELAY_UNIT_NANOS;
  }

  private void send(EmulatedServo servo) {
    transmit(returnDelayNanos(servo), writer.bytes(), writer.size());
  }

  private void transmit(long delayNanos, byte[] bytes, int size) {
    if (slotTaken) {
      for (int i = 0; i < size; i++) {
        queue.collide(slotPosition + i, bytes[i]);
      }
      return;
    }
    slotTaken = true;
    slotPosition = queue.tail();
    double due = slotNanos + delayNanos;
    long late = faults.delayNanos();
    for (int i = 0; i < size; i++) {
      due += byteNanos;
      if (!faults.loses()) {
        lastDueNanos = Math.max(lastDueNanos, (long) due + late);
        queue.add(faults.pass(bytes[i]), lastDueNanos);
      }
    }
    lineNanos = due;
  }
}
