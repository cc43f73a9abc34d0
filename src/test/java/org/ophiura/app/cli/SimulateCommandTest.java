package org.ophiura.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ophiura.app.Trials;
import org.ophiura.app.trial.EpisodeKind;
import org.ophiura.app.trial.Trial;
import org.ophiura.sim.ActuatorSpec;
import org.ophiura.sim.CycleStatus;
import org.ophiura.sim.JointCommand;
import org.ophiura.sim.ObservationSpec;
import org.ophiura.sim.RobotLayout;
import org.ophiura.sim.mujoco.MujocoModel;
import org.ophiura.sim.mujoco.MujocoPlant;
import org.ophiura.sim.mujoco.MujocoPlantFactory;

final class SimulateCommandTest {
  private static final long SEED = 20_260_101;
  private static final int STEPS = 60;

  @TempDir private Path folder;

  private static RobotLayout layout() {
    try (Trial trial = Trial.openPlant(Trials.small())) {
      return trial.plants().layout();
    }
  }

  /** Random commands, some of them beyond their range. */
  private static double[][] commands(RobotLayout layout) {
    RandomGenerator random = new SplittableRandom(SEED);
    double[][] commands = new double[STEPS][layout.actuators().size()];
    for (double[] row : commands) {
      for (int i = 0; i < row.length; i++) {
        row[i] = 1.5 * layout.actuators().get(i).upper() * (2 * random.nextDouble() - 1);
      }
    }
    return commands;
  }

  /** Writes commands with the columns in the order that {@code columns} lists the actuators. */
  private Path write(String name, RobotLayout layout, double[][] commands, List<Integer> columns)
      throws IOException {
    StringBuilder text = new StringBuilder();
    List<String> header = columns.stream().map(i -> layout.actuators().get(i).name()).toList();
    text.append(String.join(",", header)).append('\n');
    for (double[] row : commands) {
      List<String> cells = columns.stream().map(i -> Double.toString(row[i])).toList();
      text.append(String.join(",", cells)).append('\n');
    }
    return Files.writeString(folder.resolve(name), text);
  }

  private static List<Integer> inOrder(RobotLayout layout) {
    return IntStream.range(0, layout.actuators().size()).boxed().toList();
  }

  private Path simulate(Path controls, String out, Object... more) {
    List<Object> arguments =
        new ArrayList<>(List.of("--controls", controls, "--out", folder.resolve(out)));
    arguments.addAll(List.of(more));
    Invocation.small("simulate", "target-locomotion", arguments.toArray()).succeeded();
    return folder.resolve(out);
  }

  @Test
  void everySensorInModelOrderForTheStartAndEachControlStep() throws IOException {
    RobotLayout layout = layout();
    Path controls = write("controls.csv", layout, commands(layout), inOrder(layout));
    Table sensors = Table.read(simulate(controls, "sensors.csv"));
    assertEquals("time", sensors.header().get(0));
    try (Trial trial = Trial.openPlant(Trials.small())) {
      List<String> expected = new ArrayList<>(List.of("time"));
      for (ObservationSpec sensor : ((MujocoPlantFactory) trial.plants()).model().sensors()) {
        if (sensor.size() == 1) {
          expected.add(sensor.name());
        } else {
          for (int i = 0; i < sensor.size(); i++) {
            expected.add(sensor.name() + "[" + i + "]");
          }
        }
      }
      assertEquals(expected, sensors.header());
    }
    // Position, velocity and force of each joint, force of each actuator, position and contact of
    // each segment, and position, quaternion and two velocities of the disk.
    assertEquals(1 + 3 * 10 + 10 + 5 * (3 + 1) + 3 + 4 + 3 + 3, sensors.header().size());
    // More steps than the time limit of 2 s would allow.
    assertEquals(STEPS + 1, sensors.rows().size());
    for (int row = 0; row <= STEPS; row++) {
      assertEquals(row * 0.04, sensors.number(row, "time"), 1e-9);
    }
  }

  @Test
  void theNumbersAreThoseOfThePlantItself() throws IOException {
    RobotLayout layout = layout();
    double[][] commands = commands(layout);
    Path controls = write("controls.csv", layout, commands, inOrder(layout));
    Table sensors = Table.read(simulate(controls, "sensors.csv"));
    try (Trial trial = Trial.openPlant(Trials.small())) {
      MujocoPlantFactory plants = (MujocoPlantFactory) trial.plants();
      try (MujocoPlant plant = plants.newPlant()) {
        plant.reset(
            trial.newTask().orElseThrow().start(EpisodeKind.EVALUATION.start(trial.streams(), 0)),
            EpisodeKind.EVALUATION.noise(trial.streams(), 0));
        checkRow(plant, plants.model(), sensors.rows().get(0));
        JointCommand command = new JointCommand(layout);
        for (int step = 0; step < STEPS; step++) {
          for (int i = 0; i < command.size(); i++) {
            command.set(i, commands[step][i]);
          }
          assertEquals(CycleStatus.OK, plant.step(command));
          checkRow(plant, plants.model(), sensors.rows().get(step + 1));
        }
      }
    }
  }

  private static void checkRow(MujocoPlant plant, MujocoModel model, List<String> row) {
    assertEquals(plant.state().timeSeconds(), Double.parseDouble(row.get(0)));
    int column = 1;
    for (ObservationSpec sensor : model.sensors()) {
      for (int i = 0; i < sensor.size(); i++) {
        assertEquals(
            Double.doubleToRawLongBits(plant.state().get(sensor.offset() + i)),
            Double.doubleToRawLongBits(Double.parseDouble(row.get(column++))),
            sensor.name());
      }
    }
    assertEquals(row.size(), column);
  }

  @Test
  void theControlsAreNotOverwritten() throws IOException {
    Path controls = Files.writeString(folder.resolve("same.csv"), "precious");
    Invocation invocation =
        Invocation.of(
            "simulate",
            Trials.defaultFile().toString(),
            "--controls",
            controls.toString(),
            "--out",
            controls.toString());
    assertEquals(ExitCode.USER_MISTAKE, invocation.code());
    assertTrue(invocation.err().contains("--out must be another file than --controls"));
    assertEquals("precious", Files.readString(controls));
  }

  @Test
  void theOrderOfTheColumnsChangesNothing() throws IOException {
    RobotLayout layout = layout();
    double[][] commands = commands(layout);
    List<Integer> shuffled = new ArrayList<>(inOrder(layout));
    Collections.shuffle(shuffled, new Random(SEED));
    assertEquals(
        Files.readString(
            simulate(write("a.csv", layout, commands, inOrder(layout)), "a-sensors.csv")),
        Files.readString(simulate(write("b.csv", layout, commands, shuffled), "b-sensors.csv")));
  }

  @Test
  void commandsBeyondTheRangeAreClamped() throws IOException {
    RobotLayout layout = layout();
    double[][] commands = commands(layout);
    double[][] clamped = new double[STEPS][];
    for (int step = 0; step < STEPS; step++) {
      clamped[step] = commands[step].clone();
      for (int i = 0; i < clamped[step].length; i++) {
        ActuatorSpec actuator = layout.actuators().get(i);
        clamped[step][i] =
            Math.max(actuator.lower(), Math.min(actuator.upper(), commands[step][i]));
      }
    }
    assertEquals(
        Files.readString(
            simulate(write("a.csv", layout, commands, inOrder(layout)), "a-sensors.csv")),
        Files.readString(
            simulate(write("b.csv", layout, clamped, inOrder(layout)), "b-sensors.csv")));
  }

  @Test
  void theSeedDrawsTheTargetAndTheNoise() throws IOException {
    RobotLayout layout = layout();
    Path controls = write("controls.csv", layout, new double[1][10], inOrder(layout));
    String noise = "task.joint-position-noise=0.1";
    String first = Files.readString(simulate(controls, "a.csv", "--set", noise));
    assertEquals(first, Files.readString(simulate(controls, "b.csv", "--set", noise)));
    assertNotEquals(
        first, Files.readString(simulate(controls, "c.csv", "--set", noise, "--seed", "2")));
  }

  @Test
  void aRobotOfOnesOwnNeedsNeitherTaskNorController() throws IOException {
    Path robot =
        Files.writeString(
            folder.resolve("pendulum.xml"),
            """
            <mujoco model="pendulum">
              <worldbody>
                <body>
                  <joint name="pivot" type="hinge" axis="0 1 0"/>
                  <geom size="0.1" pos="0 0 -1"/>
                </body>
              </worldbody>
              <actuator><motor name="torque" joint="pivot"/></actuator>
              <sensor><jointpos name="angle" joint="pivot"/></sensor>
            </mujoco>
            """);
    Path trial =
        Files.writeString(
            folder.resolve("pendulum.yaml"),
            "plant: {type: mujoco, model: {type: mjcf, file: pendulum.xml}}\n");
    Path controls = Files.writeString(folder.resolve("controls.csv"), "torque\n1\n1\n0\n");
    Path out = folder.resolve("sensors.csv");
    Invocation run =
        Invocation.of("simulate", trial, "--controls", controls, "--out", out).succeeded();
    assertEquals("3 control steps written to " + out + "\n", run.out());
    Table sensors = Table.read(out);
    assertEquals(List.of("time", "angle"), sensors.header());
    assertEquals(0, sensors.number(0, "angle"));
    assertTrue(sensors.number(3, "angle") > 0);
    assertTrue(Files.exists(robot));
  }

  @Test
  void filesThatAreNotThere() throws IOException {
    Path out = folder.resolve("sensors.csv");
    Invocation.small(
            "simulate",
            "target-locomotion",
            "--controls",
            folder.resolve("controls.csv"),
            "--out",
            out)
        .refused(folder, "FOLDER/controls.csv does not exist or is not a file; name a CSV file");
    RobotLayout layout = layout();
    Path controls = write("controls.csv", layout, new double[1][10], inOrder(layout));
    Invocation.small(
            "simulate",
            "target-locomotion",
            "--controls",
            controls,
            "--out",
            folder.resolve("no/sensors.csv"))
        .refused(
            folder,
            "FOLDER/no/sensors.csv cannot be written: its folder does not exist; create it or name"
                + " another file");
    Invocation.small("simulate", "target-locomotion", "--out", out)
        .refused(
            folder, "Missing required option: '--controls=FILE'\nTry 'ophiura simulate --help'.");
  }
}
