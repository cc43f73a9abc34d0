package org.ophiura.sim.hardware.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ophiura.sim.hardware.Allocation;
import org.ophiura.sim.hardware.link.UdpPacket.Kind;

/** On this machine's own network. */
final class UdpLinkTest {
  private static final int JOINTS = 4;
  private static final long SECOND = 1_000_000_000;

  private final UdpPacket state = new UdpPacket(Kind.STATE, JOINTS);
  private final UdpPacket command = new UdpPacket(Kind.COMMAND, JOINTS);
  private final ByteBuffer out = ByteBuffer.allocate(state.size());
  private DatagramChannel robot;
  private UdpLink link;

  @BeforeEach
  void connect() throws IOException {
    InetAddress home = InetAddress.getLoopbackAddress();
    robot = DatagramChannel.open().bind(new InetSocketAddress(home, 0));
    int port = ((InetSocketAddress) robot.getLocalAddress()).getPort();
    link = UdpLink.open(home.getHostAddress(), port, JOINTS);
  }

  @AfterEach
  void disconnect() throws IOException {
    link.close();
    robot.close();
  }

  private void sendState(int sequence) throws IOException {
    state.stamp(sequence, 0, 0, UdpPacket.TORQUE);
    state.setFirst(0, sequence);
    state.encode(out);
    robot.send(out, link.localAddress());
  }

  private boolean receive() {
    return link.receive(System.nanoTime() + 10 * SECOND);
  }

  @Test
  void commandsGoOutNumberedAndStamped() throws IOException {
    for (int i = 0; i < 3; i++) {
      link.command().setFirst(1, 0.5);
      assertTrue(link.send(UdpPacket.TORQUE));
      ByteBuffer in = ByteBuffer.allocate(command.size());
      SocketAddress from = robot.receive(in);
      in.flip();
      assertEquals(link.localAddress(), from);
      assertTrue(command.decode(in));
      assertEquals(i, command.sequence());
      assertEquals(0.5, command.first(1), 0);
      assertEquals(UdpPacket.TORQUE, command.flags());
    }
  }

  @Test
  void theNewestStateCountsAndTheOthersAreCounted() throws IOException {
    sendState(7);
    assertTrue(receive());
    sendState(10);
    sendState(9);
    sendState(10);
    assertTrue(receive());
    // The three may come in as many pieces as the system likes.
    while (link.states().duplicates() == 0) {
      link.receive(System.nanoTime() + SECOND);
    }
    assertEquals(10, link.state().first(0), 0);
    assertEquals(2, link.states().accepted());
    assertEquals(1, link.states().lost());
    assertEquals(1, link.states().reordered());
    assertEquals(1, link.states().duplicates());
  }

  @Test
  void whatIsNoStateIsCountedAndLeavesTheStateAsItIs() throws IOException {
    sendState(1);
    assertTrue(receive());
    robot.send(ByteBuffer.wrap(new byte[] {1, 2, 3}), link.localAddress());
    state.stamp(2, 0, 0, 0);
    state.encode(out);
    ByteBuffer longer = ByteBuffer.allocate(out.limit() + 1).put(out).put((byte) 0).flip();
    robot.send(longer, link.localAddress());
    sendState(3);
    assertTrue(receive());
    assertEquals(2, link.malformed());
    assertEquals(3, link.state().first(0), 0);
  }

  @Test
  void waitingEndsAtTheDeadline() {
    long deadline = System.nanoTime() + SECOND / 100;
    assertFalse(link.receive(deadline));
    assertTrue(System.nanoTime() >= deadline);
  }

  @Test
  void whatIsNotANumberIsNotSent() {
    link.command().setFirst(2, Double.NaN);
    assertFalse(link.send(UdpPacket.TORQUE));
    assertEquals(1, link.unsent());
  }

  @Test
  void aRobotThatIsNotThereIsNoError() throws IOException {
    robot.close();
    for (int i = 0; i < 5; i++) {
      link.send(0);
      assertFalse(link.receive(System.nanoTime() + SECOND / 1000));
    }
  }

  @Test
  void aHostThatIsNotKnownIsTold() {
    String message =
        assertThrows(LinkException.class, () -> UdpLink.open("no.such.host.invalid", 9, 1))
            .getMessage();
    assertEquals(
        "no host 'no.such.host.invalid': check the name, or give the robot's address in numbers",
        message);
  }

  @Test
  void exchangingAllocatesNothing() {
    assertEquals(
        0,
        Allocation.bytes(
            200,
            () -> {
              link.send(UdpPacket.TORQUE);
              link.receive(System.nanoTime());
            }));
  }
}
