package org.ophiura.sim.hardware.link;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.concurrent.locks.LockSupport;
import org.ophiura.sim.hardware.link.UdpPacket.Kind;

/**
 * A robot behind a microcontroller that is reached by UDP: states come in, commands go out, one
 * packet each. One thread; {@link #receive} and {@link #send} allocate nothing and never throw.
 */
public final class UdpLink implements AutoCloseable {
  private static final long NAP_NANOS = 50_000;
  private static final long SPIN_NANOS = 200_000;

  private final DatagramChannel channel;
  private final UdpPacket state;
  private final UdpPacket command;
  private final ByteBuffer incoming;
  private final ByteBuffer outgoing;
  private final SequenceCounter states = new SequenceCounter();
  private final UdpPacket candidate;
  private boolean lastWasNew;
  private int sequence;
  private long malformed;
  private long unsent;

  private UdpLink(DatagramChannel channel, int joints) {
    this.channel = channel;
    state = new UdpPacket(Kind.STATE, joints);
    candidate = new UdpPacket(Kind.STATE, joints);
    command = new UdpPacket(Kind.COMMAND, joints);
    // One byte more than a right packet, so that a longer one is not cut to a right one.
    incoming = ByteBuffer.allocateDirect(state.size() + 1);
    outgoing = ByteBuffer.allocateDirect(command.size());
  }

  /**
   * Opens a link.
   *
   * @param host name or address of the microcontroller
   * @param port its port; packets of others are not heard
   * @throws LinkException if the name is not known or the network refuses
   */
  public static UdpLink open(String host, int port, int joints) {
    InetSocketAddress address = new InetSocketAddress(host, port);
    if (address.isUnresolved()) {
      throw new LinkException(
          "no host '" + host + "': check the name, or give the robot's address in numbers");
    }
    try {
      DatagramChannel channel = DatagramChannel.open();
      channel.connect(address);
      channel.configureBlocking(false);
      return new UdpLink(channel, joints);
    } catch (IOException e) {
      throw new LinkException("cannot talk to " + host + ":" + port + ": " + e.getMessage());
    }
  }

  /** Where packets come from and go to on this machine. */
  public SocketAddress localAddress() {
    try {
      return channel.getLocalAddress();
    } catch (IOException e) {
      throw new LinkException("the UDP link is closed");
    }
  }

  /** The newest state that came. Live. */
  public UdpPacket state() {
    return state;
  }

  /** The command to fill in before {@link #send}. */
  public UdpPacket command() {
    return command;
  }

  /** What became of the robot's packets. */
  public SequenceCounter states() {
    return states;
  }

  /** Packets that were no state, were for another number of joints, or were damaged. */
  public long malformed() {
    return malformed;
  }

  /** Commands that the network did not take. */
  public long unsent() {
    return unsent;
  }

  /**
   * Takes in all packets that are there, and waits for one if none is new.
   *
   * @param deadlineNanos on the clock of {@link System#nanoTime}
   * @return whether {@link #state()} is newer than before
   */
  public boolean receive(long deadlineNanos) {
    while (true) {
      boolean fresh = false;
      while (takeOne()) {
        fresh |= lastWasNew;
      }
      long left = deadlineNanos - System.nanoTime();
      if (fresh || left <= 0 || !channel.isOpen()) {
        return fresh;
      }
      if (left > SPIN_NANOS) {
        LockSupport.parkNanos(NAP_NANOS);
      } else {
        Thread.onSpinWait();
      }
    }
  }

  /** Takes one packet in, if one is there. */
  private boolean takeOne() {
    lastWasNew = false;
    incoming.clear();
    try {
      if (channel.read(incoming) <= 0) {
        return false;
      }
    } catch (PortUnreachableException e) {
      // Nobody listens there yet; what was sent is lost.
      return false;
    } catch (IOException e) {
      return false;
    }
    incoming.flip();
    if (!candidate.decode(incoming)) {
      malformed++;
    } else if (states.isNew(candidate.sequence())) {
      incoming.rewind();
      lastWasNew = state.decode(incoming);
    }
    return true;
  }

  /**
   * Sends the command, numbered and stamped.
   *
   * @param flags {@link UdpPacket#TORQUE} to drive the motors
   * @return false, and nothing is sent, if a target is not finite; also if the network did not take
   *     it
   */
  public boolean send(int flags) {
    if (!command.isFinite()) {
      unsent++;
      return false;
    }
    command.stamp(sequence++, states.newest(), System.nanoTime(), flags);
    command.encode(outgoing);
    try {
      if (channel.write(outgoing) == command.size()) {
        return true;
      }
    } catch (IOException e) {
      unsent++;
      return false;
    }
    unsent++;
    return false;
  }

  /** Closes the socket. Closing again does nothing. */
  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new LinkException("cannot close the UDP link: " + e.getMessage());
    }
  }
}
