package org.ophiura.sim.hardware.dynamixel;

/**
 * Writes one packet at a time into a buffer of its own: header, stuffing, length and check sum.
 *
 * <p>Allocates nothing after construction. A packet that does not fit throws {@link
 * ArrayIndexOutOfBoundsException}: the buffer is sized at construction for the largest one.
 */
public final class PacketWriter {
  /** Address of all servos at once. */
  public static final int BROADCAST = 0xfe;

  /** Bytes of a packet besides its parameters: header, id, length, instruction, check sum. */
  public static final int OVERHEAD = 10;

  private static final int INSTRUCTION_INDEX = 7;

  private final byte[] bytes;
  private int size;
  private int stuffing;

  /** Makes a writer for packets of up to {@code capacity} bytes, stuffing included. */
  public PacketWriter(int capacity) {
    bytes = new byte[capacity];
  }

  /** Where the packet is: its first {@link #size()} bytes. Overwritten by the next packet. */
  public byte[] bytes() {
    return bytes;
  }

  /** Bytes of the packet. */
  public int size() {
    return size;
  }

  /** Starts a packet. */
  public PacketWriter begin(int id, Instruction instruction) {
    bytes[0] = (byte) 0xff;
    bytes[1] = (byte) 0xff;
    bytes[2] = (byte) 0xfd;
    bytes[3] = 0;
    bytes[4] = (byte) id;
    size = INSTRUCTION_INDEX;
    stuffing = 0;
    return put(instruction.code());
  }

  /** Appends a parameter of one byte. */
  public PacketWriter put(int value) {
    byte next = (byte) value;
    bytes[size++] = next;
    if (stuffing == 2 && next == (byte) 0xfd) {
      bytes[size++] = (byte) 0xfd;
      stuffing = 0;
    } else if (next == (byte) 0xff) {
      stuffing = Math.min(2, stuffing + 1);
    } else {
      stuffing = 0;
    }
    return this;
  }

  /** Appends a parameter of one, two or four bytes, the lowest first. */
  public PacketWriter put(int value, int bytesOfValue) {
    for (int i = 0; i < bytesOfValue; i++) {
      put(value >> (8 * i));
    }
    return this;
  }

  /** Appends bytes as they are. */
  public PacketWriter put(byte[] from, int offset, int length) {
    for (int i = 0; i < length; i++) {
      put(from[offset + i]);
    }
    return this;
  }

  /**
   * Ends the packet: writes its length and its check sum.
   *
   * @return its size in bytes
   */
  public int end() {
    int length = size - INSTRUCTION_INDEX + 2;
    bytes[5] = (byte) length;
    bytes[6] = (byte) (length >> 8);
    int crc = Crc16.of(bytes, 0, size);
    bytes[size++] = (byte) crc;
    bytes[size++] = (byte) (crc >> 8);
    return size;
  }

  /** A whole ping of one servo or of {@link #BROADCAST}. */
  public int ping(int id) {
    return begin(id, Instruction.PING).end();
  }

  /** A whole read of {@code length} bytes of registers. */
  public int read(int id, int address, int length) {
    return begin(id, Instruction.READ).put(address, 2).put(length, 2).end();
  }

  /** A whole write of one register of one, two or four bytes. */
  public int write(int id, int address, int value, int bytesOfValue) {
    return begin(id, Instruction.WRITE).put(address, 2).put(value, bytesOfValue).end();
  }

  /** A whole reboot of one servo or of {@link #BROADCAST}. */
  public int reboot(int id) {
    return begin(id, Instruction.REBOOT).end();
  }

  /** Starts a sync read; the ids follow by {@link #put(int)}. */
  public PacketWriter beginSyncRead(int address, int length) {
    return begin(BROADCAST, Instruction.SYNC_READ).put(address, 2).put(length, 2);
  }

  /** Starts a fast sync read; the ids follow by {@link #put(int)}. */
  public PacketWriter beginFastSyncRead(int address, int length) {
    return begin(BROADCAST, Instruction.FAST_SYNC_READ).put(address, 2).put(length, 2);
  }

  /** Starts a sync write; for each servo its id and its {@code length} bytes follow. */
  public PacketWriter beginSyncWrite(int address, int length) {
    return begin(BROADCAST, Instruction.SYNC_WRITE).put(address, 2).put(length, 2);
  }

  /** Starts a status packet. */
  public PacketWriter beginStatus(int id, int error) {
    return begin(id, Instruction.STATUS).put(error);
  }
}
