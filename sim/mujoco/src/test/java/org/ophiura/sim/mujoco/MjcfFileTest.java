package org.ophiura.sim.mujoco;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ophiura.sim.JointCommand;
import org.ophiura.sim.Position;

class MjcfFileTest {
  private static final String MAIN =
      """
      <mujoco>
        <compiler angle="radian" meshdir="meshes"/>
        <option timestep="0.0123456789012345"/>
        <asset><mesh name="tetra" file="tetra.obj"/></asset>
        <worldbody>
          <body name="target" mocap="true" pos="1 1 0"/>
          <include file="parts/robot.xml"/>
        </worldbody>
        <actuator><motor joint="hinge"/></actuator>
      </mujoco>
      """;
  private static final String ROBOT =
      """
      <mujocoinclude>
        <body pos="0 0 0.333333333333333333">
          <joint name="hinge" axis="0 1 0"/><geom type="mesh" mesh="tetra"/>
        </body>
      </mujocoinclude>
      """;
  private static final String TETRAHEDRON =
      """
      v 0 0 0
      v 0.1 0 0
      v 0 0.1 0
      v 0 0 0.1
      f 1 3 2
      f 1 2 4
      f 1 4 3
      f 2 3 4
      """;

  private static Path write(Path directory) throws IOException {
    Files.createDirectories(directory.resolve("parts"));
    Files.createDirectories(directory.resolve("meshes"));
    Files.writeString(directory.resolve("parts/robot.xml"), ROBOT);
    Files.writeString(directory.resolve("meshes/tetra.obj"), TETRAHEDRON);
    return Files.writeString(directory.resolve("main.xml"), MAIN);
  }

  @Test
  void standAloneTextStepsToTheSameBits(@TempDir Path directory, @TempDir Path elsewhere)
      throws IOException {
    Path file = write(directory);
    PhysicsOverrides overrides =
        new PhysicsOverrides(
            Optional.empty(), Optional.of(2), Optional.of(3), Optional.of(false), 0);
    String text = MjcfFile.standAlone(file, overrides, Optional.of(new Position(0.1, -0.2, 0.3)));
    Path copy = Files.writeString(elsewhere.resolve("robot.xml"), text);
    try (MujocoModel original = MujocoModel.load(file, overrides);
        MujocoModel exported = MujocoModel.load(copy, PhysicsOverrides.NONE)) {
      assertEquals(0.0123456789012345, exported.timestepSeconds());
      assertEquals(2, exported.struct().opt().iterations());
      assertEquals(0.1, exported.struct().body_pos().get(3));
      assertArrayEquals(observations(original), observations(exported));
    }
  }

  private static double[] observations(MujocoModel model) {
    try (MujocoPlant plant = new MujocoPlant(model, 5)) {
      JointCommand command = new JointCommand(model.layout());
      command.fill(0.01);
      for (int i = 0; i < 20; i++) {
        plant.step(command);
      }
      return new double[] {plant.state().get(0), plant.state().get(1)};
    }
  }

  @Test
  void fileThatIsGoneIsNamed(@TempDir Path directory) {
    Path file = directory.resolve("gone.xml");
    MujocoException exception =
        assertThrows(
            MujocoException.class,
            () -> MjcfFile.standAlone(file, PhysicsOverrides.NONE, Optional.empty()));
    assertEquals(0, String.valueOf(exception.getMessage()).indexOf(file + " cannot be read"));
  }
}
