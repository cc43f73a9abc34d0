package org.ophiura.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ophiura.app.Trials;
import org.ophiura.app.trial.Trial;
import org.ophiura.sim.ActuatorSpec;
import org.ophiura.sim.RobotLayout;

/** Controls that do not fit the robot, told in one message and before anything is written. */
final class BadControlsTest {
  @TempDir private Path folder;

  private static RobotLayout layout() {
    try (Trial trial = Trial.openPlant(Trials.small())) {
      return trial.plants().layout();
    }
  }

  private void refused(String controls, String message) throws IOException {
    Path file = Files.writeString(folder.resolve("controls.csv"), controls);
    List<String> before = Folder.entries(folder);
    Invocation.small(
            "simulate",
            "target-locomotion",
            "--controls",
            file,
            "--out",
            folder.resolve("sensors.csv"))
        .refused(folder, message);
    assertEquals(before, Folder.entries(folder));
  }

  @Test
  void controlsThatDoNotFit() throws IOException {
    String robot = "brittle star 1-1-1-1-1 (position)";
    List<String> names = layout().actuators().stream().map(ActuatorSpec::name).toList();
    String header = String.join(",", names);
    String zeros = "0,".repeat(9);
    refused(
        header + "\n" + zeros + "0\n" + zeros + "nan\n",
        "FOLDER/controls.csv:3: " + names.get(9) + " must be a finite number (rad), got 'nan'");
    refused(
        header + "\n" + zeros.substring(2) + "0\n",
        "FOLDER/controls.csv:2: must have 10 values, one per actuator of the header, got 9");
    refused(
        header.substring(0, header.lastIndexOf(',')) + "\n",
        "FOLDER/controls.csv:1: the header must name every actuator, 1 are missing, the first is '"
            + names.get(9)
            + "'");
    refused(
        header + "," + names.get(3) + "\n",
        "FOLDER/controls.csv:1: the actuator '" + names.get(3) + "' must stand once, got it twice");
    refused(
        header.replace("arm_0_segment_0_in_plane", "arm_0_segment_0_in_plan") + "\n",
        "FOLDER/controls.csv:1: column 1 must name an actuator of "
            + robot
            + ", got '"
            + names.get(0).replace("in_plane", "in_plan")
            + "'; did you mean '"
            + names.get(0)
            + "'? Known: "
            + String.join(", ", names.stream().sorted().toList()));
    refused(
        "",
        "FOLDER/controls.csv is empty; the first line must name the actuators, see 'ophiura model"
            + " info'");
  }

  @Test
  void aSimulationThatBreaksDownLeavesNoFile() throws IOException {
    Files.writeString(
        folder.resolve("spring.xml"),
        """
        <mujoco model="spring">
          <option timestep="0.01"/>
          <worldbody>
            <body>
              <joint name="slide" type="slide" stiffness="-1e9"/>
              <geom size="0.1"/>
            </body>
          </worldbody>
          <actuator><motor name="force" joint="slide"/></actuator>
        </mujoco>
        """);
    Path trial =
        Files.writeString(
            folder.resolve("spring.yaml"),
            "plant: {type: mujoco, model: {type: mjcf, file: spring.xml}}\n");
    Path controls = Files.writeString(folder.resolve("controls.csv"), "force\n0\n1\n1\n1\n");
    List<String> before = Folder.entries(folder);
    Invocation run =
        Invocation.of(
            "simulate", trial, "--controls", controls, "--out", folder.resolve("sensors.csv"));
    assertEquals(ExitCode.USER_MISTAKE, run.code());
    assertTrue(
        run.err()
            .replace(folder.toString(), "FOLDER")
            .matches(
                "ophiura: FOLDER/controls.csv: the simulation broke down \\(DIVERGED: .*\\) at"
                    + " control step \\d; FOLDER/sensors.csv was not written. Use gentler controls"
                    + " or a shorter plant.physics-timestep\n"),
        run.err());
    assertFalse(run.err().contains("\tat "), run.err());
    assertEquals(before, Folder.entries(folder));
  }
}
