package org.ophiura.sim.hardware.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.ophiura.sim.hardware.Allocation;
import org.ophiura.sim.hardware.link.UdpPacket.Kind;

final class UdpPacketTest {
  private static ByteBuffer encode(UdpPacket packet) {
    ByteBuffer bytes = ByteBuffer.allocate(packet.size());
    packet.encode(bytes);
    return bytes;
  }

  private static UdpPacket state() {
    UdpPacket state = new UdpPacket(Kind.STATE, 3);
    state.stamp(-2, 41, 123_456_789_012L, UdpPacket.TORQUE | UdpPacket.STOPPED);
    for (int i = 0; i < 3; i++) {
      state.setFirst(i, 0.5 * i);
      state.setMotion(i, -i, 0.25 * i);
    }
    return state;
  }

  @Test
  void theBytesAreThoseOfTheDocument() {
    UdpPacket command = new UdpPacket(Kind.COMMAND, 2);
    command.stamp(1, 2, 3, UdpPacket.TORQUE);
    command.setFirst(0, 1);
    command.setFirst(1, -0.5);
    // The check sum is that of Python's zlib.crc32 over what is before it.
    assertEquals(
        "4f50484901010200010000000200000003000000000000000100000000000000"
            + "0000803f000000bf"
            + "929f6d83",
        HexFormat.of().formatHex(encode(command).array()));
  }

  @Test
  void whatIsWrittenIsRead() {
    UdpPacket read = new UdpPacket(Kind.STATE, 3);
    assertTrue(read.decode(encode(state())));
    assertEquals(-2, read.sequence());
    assertEquals(41, read.echo());
    assertEquals(123_456_789_012L, read.timeNanos());
    assertEquals(3, read.flags());
    for (int i = 0; i < 3; i++) {
      assertEquals(0.5 * i, read.first(i), 0);
      assertEquals(-i, read.velocity(i), 0);
      assertEquals(0.25 * i, read.torque(i), 0);
    }
  }

  @Test
  void everyChangedBitAndEveryOtherLengthIsRefused() {
    byte[] right = encode(state()).array();
    UdpPacket read = new UdpPacket(Kind.STATE, 3);
    for (int bit = 0; bit < 8 * right.length; bit++) {
      byte[] wrong = right.clone();
      wrong[bit / 8] ^= (byte) (1 << bit % 8);
      assertFalse(read.decode(ByteBuffer.wrap(wrong)));
    }
    for (int length = 0; length < right.length; length++) {
      assertFalse(read.decode(ByteBuffer.wrap(right, 0, length)));
    }
    assertEquals(0, read.sequence(), "nothing of a wrong packet is kept");
    assertEquals(0, read.first(2), 0);
  }

  @Test
  void packetsOfAnotherKindOrRobotAreRefused() {
    ByteBuffer bytes = encode(state());
    assertFalse(new UdpPacket(Kind.STATE, 2).decode(bytes.duplicate()));
    assertFalse(new UdpPacket(Kind.COMMAND, 9).decode(bytes.duplicate()));
  }

  @Test
  void randomBytesNeverThrow() {
    SplittableRandom random = new SplittableRandom(17);
    UdpPacket read = new UdpPacket(Kind.STATE, 3);
    byte[] right = encode(state()).array();
    for (int round = 0; round < 200_000; round++) {
      byte[] bytes = new byte[random.nextInt(right.length + 8)];
      random.nextBytes(bytes);
      System.arraycopy(right, 0, bytes, 0, Math.min(bytes.length, random.nextInt(12)));
      // A check sum of 32 bits passes one wrong packet in 4e9.
      assertFalse(read.decode(ByteBuffer.wrap(bytes)));
    }
  }

  @Test
  void writingAndReadingAllocateNothing() {
    UdpPacket state = state();
    ByteBuffer bytes = ByteBuffer.allocateDirect(state.size());
    assertEquals(
        0,
        Allocation.bytes(
            2_000,
            () -> {
              state.encode(bytes);
              state.decode(bytes);
            }));
  }
}
