package org.ophiura.sim.hardware.emulator;

import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.ophiura.sim.hardware.dynamixel.Instruction;
import org.ophiura.sim.hardware.dynamixel.PacketReader;
import org.ophiura.sim.hardware.dynamixel.PacketWriter;
import org.ophiura.sim.hardware.dynamixel.StatusError;

/**
 * Emulated servos on one line: bytes and times in, bytes and times out. Each byte takes ten bits at
 * the line's baud rate, in both directions. One thread; allocates nothing after construction.
 *
 * <p>Behind a servo that is missing, the next of a sync read answers when the missing answer would
 * be over; a fast sync read ends there.
 */
public final class EmulatedBus {
  private static final int BITS_PER_BYTE = 10;
  private static final int LARGEST_PACKET = 4096;

  /** Watchdogs, faults and supplies are looked at at least this often. */
  private static final long STEP_NANOS = 1_000_000;

  /** After a longer pause between two bytes a servo waits for a new header (e-manual). */
  private static final long LONGEST_PAUSE_NANOS = 1_500_000;

  private final List<EmulatedServo> servos;
  private final RobotBody body;
  private final int baud;
  private final double byteNanos;
  private final FaultScript script;
  private final LineFaults faults;
  private final PacketReader reader = new PacketReader(LARGEST_PACKET);
  private final AnswerQueue answers = new AnswerQueue();
  private final Answers answering;
  private final byte[] oneByte = new byte[1];
  private long instructions;
  private long refusedWrites;
  private long lineFreeNanos;
  private long origin;
  private long elapsed = -1;
  private boolean started;

  /**
   * Puts servos on a line.
   *
   * @param servos in the order of the body's parts
   * @param body moved on with the time
   * @param baud bits per second that the host sends with; servos with another baud rate hear
   *     nothing
   * @param faults what goes wrong, and when
   * @param random draws bytes that get lost or changed, and jitter
   */
  public EmulatedBus(
      List<EmulatedServo> servos,
      RobotBody body,
      int baud,
      List<Fault> faults,
      RandomGenerator random) {
    this.servos = List.copyOf(servos);
    this.body = body;
    this.baud = baud;
    byteNanos = BITS_PER_BYTE * 1e9 / baud;
    this.faults = new LineFaults(random);
    script = new FaultScript(faults, this.servos, this.faults);
    answering = new Answers(answers, this.faults, byteNanos);
  }

  /** The servos. */
  public List<EmulatedServo> servos() {
    return servos;
  }

  /** Instructions that arrived whole. */
  public long instructions() {
    return instructions;
  }

  /** Writes to several servos at once that one of them refused; nobody answers these. */
  public long refusedWrites() {
    return refusedWrites;
  }

  /** Bytes that were lost or changed on the way, in both directions. */
  public long damagedBytes() {
    return faults.dropped() + faults.flipped();
  }

  /**
   * Lets time pass without a byte. Times are those of the host's clock; the first one is time 0.
   */
  public void advanceTo(long nanos) {
    if (!started) {
      started = true;
      origin = nanos;
      lineFreeNanos = nanos;
    }
    long until = nanos - origin;
    while (elapsed + STEP_NANOS < until) {
      step(elapsed + STEP_NANOS);
    }
    if (until > elapsed) {
      step(until);
    }
  }

  private void step(long until) {
    elapsed = until;
    script.advanceTo(elapsed);
    body.advanceTo(elapsed);
    for (int i = 0; i < servos.size(); i++) {
      servos.get(i).advanceTo(elapsed);
    }
  }

  /**
   * Takes bytes that the host hands over now; they arrive one after the other.
   *
   * @param bytes not modified
   */
  public void receive(byte[] bytes, int offset, int length, long nanos) {
    advanceTo(nanos);
    if (nanos - lineFreeNanos > LONGEST_PAUSE_NANOS) {
      reader.clear();
    }
    double arrival = Math.max(lineFreeNanos, nanos);
    for (int i = 0; i < length; i++) {
      arrival += byteNanos;
      if (!faults.loses()) {
        oneByte[0] = faults.pass(bytes[offset + i]);
        reader.offer(oneByte, 0, 1);
        while (reader.next()) {
          advanceTo((long) arrival);
          handle((long) arrival);
        }
        if (reader.damagedId() != PacketReader.NO_ID) {
          complain(reader.damagedId(), (long) arrival);
        }
      }
    }
    lineFreeNanos = (long) arrival;
  }

  /** Hands over the bytes that have reached the host by now. */
  public int transmit(byte[] into, int offset, int length, long nanos) {
    return answers.take(into, offset, length, nanos);
  }

  /** When the next byte reaches the host; {@link Long#MAX_VALUE} if none is on its way. */
  public long nextByteNanos() {
    return answers.nextDueNanos();
  }

  /** Whether a servo hears the line. */
  boolean hears(EmulatedServo servo) {
    return servo.isListening() && servo.baud() == baud;
  }

  private void handle(long arrival) {
    if (reader.isStatus()) {
      return;
    }
    instructions++;
    int id = reader.id();
    boolean toAll = id == PacketWriter.BROADCAST;
    for (int i = 0; i < servos.size(); i++) {
      EmulatedServo servo = servos.get(i);
      if (hears(servo) && (toAll || servo.id() == id)) {
        servo.hear();
      }
    }
    @Nullable Instruction instruction = reader.instruction();
    answering.begin(arrival);
    if (instruction == null) {
      each(id, null);
      return;
    }
    switch (instruction) {
      case SYNC_READ -> syncRead();
      case FAST_SYNC_READ -> fastSyncRead();
      case BULK_READ -> bulkRead();
      case SYNC_WRITE -> syncWrite();
      case BULK_WRITE -> bulkWrite();
      case STATUS -> {}
      default -> each(id, instruction);
    }
  }

  /** A servo that is asked by a damaged packet says so. */
  private void complain(int id, long arrival) {
    @Nullable EmulatedServo servo = listener(id);
    if (servo != null) {
      answering.begin(arrival);
      answering.complain(servo);
    }
  }

  private void each(int id, @Nullable Instruction instruction) {
    boolean toAll = id == PacketWriter.BROADCAST;
    for (int i = 0; i < servos.size(); i++) {
      EmulatedServo servo = servos.get(i);
      if (hears(servo) && (toAll || servo.id() == id)) {
        if (toAll) {
          answering.nextSlot();
        }
        answering.answer(servo, instruction, reader, toAll);
      }
    }
  }

  private void syncRead() {
    if (reader.parameterCount() < 4) {
      return;
    }
    int address = reader.unsignedShort(0);
    int length = reader.unsignedShort(2);
    for (int i = 4; i < reader.parameterCount(); i++) {
      readOf(reader.unsignedByte(i), address, length);
    }
  }

  private void bulkRead() {
    for (int i = 0; i + 5 <= reader.parameterCount(); i += 5) {
      readOf(reader.unsignedByte(i), reader.unsignedShort(i + 1), reader.unsignedShort(i + 3));
    }
  }

  private void readOf(int id, int address, int length) {
    answering.nextSlot();
    boolean answered = false;
    for (int i = 0; i < servos.size(); i++) {
      EmulatedServo servo = servos.get(i);
      if (servo.id() == id && hears(servo)) {
        answering.read(servo, address, length);
        answered = true;
      }
    }
    if (!answered) {
      answering.waitForMissing(length);
    }
  }

  private void fastSyncRead() {
    int servosAsked = reader.parameterCount() - 4;
    if (servosAsked < 1) {
      return;
    }
    int address = reader.unsignedShort(0);
    int length = reader.unsignedShort(2);
    answering.beginFast(servosAsked, length);
    for (int i = 0; i < servosAsked; i++) {
      @Nullable EmulatedServo servo = listener(reader.unsignedByte(4 + i));
      if (servo == null
          || servo.get(servo.known().firmwareVersion) < servo.model().fastReadFirmware()
          || !answering.readFast(servo, address, length, i == servosAsked - 1)) {
        return;
      }
    }
  }

  private @Nullable EmulatedServo listener(int id) {
    for (int i = 0; i < servos.size(); i++) {
      EmulatedServo servo = servos.get(i);
      if (servo.id() == id && hears(servo)) {
        return servo;
      }
    }
    return null;
  }

  private void syncWrite() {
    if (reader.parameterCount() < 4) {
      return;
    }
    int address = reader.unsignedShort(0);
    int length = reader.unsignedShort(2);
    for (int i = 4; length > 0 && i + 1 + length <= reader.parameterCount(); i += 1 + length) {
      writeTo(reader.unsignedByte(i), address, i + 1, length);
    }
  }

  private void bulkWrite() {
    int i = 0;
    while (i + 5 <= reader.parameterCount()) {
      int length = reader.unsignedShort(i + 3);
      if (i + 5 + length > reader.parameterCount()) {
        return;
      }
      writeTo(reader.unsignedByte(i), reader.unsignedShort(i + 1), i + 5, length);
      i += 5 + length;
    }
  }

  private void writeTo(int id, int address, int from, int length) {
    for (int i = 0; i < servos.size(); i++) {
      EmulatedServo servo = servos.get(i);
      if (servo.id() == id && hears(servo)) {
        if (servo.write(address, reader.parameters(), from, length) != StatusError.NONE) {
          refusedWrites++;
        }
      }
    }
  }
}
