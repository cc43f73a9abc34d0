package org.ophiura.sim.mujoco;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.ophiura.mujoco.Mujoco;
import org.ophiura.mujoco.mjModel;
import org.ophiura.sim.CycleStatus;
import org.ophiura.sim.JointCommand;
import org.ophiura.sim.ObservationSpec;
import org.ophiura.sim.PlantState;

/** The reference model's own trajectories, within what roundings of the model grow to. */
class GoldenTrajectoryTest {
  // See golden/README.md: 100 times the worst error seen after perturbing any number by 1e-15.
  private static final double POSITION_TOLERANCE = 3e-7;
  private static final double VELOCITY_TOLERANCE = 5e-6;
  private static final double FORCE_TOLERANCE = 1e-6;
  private static final double CONTACT_TOLERANCE = 2e-3;

  /** Sums of 10 timesteps, up to 250 times. */
  private static final double TIME_TOLERANCE = 1e-9;

  static final Iterable<String> CASES = GoldenCase.NAMES;

  @ParameterizedTest
  @FieldSource("CASES")
  void everyStoredStepIsThatOfTheReference(String name) {
    GoldenCase golden = GoldenCase.load(name);
    try (MujocoModel model = golden.compile();
        MujocoPlant plant = new MujocoPlant(model, golden.physicsStepsPerControlStep())) {
      JointCommand command = new JointCommand(plant.layout());
      int step = 0;
      for (JsonNode stored : golden.trajectory()) {
        for (; step < stored.get("step").asInt(); step++) {
          GoldenCase.control(step, plant.controlPeriodSeconds(), plant.layout(), command);
          assertEquals(CycleStatus.OK, plant.step(command));
        }
        String where = name + ", control step " + step + ", ";
        assertEquals(stored.get("time").asDouble(), plant.state().timeSeconds(), TIME_TOLERANCE);
        checkSensors(stored.get("sensordata"), model, plant.state(), where);
        if (stored.has("observations")) {
          checkObservations(stored.get("observations"), plant, where);
        }
      }
      assertEquals(250, step, "control steps compared");
    }
  }

  private static void checkSensors(
      JsonNode sensordata, MujocoModel model, PlantState state, String where) {
    mjModel struct = model.struct();
    int sensor = 0;
    int element = 0;
    for (ObservationSpec spec : model.sensors()) {
      double tolerance = tolerance(struct.sensor_type().get(sensor++));
      for (int i = 0; i < spec.size(); i++) {
        assertEquals(
            sensordata.get(element++).asDouble(),
            state.get(spec.offset() + i),
            tolerance,
            () -> where + spec);
      }
    }
    assertEquals(sensordata.size(), element);
  }

  private static double tolerance(int sensorType) {
    return switch (sensorType) {
      case Mujoco.mjSENS_FRAMEPOS,
          Mujoco.mjSENS_FRAMEQUAT,
          Mujoco.mjSENS_JOINTPOS,
          Mujoco.mjSENS_TENDONPOS ->
          POSITION_TOLERANCE;
      case Mujoco.mjSENS_FRAMELINVEL,
          Mujoco.mjSENS_FRAMEANGVEL,
          Mujoco.mjSENS_JOINTVEL,
          Mujoco.mjSENS_TENDONVEL ->
          VELOCITY_TOLERANCE;
      case Mujoco.mjSENS_JOINTACTFRC, Mujoco.mjSENS_ACTUATORFRC -> FORCE_TOLERANCE;
      case Mujoco.mjSENS_TOUCH -> CONTACT_TOLERANCE;
      default -> throw new AssertionError("a sensor without tolerance: type " + sensorType);
    };
  }

  private static void checkObservations(JsonNode observations, MujocoPlant plant, String where) {
    int compared = 0;
    for (Map.Entry<String, JsonNode> entry : observations.properties()) {
      ObservationSpec spec = plant.layout().observation(entry.getKey());
      assertEquals(entry.getValue().size(), spec.size(), entry.getKey());
      double tolerance = tolerance(entry.getKey());
      for (int i = 0; i < spec.size(); i++) {
        assertEquals(
            entry.getValue().get(i).asDouble(),
            plant.state().get(spec.offset() + i),
            tolerance,
            () -> where + spec);
      }
      compared++;
    }
    assertEquals(13, compared, "observations of the reference");
  }

  private static double tolerance(String observation) {
    return switch (observation) {
      case "joint_velocity", "disk_linear_velocity", "disk_angular_velocity", "tendon_velocity" ->
          VELOCITY_TOLERANCE;
      case "joint_actuator_force", "actuator_force" -> FORCE_TOLERANCE;
      case "segment_contact" -> CONTACT_TOLERANCE;
      default -> POSITION_TOLERANCE;
    };
  }
}
