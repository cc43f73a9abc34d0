package org.ophiura.app.view;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ophiura.app.Trials;
import org.ophiura.app.config.ConfigReader;
import org.ophiura.app.results.UserException;
import org.ophiura.app.trial.Trial;
import org.ophiura.app.trial.TrialSettings;

final class LiveServerTest {
  /** What a viewer may do takes effect within so many control steps of its receipt. */
  private static final int ARMS = 5;

  private static final int MOST_STEPS_TO_REACT = 2;

  /** So slow that a step lasts longer than a message takes to arrive on the busiest machine. */
  private static final String SLOWLY = "{'do':'speed','factor':0.1}";

  private static final double LARGEST_STEP_OF_A_TARGET_ANGLE = 0.15; // rad; of a gait at 4.71 rad/s

  private final LiveView view = open();

  private static LiveView open() {
    List<String> changes =
        List.of("plant.model.segments-per-arm=[1, 1, 1, 1, 1]", "task.time-limit=600");
    TrialSettings settings =
        ConfigReader.read(Trials.file("follow-target"), TrialSettings.class, changes);
    return LiveView.open(
        Trials.file("follow-target"),
        changes,
        Optional.empty(),
        Trial.open(settings),
        LiveServer.LOOPBACK,
        0);
  }

  @AfterEach
  void close() {
    view.close();
  }

  private LiveClient connect() {
    return LiveClient.connect(view.port());
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + view.port() + path)).build(),
            BodyHandlers.ofString());
  }

  @Test
  void thePageAndAllThatItNeedsComeFromTheServer() throws IOException, InterruptedException {
    String page = get("/").body();
    assertTrue(page.contains("<canvas"), page);
    assertFalse(page.contains("https:"), "needs the network: " + page);
    for (String file :
        List.of("live.js", "live.css", "page.css", "scene.js", "three.module.min.js")) {
      assertEquals(200, get("/web/" + file).statusCode(), file);
    }
    for (String other : List.of("/web/none.js", "/web/..%2F..%2Flogback.xml", "/logback.xml")) {
      assertNotEquals(200, get(other).statusCode(), other);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"evil.example", "evil.example:%d", "127.0.0.1", "127.0.0.1:1"})
  void aPageThatWasLedHereByAFalseNameGetsNothing(String host) throws IOException {
    String named = host.formatted(view.port());
    assertEquals(403, statusOf("GET / HTTP/1.1", "Host: " + named));
    assertEquals(403, statusOf("GET /web/live.js HTTP/1.1", "Host: " + named));
    assertEquals(
        403,
        statusOf(
            "GET /live HTTP/1.1",
            "Host: " + named,
            "Origin: http://" + named,
            "Connection: Upgrade",
            "Upgrade: websocket",
            "Sec-WebSocket-Version: 13",
            "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA=="));
  }

  @Test
  void itsOwnNamesAreAnswered() throws IOException {
    for (String name : List.of("127.0.0.1:%d", "localhost:%d")) {
      assertEquals(200, statusOf("GET / HTTP/1.1", "Host: " + name.formatted(view.port())), name);
    }
  }

  private int statusOf(String... lines) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), view.port())) {
      String request = String.join("\r\n", lines) + "\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      String answer =
          new BufferedReader(
                  new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
              .readLine();
      return Integer.parseInt(answer.substring(9, 12)) /* after "HTTP/1.1 " */;
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://evil.example",
        "http://evil.example:%d",
        "http://127.0.0.1:1",
        "https://127.0.0.1:%d",
        "http://127.0.0.1:%d.evil.example",
        "http://evil.example@127.0.0.1:%d",
        "file://",
        "null"
      })
  void aForeignPageCannotDriveTheRobot(String origin) {
    assertThrows(
        CompletionException.class,
        () -> LiveClient.connect(view.port(), origin.formatted(view.port())).close());
  }

  @Test
  void tenThousandMalformedMessagesChangeNothing() throws InterruptedException {
    long seed = 5;
    Random random = new Random(seed);
    try (LiveClient vandal = connect();
        LiveClient other = connect()) {
      byte[] before = other.pause().bytes();
      for (int i = 0; i < 10_000; i++) {
        vandal.send(LiveClient.malformed(random));
      }
      byte[] bytes = new byte[200];
      random.nextBytes(bytes);
      vandal.send(bytes);
      // Requests are acted upon in their order: what comes after these has seen them all.
      vandal.ask("{'do':'lead','arm':3}");
      LiveClient.Seen after = other.frame(LiveClient.Seen::told);
      assertEquals(3, after.leader(), "seed " + seed);
      assertEquals(LiveClient.Seen.of(before).step(), after.step());
      assertArrayEquals(LiveClient.Seen.of(before).poses(), after.poses());
      assertTrue(after.paused());
    }
  }

  @Test
  void whoSendsTooMuchAtOnceIsCutOffAndNobodyElse() throws InterruptedException {
    try (LiveClient vandal = connect();
        LiveClient other = connect()) {
      vandal.sendWhileOpen("{\"do\":\"pause\",\"on\":true,\"more\":\"" + "x".repeat(100_000));
      assertNotEquals(1000, vandal.awaitClose());
      int step = other.frame(seen -> true).step();
      assertFalse(other.frame(seen -> seen.step() > step + 2).paused());
    }
  }

  @Test
  void twoViewersSeeTheSame() throws InterruptedException {
    try (LiveClient one = connect();
        LiveClient other = connect()) {
      one.frame(seen -> seen.step() > 3);
      LiveClient.Seen seen = one.pause();
      assertArrayEquals(seen.bytes(), other.frame(LiveClient.Seen::paused).bytes());
      other.ask("{'do':'step'}");
      LiveClient.Seen next = one.frame(frame -> frame.step() == seen.step() + 1);
      assertArrayEquals(
          next.bytes(), other.frame(frame -> frame.step() == seen.step() + 1).bytes());
      assertFalse(Arrays.equals(seen.poses(), next.poses()), "it did not move");
    }
  }

  /**
   * From the frame in which the server says that a person chose to the one in which that arm leads:
   * both are the server's own, however late they come here.
   */
  @Test
  void theRobotReactsWithinTwoControlSteps() throws InterruptedException {
    try (LiveClient client = connect()) {
      client.ask(SLOWLY);
      for (int i = 0; i < 5; i++) {
        client.ask("{'do':'lead','arm':-1}");
        int leader = client.frame(seen -> !seen.told() && seen.leader() >= 0).leader();
        int arm = (leader + 1) % ARMS;
        client.ask("{'do':'lead','arm':" + arm + "}");
        LiveClient.Seen received = client.frame(LiveClient.Seen::told);
        LiveClient.Seen reacted =
            received.leader() == arm ? received : client.frame(seen -> seen.leader() == arm);
        assertTrue(
            reacted.step() - received.step() <= MOST_STEPS_TO_REACT,
            reacted.step() + " after " + received.step());
      }
    }
  }

  @Test
  void aMovedTargetIsSeenAtOnceAndChangesTheStateOfTheNextStep() throws InterruptedException {
    try (LiveClient client = connect()) {
      int target = body(client.message("greeting"), "target");
      int step = client.pause().step();
      client.ask("{'do':'target','x':1,'y':0.1}");
      client.frame(seen -> seen.poses()[7 * target] == 1);
      int right = step(client, step).state();
      client.ask("{'do':'target','x':-1,'y':0.1}");
      client.frame(seen -> seen.poses()[7 * target] == -1);
      assertNotEquals(right, step(client, step + 1).state());
      client.ask("{'do':'target','x':99,'y':0}");
      assertTrue(client.message("error").get("message").textValue().contains("within the walls"));
    }
  }

  /** One control step of a robot that stands still. */
  private static LiveClient.Seen step(LiveClient client, int from) throws InterruptedException {
    client.ask("{'do':'step'}");
    return client.frame(seen -> seen.step() == from + 1);
  }

  private static int body(JsonNode greeting, String role) {
    JsonNode bodies = greeting.at("/scene/bodies");
    for (int i = 0; i < bodies.size(); i++) {
      if (bodies.get(i).get("role").textValue().equals(role)) {
        return i;
      }
    }
    throw new AssertionError("no " + role);
  }

  @Test
  void aChangedGaitGoesOnFromWhereItIs() throws InterruptedException {
    try (LiveClient client = connect();
        LiveClient other = connect()) {
      JsonNode slider = client.message("greeting").at("/controls/sliders/0");
      other.message("greeting");
      client.frame(seen -> seen.step() > 30);
      LiveClient.Seen before = client.pause();
      double value = slider.get("value").doubleValue() * 0.9;
      client.ask(
          "{'do':'change','key':'%s','value':%s}".formatted(slider.get("key").textValue(), value));
      for (LiveClient viewer : List.of(client, other)) {
        JsonNode changed = viewer.message("greeting").at("/controls/sliders/0");
        assertEquals(value, changed.get("value").doubleValue());
      }
      double[] after = step(client, before.step()).targets();
      assertArrayEquals(before.targets(), after, LARGEST_STEP_OF_A_TARGET_ANGLE);
    }
  }

  @Test
  void aValueOutsideItsLimitsIsRefusedToWhoAskedWithTheSameWordsAsInAFile()
      throws InterruptedException {
    try (LiveClient client = connect();
        LiveClient other = connect()) {
      other.message("greeting");
      client.ask("{'do':'change','key':'controller.gait.joint-limit-fraction','value':-3}");
      String said = client.message("error").get("message").textValue();
      assertTrue(said.contains("controller.gait.joint-limit-fraction"), said);
      assertTrue(said.contains("got -3"), said);
      client.ask("{'do':'change','key':'controller.gait.type','value':'undulation'}");
      assertTrue(client.message("error").get("message").textValue().contains("per-joint"));
      client.ask("{'do':'change','key':'seed','value':4}");
      assertTrue(client.message("error").get("message").textValue().startsWith("seed cannot"));
      other.frame(seen -> seen.step() > 0);
      assertFalse(other.hasMessages());
    }
  }

  @Test
  void aPortThatIsTakenIsSaid() {
    UserException e = assertThrows(UserException.class, () -> openAt(view.port()));
    assertTrue(String.valueOf(e.getMessage()).startsWith("--port " + view.port()), e.getMessage());
  }

  private static void openAt(int port) {
    try (Trial trial =
        Trial.open(
            ConfigReader.read(Trials.file("follow-target"), TrialSettings.class, List.of()))) {
      LiveView.open(
              Trials.file("follow-target"),
              List.of(),
              Optional.empty(),
              trial,
              LiveServer.LOOPBACK,
              port)
          .close();
    }
  }
}
