package org.ophiura.app.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ophiura.app.Results;
import org.ophiura.app.problem.Problems;

/** Problems in processes of their own that are killed, and go on. */
final class ProblemKillTest {
  /** Longest life of a process after its first line: a part of what the run takes. */
  private static final int LONGEST_LIFE_MILLIS = 600;

  @TempDir private Path folder;

  /** Keeps its state after nearly every iteration: any may be the one that it goes on from. */
  private void killedAtRandomItEndsWithTheSameBits(int points, String name, String... changes)
      throws IOException, InterruptedException {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "run",
                Problems.file(name).toAbsolutePath().toString(),
                "--checkpoint-every",
                "0.02"));
    for (String change : changes) {
      arguments.addAll(List.of("--set", change));
    }
    List<String> undisturbed = new ArrayList<>(arguments);
    Path whole = folder.resolve("whole");
    undisturbed.addAll(List.of("--out", whole.toString()));
    Invocation.of(undisturbed.toArray()).succeeded();
    Map<String, String> wanted = Results.content(whole);
    assertTrue(wanted.keySet().containsAll(List.of("policy.json", "result.json")));
    OphiuraProcess.killAndContinue(
        new OphiuraProcess.Killed(folder, arguments, 1, wanted),
        new Random(70L + name.length()),
        LONGEST_LIFE_MILLIS,
        points);
  }

  @Test
  void aNetworkThatIsKilledOnceEndsWithTheSameBits() throws IOException, InterruptedException {
    killedAtRandomItEndsWithTheSameBits(
        1, "cart-pole-dqn-002", "training.iterations=200", "method.start-after=200");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cart-pole-dqn-002",
        "cart-pole-dqn-003",
        "cart-pole-reinforce",
        "frozen-lake-q-learning",
        "frozen-lake-value-iteration"
      })
  @Tag("slow")
  void killedAtTenPointsItEndsWithTheSameBits(String name)
      throws IOException, InterruptedException {
    killedAtRandomItEndsWithTheSameBits(10, name, "training.iterations=300");
  }
}
