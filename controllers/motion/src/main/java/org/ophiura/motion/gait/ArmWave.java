package org.ophiura.motion.gait;

import java.util.Locale;
import org.ophiura.motion.cpg.CpgNetwork;
import org.ophiura.motion.cpg.Oscillator;
import org.ophiura.sim.plugin.SettingException;

/**
 * A wave along an arm: how the stroke of each segment differs from that of the one nearer the disk.
 *
 * @param lagRadians phase by which each segment is behind the one before it; above 0, the wave
 *     travels to the tip
 * @param taper amplitude of each segment as a factor of that of the one before it
 */
record ArmWave(double lagRadians, double taper) {

  /** Phase by which {@code to} is behind {@code from}, of the same arm or both first of theirs. */
  double lag(Oscillator from, Oscillator to) {
    return (segment(to) - segment(from)) * lagRadians;
  }

  /** Amplitude of an oscillator as a factor of that of its arm's first segment. */
  double factor(Oscillator oscillator) {
    return Math.pow(taper, segment(oscillator));
  }

  /** What drives a whole arm counts as its first segment. */
  private static int segment(Oscillator oscillator) {
    return Math.max(0, oscillator.segment());
  }

  /**
   * Checks that oscillators can carry the wave.
   *
   * @param amplitude of the first segments, as a fraction of the joint limit
   * @throws SettingException if there is a lag or a taper that no oscillator would follow, or if an
   *     amplitude exceeds the joint limit
   */
  void requireFits(CpgNetwork network, double amplitude) {
    boolean wholeArms =
        network.oscillators().stream().allMatch(o -> o.segment() == Oscillator.WHOLE_ARM);
    if (wholeArms && lagRadians != 0) {
      throw new SettingException("segment-lag", "must be 0 (rad)" + remedy(lagRadians));
    }
    if (wholeArms && taper != 1) {
      throw new SettingException("taper", "must be 1" + remedy(taper));
    }
    double largest = network.oscillators().stream().mapToDouble(this::factor).max().orElse(1);
    if (!(largest * amplitude <= 1)) {
      throw new SettingException(
          "taper",
          String.format(
              Locale.ROOT,
              "must not take a segment beyond its joint limit, got %s: the largest amplitude would"
                  + " be %.4g times the limit; lower it or joint-limit-fraction",
              taper,
              largest * amplitude));
    }
  }

  private static String remedy(double value) {
    return " where one oscillator drives all segments of an arm, which move alike, got "
        + value
        + "; use the layout per-joint";
  }
}
