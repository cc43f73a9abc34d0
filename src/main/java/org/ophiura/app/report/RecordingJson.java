package org.ophiura.app.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.Locale;
import org.ophiura.app.recording.Recording;
import org.ophiura.app.recording.Samples;
import org.ophiura.app.web.SceneJson;
import org.ophiura.sim.CycleStatus;
import org.ophiura.sim.mujoco.scene.BodyPoses;
import org.ophiura.sim.mujoco.scene.Scene;

/**
 * An episode as a page reads it. Numbers are little endian in base64: poses as 16-bit integers, of
 * which one step is {@code position_step} metres or 1/32767 of a quaternion's unit, and -32768
 * stands for a body that is gone; signals as 32-bit floats, row by row.
 */
final class RecordingJson {
  /** Greatest 16-bit integer. */
  static final int STEPS = Short.MAX_VALUE;

  private static final int AXES = 3;
  private static final ObjectMapper JSON = new ObjectMapper();

  private RecordingJson() {}

  static ObjectNode of(String label, Recording recording, Scene scene) {
    ObjectNode node = JSON.createObjectNode();
    node.put("label", label);
    node.put("outcome", outcome(recording));
    node.put("period", recording.periodSeconds());
    node.put("rows", recording.rows());
    node.set("scene", SceneJson.of(scene));
    double step = step(recording.poses());
    node.put("position_step", step);
    node.put("poses", packed(recording.poses(), step));
    node.put("touching", bytes(recording.touching()));
    node.put("leader", bytes(recording.leader()));
    node.set("oscillators", JSON.valueToTree(recording.oscillators()));
    node.put("outputs", floats(recording.outputs()));
    node.set("joints", JSON.valueToTree(recording.joints()));
    node.put("targets", floats(recording.targets()));
    node.put("positions", floats(recording.positions()));
    node.put("disk", floats(recording.disk()));
    return node;
  }

  private static String outcome(Recording recording) {
    if (recording.result().status() != CycleStatus.OK) {
      return recording.result().status().name().toLowerCase(Locale.ROOT);
    }
    double seconds = recording.result().seconds();
    return recording.result().succeeded()
        ? String.format(Locale.ROOT, "reached the target after %.2f s", seconds)
        : String.format(Locale.ROOT, "ended after %.2f s", seconds);
  }

  /** Metres of one step, so that the farthest body is at the last one. */
  private static double step(Samples poses) {
    double farthest = 0;
    for (int row = 0; row < poses.rows(); row++) {
      for (int column = 0; column < poses.width(); column++) {
        float value = poses.get(row, column);
        if (column % BodyPoses.NUMBERS < AXES && !Float.isNaN(value)) {
          farthest = Math.max(farthest, Math.abs(value));
        }
      }
    }
    return farthest / STEPS;
  }

  private static String packed(Samples poses, double step) {
    ByteBuffer packed = buffer(Short.BYTES * poses.rows() * poses.width());
    for (int row = 0; row < poses.rows(); row++) {
      for (int column = 0; column < poses.width(); column++) {
        float value = poses.get(row, column);
        boolean place = column % BodyPoses.NUMBERS < AXES;
        double steps = place ? (step > 0 ? value / step : 0) : value * STEPS;
        packed.putShort(Float.isNaN(value) ? Short.MIN_VALUE : (short) Math.round(steps));
      }
    }
    return base64(packed);
  }

  private static String bytes(Samples samples) {
    ByteBuffer bytes = buffer(samples.rows() * samples.width());
    for (int row = 0; row < samples.rows(); row++) {
      for (int column = 0; column < samples.width(); column++) {
        bytes.put((byte) samples.get(row, column));
      }
    }
    return base64(bytes);
  }

  private static String floats(Samples samples) {
    ByteBuffer floats = buffer(Float.BYTES * samples.rows() * samples.width());
    for (int row = 0; row < samples.rows(); row++) {
      for (int column = 0; column < samples.width(); column++) {
        floats.putFloat(samples.get(row, column));
      }
    }
    return base64(floats);
  }

  private static ByteBuffer buffer(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static String base64(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.flip().limit()];
    buffer.get(bytes);
    return Base64.getEncoder().encodeToString(bytes);
  }
}
