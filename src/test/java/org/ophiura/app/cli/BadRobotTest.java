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

/** A model file of one's own that does not work, or does not fit the rest of its trial. */
final class BadRobotTest {
  @TempDir private Path folder;

  private static final String OWN_ROBOT =
      """
      plant:
        type: mujoco
        model: {type: mjcf, file: robot.xml}
      task: {type: directed-locomotion}
      controller:
        type: leading-arm
        policy: random
      """;

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

  private void refusedRobot(String mjcf, String message) throws IOException {
    Files.writeString(folder.resolve("robot.xml"), mjcf);
    refused(OWN_ROBOT, message);
  }

  @Test
  void aModelFileThatIsNotThere() throws IOException {
    refused(
        OWN_ROBOT,
        "FOLDER/trial.yaml:3: plant.model.file must be a model that MuJoCo loads:"
            + " FOLDER/robot.xml does not exist; name an MJCF file");
  }

  @Test
  void aModelFileThatIsNotXml() throws IOException {
    refusedRobot(
        "<mujoco>\n  <worldbody>\n    <body>\n    </bdy>\n  </worldbody>\n</mujoco>\n",
        "FOLDER/trial.yaml:3: plant.model.file must be a model that MuJoCo loads:"
            + " FOLDER/robot.xml, line 3: XML parse error 14:; Error=XML_ERROR_MISMATCHED_ELEMENT"
            + " ErrorID=14 (0xe) Line number=3: XMLElement name=body");
  }

  @Test
  void aModelFileThatMujocoRefuses() throws IOException {
    Files.writeString(
        folder.resolve("robot.xml"),
        """
        <mujoco>
          <worldbody>
            <body>
              <geom size="-1"/>
            </body>
          </worldbody>
        </mujoco>
        """);
    Path trial = Files.writeString(folder.resolve("trial.yaml"), OWN_ROBOT);
    Invocation run = Invocation.of("model", "info", trial);
    assertEquals(ExitCode.USER_MISTAKE, run.code());
    assertTrue(
        run.err()
            .replace(folder.toString(), "FOLDER")
            .matches(
                "ophiura: FOLDER/trial.yaml:3: plant.model.file must be a model that MuJoCo loads:"
                    + " FOLDER/robot.xml, line 4: .*size 0 must be positive.*\n"),
        run.err());
  }

  @Test
  void aRobotWithoutTheJointsThatTheControllerMoves() throws IOException {
    refusedRobot(
        """
        <mujoco>
          <worldbody>
            <body name="target" mocap="true"/>
            <body><freejoint/><geom size="0.1"/>
              <body><joint name="hip"/><geom size="0.1"/></body>
            </body>
          </worldbody>
          <actuator><position name="servo" joint="hip"/></actuator>
        </mujoco>
        """,
        "FOLDER/trial.yaml:5: controller.cpg.layout needs a robot with joints named"
            + " arm_{i}_segment_{s}_in_plane_joint and arm_{i}_segment_{s}_out_of_plane_joint;"
            + " FOLDER/robot.xml has none of them, its joints are hip");
  }

  @Test
  void aRobotWithActuatorsThatTheControllerCannotUse() throws IOException {
    refusedRobot(
        """
        <mujoco>
          <worldbody>
            <body name="target" mocap="true"/>
            <body><freejoint/><geom size="0.1"/>
              <body>
                <joint name="arm_0_segment_0_in_plane_joint"/>
                <joint name="arm_0_segment_0_out_of_plane_joint"/>
                <geom size="0.1"/>
              </body>
            </body>
          </worldbody>
          <actuator>
            <velocity name="wheel" joint="arm_0_segment_0_in_plane_joint"/>
            <velocity name="lift" joint="arm_0_segment_0_out_of_plane_joint"/>
          </actuator>
        </mujoco>
        """,
        "FOLDER/trial.yaml:5: controller.drive needs one servo that takes an angle (rad) or one"
            + " motor that takes a torque (N m) on each joint of the arms, or motors (N) on the four"
            + " tendons of each segment; FOLDER/robot.xml has wheel, which takes rad/s; use"
            + " actuators of one of these kinds");
  }

  @Test
  void aRobotWithoutATarget() throws IOException {
    refusedRobot(
        """
        <mujoco>
          <worldbody><body><freejoint/><geom size="0.1"/></body></worldbody>
        </mujoco>
        """,
        "FOLDER/trial.yaml:4: task.type must fit the robot: directed-locomotion needs the"
            + " observation xy_distance_to_target, which FOLDER/robot.xml lacks; give its model a"
            + " mocap body named 'target', and a free joint that carries the robot");
  }
}
