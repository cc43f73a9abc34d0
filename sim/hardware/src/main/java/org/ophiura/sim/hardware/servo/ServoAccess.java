package org.ophiura.sim.hardware.servo;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ophiura.sim.hardware.dynamixel.HardwareError;
import org.ophiura.sim.hardware.dynamixel.PacketReader;
import org.ophiura.sim.hardware.dynamixel.PacketWriter;
import org.ophiura.sim.hardware.dynamixel.Register;
import org.ophiura.sim.hardware.dynamixel.ServoModel;
import org.ophiura.sim.hardware.dynamixel.StatusError;
import org.ophiura.sim.hardware.link.ByteLink;
import org.ophiura.sim.hardware.servo.Ping.Answer;

/**
 * One servo at a time: who is there, what its registers say, and changing them. For setting up and
 * looking around; a control loop uses {@link ServoBus}. One thread; waits for each answer.
 */
public final class ServoAccess {
  private static final int ATTEMPTS = 4;
  private static final long SETTLING_NANOS = 100_000_000;
  private static final int LARGEST_PACKET = 1024;

  private final Exchange exchange;
  private final ByteLink link;
  private final BusSettings settings;
  private final BusCounters counters = new BusCounters(0);

  /** Talks to the servos on a link. */
  public ServoAccess(ByteLink link, BusSettings settings) {
    this.link = link;
    this.settings = settings;
    exchange = new Exchange(link, settings, LARGEST_PACKET, counters);
  }

  /** Asks who has an id, several times unless a servo answers: an adapter may be slow at times. */
  public Ping ping(int id) {
    return ping(id, ATTEMPTS);
  }

  private Ping ping(int id, int silences) {
    boolean silent = false;
    int silentSoFar = 0;
    for (int attempt = 0; attempt < ATTEMPTS && silentSoFar < silences; attempt++) {
      long skipped = exchange.reader().skippedBytes();
      exchange.writer().ping(id);
      PacketReader reader = answer(id, 3, 3);
      if (reader != null) {
        return new Ping(id, Answer.SERVO, reader.unsignedShort(0), reader.unsignedByte(2));
      }
      silent = exchange.reader().skippedBytes() == skipped;
      silentSoFar += silent ? 1 : 0;
    }
    return new Ping(id, silent ? Answer.SILENCE : Answer.GARBLED, 0, 0);
  }

  /** Everybody with an id in a range, silence left out. Takes some milliseconds for each id. */
  public List<Ping> scan(int first, int last) {
    List<Ping> found = new ArrayList<>();
    for (int id = first; id <= last; id++) {
      Ping ping = ping(id, 1);
      if (ping.answer() != Answer.SILENCE) {
        found.add(ping);
      }
    }
    return found;
  }

  /** Asks for the servos of all joints of a robot. */
  public RollCall callRoll(List<ServoJoint> joints) {
    return new RollCall(this, link.name(), settings, joints);
  }

  /**
   * The models of all servos of a robot.
   *
   * @throws ServoException if one is not there, is there twice, is of a model that is not known, or
   *     is too old for what the settings ask of it
   */
  public List<ServoModel> identify(List<ServoJoint> joints) {
    return callRoll(joints).models();
  }

  /**
   * Reads a register.
   *
   * @throws ServoException if the servo does not answer, or refuses
   */
  public int read(int id, Register register) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      exchange.writer().read(id, register.address(), register.size());
      PacketReader reader = answer(id, register.size(), register.size());
      if (reader != null) {
        return register.decode(reader.parameters(), 0);
      }
      settle();
    }
    throw new ServoException(noAnswer(id, "read", register));
  }

  /**
   * Writes a register and reads it again.
   *
   * @throws ServoException if the servo does not answer, refuses, or keeps another value
   */
  public void write(int id, Register register, int value) {
    boolean confirmed = false;
    for (int attempt = 0; attempt < ATTEMPTS && !confirmed; attempt++) {
      exchange.writer().write(id, register.address(), value, register.size());
      confirmed = answer(id, 0, register.size()) != null;
      if (!confirmed) {
        settle();
      }
    }
    if (!confirmed) {
      throw new ServoException(noAnswer(id, "write", register));
    }
    int kept = read(id, register);
    if (kept != value) {
      throw new ServoException(
          "servo " + id + " keeps " + kept + " in " + register.name() + ", not " + value);
    }
  }

  /**
   * Starts a servo anew.
   *
   * @throws ServoException if it does not answer to that
   */
  public void reboot(int id) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      exchange.writer().reboot(id);
      if (answer(id, 0, 0) != null) {
        return;
      }
    }
    throw new ServoException("servo " + id + " does not answer to a reboot");
  }

  /** What ails a servo, in sentences; empty if nothing does. */
  public List<String> ailments(int id) {
    Register register = ServoModel.XL430_W250.registers().get("hardware-error-status");
    return HardwareError.of(read(id, register)).stream().map(HardwareError::sentence).toList();
  }

  /**
   * Lets answers come that are late: they do not say what they answer, and would be taken for that
   * to the next question.
   */
  private void settle() {
    long deadline = link.nanoTime() + SETTLING_NANOS;
    while (exchange.next(deadline)) {
      // It is too late.
    }
  }

  private String noAnswer(int id, String what, Register register) {
    return "servo "
        + id
        + " on "
        + link.name()
        + " does not answer: cannot "
        + what
        + " "
        + register.name();
  }

  /** Sends what the writer holds and waits for a right answer; null if none comes. */
  private @Nullable PacketReader answer(int id, int parameters, int bytesBack) {
    long patience = exchange.patienceNanos();
    if (!exchange.send(link.nanoTime() + patience)) {
      return null;
    }
    int bytes = exchange.writer().size() + PacketWriter.OVERHEAD + 1 + bytesBack;
    long deadline = link.nanoTime() + exchange.lineNanos(bytes, 1) + patience;
    PacketReader reader = exchange.reader();
    while (exchange.next(deadline)) {
      if (reader.id() == id) {
        StatusError error = StatusError.of(reader.error());
        if (error == StatusError.CRC) {
          return null;
        }
        if (error != StatusError.NONE && error != null) {
          throw new ServoException("servo " + id + " refuses: " + error.sentence());
        }
        if (reader.parameterCount() == parameters) {
          return reader;
        }
      }
    }
    return null;
  }
}
