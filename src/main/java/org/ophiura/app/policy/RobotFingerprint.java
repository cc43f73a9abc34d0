package org.ophiura.app.policy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.ophiura.sim.ActuatorSpec;
import org.ophiura.sim.RobotLayout;

/** Tells one robot from another by the names of its actuators and what they drive. */
final class RobotFingerprint {
  private static final int HEX_DIGITS = 16;

  private RobotFingerprint() {}

  /** The first 16 hexadecimal digits of a SHA-256 over the actuators, in order. */
  static String of(RobotLayout layout) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (ActuatorSpec actuator : layout.actuators()) {
        digest.update(
            (actuator.name() + "\n" + actuator.joint() + "\n").getBytes(StandardCharsets.UTF_8));
      }
      return HexFormat.of().formatHex(digest.digest()).substring(0, HEX_DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
