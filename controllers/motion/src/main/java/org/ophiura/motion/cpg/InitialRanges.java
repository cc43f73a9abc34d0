package org.ophiura.motion.cpg;

/**
 * How far from rest a generator starts.
 *
 * @param phaseRadians phases are uniform in plus or minus this
 * @param amplitudeRadians amplitudes are uniform between 0 and this
 * @param offsetRadians offsets are uniform in plus or minus this
 */
public record InitialRanges(double phaseRadians, double amplitudeRadians, double offsetRadians) {
  /** All oscillators in step, at rest. */
  public static final InitialRanges REST = new InitialRanges(0, 0, 0);

  /** Checks that no range is negative. */
  public InitialRanges {
    if (!(phaseRadians >= 0 && amplitudeRadians >= 0 && offsetRadians >= 0)) {
      throw new IllegalArgumentException(
          "initial ranges must be >= 0 (rad), got "
              + phaseRadians
              + ", "
              + amplitudeRadians
              + ", "
              + offsetRadians);
    }
  }
}
