package org.ophiura.sim.mujoco;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ophiura.models.BrittleStarScene;
import org.ophiura.models.mjcf.MjcfWriter;
import org.ophiura.sim.ActuatorSpec;
import org.ophiura.sim.CycleStatus;
import org.ophiura.sim.JointCommand;
import org.ophiura.sim.JointSpec;
import org.ophiura.sim.ObservationSpec;
import org.ophiura.sim.RobotLayout;

class MujocoModelTest {
  private static final String CART =
      """
      <mujoco model="cart">
        <option timestep="0.002"/>
        <worldbody>
          <body name="cart" pos="0 0 1">
            <joint name="rail" type="slide" axis="1 0 0" range="-1 1" limited="true"/>
            <geom type="box" size="0.1 0.1 0.1"/>
            <body name="pole">
              <joint name="pivot" type="hinge" axis="0 1 0"/>
              <geom type="capsule" size="0.02" fromto="0 0 0 0 0 0.5"/>
            </body>
          </body>
        </worldbody>
        <actuator>
          <motor name="push" joint="rail" ctrlrange="-5 5" ctrllimited="true"/>
          <position name="hold" joint="pivot" kp="3"/>
        </actuator>
        <sensor>
          <jointpos name="pole angle" joint="pivot"/>
          <framepos name="tip" objtype="body" objname="pole"/>
        </sensor>
      </mujoco>
      """;

  private static final double EXACT = 0;

  private static MujocoModel parse(String xml) {
    return MujocoModel.parse("robot.xml", xml, PhysicsOverrides.NONE);
  }

  @Test
  void robotOfOnesOwnHasItsJointsActuatorsAndSensors() {
    try (MujocoModel model = parse(CART)) {
      RobotLayout layout = model.layout();
      double infinity = Double.POSITIVE_INFINITY;
      assertEquals(
          List.of(new JointSpec("rail", -1, 1), new JointSpec("pivot", -infinity, infinity)),
          layout.joints());
      assertEquals(
          List.of(
              new ActuatorSpec("push", "rail", -5, 5, "N"),
              new ActuatorSpec("hold", "pivot", -infinity, infinity, "rad", 3)),
          layout.actuators());
      assertEquals(2, layout.observation("joint_position").size());
      assertEquals(2, layout.observation("joint_velocity").size());
      assertEquals(2, layout.observation("actuator_force").size());
      assertTrue(layout.findObservation("disk_position").isEmpty());
      assertEquals(
          List.of("pole angle", "tip"),
          model.sensors().stream().map(ObservationSpec::name).toList());
    }
  }

  @Test
  void jointsWithAndWithoutSensorsAreObserved() {
    try (MujocoModel model = parse(CART);
        MujocoPlant plant = new MujocoPlant(model, 5)) {
      JointCommand command = new JointCommand(model.layout());
      command.set(0, 5);
      for (int i = 0; i < 20; i++) {
        assertEquals(CycleStatus.OK, plant.step(command));
      }
      int position = model.layout().observation("joint_position").offset();
      int velocity = model.layout().observation("joint_velocity").offset();
      int angle = model.layout().observation("pole angle").offset();
      assertTrue(plant.state().get(position) > 0, "pushed to the right");
      assertEquals(plant.struct().qpos().get(0), plant.state().get(position), EXACT);
      assertEquals(plant.state().get(angle), plant.state().get(position + 1), EXACT);
      assertEquals(plant.struct().qvel().get(1), plant.state().get(velocity + 1), EXACT);
    }
  }

  @Test
  void wayToTheTargetIsObservedWhereThereAreARobotAndATarget() {
    String xml =
        """
        <mujoco>
          <worldbody>
            <body name="target" mocap="true" pos="3 4 0"/>
            <body name="ball" pos="0 0 1"><freejoint/><geom size="0.1"/></body>
          </worldbody>
        </mujoco>
        """;
    try (MujocoModel model = parse(xml);
        MujocoPlant plant = new MujocoPlant(model, 1)) {
      int distance = model.layout().observation("xy_distance_to_target").offset();
      int direction = model.layout().observation("unit_xy_direction_to_target").offset();
      double rounding = 1e-15;
      assertEquals(5, plant.state().get(distance), rounding);
      assertEquals(0.6, plant.state().get(direction), rounding);
      assertEquals(0.8, plant.state().get(direction + 1), rounding);
      plant.placeTarget(0, -2, 0);
      plant.step(new JointCommand(model.layout()));
      assertEquals(2, plant.state().get(distance), rounding);
      assertEquals(-1, plant.state().get(direction + 1), rounding);
    }
  }

  @Test
  void unlimitedRobotWithoutTargetSaysSo() {
    try (MujocoModel model = parse(CART);
        MujocoPlant plant = new MujocoPlant(model, 1)) {
      assertFalse(model.hasMovableTarget());
      UnsupportedOperationException exception =
          assertThrows(UnsupportedOperationException.class, () -> plant.placeTarget(0, 0, 0));
      assertEquals(
          "robot.xml has no target that can be moved; it needs a mocap body named 'target'",
          exception.getMessage());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<mujoco><worldbody><geom sise=\"1\"/></worldbody></mujoco>",
        "<mujoco>\n<worldbody>\n<geom size=\"1\">\n</worldbody></mujoco>",
        "<mujoco><worldbody><body><joint/><geom/></body></worldbody></mujoco>",
        "<mujoco><actuator><motor joint=\"none\"/></actuator></mujoco>",
        "<robotics/>",
        "no XML at all",
        "",
      })
  void malformedModelIsOneExceptionWithTheFile(String xml) {
    MujocoException exception = assertThrows(MujocoException.class, () -> parse(xml));
    String message = String.valueOf(exception.getMessage());
    assertTrue(message.startsWith("robot.xml"), message);
    assertTrue(message.length() > "robot.xml: ".length(), message);
    assertEquals(-1, message.indexOf('\n'), message);
  }

  @Test
  void malformedModelNamesTheLine() {
    String xml = CART.replace("type=\"slide\"", "type=\"slyde\"");
    MujocoException exception = assertThrows(MujocoException.class, () -> parse(xml));
    String message = String.valueOf(exception.getMessage());
    assertTrue(message.startsWith("robot.xml, line 5: ") && message.contains("slyde"), message);
  }

  @Test
  void brittleStarWithoutASensorNamesFileNameAndNearest() {
    String xml =
        MjcfWriter.toXml(BrittleStarScene.tutorial())
            .replace("central_disk_framepos_sensor", "central_disk_frampos_sensor");
    MujocoException exception = assertThrows(MujocoException.class, () -> parse(xml));
    String message = String.valueOf(exception.getMessage());
    assertTrue(
        message.startsWith(
            "robot.xml has no sensor named 'BrittleStarMorphology/central_disk_framepos_sensor';"
                + " did you mean 'BrittleStarMorphology/central_disk_frampos_sensor'?"),
        message);
  }

  @Test
  void missingFileIsNamed(@TempDir Path directory) {
    Path file = directory.resolve("none.xml");
    MujocoException exception =
        assertThrows(MujocoException.class, () -> MujocoModel.load(file, PhysicsOverrides.NONE));
    assertEquals(file + " does not exist; name an MJCF file", exception.getMessage());
    assertThrows(MujocoException.class, () -> MujocoModel.load(directory, PhysicsOverrides.NONE));
  }

  @Test
  void fileIncludesOthersRelativeToItself(@TempDir Path directory) throws IOException {
    Files.writeString(directory.resolve("cart.xml"), CART);
    Path file = directory.resolve("main.xml");
    Files.writeString(file, "<mujoco><include file=\"cart.xml\"/></mujoco>");
    try (MujocoModel model = MujocoModel.load(file, PhysicsOverrides.NONE)) {
      assertEquals(2, model.layout().actuators().size());
    }
  }

  @Test
  void overridesTakeThePlaceOfTheFilesOptions() {
    PhysicsOverrides overrides =
        new PhysicsOverrides(
            Optional.of(0.004), Optional.of(3), Optional.of(7), Optional.of(false), 0);
    try (MujocoModel model = MujocoModel.parse("robot.xml", CART, overrides)) {
      assertEquals(0.004, model.timestepSeconds());
      assertEquals(3, model.struct().opt().iterations());
      assertEquals(7, model.struct().opt().ls_iterations());
      assertTrue(
          (model.struct().opt().disableflags() & org.ophiura.mujoco.Mujoco.mjDSBL_EULERDAMP) != 0);
    }
  }

  @Test
  void closedModelMakesNoPlantsAndClosingAgainDoesNothing() {
    MujocoModel model = parse(CART);
    MujocoPlant plant = new MujocoPlant(model, 1);
    model.close();
    model.close();
    assertEquals(CycleStatus.OK, plant.step(new JointCommand(model.layout())));
    assertThrows(IllegalStateException.class, () -> new MujocoPlant(model, 1));
    plant.close();
    plant.close();
  }
}
