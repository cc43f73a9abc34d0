package org.ophiura.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ophiura.app.Trials;
import org.ophiura.app.trial.EpisodeKind;
import org.ophiura.app.trial.Trial;
import org.ophiura.sim.ActuatorSpec;
import org.ophiura.sim.JointSpec;
import org.ophiura.sim.ObservationSpec;
import org.ophiura.sim.Position;
import org.ophiura.sim.ResetSpec;
import org.ophiura.sim.RobotLayout;
import org.ophiura.sim.mujoco.MujocoModel;
import org.ophiura.sim.mujoco.MujocoPlant;
import org.ophiura.sim.mujoco.PhysicsOverrides;

final class ModelCommandTest {
  private static final double DISTANCE_TOLERANCE_METRES = 1e-12;

  @TempDir private Path folder;

  private Path export(Object... changes) {
    Path file = folder.resolve("robot.xml");
    Object[] arguments = new Object[changes.length + 3];
    arguments[0] = "export";
    arguments[1] = "--out";
    arguments[2] = file;
    System.arraycopy(changes, 0, arguments, 3, changes.length);
    Invocation run = model(arguments).succeeded();
    assertEquals("Model written to " + file + "\n", run.out());
    return file;
  }

  /** {@code ophiura model SUBCOMMAND TRIAL …}. */
  private static Invocation model(Object... arguments) {
    Stream<Object> small = Trials.SMALL.stream().flatMap(change -> Stream.of("--set", change));
    Stream<Object> head = Stream.of("model", arguments[0], Trials.defaultFile());
    Stream<Object> rest = Stream.of(arguments).skip(1);
    return Invocation.of(Stream.of(head, small, rest).flatMap(s -> s).toArray());
  }

  @Test
  void theExportedModelIsTheSameRobotWithTargetAndOptionsInPlace() {
    Path file = export("--seed", "5");
    try (Trial trial = Trial.openPlant(Trials.small("seed=5"));
        MujocoModel model = MujocoModel.load(file, PhysicsOverrides.NONE);
        MujocoPlant plant = new MujocoPlant(model, 10)) {
      RobotLayout layout = trial.plants().layout();
      assertEquals(0.004, model.timestepSeconds());
      assertEquals(layout.joints(), plant.layout().joints());
      assertEquals(layout.actuators(), plant.layout().actuators());
      assertEquals(names(layout.observations()), names(plant.layout().observations()));
      plant.reset(ResetSpec.ORIGIN, EpisodeKind.EVALUATION.noise(trial.streams(), 0));
      Position target =
          trial
              .newTask()
              .orElseThrow()
              .start(EpisodeKind.EVALUATION.start(trial.streams(), 0))
              .target()
              .orElseThrow();
      assertEquals(
          Math.hypot(target.x(), target.y()),
          read(plant, "xy_distance_to_target", 0),
          DISTANCE_TOLERANCE_METRES);
      assertEquals(
          Math.atan2(target.y(), target.x()),
          Math.atan2(
              read(plant, "unit_xy_direction_to_target", 1),
              read(plant, "unit_xy_direction_to_target", 0)),
          DISTANCE_TOLERANCE_METRES);
      assertEquals(0.11, read(plant, "disk_position", 2), 1e-15, "start height");
    }
  }

  private static List<String> names(List<ObservationSpec> observations) {
    return observations.stream().map(ObservationSpec::toString).toList();
  }

  private static double read(MujocoPlant plant, String observation, int element) {
    return plant.state().get(plant.layout().observation(observation).offset() + element);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "task.target={type: on-circle, distance: 0.5}",
        "task.target={type: fixed, position: [0.9, -0.4, 0.05]}"
      })
  void theExportedModelMovesAsThatOfTheTrial(String target) throws IOException {
    List<String> actuators;
    try (Trial trial = Trial.openPlant(Trials.small())) {
      actuators = trial.plants().layout().actuators().stream().map(ActuatorSpec::name).toList();
    }
    StringBuilder text = new StringBuilder(String.join(",", actuators)).append('\n');
    for (int step = 0; step < 60; step++) {
      int now = step;
      text.append(
              actuators.stream()
                  .map(name -> Double.toString(0.5 * Math.sin(0.2 * now + name.hashCode() % 7)))
                  .collect(Collectors.joining(",")))
          .append('\n');
    }
    Path controls = Files.writeString(folder.resolve("controls.csv"), text);
    Path expected = folder.resolve("expected.csv");
    Path actual = folder.resolve("actual.csv");
    Invocation.small(
            "simulate",
            "target-locomotion",
            "--controls",
            controls,
            "--out",
            expected,
            "--set",
            target)
        .succeeded();
    export("--set", target);
    Path trial =
        Files.writeString(
            folder.resolve("exported.yaml"),
            "plant: {type: mujoco, model: {type: mjcf, file: robot.xml}}\n");
    Invocation.of("simulate", trial, "--controls", controls, "--out", actual).succeeded();
    assertEquals(Files.readString(expected), Files.readString(actual));
  }

  @Test
  void exportingAModelOfOnesOwnKeepsIt() throws IOException {
    Files.writeString(
        folder.resolve("own.xml"),
        """
        <mujoco model="own">
          <option timestep="0.003"/>
          <worldbody>
            <body name="target" mocap="true"/>
            <body><freejoint/><geom size="0.123456789012345"/>
              <body><joint name="hinge"/><geom size="0.1" pos="1 0 0"/></body>
            </body>
          </worldbody>
          <actuator><motor name="servo" joint="hinge"/></actuator>
        </mujoco>
        """);
    Path trial =
        Files.writeString(
            folder.resolve("own.yaml"),
            """
            plant: {type: mujoco, model: {type: mjcf, file: own.xml}, physics-timestep: 0.001}
            task: {type: directed-locomotion, target: {type: fixed, position: [0.3, 0.4, 0]}}
            """);
    Path file = folder.resolve("robot.xml");
    Invocation.of("model", "export", trial, "--out", file).succeeded();
    try (MujocoModel model = MujocoModel.load(file, PhysicsOverrides.NONE);
        MujocoPlant plant = new MujocoPlant(model, 1)) {
      assertEquals(0.001, model.timestepSeconds());
      assertEquals("servo", plant.layout().actuators().get(0).name());
      assertEquals(0.5, read(plant, "xy_distance_to_target", 0), DISTANCE_TOLERANCE_METRES);
    }
  }

  @Test
  void infoListsEverythingWithShapesAndBounds() {
    String out = model("info").succeeded().out();
    List<String> lines = out.lines().map(line -> line.replaceAll(" +", " ").strip()).toList();
    assertEquals("brittle star 1-1-1-1-1 (position), control period 0.04 s", lines.get(0));
    try (Trial trial = Trial.openPlant(Trials.small())) {
      RobotLayout layout = trial.plants().layout();
      assertTrue(lines.contains("Joints (10)"), out);
      for (JointSpec joint : layout.joints()) {
        boolean inPlane = joint.name().contains("_in_plane_");
        String range = inPlane ? "[-0.785398, 0.785398]" : "[-0.523599, 0.523599]";
        assertTrue(lines.contains(joint.name() + " " + range), joint.name());
      }
      assertTrue(lines.contains("Actuators (10)"), out);
      for (ActuatorSpec actuator : layout.actuators()) {
        boolean inPlane = actuator.name().contains("_in_plane_");
        String range = inPlane ? "[-0.785398, 0.785398]" : "[-0.523599, 0.523599]";
        assertTrue(lines.contains(actuator.name() + " " + range + " rad"), actuator.name());
      }
      assertTrue(lines.contains("Observations (" + layout.observationSize() + " values)"), out);
      for (ObservationSpec observation : layout.observations()) {
        String start = observation.name() + " (" + observation.size() + ") ";
        assertTrue(lines.stream().anyMatch(line -> line.startsWith(start)), start);
      }
    }
    assertTrue(lines.contains("disk_position (3) [-inf, inf] m"), out);
    assertTrue(lines.contains("disk_rotation (3) [-3.14159, 3.14159] rad"), out);
    assertTrue(lines.contains("xy_distance_to_target (1) [0.00000, inf] m"), out);
    assertTrue(lines.contains("joint_position (10) each its own rad"), out);
    assertTrue(lines.contains("[0] [-0.785398, 0.785398]"), out);
    assertTrue(lines.contains("[9] [-0.523599, 0.523599]"), out);
    assertTrue(lines.contains("States (5)"), out);
    assertTrue(lines.contains("4 arm-4"), out);
    assertTrue(lines.contains("Actions (5)"), out);
    assertTrue(lines.contains("0 arm 0 leads"), out);
  }

  @Test
  void severalAgentsAreToldOnce() {
    String out = Invocation.of("model", "info", Trials.file("decentralised")).succeeded().out();
    assertTrue(out.contains("Agents (5), all with the same states and actions"), out);
    assertTrue(out.contains("States (3)"), out);
    assertTrue(out.contains("1  row left"), out);
  }

  @Test
  void infoOfAPlantAloneEndsWithItsObservations() throws IOException {
    Path trial = Files.writeString(folder.resolve("plant.yaml"), "plant: {type: mujoco}\n");
    String out = Invocation.of("model", "info", trial).succeeded().out();
    assertTrue(out.contains("Observations ("), out);
    assertTrue(!out.contains("Actions"), out);
  }

  @Test
  void exportIntoAFolderThatIsNotThere() {
    model("export", "--out", folder.resolve("no/robot.xml"))
        .refused(
            folder,
            "FOLDER/no/robot.xml cannot be written: its folder does not exist; create it or name"
                + " another file");
    assertEquals(List.of(), Folder.entries(folder));
  }
}
