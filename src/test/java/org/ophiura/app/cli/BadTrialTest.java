package org.ophiura.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ophiura.app.Trials;

/** What is wrong with a trial, told in one message and before anything is written. */
final class BadTrialTest {
  @TempDir private Path folder;

  private void refused(Path trial, String message, String... changes) {
    List<String> before = Folder.entries(folder);
    List<Object> arguments = new ArrayList<>(List.of("run", trial, "--out", folder.resolve("out")));
    for (String change : changes) {
      arguments.addAll(List.of("--set", change));
    }
    Invocation.of(arguments.toArray()).refused(folder, message);
    assertEquals(before, Folder.entries(folder));
  }

  private void refused(String yaml, String message) throws IOException {
    refused(Files.writeString(folder.resolve("trial.yaml"), yaml), message);
  }

  /** The default trial with one line replaced; it stands in {@code line}. */
  private void refusedLine(String old, String by, String message) throws IOException {
    List<String> lines = Files.readAllLines(Trials.defaultFile());
    int line = -1;
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).strip().startsWith(old)) {
        line = i;
      }
    }
    assertTrue(line >= 0, "the default trial has a line that starts with " + old);
    lines.set(line, lines.get(line).replaceFirst("\\S.*", by));
    refused(String.join("\n", lines), message.replace("LINE", "FOLDER/trial.yaml:" + (line + 1)));
  }

  @Test
  void keysThatDoNotExist() throws IOException {
    refusedLine(
        "joint-limit-fraction",
        "joint-limit-fracton: 0.8",
        "LINE: controller.gait.joint-limit-fracton is not a setting; did you mean"
            + " 'controller.gait.joint-limit-fraction'? Known: joint-limit-fraction,"
            + " angular-frequency, leading-arm-biases, reverse, warm-up-ticks,"
            + " cool-down-ticks, segment-lag, taper");
    refusedLine(
        "seed",
        "sede: 1",
        "LINE: sede is not a setting; did you mean 'seed'? Known: name, seed, plant, task,"
            + " controller, disturbances, training, evaluation");
  }

  @Test
  void valuesOfTheWrongType() throws IOException {
    refusedLine(
        "physics-timestep",
        "physics-timestep: fast",
        "LINE: plant.physics-timestep must be a number (s), got 'fast'");
    refusedLine("seed", "seed: 1.5", "LINE: seed must be a whole number, got 1.5");
    refusedLine(
        "segments-per-arm",
        "segments-per-arm: 3",
        "LINE: plant.model.segments-per-arm must be a list, got 3; write [3]");
  }

  @Test
  void valuesOutOfRange() throws IOException {
    refusedLine(
        "weights", "weights: -5", "LINE: controller.cpg.weights must be >= 0 (1/s), got -5");
    refusedLine(
        "physics-timestep",
        "physics-timestep: 0",
        "LINE: plant.physics-timestep must be in (0, 1] (s), got 0");
    refusedLine(
        "segments-per-arm",
        "segments-per-arm: [1, 1, 1, 1, 1, 1]",
        "LINE: plant.model.segments-per-arm must list at most 5 arms, got 6");
  }

  @Test
  void typesThatDoNotExist() throws IOException {
    refusedLine(
        "policy",
        "policy: {type: follow-targt}",
        "LINE: controller.policy.type must name a policy, got 'follow-targt'; did you mean"
            + " 'follow-target'? Known: fixed-arm, follow-target, q-table, random");
  }

  @Test
  void aDecisionPeriodLongerThanTheTrial() throws IOException {
    refusedLine(
        "decision-period",
        "decision-period: 501",
        "LINE: controller.decision-period must be <= the 500 control ticks of an episode, got 501;"
            + " shorten it, or lengthen task.time-limit");
  }

  @Test
  void aSymmetricTableOfWhatIsNotArms() {
    String symmetric = "training.learner.symmetric=true";
    refused(
        Trials.defaultFile(),
        "--set training.learner.symmetric: training.learner.symmetric must be false where states"
            + " are not the arms that the actions choose from, got true with 36 states and 5"
            + " actions; set it to false, or use an indexer of one state per arm, such as"
            + " target-direction",
        symmetric,
        "controller.indexer={type: grid-cell}");
  }

  @Test
  void aNameThatIsNoFolder() throws IOException {
    refusedLine(
        "name",
        "name: ../../etc",
        "LINE: name must consist of letters, digits, '.', '_' and '-' (it names a folder), got"
            + " '../../etc'");
  }

  @Test
  void aFileThatIsNotThere() throws IOException {
    Files.writeString(folder.resolve("trial.yaml"), "");
    refused(
        folder.resolve("trail.yaml"),
        "FOLDER/trail.yaml: does not exist; did you mean 'trial.yaml'? Known: trial.yaml");
  }

  @Test
  void settingsThatDoNotExistOnTheCommandLine() {
    refused(
        Trials.defaultFile(),
        "--set training.epsodes: training.epsodes is not a setting; did you mean"
            + " 'training.episodes'? Known: episodes, parallel-episodes, merge, evaluate-every,"
            + " evaluate-episodes, start-policy, learner",
        "training.epsodes=3");
    refused(
        Trials.defaultFile(),
        "--set training.episodes: training.episodes must be >= 1 (episodes), got 0",
        "training.episodes=0");
  }

  @Test
  void whatIsNeededToRun() throws IOException {
    refused(
        "plant: {type: mujoco}\n",
        "FOLDER/trial.yaml:1: controller must be given to run a trial; see 'ophiura list"
            + " controllers' for the choices");
    refused(
        "plant: {type: mujoco}\ncontroller: {type: leading-arm, policy: random}\n",
        "FOLDER/trial.yaml:1: task must be given to run a trial; see 'ophiura list tasks' for the"
            + " choices");
    refused(
        """
        plant: {type: mujoco}
        task: {type: directed-locomotion}
        controller: {type: leading-arm, policy: q-table}
        """,
        "FOLDER/trial.yaml:1: training must be given: the policy of the controller is learned; add"
            + " a training block, name a trained table with controller.policy.file, or choose a"
            + " policy that does not learn");
  }

  @Test
  void tendonsUnderPositionControl() throws IOException {
    refusedLine(
        "actuation",
        "actuation: tendon-position",
        "LINE: plant.model.actuation must not be tendon-position: a tendon only pulls, so its"
            + " position cannot be controlled; use tendon-torque, or position for servos on the"
            + " joints");
  }

  @Test
  void aDriveWithoutStiffness() throws IOException {
    refusedLine(
        "drive:",
        "drive: {stiffness: 0}",
        "LINE: controller.drive.stiffness must be > 0 (N m/rad), got 0");
  }

  @Test
  void aFolderThatCannotBeWritten() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    Invocation.of("run", Trials.defaultFile(), "--out", file.resolve("run"))
        .refused(
            folder,
            "FOLDER/file/run cannot be written: FOLDER/file is not a folder; name another with"
                + " --out");
    Path home = Files.createDirectory(folder.resolve("home"));
    Files.writeString(home.resolve("letter"), "dear");
    Invocation.of("run", Trials.defaultFile(), "--out", home)
        .refused(
            folder,
            "FOLDER/home must be a new or empty folder, or one of an earlier run (with a"
                + " result.json); nothing in it was touched. Name another with --out");
    assertEquals(List.of("file", "home", "home/letter"), Folder.entries(folder));
  }
}
