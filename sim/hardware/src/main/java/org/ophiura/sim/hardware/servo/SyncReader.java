package org.ophiura.sim.hardware.servo;

import java.util.Arrays;
import org.ophiura.sim.hardware.dynamixel.FastReadAnswers;
import org.ophiura.sim.hardware.dynamixel.PacketReader;
import org.ophiura.sim.hardware.dynamixel.PacketWriter;
import org.ophiura.sim.hardware.dynamixel.StatusError;

/**
 * Reads the same registers of all servos, and asks those again that did not answer. Allocates
 * nothing after construction.
 */
final class SyncReader {
  private static final int IDS = 256;
  private static final int LARGEST_DATA = 16;
  private static final int STATUS_OVERHEAD = PacketWriter.OVERHEAD + 1;
  private static final int READ_OVERHEAD = PacketWriter.OVERHEAD + 4;
  private static final int NONE = -1;

  private final Exchange exchange;
  private final BusCounters counters;
  private final FastReadAnswers fastAnswers;
  private final int[] ids;
  private final int[] servoOfId = new int[IDS];
  private final boolean[] received;
  private final int[] errors;
  private final byte[] data;
  private int missing;

  SyncReader(Exchange exchange, int[] ids, BusCounters counters) {
    this.exchange = exchange;
    this.ids = ids;
    this.counters = counters;
    fastAnswers = new FastReadAnswers(exchange.reader());
    received = new boolean[ids.length];
    errors = new int[ids.length];
    data = new byte[ids.length * LARGEST_DATA];
    Arrays.fill(servoOfId, NONE);
    for (int i = 0; i < ids.length; i++) {
      servoOfId[ids[i]] = i;
    }
  }

  /** Bytes of the largest packet that reading from so many servos needs. */
  static int largestPacket(int servos) {
    return READ_OVERHEAD + servos * (LARGEST_DATA + 4);
  }

  /** Whether a servo answered the last {@link #read}. */
  boolean received(int servo) {
    return received[servo];
  }

  /** The error byte of a servo's answer. */
  int error(int servo) {
    return errors[servo];
  }

  /** Where the answers are. */
  byte[] data() {
    return data;
  }

  /** Where a servo's answer starts in {@link #data()}. */
  int index(int servo) {
    return servo * LARGEST_DATA;
  }

  /**
   * Reads.
   *
   * @param fast whether to ask for one common packet at first
   * @return how many servos have not answered
   */
  int read(int address, int length, boolean fast, int retries, long deadlineNanos) {
    Arrays.fill(received, false);
    missing = ids.length;
    for (int attempt = 0; attempt <= retries && missing > 0 && !exchange.isGone(); attempt++) {
      long needed = lineNanos(length);
      if (attempt > 0) {
        if (exchange.link().nanoTime() + needed > deadlineNanos) {
          break;
        }
        counters.retried += missing;
      }
      ask(address, length, fast && attempt == 0, needed, deadlineNanos);
    }
    return missing;
  }

  private long lineNanos(int length) {
    int asking = READ_OVERHEAD + missing;
    return exchange.lineNanos(asking + missing * (STATUS_OVERHEAD + length), missing);
  }

  private void ask(int address, int length, boolean fast, long needed, long deadlineNanos) {
    PacketWriter writer = exchange.writer();
    if (fast) {
      writer.beginFastSyncRead(address, length);
    } else {
      writer.beginSyncRead(address, length);
    }
    int asked = missing;
    for (int i = 0; i < ids.length; i++) {
      if (!received[i]) {
        errors[i] = 0;
        writer.put(ids[i]);
      }
    }
    writer.end();
    counters.asked += asked;
    long refusedBefore = counters.refused;
    if (exchange.send(deadlineNanos)) {
      long giveUp = exchange.link().nanoTime() + needed + exchange.patienceNanos();
      collect(length, fast, Math.min(giveUp, deadlineNanos));
    }
    counters.accepted += asked - missing;
    counters.lost += missing - (counters.refused - refusedBefore);
    for (int i = 0; i < ids.length; i++) {
      counters.lostByServo[i] += received[i] || errors[i] != 0 ? 0 : 1;
    }
  }

  private void collect(int length, boolean fast, long deadlineNanos) {
    PacketReader reader = exchange.reader();
    int last = NONE;
    int refused = 0;
    while (missing > refused && exchange.next(deadlineNanos)) {
      last = doubt(last);
      int servo = servoOfId[reader.id()];
      if (fast) {
        last = takeAll(length);
      } else if (servo == NONE || received[servo]) {
        counters.unexpected++;
      } else if ((reader.error() & ~StatusError.ALERT) != 0) {
        errors[servo] = reader.error();
        counters.refused++;
        refused++;
      } else if (reader.parameterCount() != length) {
        counters.corrupt++;
      } else {
        take(servo, reader.error(), 0, length);
        last = servo;
      }
    }
    if (reader.pending() > 0 && reader.next()) {
      counters.unexpected++;
    }
    doubt(last);
  }

  /** Takes the last answer back if what came behind it shows that it may have swallowed a byte. */
  private int doubt(int last) {
    if (last != NONE && exchange.reader().strayed()) {
      received[last] = false;
      missing++;
      counters.doubtful++;
    }
    return NONE;
  }

  private void take(int servo, int error, int from, int length) {
    System.arraycopy(exchange.reader().parameters(), from, data, index(servo), length);
    errors[servo] = error;
    received[servo] = true;
    missing--;
    counters.alerts += (error & StatusError.ALERT) != 0 ? 1 : 0;
  }

  private int takeAll(int length) {
    if (!fastAnswers.view(ids.length, length)) {
      counters.unexpected++;
      return NONE;
    }
    for (int answer = 0; answer < fastAnswers.count(); answer++) {
      if (fastAnswers.id(answer) != ids[answer]) {
        counters.unexpected++;
        return NONE;
      }
    }
    for (int answer = 0; answer < fastAnswers.count(); answer++) {
      if ((fastAnswers.error(answer) & ~StatusError.ALERT) == 0) {
        take(answer, fastAnswers.error(answer), fastAnswers.dataIndex(answer), length);
      }
    }
    return NONE;
  }
}
