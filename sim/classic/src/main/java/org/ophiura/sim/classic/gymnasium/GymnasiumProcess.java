package org.ophiura.sim.classic.gymnasium;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.ophiura.sim.NearestName;
import org.ophiura.sim.environment.EnvironmentException;
import org.ophiura.sim.environment.Space;
import org.ophiura.sim.environment.Space.Box.Dimension;
import org.ophiura.sim.environment.Spaces;
import org.ophiura.sim.plugin.SettingException;

/**
 * Several environments of one kind in one Python process: one frame steps them all. Belongs to one
 * thread. A step allocates nothing here.
 */
public final class GymnasiumProcess implements AutoCloseable {
  /** The version that this program was tried with. */
  public static final String VERSION = "1.4.0";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int STATE_HEAD_BYTES = Double.BYTES + 2 + Integer.BYTES;

  private final HelperProcess process;
  private final String id;
  private final int count;
  private final int frames;
  private final Spaces spaces;
  private final boolean image;
  private final int frameBytes;
  private final ByteBuffer request;
  private byte[] states = new byte[0];
  private ByteBuffer state = ByteBuffer.wrap(states);

  /**
   * How environments are made.
   *
   * @param python command of the interpreter
   * @param id as Gymnasium knows it
   * @param options keyword arguments, as JSON values
   * @param count how many of them
   * @param repeat how often each action is taken; above 1 the last two observations are shown
   * @param timeoutSeconds for each answer of the process
   */
  public record Request(
      String python,
      String id,
      Map<String, Object> options,
      int count,
      int repeat,
      double timeoutSeconds) {
    /** Copies the options. */
    public Request {
      options = Map.copyOf(options);
    }
  }

  /**
   * Starts a process and makes the environments.
   *
   * @throws SettingException if Python, a package or the environment is missing, or has spaces that
   *     are not supported
   */
  public GymnasiumProcess(Request wanted) {
    id = wanted.id();
    count = wanted.count();
    frames = wanted.repeat() > 1 ? 2 : 1;
    process = new HelperProcess(wanted.python(), "Gymnasium's " + id, wanted.timeoutSeconds());
    try {
      JsonNode made = make(wanted);
      JsonNode observation = made.path("observation");
      image = observation.path("type").asText().equals("image");
      Space space = space(observation);
      frameBytes = space.dimension() * (image ? 1 : Double.BYTES);
      List<String> actions = new ArrayList<>();
      made.path("actions").forEach(name -> actions.add(name.asText()));
      spaces = new Spaces(space, new Space.Discrete(actions));
      request = ByteBuffer.allocate(1 + count * (1 + Long.BYTES)).order(ByteOrder.LITTLE_ENDIAN);
    } catch (RuntimeException e) {
      process.close();
      throw e;
    }
  }

  private JsonNode make(Request wanted) {
    ObjectNode json = JSON.createObjectNode();
    json.put("id", id).put("count", count).put("repeat", wanted.repeat());
    json.set("options", JSON.valueToTree(wanted.options()));
    byte[] text = json.toString().getBytes(StandardCharsets.UTF_8);
    ByteBuffer answer =
        process.ask(ByteBuffer.allocate(1 + text.length).put((byte) 'M').put(text).flip());
    JsonNode told = json(answer);
    if (answer.get(0) == 'E') {
      throw refusal(told, wanted.python());
    }
    return told;
  }

  private static JsonNode json(ByteBuffer answer) {
    byte[] text = new byte[answer.limit() - 1];
    answer.get(1, text);
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new EnvironmentException("the Python process wrote no JSON: " + e.getMessage());
    }
  }

  private SettingException refusal(JsonNode told, String python) {
    String message = told.path("message").asText();
    return switch (told.path("kind").asText()) {
      case "package" ->
          new SettingException(
              "python",
              "must be a Python with the package "
                  + message
                  + ", which "
                  + python
                  + " lacks; install it: "
                  + python
                  + " -m pip install "
                  + (message.equals("gymnasium") ? "gymnasium==" + VERSION : message));
      case "id" -> {
        List<String> known = new ArrayList<>();
        told.path("known").forEach(name -> known.add(name.asText()));
        yield new SettingException(
            "id",
            "must be an environment that Gymnasium knows, got '"
                + id
                + "'"
                + NearestName.suggestion(id, known));
      }
      case "actions" ->
          new SettingException(
              "id",
              "must be an environment with discrete actions, those of " + id + " are " + message);
      case "observation" ->
          new SettingException(
              "id",
              "must be an environment whose observations are one number or one array, those of "
                  + id
                  + " are "
                  + message);
      default -> new SettingException("id", "cannot be made by Gymnasium: " + message);
    };
  }

  private static Space space(JsonNode told) {
    switch (told.path("type").asText()) {
      case "discrete" -> {
        return new Space.Discrete(
            IntStream.range(0, told.path("count").asInt()).mapToObj(i -> "state " + i).toList());
      }
      case "image" -> {
        JsonNode shape = told.path("shape");
        return new Space.Image(
            shape.get(0).asInt(),
            shape.get(1).asInt(),
            shape.size() > 2 ? shape.get(2).asInt() : 1);
      }
      default -> {
        List<Dimension> dimensions = new ArrayList<>();
        for (int i = 0; i < told.path("low").size(); i++) {
          dimensions.add(
              new Dimension(
                  "observation " + i,
                  "",
                  told.path("low").get(i).asDouble(Double.NEGATIVE_INFINITY),
                  told.path("high").get(i).asDouble(Double.POSITIVE_INFINITY)));
        }
        return new Space.Box(dimensions);
      }
    }
  }

  /** Its id. */
  public String id() {
    return id;
  }

  /** Number of environments. */
  public int count() {
    return count;
  }

  /** What each of them shows and takes. */
  public Spaces spaces() {
    return spaces;
  }

  /** Begins an episode in one environment. */
  public void reset(int index, RandomGenerator random) {
    request.clear().put((byte) 'R');
    for (int i = 0; i < count; i++) {
      request.put((byte) (i == index ? 1 : 0)).putLong(i == index ? random.nextInt() >>> 1 : 0);
    }
    exchange();
  }

  /** Begins an episode in each environment, from one seed after the other. */
  public void resetAll(RandomGenerator random) {
    request.clear().put((byte) 'R');
    for (int i = 0; i < count; i++) {
      request.put((byte) 1).putLong(random.nextInt() >>> 1);
    }
    exchange();
  }

  /**
   * Takes an action in each environment.
   *
   * @param actions one for each; a negative one leaves an environment alone. Not modified.
   */
  public void step(int[] actions) {
    request.clear().put((byte) 'S');
    for (int i = 0; i < count; i++) {
      request.putInt(actions[i]);
    }
    exchange();
  }

  private void exchange() {
    ByteBuffer answer = process.ask(request.flip());
    if (answer.get(0) != 'D') {
      throw new EnvironmentException(
          "Gymnasium's " + id + " failed: " + json(answer).path("message").asText());
    }
    int expected = 1 + count * stateBytes();
    if (answer.limit() != expected) {
      throw new EnvironmentException(
          "Gymnasium's "
              + id
              + " must show "
              + expected
              + " bytes, got "
              + answer.limit()
              + ": do its observations change their shape?");
    }
    if (states.length < answer.limit()) {
      states = new byte[answer.limit()];
      state = ByteBuffer.wrap(states).order(ByteOrder.LITTLE_ENDIAN);
    }
    answer.get(0, states, 0, answer.limit());
  }

  private int stateBytes() {
    return STATE_HEAD_BYTES + frames * frameBytes;
  }

  private int start(int index) {
    return 1 + index * stateBytes();
  }

  /** Reward of the last step of an environment. */
  public double reward(int index) {
    return state.getDouble(start(index));
  }

  /** Whether the last step of an environment ended the task itself. */
  public boolean terminated(int index) {
    return state.get(start(index) + Double.BYTES) != 0;
  }

  /** Whether time was up after the last step of an environment. */
  public boolean truncated(int index) {
    return state.get(start(index) + Double.BYTES + 1) != 0;
  }

  /** How often the last action was taken; fewer than asked for where the episode ended. */
  public int steps(int index) {
    return state.getInt(start(index) + Double.BYTES + 2);
  }

  /**
   * Copies the last observation of an environment; images channel by channel.
   *
   * @param out Modified.
   * @throws EnvironmentException if a number is not finite
   */
  public void observe(int index, double[] out) {
    int from = start(index) + STATE_HEAD_BYTES + (frames - 1) * frameBytes;
    if (spaces.observation() instanceof Space.Image picture) {
      int channels = picture.channels();
      int pixels = picture.height() * picture.width();
      for (int i = 0; i < pixels; i++) {
        for (int channel = 0; channel < channels; channel++) {
          out[channel * pixels + i] = states[from + i * channels + channel] & 0xFF;
        }
      }
      return;
    }
    for (int i = 0; i < frameBytes / Double.BYTES; i++) {
      out[i] = state.getDouble(from + i * Double.BYTES);
      if (!Double.isFinite(out[i])) {
        throw new EnvironmentException(
            "Gymnasium's " + id + " must show finite numbers, got " + out[i] + " as number " + i);
      }
    }
  }

  /**
   * The greater of the last two observations of an environment, pixel by pixel, as they came: row
   * by row. For repeated actions.
   *
   * @param out Modified.
   */
  public void greatestOfTwo(int index, int[] out) {
    int older = start(index) + STATE_HEAD_BYTES;
    int newer = older + (frames - 1) * frameBytes;
    for (int i = 0; i < frameBytes; i++) {
      out[i] = Math.max(states[older + i] & 0xFF, states[newer + i] & 0xFF);
    }
  }

  /**
   * Draws an environment.
   *
   * @return height, width, then a number 0xRRGGBB for each pixel
   * @throws EnvironmentException if it draws no pictures
   */
  public int[] picture(int index) {
    request.clear().put((byte) 'P').putInt(index);
    ByteBuffer answer = process.ask(request.flip());
    if (answer.get(0) != 'I') {
      throw new EnvironmentException(
          "Gymnasium's " + id + " has no picture: " + json(answer).path("message").asText());
    }
    int height = answer.getInt(1);
    int width = answer.getInt(1 + Integer.BYTES);
    int[] picture = new int[2 + height * width];
    picture[0] = height;
    picture[1] = width;
    byte[] bytes = new byte[answer.limit()];
    answer.get(0, bytes);
    for (int i = 0, at = 1 + 2 * Integer.BYTES; i < height * width; i++, at += 3) {
      picture[2 + i] =
          ((bytes[at] & 0xFF) << 16) | ((bytes[at + 1] & 0xFF) << 8) | (bytes[at + 2] & 0xFF);
    }
    return picture;
  }

  /** The number of the process, for tests. */
  long pid() {
    return process.pid();
  }

  /** Ends the process. Closing again does nothing. */
  @Override
  public void close() {
    process.close();
  }
}
