package org.ophiura.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ophiura.app.Results;
import org.ophiura.app.Trials;
import org.ophiura.app.run.Experiments;
import org.ophiura.app.run.RunFolder;
import org.ophiura.app.run.TrialRun;
import org.ophiura.app.trial.EpisodeResult;
import org.ophiura.app.trial.Interruption;
import org.ophiura.app.trial.TrainingEpisode;
import org.ophiura.app.trial.Trial;
import org.ophiura.app.trial.TrialProgress;
import org.ophiura.app.trial.TrialSettings;

/** What {@code run --resume} makes of the folders that it may be given. */
final class ResumeCommandTest {
  private static final int TRAINING_EPISODES = 2;

  @TempDir private Path folder;

  /** Ends a run in mid-way, as a defect would. */
  private static final class Broken extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** Does something after so many episodes, those of training and evaluation together. */
  private record After(int episodes, Runnable action) implements TrialProgress {
    @Override
    public void trained(TrainingEpisode episode) {
      count(episode.result().episode());
    }

    @Override
    public void evaluated(EpisodeResult episode) {
      count(TRAINING_EPISODES + episode.episode());
    }

    private void count(int number) {
      if (number + 1 == episodes) {
        action.run();
      }
    }
  }

  /** The trial of {@link Invocation#smallRun}. */
  private static TrialSettings settings() {
    List<String> changes = new ArrayList<>(Trials.SMALL);
    changes.addAll(
        List.of(
            "training.episodes=" + TRAINING_EPISODES,
            "training.evaluate-every=1",
            "training.evaluate-episodes=3"));
    return Trials.read(changes.toArray(String[]::new));
  }

  private static RunFolder open(Path target) {
    try {
      return Experiments.newFolder(
          target, settings(), Files.readString(Trials.defaultFile()), Versions.all());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void run(String out, Interruption interruption, TrialProgress progress) {
    try (RunFolder run = open(folder.resolve(out));
        Trial trial = Trial.open(settings())) {
      new TrialRun(trial, run, Versions.all())
          .withCheckpoints(System::nanoTime, 0)
          .run(1, interruption, progress);
    }
  }

  /** Leaves an unfinished run. */
  private void breakOff(String out, int afterEpisodes) {
    After end =
        new After(
            afterEpisodes,
            () -> {
              throw new Broken();
            });
    assertThrows(Broken.class, () -> run(out, new Interruption(), end));
  }

  /** Leaves an interrupted run. */
  private void interrupt(String out, int afterEpisodes) {
    Interruption interruption = new Interruption();
    run(out, interruption, new After(afterEpisodes, interruption::request));
  }

  private Invocation resume(String out) {
    return Invocation.of("run", "--resume", folder.resolve(out));
  }

  private Map<String, String> content(String run) {
    return Results.content(folder.resolve(run));
  }

  private Map<String, String> whole() {
    Invocation.smallRun(folder.resolve("whole")).succeeded();
    return content("whole");
  }

  private List<String> folders() {
    return Folder.entries(folder).stream().filter(entry -> !entry.contains("/")).toList();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5})
  void aRunThatBrokeOffGoesOnToTheSameFiles(int afterEpisodes) {
    Map<String, String> whole = whole();
    breakOff("run", afterEpisodes);
    assertEquals(List.of("run.unfinished", "whole"), folders());
    Invocation resumed = resume("run.unfinished").succeeded();
    assertTrue(resumed.out().startsWith("Continues after "), resumed.out());
    assertTrue(resumed.out().endsWith("\nResults: " + folder.resolve("run") + "\n"), resumed.out());
    assertEquals(List.of("run", "whole"), folders());
    assertEquals(whole, content("run"));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4})
  void anInterruptedRunGoesOnAndIsReplaced(int afterEpisodes) throws IOException {
    Map<String, String> whole = whole();
    interrupt("run", afterEpisodes);
    assertEquals(List.of("run", "whole"), folders());
    assertTrue(
        new ObjectMapper()
            .readTree(folder.resolve("run/result.json").toFile())
            .get("interrupted")
            .asBoolean());
    resume("run").succeeded();
    assertEquals(List.of("run", "whole"), folders());
    assertEquals(whole, content("run"));
  }

  @Test
  void aRunInterruptedTwiceGoesOnToTheSameFiles() {
    Map<String, String> whole = whole();
    interrupt("run", 1);
    try (RunFolder run = RunFolder.resume(folder.resolve("run"), Versions.all());
        Trial trial = Trial.open(settings())) {
      Interruption interruption = new Interruption();
      new TrialRun(trial, run, Versions.all())
          .run(2, interruption, new After(4, interruption::request));
    }
    resume("run").succeeded();
    assertEquals(List.of("run", "whole"), folders());
    assertEquals(whole, content("run"));
  }

  @Test
  void theTargetOfAnUnfinishedRunStandsForIt() {
    breakOff("run", 1);
    resume("run").succeeded();
    assertEquals(List.of("run"), folders());
    breakOff("other", 1);
    breakOff("other", 1);
    resume("other")
        .refused(
            folder,
            "FOLDER/other does not exist; name one of FOLDER/other.unfinished,"
                + " FOLDER/other.unfinished-2");
  }

  @Test
  void aFinishedRunSaysSo() {
    whole();
    String told = "Nothing is left to do: " + folder.resolve("whole") + " is finished.\n";
    assertEquals(told, resume("whole").succeeded().out());
    assertEquals(told, resume("whole.unfinished").succeeded().out(), "it has become that");
  }

  @Test
  void aNewRunNamesUnfinishedOnesAndLeavesThemAlone() {
    breakOff("run", 1);
    Map<String, String> before = content("run.unfinished");
    Invocation fresh = Invocation.smallRun(folder.resolve("run")).succeeded();
    assertTrue(
        fresh
            .out()
            .startsWith(
                "An earlier run was stopped; continue it with: ophiura run --resume "
                    + folder.resolve("run.unfinished")
                    + "\nIf it is stopped, continue with: ophiura run --resume "
                    + folder.resolve("run.unfinished-2")
                    + "\n"),
        fresh.out());
    assertEquals(List.of("run", "run.unfinished"), folders());
    assertEquals(before, content("run.unfinished"));
  }

  @Test
  void aDamagedCheckpointGivesWayToTheOneBefore() throws IOException {
    Map<String, String> whole = whole();
    for (String damaged : RunFolder.CHECKPOINT_FILES) {
      breakOff("run", 4);
      Path file = folder.resolve("run.unfinished").resolve(damaged);
      byte[] bytes = Files.readAllBytes(file);
      bytes[bytes.length / 2] ^= 1;
      Files.write(file, bytes);
      resume("run").succeeded();
      assertEquals(whole, content("run"), damaged);
    }
  }

  @Test
  void withoutAWholeCheckpointItSaysHowToStartAgain() throws IOException {
    breakOff("run", 4);
    for (String damaged : RunFolder.CHECKPOINT_FILES) {
      Files.write(folder.resolve("run.unfinished").resolve(damaged), new byte[9]);
    }
    resume("run.unfinished")
        .refused(
            folder,
            "FOLDER/run.unfinished cannot be continued: no checkpoint in it is whole. Its"
                + " trial.yaml remains; start it again with 'ophiura run"
                + " FOLDER/run.unfinished/trial.yaml'");
  }

  @Test
  void anInterruptedRunThatCannotBeContinuedStaysWhereItIs() throws IOException {
    interrupt("run", 1);
    Path trial = folder.resolve("run/trial.yaml");
    Files.writeString(trial, Files.readString(trial).replace("seed: 1\n", "seed: 2\n"));
    Map<String, String> before = content("run");
    Invocation refused = resume("run");
    assertEquals(ExitCode.USER_MISTAKE, refused.code());
    assertTrue(refused.err().contains("its trial.yaml is not what it was"), refused.err());
    assertEquals(List.of("run"), folders());
    assertEquals(before, content("run"));
  }

  @Test
  void anotherVersionIsRefusedAndBothAreNamed() throws IOException {
    breakOff("run", 1);
    Path file = folder.resolve("run.unfinished/run.json");
    String mujoco = String.valueOf(Versions.all().get("mujoco"));
    Files.writeString(file, Files.readString(file).replace("\"" + mujoco + "\"", "\"9.9.9\""));
    resume("run.unfinished")
        .refused(
            folder,
            "FOLDER/run.unfinished was begun with mujoco 9.9.9, this is mujoco "
                + mujoco
                + ": the results would be a mixture. Continue it with the former, or run its"
                + " trial.yaml again");
  }

  @Test
  void aRunThatIsGoingOnIsLeftAlone() {
    try (RunFolder run = open(folder.resolve("run"))) {
      resume("run.unfinished")
          .refused(
              folder,
              "FOLDER/run.unfinished belongs to a run that is going on: wait for its end, or stop"
                  + " it first");
      assertTrue(Files.exists(run.working()));
    }
  }

  @Test
  void whatIsNoRunIsRefused() throws IOException {
    resume("none")
        .refused(folder, "FOLDER/none does not exist; name the folder of a run that was stopped");
    Files.writeString(folder.resolve("letter.txt"), "dear");
    resume("letter.txt")
        .refused(
            folder, "FOLDER/letter.txt must be the folder of a run that was stopped, got a file");
    Files.createDirectory(folder.resolve("home"));
    resume("home")
        .refused(
            folder,
            "FOLDER/home must be the folder of a run that was stopped, with a run.json in it");
    assertEquals(List.of("home", "letter.txt"), folders());
  }

  @Test
  void theFolderKnowsItsTrial() {
    breakOff("run", 1);
    Invocation both =
        Invocation.of("run", Trials.defaultFile(), "--resume", folder.resolve("run.unfinished"));
    assertEquals(ExitCode.USER_MISTAKE, both.code());
    assertTrue(
        both.err().startsWith("ophiura: --resume takes neither a trial file nor --set"),
        both.err());
    Invocation neither = Invocation.of("run");
    assertEquals(ExitCode.USER_MISTAKE, neither.code());
    assertTrue(neither.err().contains("TRIAL.yaml"), neither.err());
  }

  @Test
  void anEvaluationGoesOnToTheSameFiles() throws IOException {
    whole();
    Path policy = folder.resolve("whole/policy.json");
    Invocation.small(
            "evaluate",
            "target-locomotion",
            "--policy",
            policy,
            "--set",
            "training.episodes=" + TRAINING_EPISODES,
            "--set",
            "training.evaluate-every=1",
            "--set",
            "training.evaluate-episodes=3",
            "--out",
            folder.resolve("judged"))
        .succeeded();
    String given = Files.readString(Trials.defaultFile());
    After end =
        new After(
            TRAINING_EPISODES + 3,
            () -> {
              throw new Broken();
            });
    try (RunFolder run =
            Experiments.newFolder(
                folder.resolve("again"), settings(), given, policy, Versions.all());
        Trial trial = Trial.open(settings())) {
      TrialRun stopped =
          new TrialRun(trial, run, Versions.all()).withCheckpoints(System::nanoTime, 0);
      assertThrows(Broken.class, () -> stopped.run(1, new Interruption(), end));
    }
    Files.delete(policy);
    resume("again").succeeded();
    assertEquals(content("judged"), content("again"));
  }

  @Test
  void aRunThatFailsBeforeItsFirstEpisodeLeavesNothing() {
    Invocation refused =
        Invocation.smallRun(
            folder.resolve("run"), "--set", "training.start-policy=" + folder.resolve("none.json"));
    assertEquals(ExitCode.USER_MISTAKE, refused.code());
    assertFalse(refused.err().isEmpty());
    assertEquals(List.of(), folders());
  }
}
