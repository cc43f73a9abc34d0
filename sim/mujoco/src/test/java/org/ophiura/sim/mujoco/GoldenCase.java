package org.ophiura.sim.mujoco;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.ophiura.models.Actuation;
import org.ophiura.models.AquariumArena;
import org.ophiura.models.BrittleStarMorphology;
import org.ophiura.models.BrittleStarScene;
import org.ophiura.models.PhysicsOptions;
import org.ophiura.models.Position;
import org.ophiura.models.mjcf.MjcfWriter;
import org.ophiura.sim.ActuatorSpec;
import org.ophiura.sim.JointCommand;
import org.ophiura.sim.RobotLayout;

/** One file of golden data; see golden/README.md. */
final class GoldenCase {
  static final List<String> NAMES =
      List.of("position_5x3_tutorial", "position_5x5", "tendon_5x2", "torque_mixed");

  private final String name;
  private final JsonNode root;

  private GoldenCase(String name, JsonNode root) {
    this.name = name;
    this.root = root;
  }

  static GoldenCase load(String name) {
    String resource = "/golden/" + name + ".json.gz";
    try (InputStream stream =
        Objects.requireNonNull(GoldenCase.class.getResourceAsStream(resource))) {
      return new GoldenCase(name, new ObjectMapper().readTree(new GZIPInputStream(stream)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same robot in the same arena, by the model writer. */
  BrittleStarScene scene() {
    JsonNode morphology = root.get("morphology");
    List<Integer> segments = new ArrayList<>();
    morphology.get("segments_per_arm").forEach(count -> segments.add(count.asInt()));
    JsonNode halfSize = root.get("arena").get("half_size");
    JsonNode target = root.get("arena").get("target");
    return BrittleStarScene.of(
            BrittleStarMorphology.reference(segments)
                .withActuation(Actuation.fromSetting(morphology.get("actuation").asText()))
                .withContactSensorsPerSegment(morphology.get("contact_sensors_per_segment").asInt())
                .withRadiusToStrengthFactor(morphology.get("radius_to_strength_factor").asDouble()),
            AquariumArena.ofHalfSize(halfSize.get(0).asDouble(), halfSize.get(1).asDouble()),
            PhysicsOptions.reference().withTimestepSeconds(root.get("physics_timestep").asDouble()))
        .withTargetPosition(
            new Position(
                target.get(0).asDouble(), target.get(1).asDouble(), target.get(2).asDouble()));
  }

  MujocoModel compile() {
    return MujocoModel.parse(name, MjcfWriter.toXml(scene()), PhysicsOverrides.NONE);
  }

  int physicsStepsPerControlStep() {
    return root.get("physics_steps_per_control_step").asInt();
  }

  JsonNode model() {
    return root.get("model");
  }

  /** The stored control steps of this library's version. */
  JsonNode trajectory() {
    return root.get("trajectories").get(MujocoModel.libraryVersion());
  }

  /** Writes the command of control step k: the formula of the file, in the file's order. */
  static void control(int k, double controlPeriodSeconds, RobotLayout layout, JointCommand out) {
    for (int i = 0; i < out.size(); i++) {
      ActuatorSpec actuator = layout.actuators().get(i);
      double phase = (Math.PI * k) * controlPeriodSeconds + i;
      double fraction = 0.5 + 0.4 * Math.sin(phase);
      out.set(i, actuator.lower() + (actuator.upper() - actuator.lower()) * fraction);
    }
  }
}
