package org.ophiura.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EvaluateCommandTest {
  @TempDir private Path folder;
  private Path policy = Path.of("policy.json");

  @BeforeEach
  void train() {
    Invocation.small(
            "run",
            "target-locomotion",
            "--set",
            "training.episodes=2",
            "--out",
            folder.resolve("run"))
        .succeeded();
    policy = folder.resolve("run/policy.json");
  }

  private List<List<String>> episodes(String run) {
    return Table.read(folder.resolve(run).resolve("episodes.csv")).rows().stream()
        .filter(row -> row.get(0).equals("evaluation"))
        .toList();
  }

  @Test
  void theWrittenPolicyGivesTheEvaluationOfItsRunAgain() {
    Invocation.small(
            "evaluate", "target-locomotion", "--policy", policy, "--out", folder.resolve("again"))
        .succeeded();
    assertEquals(5, episodes("again").size());
    assertEquals(episodes("run"), episodes("again"));
    assertFalse(Files.exists(folder.resolve("again/policy.json")));
    assertTrue(Files.exists(folder.resolve("again/result.json")));
    assertTrue(Files.exists(folder.resolve("again/trajectory.csv")));
  }

  @Test
  void moreEpisodesContinueTheSameSeries() {
    Invocation.small(
            "evaluate",
            "target-locomotion",
            "--policy",
            policy,
            "--episodes",
            "7",
            "--out",
            folder.resolve("more"))
        .succeeded();
    assertEquals(7, episodes("more").size());
    assertEquals(episodes("run"), episodes("more").subList(0, 5));
  }

  @Test
  void anotherSeedGivesOtherTargets() {
    Invocation.small(
            "evaluate",
            "target-locomotion",
            "--policy",
            policy,
            "--seed",
            "9",
            "--out",
            folder.resolve("other"))
        .succeeded();
    assertFalse(episodes("run").equals(episodes("other")));
  }

  private void refused(String message, Object... arguments) {
    List<String> before = Folder.entries(folder);
    Object[] all = new Object[arguments.length + 2];
    all[0] = "--out";
    all[1] = folder.resolve("out");
    System.arraycopy(arguments, 0, all, 2, arguments.length);
    Invocation.small("evaluate", "target-locomotion", all).refused(folder, message);
    assertEquals(before, Folder.entries(folder));
  }

  @Test
  void aPolicyIsNeeded() {
    refused("Missing required option: '--policy=FILE'\nTry 'ophiura evaluate --help'.");
    refused(
        "FOLDER/no.json does not exist or cannot be read; a run writes policy.json",
        "--policy",
        folder.resolve("no.json"));
    refused(
        "FOLDER/run is a folder; name the policy file in it, such as FOLDER/run/policy.json",
        "--policy",
        folder.resolve("run"));
  }

  @Test
  void aPolicyOfAnotherRobot() {
    refused(
        "FOLDER/run/policy.json: the policy was learned on another robot (brittle star 1-1-1-1-1"
            + " (position)), the trial's is brittle star 2-2-2-2-2 (position); train one for it, or"
            + " take the trial target-locomotion",
        "--policy",
        policy,
        "--set",
        "plant.model.segments-per-arm=[2, 2, 2, 2, 2]");
  }

  @Test
  void aPolicyThatIsHalfWritten() throws IOException {
    String text = Files.readString(policy);
    Path half = folder.resolve("half.json");
    Files.writeString(half, text.substring(0, text.indexOf("arm-1")));
    refused(
        "FOLDER/half.json:"
            + text.substring(0, text.indexOf("arm-1")).lines().count()
            + ": a policy file must be whole, this one ends here: it is half written; train again, or"
            + " take another copy",
        "--policy",
        half);
    // The same file named in the trial.
    Invocation.small(
            "run",
            "target-locomotion",
            "--out",
            folder.resolve("out"),
            "--set",
            "controller.policy.file=" + half)
        .refused(
            folder,
            "FOLDER/half.json:"
                + text.substring(0, text.indexOf("arm-1")).lines().count()
                + ": a policy file must be whole, this one ends here: it is half written; train"
                + " again, or take another copy");
  }

  @Test
  void episodesMustBeAtLeastOne() {
    refused("--episodes must be >= 1, got 0", "--policy", policy, "--episodes", "0");
    refused(
        "Invalid value for option '--episodes': 'x' is not an int\nTry 'ophiura evaluate --help'.",
        "--policy",
        policy,
        "--episodes",
        "x");
  }
}
