package org.ophiura.sim.hardware.source;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.List;
import org.ophiura.sim.CycleStatus;
import org.ophiura.sim.NearestName;
import org.ophiura.sim.ObservationSpec;
import org.ophiura.sim.RobotLayout;
import org.ophiura.sim.hardware.timing.LoopClock;
import org.ophiura.sim.plugin.SettingException;

/**
 * Listens to somebody who sends the state in {@link StatePacket}s, such as a motion capture system.
 * Packets that are damaged or older than one that was taken are counted and left alone. A thread of
 * its own receives, so that the loop never waits.
 */
public final class UdpSource implements StateSource {
  private final int[] indices;
  private final StatePacket format;
  private final DatagramChannel channel;
  private final LoopClock clock;
  private final long timeoutNanos;
  private final Thread thread = new Thread(this::receive, "ophiura-state");

  /** Guarded by this, like all that follows. */
  private final double[] latest;

  private boolean fresh;
  private boolean begun;
  private int sequence;
  private long receivedNanos;
  private long accepted;
  private long refused;
  private long outdated;

  /**
   * Opens the port.
   *
   * @param observations what is sent, in this order
   * @param address where to listen; port 0 takes any that is free
   * @param timeoutSeconds how long the last state may hold
   * @throws SettingException for {@code observations[i]} if the robot has no such observation
   * @throws IOException if the port cannot be opened
   */
  public UdpSource(
      List<String> observations,
      RobotLayout layout,
      InetSocketAddress address,
      double timeoutSeconds,
      LoopClock clock)
      throws IOException {
    indices = indices(observations, layout);
    format = new StatePacket(indices.length);
    latest = new double[indices.length];
    timeoutNanos = Math.round(timeoutSeconds * 1e9);
    this.clock = clock;
    receivedNanos = clock.nanos();
    channel = open(address);
    thread.setDaemon(true);
    thread.start();
  }

  private static DatagramChannel open(InetSocketAddress address) throws IOException {
    DatagramChannel opened = DatagramChannel.open(StandardProtocolFamily.INET);
    try {
      return opened.bind(address);
    } catch (IOException | RuntimeException e) {
      opened.close();
      throw new IOException(
          "cannot listen for states on "
              + address.getHostString()
              + ":"
              + address.getPort()
              + ": "
              + e.getMessage()
              + "; is another run still using the port?",
          e);
    }
  }

  private static int[] indices(List<String> observations, RobotLayout layout) {
    List<String> known = layout.observations().stream().map(ObservationSpec::name).toList();
    int size = 0;
    for (int i = 0; i < observations.size(); i++) {
      String name = observations.get(i);
      if (!known.contains(name)) {
        throw new SettingException(
            "observations[" + i + "]",
            "must be an observation of the robot, got '"
                + name
                + "'"
                + NearestName.suggestion(name, known));
      }
      size += layout.observation(name).size();
    }
    if (size == 0) {
      throw new SettingException("observations", "must name at least one, got none");
    }
    int[] indices = new int[size];
    int next = 0;
    for (String name : observations) {
      ObservationSpec observation = layout.observation(name);
      for (int element = 0; element < observation.size(); element++) {
        indices[next++] = observation.offset() + element;
      }
    }
    return indices;
  }

  /** The port that is listened to. */
  public int port() throws IOException {
    return ((InetSocketAddress) channel.getLocalAddress()).getPort();
  }

  /** Packets that were taken. */
  public synchronized long accepted() {
    return accepted;
  }

  /** Packets that were damaged, or not for us. */
  public synchronized long refused() {
    return refused;
  }

  /** Packets that came after a newer one. */
  public synchronized long outdated() {
    return outdated;
  }

  private void receive() {
    ByteBuffer packet = ByteBuffer.allocateDirect(format.size() + 1);
    while (channel.isOpen()) {
      packet.clear();
      try {
        channel.receive(packet);
      } catch (IOException e) {
        // Closed, by us: a socket that waits for packets has no other trouble to tell of.
        return;
      }
      take(packet.flip());
    }
  }

  private synchronized void take(ByteBuffer packet) {
    if (!format.accepts(packet)) {
      refused++;
    } else if (begun && format.sequence(packet) - sequence <= 0) {
      outdated++;
    } else {
      begun = true;
      sequence = format.sequence(packet);
      for (int i = 0; i < latest.length; i++) {
        latest[i] = format.value(packet, i);
      }
      receivedNanos = clock.nanos();
      accepted++;
      fresh = true;
    }
  }

  @Override
  public synchronized boolean isKnown() {
    return begun && clock.nanos() - receivedNanos <= timeoutNanos;
  }

  @Override
  public synchronized CycleStatus read(double[] state) {
    for (int i = 0; i < indices.length; i++) {
      state[indices[i]] = latest[i];
    }
    if (fresh) {
      fresh = false;
      return CycleStatus.OK;
    }
    return clock.nanos() - receivedNanos > timeoutNanos ? CycleStatus.FAULT : CycleStatus.STALE;
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      // Nothing is left to be done with a port that does not close.
    }
  }
}
