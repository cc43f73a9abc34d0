package org.ophiura.sim.mujoco;

import java.nio.DoubleBuffer;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bytedeco.javacpp.IntPointer;
import org.ophiura.mujoco.Mujoco;
import org.ophiura.mujoco.mjData;
import org.ophiura.mujoco.mjModel;

/**
 * How motors that pull a segment's tendons turn its two joints: for each such motor, in the order
 * of the actuators, the derivative of its tendon's length by the angle of the in-plane joint, then
 * by that of the out-of-plane joint (m). A tension T turns a joint by -T times its moment arm.
 *
 * <p>Tendon and joints belong to a segment by their names: {@code arm_0_segment_2_tendon_3} and
 * {@code arm_0_segment_2_in_plane_joint}. The numbers are MuJoCo's own of the last physics step,
 * like all sensors; nothing is evaluated anew. (They are taken from the moments of the actuators,
 * which stand in the same place in every version of MuJoCo, unlike the Jacobian of the tendons.)
 */
final class TendonMomentArms {
  private static final Pattern TENDON = Pattern.compile("(.*segment_\\d+)_tendon_\\d+");
  private static final String[] JOINTS = {"_in_plane_joint", "_out_of_plane_joint"};

  /** One element for each motor: its row of the moments, and its gear. */
  private final int[] rows;

  private final double[] gears;

  /** Two elements for each motor: the degrees of freedom of the joints. */
  private final int[] degrees;

  private final int rowCount;
  private final int columnCount;

  TendonMomentArms(mjModel model, ModelNames names, ModelElements elements) {
    List<Integer> foundRows = new ArrayList<>();
    List<Double> foundGears = new ArrayList<>();
    List<Integer> foundDegrees = new ArrayList<>();
    for (int actuator = 0; actuator < elements.actuatorCount(); actuator++) {
      if (model.actuator_trntype().get(actuator) == Mujoco.mjTRN_TENDON) {
        int tendon = model.actuator_trnid().get(2L * actuator);
        Matcher name = TENDON.matcher(names.of(Mujoco.mjOBJ_TENDON, "tendon", tendon));
        int inPlane = name.matches() ? joint(names, name.group(1) + JOINTS[0]) : -1;
        int outOfPlane = name.matches() ? joint(names, name.group(1) + JOINTS[1]) : -1;
        if (inPlane >= 0 && outOfPlane >= 0 && elements.gear(actuator) != 0) {
          foundRows.add(Mujoco.guard_output_address(model, actuator));
          foundGears.add(elements.gear(actuator));
          foundDegrees.add(model.jnt_dofadr().get(inPlane));
          foundDegrees.add(model.jnt_dofadr().get(outOfPlane));
        }
      }
    }
    rows = foundRows.stream().mapToInt(Integer::intValue).toArray();
    gears = foundGears.stream().mapToDouble(Double::doubleValue).toArray();
    degrees = foundDegrees.stream().mapToInt(Integer::intValue).toArray();
    rowCount = Mujoco.guard_output_address(model, elements.actuatorCount());
    columnCount = Math.toIntExact(model.nJmom());
  }

  private static int joint(ModelNames names, String name) {
    return names.find(Mujoco.mjOBJ_JOINT, name);
  }

  /** Number of moment arms. */
  int size() {
    return degrees.length;
  }

  /**
   * Reads the moment arms of one simulation.
   *
   * @param memory all arrays of {@code data}
   * @param moments where in it the actuators' moments start
   */
  Reader reader(mjData data, DoubleBuffer memory, int moments) {
    return new Reader(data, memory, moments);
  }

  /** Moment arms of one {@code mjData}. Allocates nothing once it is made. */
  final class Reader {
    private final DoubleBuffer memory;
    private final int moments;
    private final IntBuffer lengths;
    private final IntBuffer starts;
    private final IntBuffer columns;

    private Reader(mjData data, DoubleBuffer memory, int moments) {
      this.memory = memory;
      this.moments = moments;
      lengths = wrap(data.moment_rownnz(), rowCount);
      starts = wrap(data.moment_rowadr(), rowCount);
      columns = wrap(data.moment_colind(), columnCount);
    }

    private IntBuffer wrap(IntPointer array, int size) {
      return size() == 0 ? IntBuffer.allocate(0) : array.capacity(size).asBuffer();
    }

    /** Writes all moment arms into {@code out}, from {@code offset} on. */
    void read(double[] out, int offset) {
      for (int k = 0; k < degrees.length; k++) {
        out[offset + k] = moment(rows[k / 2], degrees[k]) / gears[k / 2];
      }
    }

    private double moment(int row, int degree) {
      int start = starts.get(row);
      for (int i = start; i < start + lengths.get(row); i++) {
        if (columns.get(i) == degree) {
          return memory.get(moments + i);
        }
      }
      return 0;
    }
  }
}
