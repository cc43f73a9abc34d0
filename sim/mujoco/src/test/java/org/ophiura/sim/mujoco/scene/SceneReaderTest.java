package org.ophiura.sim.mujoco.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ophiura.sim.mujoco.MujocoModel;
import org.ophiura.sim.mujoco.PhysicsOverrides;
import org.ophiura.sim.mujoco.SimulatedPlants;

/** What is read of compiled models to be drawn elsewhere. */
class SceneReaderTest {
  /** Meshes are kept by MuJoCo in single precision, m. */
  private static final double MESH_ROUNDING = 1e-6;

  private static final double[][] CORNERS = {{0, 0, 0}, {0.1, 0, 0}, {0, 0.2, 0}, {0, 0, 0.3}};

  private static Scene parse(String world) {
    try (MujocoModel model =
        MujocoModel.parse(
            "robot",
            "<mujoco><worldbody>" + world + "</worldbody></mujoco>",
            PhysicsOverrides.NONE)) {
      return SceneReader.read(model);
    }
  }

  @Test
  void aBrittleStarHasADiskFiveArmsAndATarget() {
    try (SimulatedPlants plants = Stars.whole()) {
      Scene scene = SceneReader.read(plants.model());
      assertEquals(15, scene.segmentCount());
      assertEquals(1, bodies(scene, Scene.Role.TRUNK).size());
      assertEquals(1, bodies(scene, Scene.Role.TARGET).size());
      assertEquals(scene.bodies().get(0), bodies(scene, Scene.Role.WORLD).get(0));
      List<Scene.Body> segments = bodies(scene, Scene.Role.SEGMENT);
      for (int i = 0; i < 15; i++) {
        assertEquals(i / 3, segments.get(i).arm());
        assertEquals(i % 3, segments.get(i).segment());
      }
      for (Scene.Body body : scene.bodies()) {
        int index = scene.bodies().indexOf(body);
        boolean seen = scene.shapes().stream().anyMatch(shape -> shape.body() == index);
        assertTrue(seen || body.role() == Scene.Role.OTHER, body.name() + " shows nothing");
      }
    }
  }

  private static List<Scene.Body> bodies(Scene scene, Scene.Role role) {
    return scene.bodies().stream().filter(body -> body.role() == role).toList();
  }

  @Test
  void aRobotOfOnesOwnIsReadWithItsFormsAndColors() {
    Scene scene =
        parse(
            """
            <body name="cart" pos="0 0 1"><freejoint/>
              <geom type="box" size="1 2 3" pos="4 5 6" rgba="0.25 0.5 0.75 1"/>
              <geom type="cylinder" size="0.1 0.2"/>
            </body>
            """);
    assertEquals(Scene.Role.TRUNK, scene.bodies().get(1).role());
    Scene.Shape box = scene.shapes().get(0);
    assertEquals(Scene.Form.BOX, box.form());
    assertEquals(List.of(1.0, 2.0, 3.0), box.size());
    assertEquals(List.of(4.0, 5.0, 6.0), box.position());
    assertEquals(List.of(0.25, 0.5, 0.75, 1.0), box.color());
    assertEquals(Scene.Form.CYLINDER, scene.shapes().get(1).form());
  }

  @Test
  void whatViewersHideIsLeftOut() {
    Scene scene =
        parse(
            """
            <geom type="sphere" size="1" group="3"/>
            <geom type="sphere" size="2" rgba="1 1 1 0"/>
            <geom type="sphere" size="3"/>
            """);
    assertEquals(1, scene.shapes().size());
    assertEquals(3.0, scene.shapes().get(0).size().get(0));
  }

  /** The box must hold the mesh and touch it on all six sides, also where MuJoCo turned it. */
  @Test
  void aMeshIsTheBoxAroundIt(@TempDir Path folder) throws IOException {
    StringBuilder mesh = new StringBuilder();
    for (double[] corner : CORNERS) {
      mesh.append("v " + corner[0] + " " + corner[1] + " " + corner[2] + "\n");
    }
    Files.writeString(folder.resolve("m.obj"), mesh + "f 1 3 2\nf 1 2 4\nf 1 4 3\nf 2 3 4\n");
    Path file =
        Files.writeString(
            folder.resolve("robot.xml"),
            """
            <mujoco><asset><mesh name="m" file="m.obj"/></asset>
              <worldbody><body><geom type="mesh" mesh="m"/></body></worldbody></mujoco>
            """);
    Scene.Shape box;
    try (MujocoModel model = MujocoModel.load(file, PhysicsOverrides.NONE)) {
      box = SceneReader.read(model).shapes().get(0);
    }
    assertEquals(Scene.Form.BOX, box.form());
    for (int axis = 0; axis < 3; axis++) {
      double low = Double.POSITIVE_INFINITY;
      double high = Double.NEGATIVE_INFINITY;
      for (double[] corner : CORNERS) {
        double along = along(box, corner, axis);
        low = Math.min(low, along);
        high = Math.max(high, along);
      }
      assertEquals(-box.size().get(axis), low, MESH_ROUNDING);
      assertEquals(box.size().get(axis), high, MESH_ROUNDING);
    }
  }

  /** Coordinate of a point of the body in the frame of a shape. */
  private static double along(Scene.Shape shape, double[] point, int axis) {
    double w = shape.quaternion().get(0);
    double x = shape.quaternion().get(1);
    double y = shape.quaternion().get(2);
    double z = shape.quaternion().get(3);
    double[][] columns = {
      {1 - 2 * (y * y + z * z), 2 * (x * y + w * z), 2 * (x * z - w * y)},
      {2 * (x * y - w * z), 1 - 2 * (x * x + z * z), 2 * (y * z + w * x)},
      {2 * (x * z + w * y), 2 * (y * z - w * x), 1 - 2 * (x * x + y * y)}
    };
    double sum = 0;
    for (int i = 0; i < 3; i++) {
      sum += columns[axis][i] * (point[i] - shape.position().get(i));
    }
    return sum;
  }
}
