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
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ophiura.app.Trials;

/** The commands {@code compare} and {@code sweep}. */
final class StudyCommandsTest {
  @TempDir private Path folder;

  /** Arguments that make every run of a study small. */
  static List<Object> small() {
    List<Object> arguments = new ArrayList<>();
    for (String change : Trials.SMALL) {
      arguments.addAll(List.of("--set", change));
    }
    return arguments;
  }

  private static List<Object> smallTraining() {
    List<Object> arguments = small();
    for (String change : Trials.SMALL_TRAINING) {
      arguments.addAll(List.of("--set", change));
    }
    return arguments;
  }

  private Invocation study(List<Object> small, Object... arguments) {
    List<Object> all = new ArrayList<>(List.of(arguments));
    all.addAll(small);
    return Invocation.of(all.toArray());
  }

  private Invocation duel(Object... more) {
    List<Object> all =
        new ArrayList<>(List.of("compare", Trials.file("follow-target"), Trials.file("random")));
    all.addAll(List.of(more));
    return study(small(), all.toArray());
  }

  @Test
  void aComparisonSaysHowEachDidAndHowTheyDiffer() throws IOException {
    Path study = folder.resolve("duel");
    List<String> lines =
        duel("--seeds", 7, "--first-seed", 3, "--out", study).succeeded().out().lines().toList();
    assertEquals("If it is stopped, go on with: ophiura compare --resume " + study, lines.get(0));
    assertTrue(lines.get(1).matches("run 1 of 14: \\S+, seed 3: \\d of 5 reached"), lines.get(1));
    assertTrue(lines.contains("2 trials with seeds 3 to 9 each"), "" + lines);
    assertTrue(lines.contains("random against follow-target, paired by seed"), "" + lines);
    assertTrue(
        lines.stream()
            .anyMatch(l -> l.matches(" {4}random reaches fewer targets: by 0\\.\\d+ \\[.*]")),
        "" + lines);
    assertEquals("Results: " + study, lines.get(lines.size() - 1));
    JsonNode json = new ObjectMapper().readTree(study.resolve("compare.json").toFile());
    assertEquals("[3,4,5,6,7,8,9]", json.get("seeds").toString());
    assertEquals(35, json.at("/trials/1/episodes").asInt());
    assertTrue(json.at("/differences/0/success_rate/high").asDouble() < 0);
    Table episodes = Table.read(study.resolve("episodes.csv"));
    assertEquals(
        List.of("trial", "seed", "kind", "episode", "success", "seconds", "return", "status"),
        episodes.header());
    assertEquals(70, episodes.rows().size());
    assertEquals(
        episodes.rows().stream()
            .filter(r -> r.get(0).equals("random") && r.get(4).equals("1"))
            .count(),
        json.at("/trials/1/reached").asInt());
    // The same targets: a run of its own gives the same episodes.
    Invocation.small("run", "random", "--seed", 5, "--out", folder.resolve("alone")).succeeded();
    Table alone = Table.read(folder.resolve("alone/episodes.csv"));
    assertEquals(
        alone.column("return"),
        episodes.rows().stream()
            .filter(r -> r.get(0).equals("random") && r.get(1).equals("5"))
            .map(r -> r.get(6))
            .toList());
  }

  @Test
  void aLearnersCurveIsPartOfIt() {
    Path study = folder.resolve("study");
    String out =
        study(
                smallTraining(),
                "compare",
                Trials.defaultFile(),
                Trials.file("random"),
                "--seeds",
                2,
                "--out",
                study)
            .succeeded()
            .out();
    Table curves = Table.read(study.resolve("curves.csv"));
    assertEquals(List.of("2", "4"), curves.column("training_episodes"));
    assertEquals(List.of("2", "2"), curves.column("seeds"));
    assertTrue(Pattern.compile("\n +4  [01]\\.\\d\\d \\[").matcher(out).find(), out);
    Table summary = Table.read(study.resolve("summary.csv"));
    assertEquals(9, summary.rows().size());
  }

  @Test
  void episodesThatBreakDownAreNamed() throws IOException {
    Path study = folder.resolve("study");
    // As in RunCommandTest: some of these robots are torn apart.
    String out =
        duel(
                "--seeds",
                2,
                "--out",
                study,
                "--set",
                "controller.cpg={amplitude-gain: 4, offset-gain: 4}",
                "--set",
                "plant.physics-timestep=0.2",
                "--set",
                "plant.physics-steps-per-control-step=1",
                "--set",
                "task.joint-velocity-noise=100")
            .succeeded()
            .out();
    JsonNode json = new ObjectMapper().readTree(study.resolve("compare.json").toFile());
    Table episodes = Table.read(study.resolve("episodes.csv"));
    List<List<String>> diverged =
        episodes.rows().stream().filter(r -> r.get(7).equals("DIVERGED")).toList();
    assertFalse(diverged.isEmpty(), "none broke down");
    int named = 0;
    for (JsonNode trial : json.get("trials")) {
      named += trial.get("failed").size();
      assertEquals(
          trial.get("episodes").asInt() - trial.get("failed").size(),
          trial.at("/iqm_return/episodes").asInt());
    }
    assertEquals(diverged.size(), named);
    List<String> first = diverged.get(0);
    assertTrue(
        out.contains(
            first.get(0)
                + ", seed "
                + first.get(1)
                + ", evaluation episode "
                + first.get(3)
                + ": DIVERGED\n"),
        out);
  }

  @Test
  void aSweepRunsEveryVariantWithEverySeedAndRanksThem() {
    Path study = folder.resolve("sweep");
    String out =
        study(
                small(),
                "sweep",
                Trials.file("fixed-arm"),
                "--vary",
                "controller.policy.type=follow-target,fixed-arm",
                "--vary",
                "plant.arena.half-size=[1, 1],[2, 2]",
                "--seeds",
                2,
                "--out",
                study)
            .succeeded()
            .out();
    Table sweep = Table.read(study.resolve("sweep.csv"));
    assertEquals(
        List.of(
            "variant",
            "controller.policy.type",
            "plant.arena.half-size",
            "seed",
            "success_rate",
            "mean_time",
            "return",
            "training_steps",
            "failed"),
        sweep.header());
    assertEquals(8, sweep.rows().size());
    assertEquals(List.of("1", "2", "1", "2", "1", "2", "1", "2"), sweep.column("seed"));
    assertEquals("[2, 2]", sweep.column("plant.arena.half-size").get(2));
    Table ranked = Table.read(study.resolve("ranked.csv"));
    assertEquals(List.of("1", "2", "3", "4"), ranked.column("rank"));
    assertEquals("follow-target", ranked.column("controller.policy.type").get(0));
    assertTrue(
        ranked.number(0, "iqm_success") >= ranked.number(3, "iqm_success"), "" + ranked.rows());
    assertTrue(out.contains("4 variants with seeds 1 to 2 each, the best first"), out);
    assertTrue(out.contains("\n     1 type=follow-target,half-size="), out);
  }

  @Test
  void whatIsFinishedCanBeAskedForAgain() {
    Path study = folder.resolve("duel");
    String first = duel("--seeds", 1, "--out", study).succeeded().out();
    Invocation again = Invocation.of("compare", "--resume", study, "--threads", 1).succeeded();
    assertTrue(again.out().startsWith("Goes on: 2 of 2 runs are finished.\n\n"), again.out());
    assertTrue(first.endsWith(again.out().substring(again.out().indexOf("\n\n"))), again.out());
    duel("--seeds", 2, "--out", study)
        .refused(
            folder,
            "FOLDER/duel holds another study, which was not touched; go on with that by --resume"
                + " FOLDER/duel, or name another folder with --out");
  }

  private void refused(String message, Object... arguments) {
    List<String> before = Folder.entries(folder);
    List<Object> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--out", folder.resolve("out")));
    Invocation.of(all.toArray()).refused(folder, message);
    assertEquals(before, Folder.entries(folder));
  }

  @Test
  void aSweepOfWhatDoesNotExistOrFitEndsBeforeItBegins() {
    Path trial = Trials.defaultFile();
    refused(
        "--vary training.epsodes: training.epsodes is not a setting; did you mean"
            + " 'training.episodes'? Known: episodes, parallel-episodes, merge,"
            + " evaluate-every, evaluate-episodes, start-policy, learner",
        "sweep",
        trial,
        "--vary",
        "training.epsodes=1,2");
    refused(
        "--vary training.episodes: training.episodes must be >= 1 (episodes), got 0",
        "sweep",
        trial,
        "--vary",
        "training.episodes=60,0");
    refused(
        "--vary plant.model.segments-per-arm: plant.model.segments-per-arm must list at most 5"
            + " arms, got 6",
        "sweep",
        trial,
        "--vary",
        "plant.model.segments-per-arm=[3,3,3,3,3],[1,1,1,1,1,1]");
    refused(
        "alpha=0.10 and alpha=0.1 have the same settings, and so the same results; leave one out or"
            + " change it",
        "sweep",
        trial,
        "--vary",
        "training.learner.alpha=0.1,0.10");
  }

  @Test
  void aTrialThatCannotRunEndsAComparisonBeforeItBegins() throws IOException {
    Path lacks =
        Files.writeString(
            folder.resolve("lacks.yaml"),
            """
            plant: {type: mujoco}
            task: {type: directed-locomotion}
            controller: {type: leading-arm, policy: q-table}
            """);
    refused(
        "FOLDER/lacks.yaml:1: training must be given: the policy of the controller is learned; add"
            + " a training block, name a trained table with controller.policy.file, or choose a"
            + " policy that does not learn",
        "compare",
        Trials.file("random"),
        lacks);
    refused(
        "--seeds must be >= 1, got 0",
        "compare",
        Trials.file("random"),
        Trials.file("fixed-arm"),
        "--seeds",
        0);
    refused(
        "random-2 and random have the same settings, and so the same results; leave one out or"
            + " change it",
        "compare",
        Trials.file("random"),
        Trials.file("random"));
  }

  @Test
  void whatIsMissingOrTooMuch() {
    Invocation.of("compare", Trials.file("random"))
        .refused(
            folder,
            "a comparison needs two trial files or more, got 1\nTry 'ophiura compare --help'.");
    Invocation.of("sweep", "--vary", "seed=1")
        .refused(folder, "Missing required parameter: 'TRIAL.yaml'\nTry 'ophiura sweep --help'.");
    Invocation.of("sweep", Trials.file("random"))
        .refused(
            folder, "Missing required option: '--vary=KEY=V1,V2,…'\nTry 'ophiura sweep --help'.");
    Invocation.of("compare", "--resume", folder, "--seeds", 3)
        .refused(
            folder,
            "--resume takes nothing but --threads: the folder knows what is to be run\n"
                + "Try 'ophiura compare --help'.");
    Invocation.of("compare", "--resume", folder.resolve("none"))
        .refused(
            folder,
            "FOLDER/none must be the folder of a comparison, with a plan.json in it; it does not"
                + " exist");
  }
}
