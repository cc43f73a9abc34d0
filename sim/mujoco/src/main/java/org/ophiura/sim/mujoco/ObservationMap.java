package org.ophiura.sim.mujoco;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ophiura.mujoco.mjData;
import org.ophiura.sim.ObservationSpec;

/**
 * Where each element of the flat observation vector stands: in an array of {@code mjData}, or among
 * the few values that are computed from them. Immutable once built; shared between plants.
 */
final class ObservationMap {
  /** An array of {@code mjData}, or the computed values. */
  enum Source {
    SENSORS {
      @Override
      long address(mjData data) {
        return data.sensordata().address();
      }
    },
    POSITIONS {
      @Override
      long address(mjData data) {
        return data.qpos().address();
      }
    },
    VELOCITIES {
      @Override
      long address(mjData data) {
        return data.qvel().address();
      }
    },
    JOINT_ACTUATOR_FORCES {
      @Override
      long address(mjData data) {
        return data.qfrc_actuator().address();
      }
    },
    ACTUATOR_FORCES {
      @Override
      long address(mjData data) {
        return data.actuator_force().address();
      }
    },
    ACTUATOR_MOMENTS {
      @Override
      long address(mjData data) {
        return data.actuator_moment().address();
      }
    },
    TENDON_LENGTHS {
      @Override
      long address(mjData data) {
        return data.ten_length().address();
      }
    },
    TENDON_VELOCITIES {
      @Override
      long address(mjData data) {
        return data.ten_velocity().address();
      }
    },
    BODY_POSITIONS {
      @Override
      long address(mjData data) {
        return data.xpos().address();
      }
    },
    COMPUTED {
      @Override
      long address(mjData data) {
        throw new IllegalStateException("computed values are not in mjData");
      }
    };

    abstract long address(mjData data);
  }

  private final List<ObservationSpec> specs = new ArrayList<>();
  private Source[] sources = new Source[256];
  private int[] indices = new int[256];
  private int size;

  /** Appends an element of the observation that {@link #end} will complete. */
  void add(Source source, int index) {
    if (size == indices.length) {
      sources = Arrays.copyOf(sources, 2 * size);
      indices = Arrays.copyOf(indices, 2 * size);
    }
    sources[size] = source;
    indices[size++] = index;
  }

  /** Completes an observation of the elements added since the last one. */
  void end(String name, double[] lower, double[] upper, String unit) {
    specs.add(new ObservationSpec(name, size - lower.length, lower, upper, unit));
  }

  /** Completes an observation of elements that all have the same bounds. */
  void end(String name, double lower, double upper, String unit) {
    int start = specs.isEmpty() ? 0 : end(specs.get(specs.size() - 1));
    specs.add(ObservationSpec.uniform(name, start, size - start, lower, upper, unit));
  }

  private static int end(ObservationSpec spec) {
    return spec.offset() + spec.size();
  }

  List<ObservationSpec> specs() {
    return specs;
  }

  int size() {
    return size;
  }

  Source source(int element) {
    return sources[element];
  }

  int index(int element) {
    return indices[element];
  }
}
