package org.ophiura.app.policy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ophiura.app.Trials;
import org.ophiura.app.policy.PolicyFile.Origin;
import org.ophiura.app.results.UserException;
import org.ophiura.app.trial.Rig;
import org.ophiura.app.trial.Trial;
import org.ophiura.learning.Policy;
import org.ophiura.learning.tabular.QTable;

final class PolicyFileTest {
  private static final double[][] VALUES = {
    {0.1, 1.0 / 3, -0.0, Double.MIN_VALUE, Double.MAX_VALUE},
    {-1e-300, 1e300, 0.30000000000000004, -Double.MIN_VALUE, -Double.MIN_NORMAL},
    {1, 2, 3, 4, 5},
    {Math.PI, -Math.E, 1e16 + 2, 123456789.12345679, 0},
    {0, 0, 0, 0, Math.nextUp(0.1)}
  };

  @TempDir private Path folder;
  private Path file = Path.of("policy.json");

  @BeforeEach
  void writePolicy() {
    file = folder.resolve("policy.json");
    try (Trial trial = Trial.open(Trials.small());
        Rig rig = trial.newRig()) {
      PolicyFile.of(
              new Origin("a-trial", 7, 60, JsonNodeFactory.instance.objectNode().put("seed", 7)),
              trial.plants().layout(),
              rig.decider().orElseThrow(),
              QTable.fromRows(VALUES))
          .write(file);
    }
  }

  private String refusal() {
    return assertThrows(UserException.class, () -> PolicyFile.read(file))
        .getMessage()
        .replace(folder.toString(), "FOLDER");
  }

  private void replace(String old, String by) throws IOException {
    String text = Files.readString(file);
    assertTrue(text.contains(old), "the file has " + old);
    Files.writeString(file, text.replace(old, by));
  }

  @Test
  void whatIsReadIsWhatWasWritten() {
    PolicyFile read = PolicyFile.read(file);
    double[][] rows = read.table().toRows();
    for (int state = 0; state < VALUES.length; state++) {
      for (int action = 0; action < VALUES[state].length; action++) {
        assertEquals(
            Double.doubleToRawLongBits(VALUES[state][action]),
            Double.doubleToRawLongBits(rows[state][action]),
            state + ", " + action);
      }
    }
    assertEquals("a-trial", read.origin().trial());
    assertEquals(7, read.origin().seed());
    assertEquals(60, read.origin().trainingEpisodes());
    assertEquals("{\"seed\":7}", read.origin().config().toString());
    assertEquals("target-direction", read.indexer());
    assertEquals("[arm-0, arm-1, arm-2, arm-3, arm-4]", read.states().toString());
    assertEquals("arm 0 leads", read.actions().get(0));
  }

  @Test
  void writingWhatWasReadGivesTheSameFile() throws IOException {
    Path copy = folder.resolve("copy.json");
    PolicyFile.read(file).write(copy);
    assertArrayEquals(Files.readAllBytes(file), Files.readAllBytes(copy));
  }

  @Test
  void itIsSmallAndAPersonCanReadIt() throws IOException {
    String text = Files.readString(file);
    assertTrue(text.lines().count() < 60, "lines");
    assertTrue(text.contains("\"arm-2\" : [ 1.0, 2.0, 3.0, 4.0, 5.0 ]"), text);
  }

  @Test
  void theBestActionOfEachStateIsChosen() {
    try (Trial trial = Trial.open(Trials.small());
        Rig rig = trial.newRig()) {
      Policy policy =
          PolicyFile.read(file)
              .policyFor(file, trial.plants().layout(), rig.decider().orElseThrow());
      int[] best = new int[5];
      for (int state = 0; state < best.length; state++) {
        best[state] = policy.choose(state, new SplittableRandom(1));
      }
      assertEquals("[4, 1, 4, 2, 4]", Arrays.toString(best));
    }
  }

  @Test
  void aFileThatIsNotThere() throws IOException {
    Files.delete(file);
    assertEquals(
        "FOLDER/policy.json does not exist or cannot be read; a run writes policy.json", refusal());
  }

  @Test
  void aFolder() throws IOException {
    Files.delete(file);
    Files.createDirectory(file);
    assertEquals(
        "FOLDER/policy.json is a folder; name the policy file in it, such as"
            + " FOLDER/policy.json/policy.json",
        refusal());
  }

  @Test
  void aFileThatWasCutShortAnywhere() throws IOException {
    byte[] whole = Files.readAllBytes(file);
    int cuts = 0;
    // The last byte is the end of the line after the last brace.
    for (int size = 0; size < whole.length - 1; size += 10) {
      Files.write(file, Arrays.copyOf(whole, size));
      String message = refusal();
      assertTrue(message.startsWith("FOLDER/policy.json:"), message);
      assertFalse(message.contains("\n"), message);
      if (size > 0) {
        assertTrue(message.contains(": a policy file must be "), message);
      }
      cuts++;
    }
    assertTrue(cuts > 50, "cuts " + cuts);
  }

  @Test
  void anEmptyFile() throws IOException {
    Files.write(file, new byte[0]);
    assertEquals(
        "FOLDER/policy.json: format must be text, got nothing; is this a policy file of Ophiura?",
        refusal());
  }

  @Test
  void textThatIsNotJson() throws IOException {
    Files.writeString(file, "kind,episode\ntraining,0\n");
    assertEquals(
        "FOLDER/policy.json:1: a policy file must be JSON with finite numbers and each key once, this"
            + " line is not; train again, or take another copy",
        refusal());
  }

  @Test
  void bytesThatAreNotText() throws IOException {
    Files.write(file, new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0});
    String message = refusal();
    assertTrue(message.startsWith("FOLDER/policy.json"), message);
    assertFalse(message.contains("\n"), message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          ophiura-q-table-1 | ophiura-q-table-9 | format must be 'ophiura-q-table-1', got \
          'ophiura-q-table-9'; train again
          "indexer" : "target-direction" | "indexer" : 3 | indexer must be text, got 3; is this a \
          policy file of Ophiura?
          "robot" | "rowboat" | robot must be a block, got nothing; is this a policy file of Ophiura?
          "actions" | "acts" | actions must be a list, got nothing; is this a policy file of Ophiura?
          [ 1.0, 2.0, 3.0, 4.0, 5.0 ] | [ 1.0, 2.0, 3.0, 4.0 ] | values.arm-2 must have a number \
          for each of the 5 actions, got 4
          [ 1.0, 2.0, 3.0, 4.0, 5.0 ] | 3 | values.arm-2 must have a number for each of the 5 \
          actions, got 0
          [ 1.0, 2.0, 3.0, 4.0, 5.0 ] | [ 1.0, 2.0, "NaN", 4.0, 5.0 ] | values.arm-2[2] must be a \
          finite number, got "NaN"
          [ 1.0, 2.0, 3.0, 4.0, 5.0 ] | [ 1.0, 2.0, 1e999, 4.0, 5.0 ] | values.arm-2[2] must be a \
          finite number, got "Infinity"
          [ 1.0, 2.0, 3.0, 4.0, 5.0 ] | [ 1.0, 2.0, null, 4.0, 5.0 ] | values.arm-2[2] must be a \
          finite number, got null
          """)
  void whatDoesNotBelongInAPolicyFile(String old, String by, String message) throws IOException {
    replace(old, by);
    assertEquals("FOLDER/policy.json: " + message, refusal());
  }

  @Test
  void numbersThatJsonDoesNotHave() throws IOException {
    replace("[ 1.0, 2.0, 3.0, 4.0, 5.0 ]", "[ 1.0, 2.0, NaN, 4.0, 5.0 ]");
    assertTrue(
        refusal()
            .matches(
                "FOLDER/policy.json:\\d+: a policy file must be JSON with finite numbers and each"
                    + " key once, this line is not; train again, or take another copy"),
        refusal());
  }

  @Test
  void stateThatIsThereTwice() throws IOException {
    replace("\"arm-1\"", "\"arm-2\"");
    assertTrue(
        refusal()
            .matches(
                "FOLDER/policy.json:\\d+: a policy file must be JSON with finite numbers and each"
                    + " key once, this line is not; train again, or take another copy"),
        refusal());
  }

  private String misfit(String... changes) {
    try (Trial trial = Trial.open(Trials.small(changes));
        Rig rig = trial.newRig()) {
      PolicyFile policy = PolicyFile.read(file);
      return assertThrows(
              UserException.class,
              () -> policy.policyFor(file, trial.plants().layout(), rig.decider().orElseThrow()))
          .getMessage()
          .replace(folder.toString(), "FOLDER");
    }
  }

  @Test
  void aPolicyOfAnotherRobot() {
    assertEquals(
        "FOLDER/policy.json: the policy was learned on another robot (brittle star 1-1-1-1-1"
            + " (position)), the trial's is brittle star 2-1-1-1-1 (position); train one for it, or"
            + " take the trial a-trial",
        misfit("plant.model.segments-per-arm=[2, 1, 1, 1, 1]"));
  }

  @Test
  void aPolicyOfAnotherIndexer() throws IOException {
    replace("\"target-direction\"", "\"grid-cell\"");
    assertEquals(
        "FOLDER/policy.json: the policy reads states of the indexer 'grid-cell', the trial's is"
            + " 'target-direction'; train one for it, or take the controller of the trial"
            + " a-trial",
        misfit());
  }

  @Test
  void aPolicyOfOtherStates() {
    assertEquals(
        "FOLDER/policy.json: the policy's table has 5 states and 5 actions, the trial's controller"
            + " 7 and 5; train one for it",
        misfit("controller.indexer.arms=7"));
  }

  @Test
  void statesInAnotherOrder() throws IOException {
    replace("\"arm-1\"", "\"x\"");
    replace("\"arm-2\"", "\"arm-1\"");
    replace("\"x\"", "\"arm-2\"");
    assertEquals(
        "FOLDER/policy.json: the policy's states must be [arm-0, arm-1, arm-2, arm-3, arm-4] in"
            + " this order, got [arm-0, arm-2, arm-1, arm-3, arm-4]",
        misfit());
  }

  @Test
  void theFileIsWrittenWholeOrNotAtAll() throws IOException {
    PolicyFile policy = PolicyFile.read(file);
    UserException refusal =
        assertThrows(UserException.class, () -> policy.write(folder.resolve("no/policy.json")));
    assertEquals(
        "FOLDER/no/policy.json cannot be written: its folder does not exist; create it or name"
            + " another file",
        refusal.getMessage().replace(folder.toString(), "FOLDER"));
    try (var entries = Files.list(folder)) {
      assertEquals(1, entries.count());
    }
  }
}
