package org.ophiura.sim.hardware.servo;

import org.ophiura.sim.hardware.dynamixel.PacketReader;
import org.ophiura.sim.hardware.dynamixel.PacketWriter;
import org.ophiura.sim.hardware.link.ByteLink;

/** One instruction and the packets that come back. Allocates nothing after construction. */
final class Exchange {
  private static final int BUFFER = 1024;
  private static final int BITS_PER_BYTE = 10;

  private final ByteLink link;
  private final BusCounters counters;
  private final PacketWriter writer;
  private final PacketReader reader;
  private final byte[] buffer = new byte[BUFFER];
  private final BusSettings settings;
  private final long patienceNanos;
  private boolean gone;
  private long corruptBefore;

  Exchange(ByteLink link, BusSettings settings, int largestPacket, BusCounters counters) {
    this.link = link;
    this.counters = counters;
    writer = new PacketWriter(largestPacket);
    reader = new PacketReader(largestPacket);
    this.settings = settings;
    patienceNanos = (long) (settings.patienceSeconds() * 1e9);
  }

  PacketWriter writer() {
    return writer;
  }

  PacketReader reader() {
    return reader;
  }

  ByteLink link() {
    return link;
  }

  boolean isGone() {
    return gone;
  }

  /** How long {@code bytes} and {@code answers} pauses are on the line, ns. */
  long lineNanos(int bytes, int answers) {
    return lineNanos(settings, bytes, answers);
  }

  /** The same for any line. */
  static long lineNanos(BusSettings settings, int bytes, int answers) {
    double byteNanos = BITS_PER_BYTE * 1e9 / settings.baud();
    return (long) (bytes * byteNanos + answers * settings.returnDelaySeconds() * 1e9);
  }

  /** How much longer than that to wait, ns. */
  long patienceNanos() {
    return patienceNanos;
  }

  /**
   * Sends the packet that the writer holds. Answers to earlier ones are thrown away and counted.
   */
  boolean send(long deadlineNanos) {
    drain();
    boolean sent = !gone && link.write(writer.bytes(), 0, writer.size(), deadlineNanos);
    if (sent) {
      counters.instructions++;
    } else {
      counters.unsent++;
    }
    return sent;
  }

  private void drain() {
    while (true) {
      int count = link.read(buffer, 0, Math.min(buffer.length, reader.room()), Long.MIN_VALUE);
      if (count == ByteLink.GONE) {
        gone = true;
      }
      if (count <= 0) {
        break;
      }
      reader.offer(buffer, 0, count);
      while (reader.next()) {
        counters.late++;
      }
    }
    while (reader.nextOfRemains()) {
      counters.late++;
    }
    reader.clear();
    countCorrupt();
  }

  private void countCorrupt() {
    counters.corrupt += reader.corruptPackets() - corruptBefore;
    corruptBefore = reader.corruptPackets();
  }

  /** Goes to the next answer; false at the deadline, or if the link is gone. */
  boolean next(long deadlineNanos) {
    boolean found = search(deadlineNanos);
    countCorrupt();
    return found;
  }

  private boolean search(long deadlineNanos) {
    while (true) {
      while (reader.next()) {
        // An adapter may echo what was sent.
        if (reader.isStatus()) {
          return true;
        }
      }
      int count = link.read(buffer, 0, Math.min(buffer.length, reader.room()), deadlineNanos);
      if (count <= 0) {
        gone |= count == ByteLink.GONE;
        while (reader.nextOfRemains()) {
          if (reader.isStatus()) {
            return true;
          }
        }
        return false;
      }
      reader.offer(buffer, 0, count);
    }
  }
}
