package org.ophiura.app.hil;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import org.ophiura.sim.hardware.servo.JointCalibration;
import org.ophiura.sim.hardware.servo.ServoJoint;

/** The block {@code joints} of a plant of servos as text. */
public final class JointsBlock {
  private JointsBlock() {}

  /** YAML that can be pasted under {@code plant:}, one line for each joint. */
  public static String of(List<ServoJoint> joints) {
    StringBuilder text = new StringBuilder();
    text.append("  # From 'ophiura hil calibrate': belongs under 'plant:' of a trial file.\n");
    text.append("  joints:\n");
    for (ServoJoint joint : joints) {
      text.append("    - {joint: ")
          .append(JsonNodeFactory.instance.textNode(joint.joint()))
          .append(", id: ")
          .append(joint.id())
          .append(joint.calibration().map(JointsBlock::calibration).orElse(""))
          .append("}\n");
    }
    return text.toString();
  }

  private static String calibration(JointCalibration calibration) {
    return ", calibration: {sign: "
        + calibration.sign()
        + ", offset: "
        + calibration.offset()
        + ", scale: "
        + calibration.scale()
        + ", lower: "
        + calibration.lower()
        + ", upper: "
        + calibration.upper()
        + "}";
  }
}
