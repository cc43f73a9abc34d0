package org.ophiura.app.view;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A page without a browser: reads frames and messages, sends requests. */
final class LiveClient implements WebSocket.Listener, AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long PATIENCE_SECONDS = 20; // Far more than any wait takes.

  /**
   * A frame as it was read.
   *
   * @param bytes all of it
   * @param targets of the joints, rad
   */
  @SuppressWarnings("ArrayRecordComponent") // Read once, compared by nobody.
  record Seen(
      byte[] bytes, int flags, int leader, int step, int state, double[] poses, double[] targets) {
    boolean paused() {
      return (flags & Frame.PAUSED) != 0;
    }

    boolean told() {
      return (flags & Frame.TOLD) != 0;
    }

    static Seen of(byte[] bytes) {
      ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
      in.get();
      int flags = in.get();
      int leader = in.getShort();
      int step = in.getInt();
      int state = in.getInt();
      in.position(in.position() + 4 * Integer.BYTES);
      int bodies = in.getShort();
      in.getShort();
      int oscillators = in.getShort();
      int joints = in.getShort();
      in.getShort();
      double[] poses = floats(in, 7 * bodies);
      floats(in, oscillators);
      return new Seen(bytes, flags, leader, step, state, poses, floats(in, joints));
    }

    private static double[] floats(ByteBuffer in, int count) {
      double[] numbers = new double[count];
      for (int i = 0; i < count; i++) {
        numbers[i] = in.getFloat();
      }
      return numbers;
    }
  }

  private final BlockingQueue<Seen> frames = new LinkedBlockingQueue<>();
  private final BlockingQueue<JsonNode> messages = new LinkedBlockingQueue<>();
  private final CompletableFuture<Integer> closed = new CompletableFuture<>();
  private final StringBuilder text = new StringBuilder();
  private final ByteArrayOutputStream binary = new ByteArrayOutputStream();
  private @Nullable WebSocket socket;

  /** Opens the socket of a server, as a page of its own does. */
  static LiveClient connect(int port) {
    return connect(port, "http://127.0.0.1:" + port);
  }

  /** Opens the socket of a server for a page that came from some origin. */
  static LiveClient connect(int port, String origin) {
    LiveClient client = new LiveClient();
    client.socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .header("Origin", origin)
            .buildAsync(URI.create("ws://127.0.0.1:" + port + "/live"), client)
            .join();
    return client;
  }

  private WebSocket socket() {
    if (socket == null) {
      throw new IllegalStateException("not connected");
    }
    return socket;
  }

  /** Sends a request; single quotes stand for double ones. */
  void ask(String request) {
    send(request.replace('\'', '"'));
  }

  /** Sends any text. */
  void send(String message) {
    socket().sendText(message, true).join();
  }

  /** Sends any text to a server that may hang up meanwhile. */
  void sendWhileOpen(String message) {
    socket().sendText(message, true).exceptionally(hungUp -> socket()).join();
  }

  /** Sends any bytes. */
  void send(byte[] message) {
    socket().sendBinary(ByteBuffer.wrap(message), true).join();
  }

  /** The next frame that is so; those before it are forgotten. */
  Seen frame(Predicate<Seen> wanted) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (System.nanoTime() < end) {
      Seen seen = frames.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (seen != null && wanted.test(seen)) {
        return seen;
      }
    }
    throw new AssertionError("no such frame came");
  }

  /** The frame that comes next. */
  Seen nextFrame() throws InterruptedException {
    frames.clear();
    return frame(seen -> true);
  }

  /** Stands still and says where. */
  Seen pause() throws InterruptedException {
    ask("{'do':'pause','on':true}");
    return frame(Seen::paused);
  }

  /** The next message of a type; those before it are forgotten. */
  JsonNode message(String type) throws InterruptedException {
    for (JsonNode message = messages.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        message != null;
        message = messages.poll(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      if (message.get("type").textValue().equals(type)) {
        return message;
      }
    }
    throw new AssertionError("no message of type " + type + " came");
  }

  /** Whether messages came that nobody has read. */
  boolean hasMessages() {
    return !messages.isEmpty();
  }

  /** Waits until the server ends the connection; its reason as a number of RFC 6455. */
  int awaitClose() {
    return closed.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
  }

  @Override
  public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
    text.append(part);
    if (last) {
      try {
        messages.add(JSON.readTree(text.toString()));
      } catch (JsonProcessingException e) {
        throw new IllegalStateException(e);
      }
      text.setLength(0);
    }
    from.request(1);
    return CompletableFuture.completedStage(from);
  }

  @Override
  public CompletionStage<?> onBinary(WebSocket from, ByteBuffer part, boolean last) {
    byte[] bytes = new byte[part.remaining()];
    part.get(bytes);
    binary.writeBytes(bytes);
    if (last) {
      frames.add(Seen.of(binary.toByteArray()));
      binary.reset();
    }
    from.request(1);
    return CompletableFuture.completedStage(from);
  }

  @Override
  public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
    closed.complete(code);
    return CompletableFuture.completedStage(from);
  }

  @Override
  public void onError(WebSocket from, Throwable problem) {
    closed.complete(1006);
  }

  @Override
  public void close() {
    socket().abort();
  }

  /** A message that is no request, in one of many ways. */
  static String malformed(Random random) {
    String valid = VALID[random.nextInt(VALID.length)].replace('\'', '"');
    return switch (random.nextInt(6)) {
      case 0 -> valid.substring(0, random.nextInt(valid.length()));
      case 1 -> "x" + valid;
      case 2 -> noise(random);
      case 3 -> valid.replace("\"do\"", "\"undo\"");
      case 4 -> "[".repeat(1 + random.nextInt(400));
      default -> NONSENSE[random.nextInt(NONSENSE.length)].replace('\'', '"');
    };
  }

  private static final String[] VALID = {
    "{'do':'pause','on':true}", "{'do':'speed','factor':2}", "{'do':'target','x':0.1,'y':0.2}",
    "{'do':'lead','arm':1}", "{'do':'push','x':3,'y':4}", "{'do':'reset','next':true}"
  };
  private static final String[] NONSENSE = {
    "null",
    "[]",
    "1",
    "''",
    "{}",
    "{'do':1}",
    "{'do':'fly'}",
    "{'do':'pause'}",
    "{'do':'pause','on':'yes'}",
    "{'do':'speed'}",
    "{'do':'speed','factor':1e999}",
    "{'do':'speed','factor':NaN}",
    "{'do':'speed','factor':0}",
    "{'do':'speed','factor':-1}",
    "{'do':'target','x':1e9,'y':0}",
    "{'do':'target','x':0}",
    "{'do':'push','x':1e30,'y':0}",
    "{'do':'lead','arm':1.5}",
    "{'do':'lead','arm':99999999999}",
    "{'do':'change','key':3,'value':1}",
    "{'do':'change','key':'a'}",
    "{'do':'change','key':'a','value':{}}"
  };

  private static String noise(Random random) {
    return random
        .ints(random.nextInt(200), 1, 0x800)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
