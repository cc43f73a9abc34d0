package org.ophiura.app.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ophiura.app.results.UserException;
import org.ophiura.app.trial.DecisionCount;
import org.ophiura.app.trial.EpisodeKind;
import org.ophiura.app.trial.EpisodeResult;
import org.ophiura.app.trial.Evaluation;
import org.ophiura.app.trial.SavedLearner;
import org.ophiura.app.trial.TrainingEpisode;
import org.ophiura.app.trial.TrialState;
import org.ophiura.sim.CycleStatus;

final class CheckpointStoreTest {
  private static final List<CycleStatus> STATUSES = List.of(CycleStatus.values());
  private static final List<EpisodeKind> KINDS = List.of(EpisodeKind.values());

  private static final String SETTINGS = "name: trial\n";
  private static final long SECOND = 1_000_000_000;

  @TempDir private Path folder;
  private long nanos = -5 * SECOND; // A clock may show anything.
  private int saves;

  private CheckpointStore open(long intervalNanos) {
    return CheckpointStore.open(folder, SETTINGS, () -> nanos, intervalNanos, () -> saves++);
  }

  private Optional<TrialState> kept() {
    return open(0).start();
  }

  /** A state that is told from others by the training's time. */
  private static TrialState state(double seconds) {
    return new TrialState(List.of(), List.of(), Optional.empty(), List.of(), seconds, 0);
  }

  private double keptSeconds() {
    return kept().orElseThrow().trainingSeconds();
  }

  private String refusal() {
    return assertThrows(UserException.class, () -> open(0))
        .getMessage()
        .replace(folder.toString(), "FOLDER");
  }

  private Path newest() throws IOException {
    Path newest = folder.resolve(RunFolder.CHECKPOINT_FILES.get(0));
    for (String name : RunFolder.CHECKPOINT_FILES) {
      Path file = folder.resolve(name);
      if (CheckpointFile.read(file).orElseThrow().number()
          > CheckpointFile.read(newest).orElseThrow().number()) {
        newest = file;
      }
    }
    return newest;
  }

  @Test
  void aFolderWithoutCheckpointsStartsAtTheBeginning() {
    assertEquals(Optional.empty(), kept());
    assertTrue(open(0).isEmpty());
  }

  @Test
  void theLastStateIsKeptAndTheOneBefore() throws IOException {
    CheckpointStore store = open(0);
    for (int i = 1; i <= 5; i++) {
      store.phaseEnded(() -> state((double) nanos));
      nanos = i;
      int number = i;
      store.reached(() -> state(number));
      assertEquals(i, keptSeconds());
    }
    assertFalse(store.isEmpty());
    Files.delete(newest());
    assertEquals(4, keptSeconds());
  }

  @Test
  void aCheckpointCutAtAnyByteGivesWayToTheOneBefore() throws IOException {
    CheckpointStore store = open(0);
    store.reached(() -> state(1));
    store.reached(() -> state(2));
    Path file = newest();
    byte[] whole = Files.readAllBytes(file);
    for (int length = 0; length < whole.length; length++) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertEquals(1, keptSeconds(), "cut at byte " + length);
    }
    // The next one takes the place of what is broken, not of what is whole.
    CheckpointStore again = open(0);
    again.reached(() -> state(3));
    assertEquals(3, keptSeconds());
    Files.delete(file);
    assertEquals(1, keptSeconds());
  }

  @Test
  void withoutAWholeCheckpointTheRunMustStartAgain() throws IOException {
    CheckpointStore store = open(0);
    store.reached(() -> state(1));
    store.reached(() -> state(2));
    for (String name : RunFolder.CHECKPOINT_FILES) {
      Files.write(folder.resolve(name), new byte[40]);
    }
    assertEquals(
        "FOLDER cannot be continued: no checkpoint in it is whole. Its trial.yaml remains; start it"
            + " again with 'ophiura run FOLDER/trial.yaml'",
        refusal());
  }

  @Test
  void aCheckpointOfOtherSettingsIsRefused() {
    CheckpointStore.open(folder, "name: other\n", () -> nanos, 0, () -> {}).reached(() -> state(1));
    assertEquals(
        "FOLDER cannot be continued: its trial.yaml is not what it was at the checkpoint; put it"
            + " back, or start again with 'ophiura run FOLDER/trial.yaml'",
        refusal());
  }

  @Test
  void statesAreKeptOnceInAnIntervalAndAtTheEndOfAPhase() {
    CheckpointStore store = open(SECOND);
    store.begun(() -> state(0));
    assertEquals(1, saves);
    store.reached(() -> state(1));
    nanos += SECOND - 1;
    store.reached(() -> state(2));
    assertEquals(1, saves);
    nanos++;
    store.reached(() -> state(3));
    store.reached(() -> state(4));
    assertEquals(2, saves);
    store.phaseEnded(() -> state(5));
    assertEquals(3, saves);
    assertEquals(5, keptSeconds());
    open(SECOND).begun(() -> state(6));
    assertEquals(3, saves, "what is continued is kept already");
  }

  @Test
  void keepingTakesAtMostATwentiethOfTheTime() {
    List<Long> times = new ArrayList<>();
    // Each look at the clock takes a second: so does keeping a state.
    CheckpointStore store =
        CheckpointStore.open(
            folder, SETTINGS, () -> nanos += SECOND, SECOND / 2, () -> times.add(nanos));
    for (int i = 0; i < 200; i++) {
      int number = i;
      store.reached(() -> state(number));
    }
    for (int i = 1; i < times.size(); i++) {
      assertTrue(times.get(i) - times.get(i - 1) >= 20 * SECOND, "" + times);
    }
    assertTrue(times.size() > 5, "" + times);
  }

  @Test
  void aFullDeviceIsAClearErrorAndTheLastCheckpointStays() throws IOException {
    assumeTrue(Files.exists(Path.of("/dev/full")), "only Linux has it");
    CheckpointStore store = open(0);
    store.reached(() -> state(1));
    Files.createSymbolicLink(folder.resolve("checkpoint.part"), Path.of("/dev/full"));
    UserException refusal = assertThrows(UserException.class, () -> store.reached(() -> state(2)));
    assertEquals(
        folder.resolve("checkpoint-2.bin") + " cannot be written: No space left on device",
        refusal.getMessage());
    assertEquals(1, keptSeconds());
    store.reached(() -> state(3));
    assertEquals(3, keptSeconds());
  }

  private static EpisodeResult episode(EpisodeKind kind, int number, double value, long visits) {
    return new EpisodeResult(
        kind,
        number,
        value,
        number * 1000,
        -value,
        number % 2 == 0,
        STATUSES.get(number % STATUSES.size()),
        DecisionCount.of(new long[] {visits, 0, 127, 128, Long.MAX_VALUE}, new long[] {visits}));
  }

  @Test
  void everyBitOfAStateIsReadBack() throws IOException {
    List<Double> values =
        List.of(Math.nextUp(0.1), -0.0, Double.NaN, Double.NEGATIVE_INFINITY, Double.MIN_VALUE);
    List<EpisodeResult> results = new ArrayList<>();
    List<TrainingEpisode> training = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      EpisodeResult result = episode(KINDS.get(i % KINDS.size()), i, values.get(i), 1L << (7 * i));
      results.add(result);
      training.add(new TrainingEpisode(result, values.get(i), values.get(4 - i)));
    }
    TrialState state =
        new TrialState(
            training,
            List.of(new Evaluation(3, results), new Evaluation(4, List.of())),
            Optional.of(SavedLearner.of(new byte[] {1, -1, 0})),
            results,
            1.25,
            Double.MIN_VALUE);
    byte[] bytes = bytes(state);
    TrialState read = TrialStateFormat.read(new DataInputStream(new ByteArrayInputStream(bytes)));
    assertTrue(Arrays.equals(bytes, bytes(read)));
    assertEquals(describe(state), describe(read));
    assertTrue(
        Arrays.equals(state.learner().orElseThrow().bytes(), read.learner().orElseThrow().bytes()));
  }

  private static byte[] bytes(TrialState state) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    TrialStateFormat.write(state, new DataOutputStream(bytes));
    return bytes.toByteArray();
  }

  private static String describe(TrialState state) {
    StringBuilder text = new StringBuilder();
    text.append(state.trainingSeconds()).append(' ').append(state.evaluationSeconds());
    for (TrainingEpisode episode : state.training()) {
      text.append('\n').append(describe(episode.result()));
      text.append(episode.epsilon()).append(' ').append(episode.meanValue());
    }
    for (Evaluation validation : state.validations()) {
      text.append("\nafter ").append(validation.afterTrainingEpisodes());
      validation.episodes().forEach(episode -> text.append('\n').append(describe(episode)));
    }
    state.evaluation().forEach(episode -> text.append('\n').append(describe(episode)));
    return text.toString();
  }

  private static String describe(EpisodeResult episode) {
    return org.ophiura.app.trial.Outcomes.describe(episode);
  }
}
