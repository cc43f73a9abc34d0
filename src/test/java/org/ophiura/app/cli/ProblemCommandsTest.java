package org.ophiura.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ophiura.app.Results;
import org.ophiura.app.Trials;
import org.ophiura.app.problem.Problems;
import org.ophiura.app.run.Experiments;

/** The commands on problems with environments. */
final class ProblemCommandsTest {
  private static final Path TAXI = Problems.file("taxi-q-learning");
  private static final Path LAKE = Problems.file("frozen-lake-value-iteration");
  private static final Path CART = Problems.file("cart-pole-random-search");

  @TempDir private Path folder;

  private Path out(String name) {
    return folder.resolve(name);
  }

  private JsonNode result(String run) throws IOException {
    return new ObjectMapper().readTree(out(run).resolve("result.json").toFile());
  }

  static List<Path> files() {
    return Trials.problems();
  }

  @ParameterizedTest
  @MethodSource("files")
  void aKeptProblemRunsAndIsNamedAfterItsFile(Path file) {
    Invocation.of(
            "run",
            file,
            "--out",
            out("short"),
            "--set",
            "training.iterations=3",
            "--set",
            "evaluation.episodes=1")
        .succeeded();
    assertEquals(Experiments.read(file).name() + ".yaml", String.valueOf(file.getFileName()));
  }

  @Test
  void runSaysWhetherTheProblemIsSolved() throws IOException {
    Invocation run = Invocation.of("run", TAXI, "--out", out("taxi")).succeeded();
    assertTrue(run.out().contains("Solved                yes"), run.out());
    assertTrue(run.out().contains("Succeeded             50 of 50 (100 %)"), run.out());
    assertTrue(result("taxi").path("evaluation").path("solved").asBoolean());
    for (String name :
        List.of("policy.json", "q-table.csv", "episodes.csv", "plots/learning-curve.svg")) {
      assertTrue(Files.exists(out("taxi").resolve(name)), name);
    }
    Invocation less =
        Invocation.of("run", TAXI, "--out", out("less"), "--set", "training.iterations=5")
            .succeeded();
    assertTrue(less.out().contains("Solved                no"), less.out());
    assertFalse(result("less").path("evaluation").path("solved").asBoolean(true));
  }

  @Test
  void sameSeedGivesTheSameFiles() throws IOException {
    Invocation.of("run", LAKE, "--out", out("first"), "--seed", "4").succeeded();
    Invocation.of("run", LAKE, "--out", out("second"), "--seed", "4").succeeded();
    Map<String, String> first = Results.content(out("first"));
    assertEquals(first, Results.content(out("second")));
    assertTrue(first.containsKey("plots/q-table.svg"), first.keySet() + "");
  }

  @Test
  void policyIsJudgedAgain() throws IOException {
    Invocation.of("run", TAXI, "--out", out("taxi")).succeeded();
    Invocation.of(
            "evaluate",
            TAXI,
            "--policy",
            out("taxi").resolve("policy.json"),
            "--episodes",
            "50",
            "--out",
            out("again"))
        .succeeded();
    assertEquals(
        result("taxi").path("evaluation").path("mean_return").asDouble(),
        result("again").path("evaluation").path("mean_return").asDouble());
  }

  @Test
  void policyOfAnotherProblemIsRefused() {
    Invocation.of("run", TAXI, "--out", out("taxi"), "--set", "training.iterations=3").succeeded();
    Path policy = out("taxi").resolve("policy.json");
    Invocation.of("evaluate", LAKE, "--policy", policy, "--out", out("x"))
        .refused(
            folder,
            "FOLDER/taxi/policy.json: the policy is of another problem: its environment is 'taxi',"
                + " this trial's 'frozen-lake'; train one for it, or take the trial"
                + " taxi-q-learning");
    Invocation.of("evaluate", Trials.defaultFile(), "--policy", policy, "--out", out("x"))
        .refused(
            folder,
            "FOLDER/taxi/policy.json: format must be 'ophiura-q-table-1', got 'ophiura-policy-1';"
                + " train again");
    assertFalse(Files.exists(out("x")));
  }

  @Test
  void changedPolicyIsRefused() throws IOException {
    Invocation.of("run", TAXI, "--out", out("taxi"), "--set", "training.iterations=3").succeeded();
    Path policy = out("taxi").resolve("policy.json");
    String text = Files.readString(policy);
    int at = text.indexOf("\"parameters\" : \"") + 40;
    Files.writeString(
        policy,
        text.substring(0, at) + (text.charAt(at) == 'B' ? 'C' : 'B') + text.substring(at + 1));
    Invocation.of("watch", TAXI, "--policy", policy)
        .refused(
            folder,
            "FOLDER/taxi/policy.json: parameters must be as they were written, these were changed;"
                + " train again");
    Files.writeString(policy, text.substring(0, 200));
    Invocation half = Invocation.of("watch", TAXI, "--policy", policy);
    assertEquals(ExitCode.USER_MISTAKE, half.code());
    assertTrue(half.err().contains("half written"), half.err());
  }

  @Test
  void episodeIsWatchedAsText() {
    Invocation.of("run", TAXI, "--out", out("taxi")).succeeded();
    String text =
        Invocation.of("watch", TAXI, "--policy", out("taxi").resolve("policy.json"))
            .succeeded()
            .out();
    assertTrue(text.startsWith("step 0\n R   . | .   .   G"), text);
    assertTrue(text.contains(": drop off, reward 20, return "), text);
    assertTrue(
        text.lines().toList().get(text.lines().toList().size() - 1).startsWith("Episode 0: "));
  }

  @Test
  void episodeIsDrawnAndFilmed() throws IOException {
    Path picture = out("cart.png");
    Invocation.of("run", CART, "--out", out("cart"), "--set", "training.iterations=100", "--video")
        .succeeded();
    assertTrue(Files.size(out("cart").resolve("episode.mp4")) > 1000);
    Invocation.of(
            "render",
            CART,
            "--policy",
            out("cart").resolve("policy.json"),
            "--step",
            "5",
            "--out",
            picture)
        .succeeded();
    assertEquals(600, ImageIO.read(picture.toFile()).getWidth());
    Invocation beyond =
        Invocation.of(
            "render",
            CART,
            "--policy",
            out("cart").resolve("policy.json"),
            "--step",
            "9999",
            "--out",
            out("none.png"));
    assertEquals(ExitCode.USER_MISTAKE, beyond.code());
    assertTrue(beyond.err().contains("--step must be at most the "), beyond.err());
    assertFalse(Files.exists(out("none.png")));
  }

  @Test
  void spacesArePrinted() {
    String text = Invocation.of("spaces", CART).succeeded().out();
    assertTrue(text.startsWith("Observation: 4 numbers\n  position (m) in [-4.8"), text);
    assertTrue(text.contains("Actions: one of 2\n    0  left\n    1  right\n"), text);
  }

  @Test
  void aReportShowsResultPlotsAndSettings() throws IOException {
    Path lake = Problems.file("frozen-lake-dqn");
    Invocation.of("run", lake, "--out", out("lake")).succeeded();
    JsonNode page = reportData(out("lake").resolve("report.html"));
    assertEquals("frozen-lake-dqn, seed 1", page.path("title").asText());
    assertEquals(
        "[\"Solved\",\"yes; counts as solved with a mean return of at least 1.0\"]",
        page.path("tables").path(0).path("rows").path(0).toString());
    List<String> captions = new ArrayList<>();
    for (JsonNode plot : page.path("plots")) {
      assertTrue(plot.path("source").asText().startsWith("data:image/svg+xml;base64,"));
      captions.add(plot.path("caption").asText());
    }
    assertEquals(
        List.of(
            "Learning: return, success and exploration by episode", "The values that were learned"),
        captions);
    assertTrue(page.path("texts").path(1).path("text").asText().contains("replay-capacity: 1000"));
    assertTrue(page.path("replays").isEmpty(), "a problem has no robot to show");
    assertFalse(page.toString().contains(folder.toString()), "says where it was made");
  }

  @Test
  void aReportCanBeLeftOut() {
    Invocation.of(
            "run", TAXI, "--set", "training.iterations=3", "--no-report", "--out", out("taxi"))
        .succeeded();
    assertFalse(Files.exists(out("taxi").resolve("report.html")));
  }

  private static JsonNode reportData(Path file) throws IOException {
    Matcher data =
        Pattern.compile("<script type=\"application/json\" id=\"data\">(.*?)</script>")
            .matcher(Files.readString(file));
    assertTrue(data.find());
    return new ObjectMapper().readTree(data.group(1));
  }

  @Test
  void aLivePageIsRefusedBeforeAnythingIsMade() throws IOException {
    String message =
        "--view shows robots only: leave it out, and see the policy with 'ophiura watch'";
    Invocation.of("run", CART, "--view", "--out", out("x")).refused(folder, message);
    Invocation.of("evaluate", CART, "--policy", out("none"), "--view", "--out", out("x"))
        .refused(folder, message);
    Invocation.of("view", CART)
        .refused(
            folder,
            CART
                + ": 'view' needs the trial of a robot, with a block 'plant'; this one has an"
                + " 'environment': see 'ophiura run', 'ophiura watch' and 'ophiura render'");
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(List.of(), files.toList());
    }
  }

  @Test
  void solvingIsCountedOverSeeds() throws IOException {
    Invocation solve =
        Invocation.of("solve", TAXI, LAKE, "--seeds", "3", "--out", out("solved")).succeeded();
    assertTrue(solve.out().contains("| taxi | taxi-q-learning | tabular | 3 of 3 |"), solve.out());
    assertEquals(7, Files.readAllLines(out("solved/solutions.csv")).size());
    Invocation again = Invocation.of("solve", "--resume", out("solved")).succeeded();
    assertTrue(again.out().contains("6 of 6 runs are finished"), again.out());
  }

  @Test
  void problemAndRobotAreComparedOnTheSameTargets() throws IOException {
    Path star = folder.resolve("star.yaml");
    Files.writeString(
        star,
        Files.readString(Problems.file("brittle-star-dqn"))
            .replace("iterations: 100, evaluate-every: 10", "iterations: 1, evaluate-every: 0")
            .replace("time-limit: 20 ", "time-limit: 2  "));
    Path table = folder.resolve("table.yaml");
    Files.writeString(
        table,
        Files.readString(Trials.file("follow-target"))
            .replace("time-limit: 20 ", "time-limit: 2  "));
    Invocation compare =
        Invocation.of(
                "compare",
                table,
                star,
                "--seeds",
                "1",
                "--set",
                "evaluation.episodes=2",
                "--out",
                out("duel"))
            .succeeded();
    assertFalse(compare.out().contains("different tasks"), compare.out());
    assertTrue(compare.out().contains("brittle-star-dqn against follow-target"), compare.out());
    assertTrue(Files.exists(out("duel").resolve("report.html")));
  }

  @Test
  void mistakesAreToldWithTheirRemedy() throws IOException {
    Path file = folder.resolve("bad.yaml");
    Files.writeString(
        file,
        """
        environment: {type: frozen-lake, map: {type: rows, rows: [SFX, FFG]}}
        method: {type: value-iteration}
        """);
    Invocation.of("run", file, "--out", out("x"))
        .refused(
            folder,
            "FOLDER/bad.yaml:1: environment.map.rows must be of the letters S (start), F (frozen),"
                + " H (hole) and G (goal), got 'X' at column 2 of row 0 (SFX)");
    Invocation.of("run", file, "--set", "environment.map.rows=[SF, FF]", "--out", out("x"))
        .refused(
            folder,
            "--set environment.map.rows: environment.map.rows must have a goal (G), got none in"
                + " [SF, FF]");
    Invocation.of("run", CART, "--set", "method={type: tabular}", "--out", out("x"))
        .refused(
            folder,
            "--set method: method.type must be a method for vectors, for the observations of this"
                + " environment are 4 continuous numbers; got tabular, which needs numbered states;"
                + " take dqn, reinforce or random-search");
    Invocation.of("run", LAKE, "--set", "training.evaluate-every=0", "--out", out("x"))
        .refused(
            folder,
            "--set training.evaluate-every: training.evaluate-every must be > 0 where stop-at asks"
                + " for evaluations while training, got 0");
    Invocation.of("simulate", CART, "--controls", "c.csv", "--out", out("x"))
        .refused(
            folder,
            CART
                + ": 'simulate' needs the trial of a robot, with a block 'plant'; this one has an"
                + " 'environment': see 'ophiura run', 'ophiura watch' and 'ophiura render'");
    Invocation.of("solve", Trials.defaultFile())
        .refused(
            folder,
            Trials.defaultFile()
                + ": 'solve' needs a problem, with a block 'environment'; this is a robot's trial");
    assertFalse(Files.exists(out("x")));
  }
}
