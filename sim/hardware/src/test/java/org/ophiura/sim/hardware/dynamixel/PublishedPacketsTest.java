package org.ophiura.sim.hardware.dynamixel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Byte by byte as the examples of the ROBOTIS e-manual, "DYNAMIXEL Protocol 2.0". */
final class PublishedPacketsTest {
  private static final HexFormat HEX = HexFormat.ofDelimiter(" ").withUpperCase();

  private static void assertWrites(String published, Consumer<PacketWriter> code) {
    PacketWriter writer = new PacketWriter(64);
    code.accept(writer);
    assertEquals(published, HEX.formatHex(writer.bytes(), 0, writer.size()));
  }

  private static PacketReader read(String... published) {
    PacketReader reader = new PacketReader(64);
    for (String part : published) {
      byte[] bytes = HEX.parseHex(part);
      assertEquals(bytes.length, reader.offer(bytes, 0, bytes.length));
    }
    assertTrue(reader.next(), "the published packet is right");
    return reader;
  }

  private static byte[] parameters(PacketReader reader) {
    return Arrays.copyOf(reader.parameters(), reader.parameterCount());
  }

  @Test
  void pings() {
    assertWrites("FF FF FD 00 01 03 00 01 19 4E", writer -> writer.ping(1));
    assertWrites("FF FF FD 00 FE 03 00 01 31 42", writer -> writer.ping(PacketWriter.BROADCAST));
    assertWrites(
        "FF FF FD 00 01 07 00 55 00 06 04 26 65 5D",
        writer -> writer.beginStatus(1, 0).put(1030, 2).put(38).end());
    PacketReader second = read("FF FF FD 00 02 07 00 55 00 06 04 26 6F 6D");
    assertTrue(second.isStatus());
    assertEquals(2, second.id());
    assertEquals(0, second.error());
    assertEquals(1030, second.unsignedShort(0));
    assertEquals(38, second.unsignedByte(2));
  }

  @Test
  void reads() {
    assertWrites(
        "FF FF FD 00 01 07 00 02 84 00 04 00 1D 15",
        writer -> writer.read(1, Address.PRESENT_POSITION, 4));
    PacketReader status = read("FF FF FD 00 01 08 00 55 00 A6 00 00 00 8C C0");
    assertEquals(4, status.parameterCount());
    assertEquals(166, status.integer(0));
  }

  @Test
  void writes() {
    assertWrites(
        "FF FF FD 00 01 09 00 03 74 00 00 02 00 00 CA 89",
        writer -> writer.write(1, Address.GOAL_POSITION, 512, 4));
    assertWrites("FF FF FD 00 01 04 00 55 00 A1 0C", writer -> writer.beginStatus(1, 0).end());
  }

  @Test
  void noteAndAct() {
    assertWrites(
        "FF FF FD 00 01 09 00 04 68 00 C8 00 00 00 AE 8E",
        writer -> writer.begin(1, Instruction.REG_WRITE).put(104, 2).put(200, 4).end());
    assertWrites(
        "FF FF FD 00 01 03 00 05 02 CE", writer -> writer.begin(1, Instruction.ACTION).end());
  }

  @Test
  void resets() {
    assertWrites(
        "FF FF FD 00 01 04 00 06 01 A1 E6",
        writer -> writer.begin(1, Instruction.FACTORY_RESET).put(1).end());
    assertWrites("FF FF FD 00 01 03 00 08 2F 4E", writer -> writer.reboot(1));
    assertWrites(
        "FF FF FD 00 01 08 00 10 01 44 58 4C 22 B1 DC",
        writer -> writer.begin(1, Instruction.CLEAR).put(1).put(0x224c5844, 4).end());
    assertWrites(
        "FF FF FD 00 01 08 00 20 01 43 54 52 4C 16 F5",
        writer ->
            writer.begin(1, Instruction.CONTROL_TABLE_BACKUP).put(1).put(0x4c525443, 4).end());
  }

  @Test
  void syncReads() {
    assertWrites(
        "FF FF FD 00 FE 09 00 82 84 00 04 00 01 02 CE FA",
        writer -> writer.beginSyncRead(Address.PRESENT_POSITION, 4).put(1).put(2).end());
    PacketReader answer = read("FF FF FD 00 02 08 00 55 00 1F 08 00 00 BA BE");
    assertEquals(2, answer.id());
    assertEquals(2079, answer.integer(0));
  }

  @Test
  void syncWrites() {
    assertWrites(
        "FF FF FD 00 FE 11 00 83 74 00 04 00 01 96 00 00 00 02 AA 00 00 00 82 87",
        writer ->
            writer
                .beginSyncWrite(Address.GOAL_POSITION, 4)
                .put(1)
                .put(150, 4)
                .put(2)
                .put(170, 4)
                .end());
  }

  @Test
  void fastSyncReads() {
    assertWrites(
        "FF FF FD 00 FE 0A 00 8A 84 00 04 00 03 07 04 20 F2",
        writer -> writer.beginFastSyncRead(Address.PRESENT_POSITION, 4).put(3).put(7).put(4).end());
    PacketReader reader =
        read(
            "FF FF FD 00 FE 19 00 55 00 03 A6 00 00 00 84 08",
            "00 07 1F 08 00 00 16 CA",
            "00 04 FF 03 00 00 D1 9E");
    FastReadAnswers answers = new FastReadAnswers(reader);
    assertTrue(answers.view(3, 4));
    int[] ids = {3, 7, 4};
    int[] positions = {166, 2079, 1023};
    for (int i = 0; i < answers.count(); i++) {
      assertEquals(ids[i], answers.id(i));
      assertEquals(0, answers.error(i));
      assertEquals(positions[i], reader.integer(answers.dataIndex(i)));
    }
    assertFalse(answers.view(2, 4), "two servos answer with a shorter packet");
    assertEquals(32, FastReadAnswers.packetSize(3, 4));
  }

  @Test
  void bulkReads() {
    assertWrites(
        "FF FF FD 00 FE 0D 00 92 01 90 00 02 00 02 92 00 01 00 1A 05",
        writer ->
            writer
                .begin(PacketWriter.BROADCAST, Instruction.BULK_READ)
                .put(1)
                .put(144, 2)
                .put(2, 2)
                .put(2)
                .put(146, 2)
                .put(1, 2)
                .end());
    assertEquals(119, read("FF FF FD 00 01 06 00 55 00 77 00 C3 69").unsignedShort(0));
    assertEquals(36, read("FF FF FD 00 02 05 00 55 00 24 8B A9").unsignedByte(0));
  }

  @Test
  void aHeaderAmongTheParametersIsStuffed() {
    byte[] payload = HEX.parseHex("FF FF FD FF FF FF FD FD FF FF FD");
    PacketWriter writer = new PacketWriter(64);
    writer.begin(1, Instruction.WRITE).put(payload, 0, payload.length).end();
    assertEquals(
        "FF FF FD 00 01 11 00 03 FF FF FD FD FF FF FF FD FD FD FF FF FD FD",
        HEX.formatHex(writer.bytes(), 0, writer.size() - 2));
    PacketReader reader = new PacketReader(64);
    reader.offer(writer.bytes(), 0, writer.size());
    assertTrue(reader.next());
    assertArrayEquals(payload, parameters(reader));
  }

  @Test
  void aPacketWithoutItsStuffingIsRefused() {
    // As a writer without stuffing would make it: the check sum is right, the parameters are not.
    byte[] bytes = HEX.parseHex("FF FF FD 00 01 06 00 03 FF FF FD 00 00");
    int crc = Crc16.of(bytes, 0, bytes.length - 2);
    bytes[bytes.length - 2] = (byte) crc;
    bytes[bytes.length - 1] = (byte) (crc >> 8);
    PacketReader reader = new PacketReader(64);
    reader.offer(bytes, 0, bytes.length);
    assertFalse(reader.next());
    assertEquals(1, reader.corruptPackets());
  }
}
