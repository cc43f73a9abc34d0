package org.ophiura.sim.hardware.dynamixel;

import org.jspecify.annotations.Nullable;

/**
 * Finds packets in a stream of bytes that may be cut anywhere, and may hold anything.
 *
 * <p>A packet counts if its header, its length, its check sum and its stuffing are right. After
 * anything else the reader goes on at the next byte, so that a packet behind garbage, or behind a
 * header with a wrong length, is found. Never throws for what it is fed, and allocates nothing
 * after construction.
 *
 * <p>A wrong packet passes with a probability of 2^-16 if four or more of its bits are wrong and
 * more than 16 bits apart, if its length is wrong (so who asked must compare it with what was asked
 * for), or if it lost a byte and was completed by what follows; see {@link Crc16}. The latter
 * leaves a packet without its first byte behind: {@link #strayed()} tells.
 */
public final class PacketReader {
  private static final int LENGTH_INDEX = 5;
  private static final int INSTRUCTION_INDEX = 7;
  private static final int SMALLEST_LENGTH = 3;
  private static final int LARGEST_ID = 0xfc;

  /** The {@link #damagedId()} where there was none. */
  public static final int NO_ID = -1;

  private final byte[] buffer;
  private final int largestPacket;
  private final byte[] parameters;
  private int start;
  private int end;

  private int id;
  private int instructionCode;
  private int error;
  private int parameterCount;
  private int gap;
  private boolean strayed;
  private boolean atPacket;
  private int damagedId = NO_ID;
  private long packets;
  private long skippedBytes;
  private long corruptPackets;

  /**
   * Makes a reader.
   *
   * @param largestPacket bytes of the largest packet that is waited for; a header that announces a
   *     larger one is taken for garbage
   */
  public PacketReader(int largestPacket) {
    this.largestPacket = largestPacket;
    buffer = new byte[2 * largestPacket];
    parameters = new byte[largestPacket];
  }

  /** How many bytes {@link #offer} takes now; never 0 after {@link #next()} returned false. */
  public int room() {
    return buffer.length - (end - start);
  }

  /**
   * Takes bytes in.
   *
   * @param from not modified
   * @return how many were taken: as many as there is {@link #room()} for
   */
  public int offer(byte[] from, int offset, int length) {
    if (end + length > buffer.length) {
      System.arraycopy(buffer, start, buffer, 0, end - start);
      end -= start;
      start = 0;
    }
    int taken = Math.min(length, buffer.length - end);
    System.arraycopy(from, offset, buffer, end, taken);
    end += taken;
    return taken;
  }

  /** Forgets what was taken in and is no packet yet; it counts as skipped. */
  public void clear() {
    skippedBytes += end - start;
    start = 0;
    end = 0;
    gap = 0;
    strayed = false;
    atPacket = false;
  }

  /** Goes to the next packet; false if what is there is not a whole one (yet). */
  public boolean next() {
    return next(false);
  }

  /**
   * Goes to the next packet when no more bytes will come: a packet that is not whole is garbage,
   * and what follows its first byte is searched. After false nothing is left.
   */
  public boolean nextOfRemains() {
    return next(true);
  }

  private boolean next(boolean complete) {
    damagedId = NO_ID;
    if (atPacket) {
      gap = 0;
      strayed = false;
      atPacket = false;
    }
    while (start < end) {
      int available = end - start;
      if (!headerMatches(Math.min(available, 4))) {
        strayed |= gap == 0;
        skip();
      } else if (available < INSTRUCTION_INDEX) {
        if (!complete) {
          return false;
        }
        skip();
      } else {
        int packetId = buffer[start + 4] & 0xff;
        int length =
            (buffer[start + LENGTH_INDEX] & 0xff) | (buffer[start + LENGTH_INDEX + 1] & 0xff) << 8;
        int size = INSTRUCTION_INDEX + length;
        boolean possible =
            (packetId <= LARGEST_ID || packetId == PacketWriter.BROADCAST)
                && length >= SMALLEST_LENGTH
                && size <= largestPacket;
        if (!possible) {
          corruptPackets++;
          skip();
        } else if (available < size) {
          if (!complete) {
            return false;
          }
          corruptPackets++;
          skip();
        } else if (isPacket(packetId, size)) {
          start += size;
          packets++;
          atPacket = true;
          return true;
        } else {
          corruptPackets++;
          damagedId = packetId;
          skip();
        }
      }
    }
    return false;
  }

  private boolean headerMatches(int count) {
    return (count < 1 || buffer[start] == (byte) 0xff)
        && (count < 2 || buffer[start + 1] == (byte) 0xff)
        && (count < 3 || buffer[start + 2] == (byte) 0xfd)
        && (count < 4 || buffer[start + 3] == 0);
  }

  private void skip() {
    start++;
    gap++;
    skippedBytes++;
  }

  private boolean isPacket(int packetId, int size) {
    int body = start + size - 2;
    int crc = (buffer[body] & 0xff) | (buffer[body + 1] & 0xff) << 8;
    if (Crc16.of(buffer, start, body) != crc) {
      return false;
    }
    int code = buffer[start + INSTRUCTION_INDEX] & 0xff;
    boolean status = code == Instruction.STATUS.code();
    // The common answer to a fast read is the only status of the broadcast id, and is not stuffed.
    boolean stuffed = !(status && packetId == PacketWriter.BROADCAST);
    int count = 0;
    int matched = 0;
    for (int i = start + INSTRUCTION_INDEX + 1; i < body; i++) {
      byte next = buffer[i];
      parameters[count++] = next;
      if (stuffed && matched == 2 && next == (byte) 0xfd) {
        i++;
        if (i >= body || buffer[i] != (byte) 0xfd) {
          return false;
        }
        matched = 0;
      } else {
        matched = next == (byte) 0xff ? Math.min(2, matched + 1) : 0;
      }
    }
    if (status && count == 0) {
      return false;
    }
    id = packetId;
    instructionCode = code;
    error = 0;
    if (status) {
      error = parameters[0] & 0xff;
      count--;
      System.arraycopy(parameters, 1, parameters, 0, count);
    }
    parameterCount = count;
    return true;
  }

  /** Sender of a status packet, addressee of any other. */
  public int id() {
    return id;
  }

  /** Whether the packet is an answer. */
  public boolean isStatus() {
    return instructionCode == Instruction.STATUS.code();
  }

  /** What the packet asks for; null if that has no meaning. */
  public @Nullable Instruction instruction() {
    return Instruction.of(instructionCode);
  }

  /** Error byte of a status packet: a {@link StatusError} and the alert bit. */
  public int error() {
    return error;
  }

  /** Bytes of parameters, without stuffing and without a status packet's error. */
  public int parameterCount() {
    return parameterCount;
  }

  /** Where the parameters are. Overwritten by the next packet. */
  public byte[] parameters() {
    return parameters;
  }

  /** One byte of the parameters, 0 to 255. */
  public int unsignedByte(int index) {
    return parameters[index] & 0xff;
  }

  /** Two bytes of the parameters, 0 to 65,535. */
  public int unsignedShort(int index) {
    return unsignedByte(index) | unsignedByte(index + 1) << 8;
  }

  /** Four bytes of the parameters. */
  public int integer(int index) {
    return unsignedShort(index) | unsignedShort(index + 2) << 16;
  }

  /** Bytes that were skipped between the packet before and this one (or the end, after false). */
  public int gap() {
    return gap;
  }

  /**
   * Whether what came behind the packet before did not start as a packet does: that one may have
   * lost a byte and swallowed the next packet's first.
   */
  public boolean strayed() {
    return strayed;
  }

  /**
   * Whom the last packet was for, of those that the latest search found whole but with a wrong
   * check sum or stuffing; {@link #NO_ID} if there was none.
   */
  public int damagedId() {
    return damagedId;
  }

  /** Bytes that are no packet yet. */
  public int pending() {
    return end - start;
  }

  /** Packets found so far. */
  public long packets() {
    return packets;
  }

  /** Bytes skipped so far. */
  public long skippedBytes() {
    return skippedBytes;
  }

  /** Headers so far that were not followed by a right packet. */
  public long corruptPackets() {
    return corruptPackets;
  }
}
