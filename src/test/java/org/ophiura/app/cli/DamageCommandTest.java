package org.ophiura.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ophiura.app.Trials;

/** Damaged robots on the command line. */
final class DamageCommandTest {
  private static final String LOST = "disturbances=[{type: lose-arm, arm: 2}]";

  @TempDir private Path folder;

  private static List<String> actuators() {
    List<String> names = new ArrayList<>();
    for (int arm = 0; arm < 5; arm++) {
      for (int segment = 0; segment < 3; segment++) {
        for (String plane : List.of("in_plane", "out_of_plane")) {
          names.add(
              "BrittleStarMorphology/arm_%d_segment_%d_%s_joint_p_control"
                  .formatted(arm, segment, plane));
        }
      }
    }
    return names;
  }

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
    Path controls = folder.resolve("controls.csv");
    String joint = "BrittleStarMorphology/arm_2_segment_0_in_plane_joint";
    List<String> actuators = actuators();
    String row = String.join(",", Collections.nCopies(actuators.size(), "0.3")) + "\n";
    Files.writeString(controls, String.join(",", actuators) + "\n" + row.repeat(10));
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
    int column = whole.header().indexOf(joint + "_jointpos_sensor");
    assertEquals(whole.header(), damaged.header());
    assertTrue(Double.parseDouble(whole.rows().get(10).get(column)) > 0);
    assertEquals("0.0", damaged.rows().get(10).get(column));
  }
}
