package org.ophiura.app.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ophiura.sim.hardware.emulator.Fault;
import org.ophiura.sim.hardware.servo.JointCalibration;
import org.ophiura.sim.hardware.servo.ServoJoint;
import org.ophiura.sim.plugin.Setting;

/** Faults of emulated servos, and the servos themselves, as files say them. */
final class FaultScriptTest {
  @TempDir private Path folder;

  /** What a file of servos and their faults holds. */
  record Script(
      @Setting(value = "Servos.", defaultValue = "[]") List<ServoJoint> joints,
      @Setting(value = "Faults.", defaultValue = "[]") List<Fault> faults) {}

  private Script read(String yaml) throws IOException {
    return ConfigReader.read(
        Files.writeString(folder.resolve("faults.yaml"), yaml), Script.class, List.of());
  }

  @Test
  void everyFaultIsSaidInOneLine() throws IOException {
    assertEquals(
        List.of(
            new Fault.Latency(0.002, 0.001, 0, Optional.empty()),
            new Fault.DropBytes(0.01, 1, Optional.of(2.0)),
            new Fault.FlipBytes(0.01, 0, Optional.empty()),
            new Fault.Noise(0.001, Optional.of(3), 0, Optional.empty()),
            new Fault.Backlash(0.02, Optional.empty(), 0, Optional.empty()),
            new Fault.Stuck(2, 5, Optional.empty()),
            new Fault.Missing(2, 5, Optional.of(1.0)),
            new Fault.BrownOut(3.2, 8, Optional.of(0.5)),
            new Fault.Overheat(80, 1, 0, Optional.empty()),
            new Fault.Reboot(1, 9)),
        read("""
                faults:
                - {type: latency, seconds: 0.002, jitter: 0.001}
                - {type: drop-bytes, probability: 0.01, at: 1, duration: 2}
                - {type: flip-bytes, probability: 0.01}
                - {type: noise, deviation: 0.001, servo: 3}
                - {type: backlash, width: 0.02}
                - {type: stuck, servo: 2, at: 5}
                - {type: missing, servo: 2, at: 5, duration: 1}
                - {type: brown-out, voltage: 3.2, at: 8, duration: 0.5}
                - {type: overheat, temperature: 80, servo: 1}
                - {type: reboot, servo: 1, at: 9}
                """)
            .faults());
  }

  @Test
  void anUnknownFaultIsToldWithTheNearest() {
    String message =
        assertThrows(
                ConfigException.class, () -> read("faults:\n- {type: drop-byte, probability: 1}\n"))
            .getMessage();
    assertTrue(
        message.contains("faults[0].type") && message.contains("did you mean 'drop-bytes'?"),
        message);
  }

  @Test
  void servosAreListedWithTheirCalibrations() throws IOException {
    assertEquals(
        List.of(
            new ServoJoint("knee", 4, Optional.of(new JointCalibration(-1, 0.1, 1, -0.5, 0.5))),
            new ServoJoint("hip", 5, Optional.empty())),
        read("""
                joints:
                - joint: knee
                  id: 4
                  calibration: {sign: -1, offset: 0.1, lower: -0.5, upper: 0.5}
                - {joint: hip, id: 5}
                """)
            .joints());
  }
}
