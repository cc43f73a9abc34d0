package org.ophiura.app.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.concurrent.CompletableFuture;
import org.ophiura.sim.hardware.link.UdpPacket;

/**
 * A robot behind UDP as docs/udp-link.md asks for it: its joints go half of the way to their
 * targets with each command, and it answers each with its state.
 */
final class Microcontroller implements AutoCloseable {
  private final int joints;
  private final DatagramChannel channel;
  private final UdpPacket command;
  private final UdpPacket state;
  private final double[] positions;
  private final CompletableFuture<Void> serving;
  private long counted;
  private volatile boolean driven;
  private volatile long drivenCommands;
  private volatile boolean mute;
  private volatile double farthest;

  Microcontroller(int joints) throws IOException {
    this.joints = joints;
    channel =
        DatagramChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    command = new UdpPacket(UdpPacket.Kind.COMMAND, joints);
    state = new UdpPacket(UdpPacket.Kind.STATE, joints);
    positions = new double[joints];
    serving = CompletableFuture.runAsync(this::serve);
  }

  private void serve() {
    ByteBuffer in = ByteBuffer.allocate(command.size() + 1);
    ByteBuffer out = ByteBuffer.allocate(state.size());
    try {
      for (int sequence = 0; channel.isOpen(); sequence++) {
        in.clear();
        SocketAddress host = channel.receive(in);
        in.flip();
        if (command.decode(in)) {
          obey();
          if (!mute) {
            answer(sequence, host, out);
          }
        }
      }
    } catch (IOException e) {
      if (channel.isOpen()) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void obey() {
    driven = (command.flags() & UdpPacket.TORQUE) != 0;
    if (driven) {
      counted++;
      drivenCommands = counted;
      for (int i = 0; i < joints; i++) {
        positions[i] += 0.5 * (command.first(i) - positions[i]);
        farthest = Math.max(farthest, Math.abs(positions[i]));
      }
    }
  }

  private void answer(int sequence, SocketAddress host, ByteBuffer out) throws IOException {
    state.stamp(sequence, command.sequence(), System.nanoTime(), driven ? UdpPacket.TORQUE : 0);
    for (int i = 0; i < joints; i++) {
      state.setFirst(i, positions[i]);
    }
    out.clear();
    state.encode(out);
    channel.send(out, host);
  }

  String link() throws IOException {
    InetSocketAddress address = (InetSocketAddress) channel.getLocalAddress();
    return "port: \"127.0.0.1:" + address.getPort() + "\"\n  protocol: udp";
  }

  boolean driven() {
    return driven;
  }

  long drivenCommands() {
    return drivenCommands;
  }

  /** The farthest that any joint has been from 0 (rad). */
  double farthest() {
    return farthest;
  }

  /** Answers no more. */
  void fallSilent() {
    mute = true;
  }

  @Override
  public void close() throws IOException {
    channel.close();
    serving.join();
  }
}
