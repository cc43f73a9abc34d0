package org.ophiura.sim.hardware.source;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.ophiura.sim.CycleStatus;
import org.ophiura.sim.hardware.ServoArm;
import org.ophiura.sim.hardware.timing.LoopClock;
import org.ophiura.sim.plugin.SettingException;

/** What is sent over the loopback arrives; a test that waits in vain has failed. */
@Timeout(60)
final class UdpSourceTest {
  private static final long SEED = 20_261_125;
  private static final double TIMEOUT_SECONDS = 0.2;
  private static final InetSocketAddress ANY_PORT =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

  private final AtomicLong now = new AtomicLong();
  private final LoopClock clock =
      new LoopClock() {
        @Override
        public long nanos() {
          return now.get();
        }

        @Override
        public void sleepUntil(long nanos) {
          throw new AssertionError("a source never waits");
        }
      };
  private final double[] state = new double[4];

  private UdpSource source() throws IOException {
    return new UdpSource(
        List.of("joint_velocity"), ServoArm.layout(2), ANY_PORT, TIMEOUT_SECONDS, clock);
  }

  private static ByteBuffer packet(int sequence, double... values) {
    StatePacket format = new StatePacket(values.length);
    ByteBuffer packet = ByteBuffer.allocate(format.size());
    format.encode(sequence, 1_000L * sequence, values, packet);
    return packet.flip();
  }

  private static void send(UdpSource source, ByteBuffer... packets) throws IOException {
    try (DatagramChannel sender = DatagramChannel.open()) {
      for (ByteBuffer packet : packets) {
        sender.send(packet, new InetSocketAddress(ANY_PORT.getAddress(), source.port()));
      }
    }
  }

  private static void awaitPackets(UdpSource source, long count) {
    while (source.accepted() + source.refused() + source.outdated() < count) {
      Thread.onSpinWait();
    }
  }

  @Test
  void itKnowsNothingUntilAPacketComesAndWhenTheLastIsTooOld() throws IOException {
    try (UdpSource source = source()) {
      assertFalse(source.isKnown());
      send(source, packet(1, 0.5, -0.5));
      awaitPackets(source, 1);
      assertTrue(source.isKnown());
      now.addAndGet(Math.round(TIMEOUT_SECONDS * 1e9) + 1);
      assertFalse(source.isKnown());
    }
  }

  @Test
  void aPacketIsLaidOutAsDocumented() {
    ByteBuffer packet = packet(0x01020304, 1.0);
    byte[] bytes = new byte[packet.remaining()];
    packet.duplicate().get(bytes);
    // The checksum is that of Python's zlib.crc32 over the 28 bytes before it.
    assertEquals(
        "4f50485304030201" + "a0c7dbef03000000" + "01000000" + "000000000000f03f" + "d80bd7c5",
        HexFormat.of().formatHex(bytes));
  }

  @Test
  void statesArriveInTheOrderOfTheObservations() throws IOException {
    try (UdpSource source = source()) {
      assertEquals(CycleStatus.STALE, source.read(state));
      send(source, packet(1, 0.5, -0.25));
      awaitPackets(source, 1);
      assertEquals(CycleStatus.OK, source.read(state));
      assertArrayEquals(new double[] {0, 0, 0.5, -0.25}, state);
      assertEquals(CycleStatus.STALE, source.read(state), "nothing new");
    }
  }

  @Test
  void silenceIsAFaultAfterTheTimeout() throws IOException {
    try (UdpSource source = source()) {
      send(source, packet(1, 0.5, -0.25));
      awaitPackets(source, 1);
      source.read(state);
      now.addAndGet(200_000_000);
      assertEquals(CycleStatus.STALE, source.read(state));
      now.addAndGet(1);
      assertEquals(CycleStatus.FAULT, source.read(state));
      send(source, packet(2, 0.75, 0));
      awaitPackets(source, 2);
      assertEquals(CycleStatus.OK, source.read(state));
      assertEquals(0.75, state[2]);
    }
  }

  @Test
  void packetsThatAreOldOrNotForUsChangeNothing() throws IOException {
    try (UdpSource source = source()) {
      send(source, packet(7, 1, 2));
      awaitPackets(source, 1);
      send(
          source,
          packet(7, 3, 4),
          packet(6, 3, 4),
          packet(8, 3, 4, 5),
          packet(8, 3),
          packet(8, Double.NaN, 0),
          ByteBuffer.wrap(new byte[0]));
      awaitPackets(source, 7);
      assertEquals(1, source.accepted());
      assertEquals(2, source.outdated());
      assertEquals(4, source.refused());
      source.read(state);
      assertArrayEquals(new double[] {0, 0, 1, 2}, state);
    }
  }

  @Test
  void sequenceNumbersWrapAround() throws IOException {
    try (UdpSource source = source()) {
      send(source, packet(Integer.MAX_VALUE, 1, 1), packet(Integer.MIN_VALUE, 2, 2));
      awaitPackets(source, 2);
      assertEquals(2, source.accepted());
    }
  }

  @Test
  void noDamagedPacketIsAccepted() {
    SplittableRandom random = new SplittableRandom(SEED);
    StatePacket format = new StatePacket(3);
    ByteBuffer packet = ByteBuffer.allocate(format.size() + 4);
    for (int round = 0; round < 100_000; round++) {
      packet.clear();
      double[] values = {random.nextDouble(), random.nextDouble(), random.nextDouble()};
      format.encode(round, random.nextLong(), values, packet);
      packet.flip();
      assertTrue(format.accepts(packet));
      int flips = random.nextInt(1, 4);
      for (int i = 0; i < flips; i++) {
        int at = random.nextInt(packet.limit());
        packet.put(at, (byte) (packet.get(at) ^ (1 << random.nextInt(8))));
      }
      boolean whole = round % 2 == 0;
      if (!whole) {
        packet.limit(random.nextInt(packet.limit()));
      }
      if (format.accepts(packet)) {
        assertEquals(values[0], format.value(packet, 0), "two flips met, seed " + SEED);
        assertEquals(values[1], format.value(packet, 1));
        assertEquals(values[2], format.value(packet, 2));
        assertEquals(round, format.sequence(packet));
      }
      assertFalse(!whole && format.accepts(packet), "cut, seed " + SEED);
    }
  }

  @Test
  void observationsThatAreNotThereAndBusyPortsAreErrors() throws IOException {
    assertTrue(
        assertThrows(
                SettingException.class,
                () ->
                    new UdpSource(
                        List.of("joint_velocities"), ServoArm.layout(2), ANY_PORT, 1, clock))
            .getMessage()
            .startsWith("observations[0] must be an observation of the robot, got"));
    try (UdpSource source = source()) {
      InetSocketAddress busy = new InetSocketAddress(ANY_PORT.getAddress(), source.port());
      String message =
          assertThrows(
                  IOException.class,
                  () ->
                      new UdpSource(List.of("joint_velocity"), ServoArm.layout(2), busy, 1, clock))
              .getMessage();
      assertTrue(
          message.startsWith("cannot listen for states on ")
              && message.endsWith("is another run still using the port?"),
          message);
    }
  }
}
