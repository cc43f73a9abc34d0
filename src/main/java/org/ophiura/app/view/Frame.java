package org.ophiura.app.view;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.ophiura.sim.mujoco.scene.BodyPoses;

/**
 * What viewers see at one moment, as bytes; little endian, in this order:
 *
 * <pre>
 * uint8 format (1), uint8 flags (1 paused, 2 over, 4 reached, 8 arm chosen by a person), int16 leading arm
 * int32 control step, int32 state, int32 episode, float32 seconds, float32 speed, float32 return
 * uint16 bodies, segments, oscillators, joints, values
 * float32 poses (7 per body), outputs, targets, positions, values of the actions in the state
 * uint8 touching (1 per segment)
 * </pre>
 */
final class Frame {
  static final int PAUSED = 1;
  static final int OVER = 2;
  static final int REACHED = 4;
  static final int TOLD = 8;

  private static final byte FORMAT = 1;
  private static final int HEADER = 1 + 1 + 2 + 4 * 6 + 2 * 5;

  private Frame() {}

  /** What stands at the start of a frame. */
  record Header(
      int flags,
      int leader,
      int step,
      int state,
      int episode,
      double seconds,
      double speed,
      double total) {}

  static ByteBuffer of(Header header, BodyPoses bodies, Signals signals) {
    float[] poses = bodies.poses();
    boolean[] touching = bodies.touching();
    ByteBuffer frame =
        ByteBuffer.allocate(
                HEADER + Float.BYTES * (poses.length + signals.size()) + touching.length)
            .order(ByteOrder.LITTLE_ENDIAN);
    frame.put(FORMAT).put((byte) header.flags()).putShort((short) header.leader());
    frame.putInt(header.step()).putInt(header.state()).putInt(header.episode());
    frame.putFloat((float) header.seconds());
    frame.putFloat((float) header.speed());
    frame.putFloat((float) header.total());
    frame.putShort((short) (poses.length / BodyPoses.NUMBERS));
    frame.putShort((short) touching.length);
    frame.putShort((short) signals.outputs.length);
    frame.putShort((short) signals.targets.length);
    frame.putShort((short) signals.values.length);
    for (float value : poses) {
      frame.putFloat(value);
    }
    for (double[] numbers :
        new double[][] {signals.outputs, signals.targets, signals.positions, signals.values}) {
      for (double value : numbers) {
        frame.putFloat((float) value);
      }
    }
    for (boolean touches : touching) {
      frame.put((byte) (touches ? 1 : 0));
    }
    return frame.flip();
  }

  /** Numbers of the controller; the arrays are kept, not copied. */
  static final class Signals {
    static final Signals NONE =
        new Signals(new double[0], new double[0], new double[0], new double[0]);

    private final double[] outputs;
    private final double[] targets;
    private final double[] positions;
    private final double[] values;

    /**
     * Joins them.
     *
     * @param outputs of the oscillators, rad
     * @param targets of the joints, rad
     * @param positions of the joints, rad
     * @param values of the actions in the current state; none where no table is known
     */
    Signals(double[] outputs, double[] targets, double[] positions, double[] values) {
      this.outputs = outputs;
      this.targets = targets;
      this.positions = positions;
      this.values = values;
    }

    int size() {
      return outputs.length + targets.length + positions.length + values.length;
    }
  }
}
