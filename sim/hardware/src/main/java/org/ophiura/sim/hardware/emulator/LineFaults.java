package org.ophiura.sim.hardware.emulator;

import java.util.random.RandomGenerator;

/** What goes wrong between host and servos now: set by a script, asked for each byte. */
final class LineFaults {
  private final RandomGenerator random;

  /** Probability of each byte to get lost. */
  double drop;

  /** Probability of each byte to have one bit flipped. */
  double flip;

  /** How much later each answer arrives, s. */
  double latency;

  /** Standard deviation of {@link #latency}, s. */
  double jitter;

  private long dropped;
  private long flipped;

  LineFaults(RandomGenerator random) {
    this.random = random;
  }

  /** Whether this byte gets lost. */
  boolean loses() {
    if (drop > 0 && random.nextDouble() < drop) {
      dropped++;
      return true;
    }
    return false;
  }

  /** The byte as it arrives. */
  byte pass(byte sent) {
    if (flip > 0 && random.nextDouble() < flip) {
      flipped++;
      return (byte) (sent ^ 1 << random.nextInt(8));
    }
    return sent;
  }

  /** How much later the next answer arrives; never negative. */
  long delayNanos() {
    double seconds = latency + (jitter > 0 ? jitter * random.nextGaussian() : 0);
    return Math.max(0, (long) (seconds * 1e9));
  }

  /** Bytes lost so far. */
  long dropped() {
    return dropped;
  }

  /** Bytes changed so far. */
  long flipped() {
    return flipped;
  }
}
