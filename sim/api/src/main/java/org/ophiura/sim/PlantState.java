package org.ophiura.sim;

/**
 * A live, read-only view of a plant's latest observations, addressed by index into one flat vector.
 *
 * <p>Names are resolved once, through {@link RobotLayout#observation(String)}; element {@code i} of
 * an observation is {@code get(observation.offset() + i)}. Values change at each step and reset:
 * who needs an earlier one keeps the number, never the view.
 */
public interface PlantState {

  /** Seconds since the last reset, on the plant's own clock. */
  double timeSeconds();

  /**
   * Reads one observation element. Allocates nothing.
   *
   * @param index in 0 to {@link RobotLayout#observationSize()} (exclusive)
   */
  double get(int index);

  /** Copies a whole observation into {@code out}, from {@code offset} on. */
  default void copyTo(ObservationSpec observation, double[] out, int offset) {
    for (int i = 0; i < observation.size(); i++) {
      out[offset + i] = get(observation.offset() + i);
    }
  }
}
