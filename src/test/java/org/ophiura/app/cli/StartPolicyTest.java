package org.ophiura.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Training that goes on from a policy that was learned before, and the table that it leaves. */
final class StartPolicyTest {
  private static final String CENTRAL = "controller={type: leading-arm, policy: {type: q-table}}";
  private static final String DECENTRALISED =
      "controller={type: decentralised, policy: {type: q-table}}";

  /** A rate so small that an update leaves every value as it is, bit for bit. */
  private static final String LEARN_NOTHING = "training.learner.alpha=1e-300";

  @TempDir private Path folder;

  @BeforeEach
  void realFolder() throws IOException {
    folder = folder.toRealPath();
  }

  private Invocation run(String out, String... changes) {
    List<Object> arguments = new ArrayList<>();
    for (String change : changes) {
      arguments.addAll(List.of("--set", change));
    }
    return Invocation.smallRun(folder.resolve(out), arguments.toArray());
  }

  private String startFrom(String run) {
    return "training.start-policy=" + folder.resolve(run).resolve("policy.json");
  }

  private String table(String run) throws IOException {
    return Files.readString(folder.resolve(run).resolve("q-table.csv"));
  }

  @ParameterizedTest
  @ValueSource(strings = {CENTRAL, DECENTRALISED})
  void trainingGoesOnFromTheValuesOfTheFile(String controller) throws IOException {
    run("first", controller).succeeded();
    run("kept", controller, startFrom("first"), LEARN_NOTHING).succeeded();
    run("fresh", controller, LEARN_NOTHING).succeeded();
    run("on", controller, startFrom("first"), "seed=9").succeeded();
    assertEquals(table("first"), table("kept"));
    assertNotEquals(table("first"), table("fresh"));
    assertNotEquals(table("first"), table("on"));
  }

  @Test
  void aSymmetricLearnerGoesOnFromASymmetricTableOnly() throws IOException {
    String symmetric = "training.learner.symmetric=true";
    run("symmetric", symmetric).succeeded();
    run("kept", symmetric, startFrom("symmetric"), LEARN_NOTHING).succeeded();
    assertEquals(table("symmetric"), table("kept"));
    run("on", startFrom("symmetric"), LEARN_NOTHING).succeeded();
    assertEquals(table("symmetric"), table("on"), "what need not be symmetric may be");
    run("full").succeeded();
    run("refused", symmetric, startFrom("full"))
        .refused(
            folder,
            "--set training.start-policy: training.start-policy does not fit: a symmetric learner needs a table"
                + " whose values depend on (action - state) alone; leave it out, or change the"
                + " learner");
  }

  @Test
  void whatWasLearnedForSomethingElseIsRefused() {
    run("central", CENTRAL).succeeded();
    run("refused", DECENTRALISED, startFrom("central"))
        .refused(
            folder,
            "FOLDER/central/policy.json: the policy reads states of the indexer 'target-direction',"
                + " the trial's is 'closest-left-right'; train one for it, or take the controller"
                + " of the trial target-locomotion");
    run("refused", "training.start-policy=" + folder.resolve("none.json"))
        .refused(
            folder, "FOLDER/none.json does not exist or cannot be read; a run writes policy.json");
  }

  @Test
  void theTableIsWrittenTidily() throws IOException {
    run("run", DECENTRALISED).succeeded();
    Table table = Table.read(folder.resolve("run/q-table.csv"));
    assertEquals(List.of("state", "action", "value", "best"), table.header());
    assertEquals(9, table.rows().size());
    assertEquals(List.of("closest", "lead"), table.rows().get(0).subList(0, 2));
    assertEquals(List.of("target-right", "row right"), table.rows().get(8).subList(0, 2));
    for (int state = 0; state < 3; state++) {
      double best = Double.NEGATIVE_INFINITY;
      for (List<String> row : table.rows().subList(3 * state, 3 * state + 3)) {
        best = Math.max(best, Double.parseDouble(row.get(2)));
      }
      for (List<String> row : table.rows().subList(3 * state, 3 * state + 3)) {
        assertEquals(Double.parseDouble(row.get(2)) == best ? "1" : "0", row.get(3));
      }
    }
  }
}
