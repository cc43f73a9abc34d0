package org.ophiura.app.controller;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.ophiura.app.Trials;
import org.ophiura.app.trial.Trial;
import org.ophiura.learning.Policy;
import org.ophiura.sim.CycleStatus;
import org.ophiura.sim.JointCommand;
import org.ophiura.sim.Plant;
import org.ophiura.sim.PlantState;
import org.ophiura.sim.Position;
import org.ophiura.sim.ResetSpec;
import org.ophiura.sim.mujoco.MujocoModel;
import org.ophiura.sim.plugin.ControllerPlugin;

/** The path of the reference: generator, gait and physics together; see golden/README.md. */
final class ClosedLoopGoldenTest {
  private static final String VERSION_OF_THE_GOLDEN_PATH = "3.3.2";
  private static final double POSITION_TOLERANCE_METRES = 1e-6;
  private static final double ROTATION_TOLERANCE_RADIANS = 1e-5;

  /** Sums of 10 timesteps, up to 150 times. */
  private static final double TIME_TOLERANCE_SECONDS = 1e-9;

  // Other versions drift: twice what 4.0.0 shows after ten control steps, 2.1 mm and 7.5 mrad.
  private static final double DRIFT_TOLERANCE_METRES = 4e-3;
  private static final double DRIFT_TOLERANCE_RADIANS = 1.5e-2;

  private final JsonNode golden = read();

  private static JsonNode read() {
    try (InputStream stream =
        Objects.requireNonNull(
            ClosedLoopGoldenTest.class.getResourceAsStream("/golden/rowing_5x3.json.gz"))) {
      return new ObjectMapper().readTree(new GZIPInputStream(stream));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Lets each arm of the file's schedule lead for its number of control steps. */
  private static final class Schedule implements Policy {
    private final List<Integer> leaders = new ArrayList<>();
    private int step;

    Schedule(JsonNode schedule) {
      for (JsonNode entry : schedule) {
        for (int i = 0; i < entry.get(1).asInt(); i++) {
          leaders.add(entry.get(0).asInt());
        }
      }
    }

    int steps() {
      return leaders.size();
    }

    @Override
    public void beginEpisode() {
      step = 0;
    }

    @Override
    public int choose(int state, RandomGenerator random) {
      return leaders.get(step++);
    }
  }

  /** One control step: time, position, rotation, distance to the target. */
  @SuppressWarnings("ArrayRecordComponent") // Rows are compared number by number, never as records.
  private record Row(
      int step, double time, double[] position, double[] rotation, double distance) {}

  private List<Row> run() {
    String halfSize = golden.get("arena_half_size").toString();
    String[] changes = {
      "plant.model.segments-per-arm=[3, 3, 3, 3, 3]",
      "plant.arena.half-size=" + halfSize,
      "plant.physics-timestep=" + golden.get("physics_timestep"),
      "plant.physics-steps-per-control-step=" + golden.get("physics_steps_per_control_step"),
      "controller.decision-period=1",
      "controller.cpg={layout: ten-oscillator, solver: euler, weights: 5, amplitude-gain: 20,"
          + " offset-gain: 20, initial-phase-range: 0}",
      "controller.gait={type: rowing, joint-limit-fraction: 0.5,"
          + " angular-frequency: 6.283185307179586, leading-arm-biases: true}",
      "controller.policy.type=random"
    };
    try (Trial trial = Trial.openPlant(Trials.read(changes));
        Plant plant = trial.plants().newPlant()) {
      LeadingArmController controller =
          (LeadingArmController)
              ControllerPlugin.create(
                  trial.settings().controller().orElseThrow(),
                  plant.layout(),
                  plant.controlPeriodSeconds());
      Schedule schedule = new Schedule(golden.get("schedule"));
      controller.usePolicy(schedule);
      JsonNode target = golden.get("target");
      RandomGenerator unused = new SplittableRandom(1);
      plant.reset(
          ResetSpec.ORIGIN.withTarget(
              new Position(
                  target.get(0).asDouble(), target.get(1).asDouble(), target.get(2).asDouble())),
          unused);
      controller.reset(plant.state(), unused);
      JointCommand command = new JointCommand(plant.layout());
      List<Row> rows = new ArrayList<>();
      for (int step = 1; step <= schedule.steps(); step++) {
        controller.update(plant.state(), plant.controlPeriodSeconds(), command);
        assertEquals(CycleStatus.OK, plant.step(command));
        rows.add(row(step, plant));
      }
      return rows;
    }
  }

  private static Row row(int step, Plant plant) {
    PlantState state = plant.state();
    double[] position = new double[3];
    double[] rotation = new double[3];
    state.copyTo(plant.layout().observation("disk_position"), position, 0);
    state.copyTo(plant.layout().observation("disk_rotation"), rotation, 0);
    int distance = plant.layout().observation("xy_distance_to_target").offset();
    return new Row(step, state.timeSeconds(), position, rotation, state.get(distance));
  }

  private void compare(JsonNode stored, Row row, double metres, double radians) {
    String where = "control step " + row.step();
    assertEquals(stored.get("step").asInt(), row.step());
    assertEquals(stored.get("time").asDouble(), row.time(), TIME_TOLERANCE_SECONDS, where);
    for (int i = 0; i < 3; i++) {
      assertEquals(stored.get("disk_position").get(i).asDouble(), row.position()[i], metres, where);
      assertEquals(
          stored.get("disk_rotation").get(i).asDouble(), row.rotation()[i], radians, where);
    }
    assertEquals(stored.get("xy_distance_to_target").asDouble(), row.distance(), metres, where);
  }

  @Test
  void thePathIsThatOfTheReference() {
    assumeTrue(
        MujocoModel.libraryVersion().equals(VERSION_OF_THE_GOLDEN_PATH),
        "the path was recorded on MuJoCo " + VERSION_OF_THE_GOLDEN_PATH);
    List<Row> rows = run();
    int compared = 0;
    for (JsonNode stored : golden.get("path")) {
      compare(
          stored,
          rows.get(stored.get("step").asInt() - 1),
          POSITION_TOLERANCE_METRES,
          ROTATION_TOLERANCE_RADIANS);
      compared++;
    }
    assertEquals(30, compared);
  }

  @Test
  void thePathBeginsLikeThatOfTheReferenceOnAnyVersion() {
    List<Row> rows = run();
    for (int i = 0; i < 2; i++) {
      JsonNode stored = golden.get("path").get(i);
      compare(
          stored,
          rows.get(stored.get("step").asInt() - 1),
          DRIFT_TOLERANCE_METRES,
          DRIFT_TOLERANCE_RADIANS);
    }
  }

  @Test
  void thePathIsTheSameEachTime() {
    List<Row> first = run();
    List<Row> second = run();
    for (int i = 0; i < first.size(); i++) {
      assertEquals(
          Arrays.toString(first.get(i).position()), Arrays.toString(second.get(i).position()));
      assertEquals(
          Arrays.toString(first.get(i).rotation()), Arrays.toString(second.get(i).rotation()));
      assertEquals(first.get(i).distance(), second.get(i).distance());
    }
  }
}
