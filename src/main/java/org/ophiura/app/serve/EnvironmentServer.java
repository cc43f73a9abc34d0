package org.ophiura.app.serve;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.ophiura.app.trial.RandomStreams;
import org.ophiura.sim.environment.Environment;
import org.ophiura.sim.environment.EnvironmentException;
import org.ophiura.sim.environment.Pictured;
import org.ophiura.sim.environment.Space;
import org.ophiura.sim.environment.Space.Box.Dimension;

/**
 * Answers frames until its input ends. A frame is a little-endian 32-bit length and as many bytes,
 * the first of which is a letter.
 *
 * <p>It begins with {@code O}, JSON: what is served, with its spaces. Then it answers {@code R}
 * (i64 seed: begin an episode) and {@code S} (i32 action) with {@code D}: f64 reward, u8
 * terminated, u8 truncated, u8 succeeded, and the observation, a byte for each number of an image,
 * else an f64; {@code T} with {@code T}, UTF-8 text; {@code P} with {@code I}: u32 height, u32
 * width, RGB bytes; and what cannot be done with {@code E}, UTF-8 text.
 */
public final class EnvironmentServer {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int HEAD_BYTES = 1 + Double.BYTES + 3;
  private static final int MOST_BYTES = 64;

  private final Environment environment;
  private final DataInputStream in;
  private final OutputStream out;
  private final boolean image;
  private final double[] observation;
  private final ByteBuffer state;

  /**
   * Prepares a server.
   *
   * @param environment stays the caller's to close
   * @param in of the other program's frames
   * @param out for the answers; should be buffered
   */
  public EnvironmentServer(Environment environment, InputStream in, OutputStream out) {
    this.environment = environment;
    this.in = new DataInputStream(in);
    this.out = out;
    Space space = environment.spaces().observation();
    image = space instanceof Space.Image;
    observation = new double[space.dimension()];
    state =
        ByteBuffer.allocate(HEAD_BYTES + space.dimension() * (image ? 1 : Double.BYTES))
            .order(ByteOrder.LITTLE_ENDIAN);
  }

  /**
   * Serves until the input ends.
   *
   * @param name of what is served
   * @throws IOException if the other program is gone, or writes no frames
   */
  public void serve(String name) throws IOException {
    send('O', JSON.writeValueAsBytes(describe(name)));
    byte[] head = new byte[Integer.BYTES];
    while (true) {
      int first = in.read();
      if (first < 0) {
        return;
      }
      head[0] = (byte) first;
      in.readFully(head, 1, head.length - 1);
      int length = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).getInt();
      if (length < 1 || length > MOST_BYTES) {
        throw new EOFException("a frame must have 1 to " + MOST_BYTES + " bytes, got " + length);
      }
      byte[] frame = new byte[length];
      in.readFully(frame);
      try {
        answer(ByteBuffer.wrap(frame).order(ByteOrder.LITTLE_ENDIAN));
      } catch (IllegalStateException | IllegalArgumentException | EnvironmentException e) {
        send('E', String.valueOf(e.getMessage()).getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  private void answer(ByteBuffer frame) throws IOException {
    char letter = (char) frame.get();
    switch (letter) {
      case 'R' -> {
        environment.reset(RandomStreams.generator(frame.getLong()));
        sendState();
      }
      case 'S' -> {
        environment.step(frame.getInt());
        sendState();
      }
      case 'T' -> send('T', environment.text().getBytes(StandardCharsets.UTF_8));
      case 'P' -> sendPicture();
      default -> throw new IllegalArgumentException("there is no frame " + letter);
    }
  }

  private void sendState() throws IOException {
    environment.observe(observation);
    state.clear().put((byte) 'D').putDouble(environment.reward());
    state.put((byte) (environment.terminated() ? 1 : 0));
    state.put((byte) (environment.truncated() ? 1 : 0));
    state.put((byte) (environment.succeeded() ? 1 : 0));
    for (double number : observation) {
      if (image) {
        state.put((byte) (int) number);
      } else {
        state.putDouble(number);
      }
    }
    write(state.array(), state.position());
  }

  private void sendPicture() throws IOException {
    if (!(environment instanceof Pictured pictured)) {
      throw new IllegalStateException("this environment draws no pictures");
    }
    int width = pictured.pictureWidth();
    int height = pictured.pictureHeight();
    int[] rgb = new int[width * height];
    pictured.picture(rgb);
    ByteBuffer frame =
        ByteBuffer.allocate(2 * Integer.BYTES + 3 * rgb.length).order(ByteOrder.LITTLE_ENDIAN);
    frame.putInt(height).putInt(width);
    for (int pixel : rgb) {
      frame.put((byte) (pixel >> 16)).put((byte) (pixel >> 8)).put((byte) pixel);
    }
    send('I', frame.array());
  }

  private void send(char letter, byte[] payload) throws IOException {
    byte[] frame = new byte[1 + payload.length];
    frame[0] = (byte) letter;
    System.arraycopy(payload, 0, frame, 1, payload.length);
    write(frame, frame.length);
  }

  private void write(byte[] frame, int length) throws IOException {
    for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
      out.write(length >> shift);
    }
    out.write(frame, 0, length);
    out.flush();
  }

  private ObjectNode describe(String name) {
    ObjectNode root = JSON.createObjectNode();
    root.put("format", 1).put("name", name);
    root.put("seconds_per_step", environment.secondsPerStep());
    root.put("pictured", environment instanceof Pictured);
    if (environment instanceof Pictured pictured) {
      root.put("steps_per_second", pictured.stepsPerSecond());
    }
    root.set("observation", describe(environment.spaces().observation()));
    root.set("actions", JSON.valueToTree(environment.spaces().actions().names()));
    return root;
  }

  private static ObjectNode describe(Space space) {
    ObjectNode node = JSON.createObjectNode();
    if (space instanceof Space.Discrete discrete) {
      node.put("type", "discrete").put("count", discrete.count());
    } else if (space instanceof Space.Image picture) {
      node.put("type", "image");
      node.set(
          "shape",
          JSON.valueToTree(new int[] {picture.channels(), picture.height(), picture.width()}));
    } else {
      Space.Box box = (Space.Box) space;
      node.put("type", "box");
      node.set("names", JSON.valueToTree(box.dimensions().stream().map(Dimension::name).toList()));
      ArrayNode low = node.putArray("low");
      ArrayNode high = node.putArray("high");
      for (Dimension dimension : box.dimensions()) {
        put(low, dimension.low());
        put(high, dimension.high());
      }
    }
    return node;
  }

  /** JSON has no infinity: it is null. */
  private static void put(ArrayNode list, double bound) {
    if (Double.isInfinite(bound)) {
      list.addNull();
    } else {
      list.add(bound);
    }
  }
}
