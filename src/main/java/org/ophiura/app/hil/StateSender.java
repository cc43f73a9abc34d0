package org.ophiura.app.hil;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.List;
import java.util.stream.IntStream;
import org.ophiura.app.results.UserException;
import org.ophiura.sim.NearestName;
import org.ophiura.sim.ObservationSpec;
import org.ophiura.sim.PlantState;
import org.ophiura.sim.RobotLayout;
import org.ophiura.sim.hardware.source.StatePacket;
import org.ophiura.sim.plugin.SettingException;

/** Sends the state of an emulated robot to this machine, as motion capture would. */
final class StateSender implements AutoCloseable {
  private final PlantState state;
  private final int[] indices;
  private final double[] values;
  private final StatePacket format;
  private final ByteBuffer packet;
  private final DatagramChannel channel;
  private int sequence;

  /**
   * Opens a socket.
   *
   * @throws SettingException if the robot has no such observation
   */
  StateSender(StateSettings.Udp settings, RobotLayout layout, PlantState state) {
    this.state = state;
    indices =
        IntStream.range(0, settings.observations().size())
            .mapToObj(i -> find(layout, settings.observations(), i))
            .flatMapToInt(spec -> IntStream.range(spec.offset(), spec.offset() + spec.size()))
            .toArray();
    values = new double[indices.length];
    format = new StatePacket(values.length);
    packet = ByteBuffer.allocateDirect(format.size());
    try {
      channel = DatagramChannel.open(StandardProtocolFamily.INET);
      channel.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), settings.port()));
      channel.configureBlocking(false);
    } catch (IOException e) {
      throw new UserException(
          "cannot send states to port " + settings.port() + ": " + e.getMessage());
    }
  }

  private static ObservationSpec find(RobotLayout layout, List<String> names, int index) {
    return layout
        .findObservation(names.get(index))
        .orElseThrow(
            () ->
                new SettingException(
                    "state.observations[" + index + "]",
                    "must be an observation of the robot, got '"
                        + names.get(index)
                        + "'"
                        + NearestName.suggestion(
                            names.get(index),
                            layout.observations().stream().map(ObservationSpec::name).toList())));
  }

  /** Sends the state as it is now; nobody may be listening. */
  void send() {
    for (int i = 0; i < indices.length; i++) {
      values[i] = state.get(indices[i]);
    }
    packet.clear();
    format.encode(sequence++, System.nanoTime(), values, packet);
    packet.flip();
    try {
      channel.write(packet);
    } catch (IOException e) {
      // Nobody listens at the moment.
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      // It was for sending only.
    }
  }
}
