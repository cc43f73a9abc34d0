package org.ophiura.app.view;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.Javalin;
import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.HttpStatus;
import io.javalin.util.JavalinBindException;
import io.javalin.websocket.WsConfig;
import io.javalin.websocket.WsContext;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ophiura.app.results.UserException;
import org.ophiura.app.web.WebFiles;

/**
 * Serves the live page. Answers only requests that name it by an address of its own, and opens its
 * socket only to pages that came from itself: no other page that a browser shows can drive the
 * robot.
 */
public final class LiveServer implements AutoCloseable {
  /** Where it listens unless told otherwise. */
  public static final String LOOPBACK = "127.0.0.1";

  private static final Map<String, String> TYPES =
      Map.of("html", "text/html", "js", "text/javascript", "css", "text/css");

  /** What listens at all addresses of a machine. */
  private static final Set<String> ANY = Set.of("0.0.0.0", "::");

  /** A numeric address, which unlike a name cannot be made to lead elsewhere. */
  private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|\\[[0-9a-fA-F:.]+\\]");

  private static final int LONGEST_MESSAGE = 4096; // Bytes; longer ones end the connection.
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Show show;
  private final Set<String> names;
  private final boolean anyAddress;
  private final Map<String, Viewer> viewers = new ConcurrentHashMap<>();
  private final Javalin server;

  private LiveServer(Show show, String host, int port) {
    this.show = show;
    names =
        Set.copyOf(List.of(LOOPBACK, "localhost", host.contains(":") ? "[" + host + "]" : host));
    anyAddress = ANY.contains(host);
    server =
        Javalin.create(
            config -> {
              config.startup.showJavalinBanner = false;
              config.jetty.modifyWebSocketServletFactory(
                  factory -> {
                    factory.setMaxTextMessageSize(LONGEST_MESSAGE);
                    factory.setMaxBinaryMessageSize(LONGEST_MESSAGE);
                  });
              config.routes.before(this::checkHost);
              config.routes.get("/", context -> file(context, "live.html"));
              config.routes.get("/web/{name}", context -> file(context, context.pathParam("name")));
              config.routes.wsBeforeUpgrade(this::checkOrigin);
              config.routes.ws("/live", this::socket);
            });
    server.start(host, port);
  }

  /**
   * Starts a server.
   *
   * @param host address to listen at
   * @param port 0 takes a free one
   * @throws UserException if the port is taken or the address is not this machine's
   */
  static LiveServer start(Show show, String host, int port) {
    try {
      return new LiveServer(show, host, port);
    } catch (JavalinBindException e) {
      throw new UserException(
          "--port "
              + port
              + " of "
              + host
              + " cannot be listened at: it is taken, or not this machine's; name another with"
              + " --port, or leave it out to take a free one");
    }
  }

  /** Where it listens. */
  public int port() {
    return server.port();
  }

  /**
   * Whether a request names this server, which a page that was led here by a false name does not.
   */
  private void checkHost(Context context) {
    if (!isOwn(context.host())) {
      throw new ForbiddenResponse("this server answers to its own address only");
    }
  }

  private void checkOrigin(Context context) {
    checkHost(context);
    String origin = context.header("Origin");
    if (origin == null || !isOwnOrigin(origin)) {
      throw new ForbiddenResponse("pages from elsewhere cannot connect");
    }
  }

  private boolean isOwnOrigin(String origin) {
    try {
      URI uri = URI.create(origin);
      return "http".equals(uri.getScheme()) && isOwn(uri.getAuthority());
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private boolean isOwn(@Nullable String hostAndPort) {
    String ending = ":" + server.port();
    if (hostAndPort == null || !hostAndPort.endsWith(ending)) {
      return false;
    }
    String host = hostAndPort.substring(0, hostAndPort.length() - ending.length());
    return names.contains(host) || (anyAddress && ADDRESS.matcher(host).matches());
  }

  private static void file(Context context, String name) {
    if (!WebFiles.exists(name)) {
      context.status(HttpStatus.NOT_FOUND);
      return;
    }
    String ending = name.substring(name.lastIndexOf('.') + 1);
    context
        .contentType(TYPES.getOrDefault(ending, "text/plain") + "; charset=utf-8")
        .header("Cache-Control", "no-cache")
        .header("X-Content-Type-Options", "nosniff")
        .header("X-Frame-Options", "DENY")
        .result(WebFiles.text(name));
  }

  private void socket(WsConfig socket) {
    socket.onConnect(
        context -> {
          Viewer viewer = new Viewer(context.session);
          viewers.put(context.sessionId(), viewer);
          viewer.tell(show.greeting());
          show.audience().add(viewer);
        });
    socket.onMessage(
        context ->
            Optional.ofNullable(viewers.get(context.sessionId()))
                .ifPresent(viewer -> receive(viewer, context.message())));
    socket.onClose(this::leave);
    socket.onError(this::leave);
  }

  private void receive(Viewer viewer, String text) {
    Request.parse(JSON, text).ifPresent(request -> show.ask(viewer, request));
  }

  private void leave(WsContext context) {
    Viewer viewer = viewers.remove(context.sessionId());
    if (viewer != null) {
      show.audience().remove(viewer);
    }
  }

  @Override
  public void close() {
    show.audience().close();
    server.stop();
  }
}
