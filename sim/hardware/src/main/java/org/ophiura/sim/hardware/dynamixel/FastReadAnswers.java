package org.ophiura.sim.hardware.dynamixel;

/**
 * The answers of several servos within the one packet that follows a fast sync read: each has an
 * error, an id and {@code length} bytes, and all but the last a check sum over everything before
 * it.
 *
 * <p>A view of a {@link PacketReader}'s packet, made once; allocates nothing.
 */
public final class FastReadAnswers {
  private static final int CRC_SIZE = 2;

  private final byte[] start = new byte[8];
  private int length;
  private int count;
  private final PacketReader packet;

  /** Makes a view, at first of no answers. */
  public FastReadAnswers(PacketReader packet) {
    this.packet = packet;
  }

  /** Bytes of the common packet for answers of {@code length} bytes each. */
  public static int packetSize(int answers, int length) {
    return 8 + answers * (2 + length + CRC_SIZE);
  }

  /**
   * Views the packet that the reader is at.
   *
   * @param answers how many servos were asked
   * @param bytesEach how many bytes each was asked for
   * @return whether it is such an answer, with every inner check sum right
   */
  public boolean view(int answers, int bytesEach) {
    length = bytesEach;
    count = 0;
    int stride = 2 + length + CRC_SIZE;
    if (!packet.isStatus()
        || packet.id() != PacketWriter.BROADCAST
        || packet.parameterCount() != answers * stride - 1 - CRC_SIZE
        || !innerCheckSumsMatch(answers, stride)) {
      return false;
    }
    count = answers;
    return true;
  }

  private boolean innerCheckSumsMatch(int answers, int stride) {
    int packetLength = packet.parameterCount() + 4;
    start[0] = (byte) 0xff;
    start[1] = (byte) 0xff;
    start[2] = (byte) 0xfd;
    start[4] = (byte) PacketWriter.BROADCAST;
    start[5] = (byte) packetLength;
    start[6] = (byte) (packetLength >> 8);
    start[7] = (byte) Instruction.STATUS.code();
    int crc = Crc16.update(Crc16.of(start, 0, start.length), (byte) packet.error());
    byte[] parameters = packet.parameters();
    int index = 0;
    for (int answer = 0; answer < answers - 1; answer++) {
      for (int sumAt = (answer + 1) * stride - 1 - CRC_SIZE; index < sumAt; index++) {
        crc = Crc16.update(crc, parameters[index]);
      }
      if (packet.unsignedShort(index) != crc) {
        return false;
      }
      for (int i = 0; i < CRC_SIZE; i++) {
        crc = Crc16.update(crc, parameters[index++]);
      }
    }
    return true;
  }

  /** How many answers there are. */
  public int count() {
    return count;
  }

  /** Who gave an answer. */
  public int id(int answer) {
    return packet.unsignedByte(answer * (2 + length + CRC_SIZE));
  }

  /** The error byte of an answer. */
  public int error(int answer) {
    return answer == 0 ? packet.error() : packet.unsignedByte(answer * (2 + length + CRC_SIZE) - 1);
  }

  /** Where an answer's data start in {@link PacketReader#parameters()}. */
  public int dataIndex(int answer) {
    return answer * (2 + length + CRC_SIZE) + 1;
  }
}
