package org.ophiura.app.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.ophiura.app.Trials;
import org.ophiura.app.recording.EpisodeRecorder;
import org.ophiura.app.recording.Recording;
import org.ophiura.app.recording.Samples;
import org.ophiura.app.trial.Trial;
import org.ophiura.sim.mujoco.scene.BodyPoses;

/** What a page reads of an episode is what was recorded. */
class RecordingJsonTest {
  private static final double MOST_METRES = 1e-4; // What the format promises within 6.5 m.
  private static final double MOST_DEGREES = 0.1;

  private static Recording record(String... changes) {
    try (Trial trial = Trial.open(Trials.small(changes))) {
      // Without a policy there is nothing to decide by: the first arm leads.
      return EpisodeRecorder.record(trial, 0, Optional.of((state, random) -> 0));
    }
  }

  private static JsonNode json(Recording recording) {
    return RecordingJson.of("one", recording, recording.scene().orElseThrow());
  }

  private static ByteBuffer bytes(JsonNode node) {
    return ByteBuffer.wrap(Base64.getDecoder().decode(node.asText()))
        .order(ByteOrder.LITTLE_ENDIAN);
  }

  @Test
  void posesAreWithinATenthOfAMillimetreAndOfADegree() {
    Recording recording = record();
    JsonNode node = json(recording);
    ByteBuffer packed = bytes(node.get("poses"));
    Samples poses = recording.poses();
    double step = node.get("position_step").asDouble();
    double metres = 0;
    double degrees = 0;
    for (int row = 0; row < poses.rows(); row++) {
      for (int start = 0; start < poses.width(); start += BodyPoses.NUMBERS) {
        for (int i = 0; i < 3; i++) {
          double read = packed.getShort() * step;
          metres = Math.max(metres, Math.abs(read - poses.get(row, start + i)));
        }
        double product = 0;
        double lengths = 0;
        double lengthsWanted = 0;
        for (int i = 3; i < BodyPoses.NUMBERS; i++) {
          double read = packed.getShort() / (double) RecordingJson.STEPS;
          double wanted = poses.get(row, start + i);
          product += read * wanted;
          lengths += read * read;
          lengthsWanted += wanted * wanted;
        }
        double cosine = Math.abs(product) / Math.sqrt(lengths * lengthsWanted);
        degrees = Math.max(degrees, Math.toDegrees(2 * Math.acos(Math.min(1, cosine))));
      }
    }
    assertEquals(0, packed.remaining());
    assertTrue(metres > 0 && metres <= MOST_METRES, metres + " m");
    assertTrue(degrees > 0 && degrees <= MOST_DEGREES, degrees + " degrees");
  }

  @Test
  void signalsAreWhatTheControllerDid() {
    Recording recording = record();
    JsonNode node = json(recording);
    assertEquals(recording.rows(), node.get("rows").asInt());
    assertEquals(recording.oscillators().size(), node.get("oscillators").size());
    ByteBuffer outputs = bytes(node.get("outputs"));
    ByteBuffer targets = bytes(node.get("targets"));
    for (int row = 0; row < recording.rows(); row++) {
      for (int i = 0; i < recording.oscillators().size(); i++) {
        assertEquals(recording.outputs().get(row, i), outputs.getFloat());
      }
      for (int i = 0; i < recording.joints().size(); i++) {
        assertEquals(recording.targets().get(row, i), targets.getFloat());
      }
    }
    ByteBuffer leader = bytes(node.get("leader"));
    assertEquals(-1, leader.get(), "nothing is decided at the start");
    boolean led = false;
    while (leader.hasRemaining()) {
      led |= leader.get() >= 0;
    }
    assertTrue(led, "an arm led");
  }

  @Test
  void aLostArmIsMarkedAsGone() {
    Recording recording =
        record("disturbances=[{type: lose-arm, arm: 1, at: 1}]", "task.target.distance=1");
    ByteBuffer packed = bytes(json(recording).get("poses"));
    int gone = 0;
    while (packed.hasRemaining()) {
      gone += packed.getShort() == Short.MIN_VALUE ? 1 : 0;
    }
    int nan = 0;
    for (int row = 0; row < recording.rows(); row++) {
      for (int column = 0; column < recording.poses().width(); column++) {
        nan += Float.isNaN(recording.poses().get(row, column)) ? 1 : 0;
      }
    }
    assertTrue(nan > 0, "the arm was lost");
    assertEquals(nan, gone);
  }
}
