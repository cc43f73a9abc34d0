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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ophiura.app.config.ConfigReader;
import org.ophiura.app.hil.ServosSettings;
import org.ophiura.app.hil.gap.JointModel;
import org.ophiura.app.hil.gap.KnownRobot;
import org.ophiura.app.trial.TrialSettings;
import org.yaml.snakeyaml.Yaml;

/** {@code ophiura hil gap}: figures of a log, and the simulation that fits it. */
final class HilGapCommandTest {
  private static final double TENTH = 0.1;

  @TempDir private Path folder;

  private Path log(int ticks, JointModel joints, Map<String, String> run) throws IOException {
    Path log = folder.resolve("ticks.mcap");
    KnownRobot.log(log, KnownRobot.simulation(List.of(1, 1, 0, 0, 0)), joints, ticks, run);
    return log;
  }

  private static String trial(String actuation) {
    return """
    plant:
      type: mujoco
      model: {type: brittle-star, segments-per-arm: [1, 1, 0, 0, 0], actuation: %s}
      physics-timestep: 0.004
      physics-steps-per-control-step: 5
    """
        .formatted(actuation);
  }

  private JsonNode json() throws IOException {
    return new ObjectMapper().readTree(folder.resolve("gap.json").toFile());
  }

  @Test
  void everyJointIsJudged() throws IOException {
    Path log = log(300, new JointModel(20, 1, 0.2, 0), Map.of("trial", trial("position")));
    Invocation run =
        Invocation.of("hil", "gap", log, "--out", folder.resolve("gap.json")).succeeded();
    assertTrue(run.out().contains("arm_1_segment_0_out_of_plane_joint "), run.out());
    assertTrue(run.out().contains("300 ticks of 20.0 ms"), run.out());
    assertEquals(4, json().get("joints").size());
    JsonNode joint = json().get("joints").get(0);
    assertEquals(
        "BrittleStarMorphology/arm_0_segment_0_in_plane_joint", joint.get("joint").asText());
    // A gain of 20 N m/rad of servos that give 3.75 N m.
    assertEquals(20 / 3.75, joint.get("stiffness_load_per_radian").asDouble(), TENTH * 20 / 3.75);
    // A damping of 1 N m s/rad; what the floor adds to one arm it takes from another.
    double viscous = 0;
    for (JsonNode each : json().get("joints")) {
      viscous += each.get("viscous_friction_load_seconds_per_radian").asDouble() / 4;
    }
    assertEquals(1 / 3.75, viscous, 0.03);
    assertEquals(1, joint.get("command_age_ticks").asInt());
    assertFalse(json().has("fit"));
  }

  @Test
  void withoutATrialTheActuatorsGiveTheNames() throws IOException {
    Path log = log(100, new JointModel(20, 1, 0.2, 0), Map.of());
    Invocation run = Invocation.of("hil", "gap", log).succeeded();
    assertTrue(run.out().contains("arm_1_segment_0_out_of_plane_joint_p_control"), run.out());
    Invocation.of("hil", "gap", log, "--fit")
        .refused(
            folder,
            "FOLDER/ticks.mcap does not say which trial it is of; name its file with" + " --trial");
  }

  @Test
  void motorsAreNotFitted() throws IOException {
    Path log = log(100, new JointModel(20, 1, 0.2, 0), Map.of());
    Path trial = Files.writeString(folder.resolve("trial.yaml"), trial("torque"));
    Invocation run = Invocation.of("hil", "gap", log, "--fit", "--trial", trial);
    assertEquals(ExitCode.USER_MISTAKE, run.code());
  }

  @Test
  void aLogThatIsNotThereIsToldOnce() {
    Invocation.of("hil", "gap", folder.resolve("none.mcap"))
        .refused(folder, "FOLDER/none.mcap does not exist; name the log of a run");
    Invocation.of("hil", "replay", folder)
        .refused(folder, "FOLDER is a folder; name the log in it, such as ticks.mcap");
  }

  @Test
  void whatIsNoLogIsRefused() throws IOException {
    Path text = Files.writeString(folder.resolve("notes.txt"), "no log");
    Invocation run = Invocation.of("hil", "gap", text);
    assertEquals(ExitCode.USER_MISTAKE, run.code());
    assertEquals(1, run.err().lines().count(), run.err());
  }

  @Tag("slow")
  @Test
  void patchIsAPartOfATrialFileAndSoAreItsOptions() throws IOException {
    JointModel robot = new JointModel(26, 1.3, 0.15, 0.03);
    Path log = log(500, robot, Map.of("trial", trial("position")));
    Path patch = folder.resolve("patch.yaml");
    Invocation run = Invocation.of("hil", "gap", log, "--patch", patch).succeeded();
    Map<String, Map<String, Object>> yaml = new Yaml().load(Files.readString(patch));
    Object delay = yaml.get("plant").get("command-delay");
    assertTrue(run.out().contains("--set plant.command-delay=" + delay), run.out());
    List<Object> plant = new ArrayList<>(List.of("model", "info"));
    plant.add(Files.writeString(folder.resolve("trial.yaml"), trial("position")));
    for (String line : run.out().lines().toList()) {
      if (line.contains("--set ")) {
        plant.add("--set");
        plant.add(line.strip().replace("--set ", "").replace(" \\", ""));
      }
    }
    assertEquals(3 + 2 * 4, plant.size());
    Invocation.of(plant.toArray()).succeeded();
  }

  /** The whole way: servos behind a pseudo-terminal whose joints are not those of the trial. */
  @Tag("slow")
  @Test
  void jointsOfAnEmulatedRobotAreFoundWithinATenth() throws IOException {
    String model = "plant.simulation.model.";
    try (EmulatedStar star =
        new EmulatedStar(
            folder,
            List.of(),
            model + "position-gain=28",
            model + "joint-damping=1.5",
            model + "joint-armature=0.12",
            "plant.simulation.command-delay=0.06")) {
      Invocation.of(
              "hil",
              "run",
              star.trial(),
              "--out",
              folder.resolve("out"),
              "--set",
              "task={type: undirected-locomotion, time-limit: 30}",
              "--set",
              "controller={type: frequency-sweep}",
              "--episodes",
              1)
          .succeeded();
    }
    Path log = folder.resolve("out").resolve("ticks.mcap");
    Invocation.of("hil", "gap", log, "--fit", "--out", folder.resolve("gap.json")).succeeded();
    assertFound(28, "model.position-gain");
    assertFound(1.5, "model.joint-damping");
    assertFound(0.12, "model.joint-armature");
    assertFound(0.06, "command-delay");
    JsonNode unseen = json().at("/fit/unseen_ticks");
    assertTrue(
        unseen.get("rms_after_radians").asDouble()
            < unseen.get("rms_before_radians").asDouble() / 2,
        unseen.toString());
  }

  private void assertFound(double expected, String setting) throws IOException {
    double found = json().get("fit").get(setting).get("after").asDouble();
    assertEquals(expected, found, TENTH * expected, setting);
  }

  @Test
  void robotOfServosIsFittedInItsSimulation() throws IOException {
    TrialSettings star =
        ConfigReader.read(EmulatedStar.trialFile(folder), TrialSettings.class, List.of());
    ServosSettings servos = (ServosSettings) star.plant().settings();
    JointModel other = new JointModel(28, 1.5, 0.12, 0.03);
    assertEquals(new JointModel(20, 1, 0.2, 0), JointModel.of(servos.simulation()));
    assertEquals(other, JointModel.of(other.applyTo(servos.simulation())));
  }
}
