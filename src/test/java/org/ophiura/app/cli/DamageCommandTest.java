package org.ophiura.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ophiura.app.Trials;
import org.ophiura.app.trial.Trial;
import org.ophiura.sim.ActuatorSpec;

/** Damaged robots on the command line. */
final class DamageCommandTest {
  private static final String LOST = "disturbances=[{type: lose-arm, arm: 2}]";

  @TempDir private Path folder;

  private List<List<String>> episodes(String run) {
    return Table.read(folder.resolve(run).resolve("episodes.csv")).rows();
  }

  @Test
  void aPolicyOfTheWholeRobotIsEvaluatedOnTheDamagedOneAndTheOtherWayRound() {
    Invocation.smallRun(folder.resolve("whole")).succeeded();
    Invocation.smallRun(folder.resolve("damaged"), "--set", LOST).succeeded();
    assertNotEquals(episodes("whole"), episodes("damaged"));
    Invocation.small(
            "evaluate",
            "target-locomotion",
            "--set",
            LOST,
            "--policy",
            folder.resolve("whole/policy.json"),
            "--out",
            folder.resolve("whole-on-damaged"))
        .succeeded();
    Invocation.small(
            "evaluate",
            "target-locomotion",
            "--policy",
            folder.resolve("damaged/policy.json"),
            "--out",
            folder.resolve("damaged-on-whole"))
        .succeeded();
    assertEquals(5, episodes("whole-on-damaged").size());
    assertNotEquals(episodes("whole-on-damaged"), episodes("damaged-on-whole"));
  }

  @Test
  void theModelIsExportedAsAnEpisodeStarts() throws IOException {
    Path whole = folder.resolve("whole.xml");
    Path damaged = folder.resolve("damaged.xml");
    Path later = folder.resolve("later.xml");
    Path file = Trials.defaultFile();
    String lostLater = "disturbances=[{type: lose-arm, arm: 2, at: 1}]";
    Invocation.of("model", "export", file, "--out", whole).succeeded();
    Invocation.of("model", "export", file, "--set", LOST, "--out", damaged).succeeded();
    Invocation.of("model", "export", file, "--set", lostLater, "--out", later).succeeded();
    assertTrue(Files.readString(whole).contains("arm_2_segment_0"));
    assertFalse(Files.readString(damaged).contains("arm_2_segment_0"));
    assertEquals(Files.readString(whole), Files.readString(later));
  }

  @Test
  void openLoopSimulationTakesDamageToo() throws IOException {
    List<String> actuators;
    try (Trial trial = Trial.openPlant(Trials.read())) {
      actuators = trial.plants().layout().actuators().stream().map(ActuatorSpec::name).toList();
    }
    Path controls = folder.resolve("controls.csv");
    Files.writeString(
        controls,
        String.join(",", actuators)
            + "\n"
            + (String.join(",", Collections.nCopies(actuators.size(), "0.3")) + "\n").repeat(10));
    for (String name : List.of("whole", "damaged")) {
      String change = name.equals("whole") ? "seed=1" : LOST;
      Invocation.of(
              "simulate",
              Trials.defaultFile(),
              "--set",
              change,
              "--controls",
              controls,
              "--out",
              folder.resolve(name + ".csv"))
          .succeeded();
    }
    Table whole = Table.read(folder.resolve("whole.csv"));
    Table damaged = Table.read(folder.resolve("damaged.csv"));
    String sensor = "BrittleStarMorphology/arm_2_segment_0_in_plane_joint_jointpos_sensor";
    assertEquals(whole.header(), damaged.header());
    assertTrue(whole.number(10, sensor) > 0);
    assertEquals(0, damaged.number(10, sensor));
  }
}
