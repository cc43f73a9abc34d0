package org.ophiura.sim.mujoco.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ophiura.models.AquariumArena;
import org.ophiura.sim.CycleStatus;
import org.ophiura.sim.JointCommand;
import org.ophiura.sim.ObservationSpec;
import org.ophiura.sim.Position;
import org.ophiura.sim.mujoco.ContactObservation;
import org.ophiura.sim.mujoco.MujocoModel;
import org.ophiura.sim.mujoco.MujocoPlant;
import org.ophiura.sim.mujoco.MujocoPlantFactory;
import org.ophiura.sim.mujoco.PhysicsOverrides;
import org.ophiura.sim.plugin.PlantPlugin;
import org.ophiura.sim.plugin.Plugins;
import org.ophiura.sim.plugin.SettingException;

class MujocoPlantPluginTest {
  private static final ArenaSettings SMALL_ARENA =
      new ArenaSettings(List.of(1.5, 1.5), 1.5, 0.1, AquariumArena.Ground.CHECKER, true);

  private static BrittleStarModelSettings brittleStar(
      List<Integer> segmentsPerArm, String actuation, ContactObservation contacts) {
    return new BrittleStarModelSettings(
        segmentsPerArm, actuation, 1, contacts, 150, new JointRangeSettings(45, 30), 20, 1, 0.2);
  }

  private static MujocoPlantSettings settings(
      ModelSettings model, Optional<ArenaSettings> arena, Optional<Double> timestep) {
    return new MujocoPlantSettings(
        model, arena, timestep, 10, Optional.empty(), Optional.empty(), Optional.empty(), 0);
  }

  private static MujocoPlantFactory create(MujocoPlantSettings settings) {
    return new MujocoPlantPlugin().create(settings);
  }

  @Test
  void trialFilesFindItById() {
    PlantPlugin<?> plugin = Plugins.<PlantPlugin<?>>load("plant", PlantPlugin.class).get("mujoco");
    assertInstanceOf(MujocoPlantPlugin.class, plugin);
  }

  @Test
  void brittleStarIsMadeAsDescribed() {
    ModelSettings model =
        brittleStar(List.of(2, 0, 1, 0, 0), "tendon-torque", ContactObservation.FORCE);
    try (MujocoPlantFactory plants =
            create(settings(model, Optional.of(SMALL_ARENA), Optional.of(0.004)));
        MujocoPlant plant = plants.newPlant()) {
      assertEquals(6, plants.layout().joints().size());
      assertEquals(12, plants.layout().actuators().size());
      assertEquals(12, plants.layout().observation("tendon_position").size());
      assertEquals(0.04, plants.controlPeriodSeconds(), 1e-15);
      assertEquals(CycleStatus.OK, plant.step(new JointCommand(plants.layout())));
    }
  }

  @Test
  void servosAndJointsAreAsTheSettingsSay() {
    ModelSettings model =
        new BrittleStarModelSettings(
            List.of(1),
            "position",
            1,
            ContactObservation.FORCE,
            150,
            new JointRangeSettings(45, 30),
            33,
            0.7,
            0.4);
    MujocoPlantSettings settings =
        new MujocoPlantSettings(
            model,
            Optional.empty(),
            Optional.empty(),
            10,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            0.015);
    try (MujocoPlantFactory plants = create(settings)) {
      assertEquals(0.015, plants.model().commandDelaySeconds());
      String xml = plants.exportXml(Optional.empty());
      assertEquals(2, occurrences(xml, "kp=\"33\""), xml);
      assertEquals(2, occurrences(xml, "damping=\"0.7\""), xml);
      assertEquals(2, occurrences(xml, "armature=\"0.4\""), xml);
    }
  }

  private static int occurrences(String text, String part) {
    return text.split(Pattern.quote(part), -1).length - 1;
  }

  @Test
  void robotWithoutAnyArmIsMade() {
    ModelSettings model = brittleStar(List.of(), "position", ContactObservation.FORCE);
    try (MujocoPlantFactory plants = create(settings(model, Optional.empty(), Optional.empty()));
        MujocoPlant plant = plants.newPlant()) {
      assertEquals(0, plants.layout().actuators().size());
      assertEquals(CycleStatus.OK, plant.step(new JointCommand(plants.layout())));
    }
  }

  @Test
  void binaryContactsAreZeroOrOneAndOneOnTheGround() {
    ModelSettings model =
        brittleStar(List.of(3, 3, 3, 3, 3), "position", ContactObservation.BINARY);
    try (MujocoPlantFactory plants = create(settings(model, Optional.empty(), Optional.empty()));
        MujocoPlant plant = plants.newPlant()) {
      ObservationSpec contacts = plants.layout().observation("segment_contact");
      assertEquals(1, contacts.upper(0));
      JointCommand command = new JointCommand(plants.layout());
      double touched = 0;
      for (int step = 0; step < 100; step++) {
        plant.step(command);
        touched = 0;
        for (int i = 0; i < contacts.size(); i++) {
          double contact = plant.state().get(contacts.offset() + i);
          assertTrue(contact == 0 || contact == 1);
          touched += contact;
        }
      }
      assertTrue(touched >= 3, "a robot at rest touches the ground with several segments");
    }
  }

  @Test
  void exportHasTheTargetInPlaceAndLoads() {
    ModelSettings model = brittleStar(List.of(1, 1, 1, 1, 1), "position", ContactObservation.FORCE);
    try (MujocoPlantFactory plants = create(settings(model, Optional.empty(), Optional.empty()))) {
      String xml = plants.exportXml(Optional.of(new Position(0.3, -0.4, 0.05)));
      try (MujocoModel exported = MujocoModel.parse("robot.xml", xml, PhysicsOverrides.NONE);
          MujocoPlant plant = new MujocoPlant(exported, 1)) {
        ObservationSpec distance = exported.layout().observation("xy_distance_to_target");
        assertEquals(0.5, plant.state().get(distance.offset()), 1e-15);
      }
    }
  }

  @Test
  void modelFileThatMujocoRefusesIsASettingsMistake(@TempDir Path directory) throws Exception {
    Path file = Files.writeString(directory.resolve("robot.xml"), "<mujoco>\n<legs/>\n</mujoco>");
    MujocoPlantSettings settings =
        settings(new MjcfModelSettings(file), Optional.empty(), Optional.empty());
    SettingException exception = assertThrows(SettingException.class, () -> create(settings));
    assertEquals("model.file", exception.path());
    assertTrue(
        exception.rule().startsWith("must be a model that MuJoCo loads: " + file + ", line 2: "),
        exception.rule());
  }

  @Test
  void modelFileWithTheNameOfAnObservationIsASettingsMistake(@TempDir Path directory)
      throws Exception {
    Path file =
        Files.writeString(
            directory.resolve("robot.xml"),
            """
            <mujoco>
              <worldbody><body><joint name="j"/><geom size="1"/></body></worldbody>
              <sensor><jointpos name="joint_position" joint="j"/></sensor>
            </mujoco>
            """);
    MujocoPlantSettings settings =
        settings(new MjcfModelSettings(file), Optional.empty(), Optional.empty());
    SettingException exception = assertThrows(SettingException.class, () -> create(settings));
    assertTrue(
        exception.rule().contains("two observations named joint_position"), exception.rule());
  }

  @Test
  void arenaBesideAModelFileIsRefused() {
    ModelSettings file = new MjcfModelSettings(Path.of("robot.xml"));
    SettingException exception =
        assertThrows(
            SettingException.class,
            () -> settings(file, Optional.of(SMALL_ARENA), Optional.empty()));
    assertEquals("arena", exception.path());
  }

  @Test
  void sandGroundTooLargeToDrawNamesTheSetting() {
    ArenaSettings huge =
        new ArenaSettings(List.of(500.0, 1.0), 1.5, 0.1, AquariumArena.Ground.SAND, true);
    ModelSettings model = brittleStar(List.of(1), "position", ContactObservation.FORCE);
    SettingException exception =
        assertThrows(
            SettingException.class,
            () -> create(settings(model, Optional.of(huge), Optional.empty())));
    assertEquals("arena.half-size[0]", exception.path());
  }
}
