package org.ophiura.app.trial;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * The independent random streams of a trial, all split from its one seed. A stream depends on the
 * seed, its purpose and the episode's number alone, so an episode is the same on any thread and in
 * any order.
 */
public record RandomStreams(long seed) {
  private static final RandomGeneratorFactory<RandomGenerator> FACTORY =
      RandomGeneratorFactory.of("L64X128MixRandom");
  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

  /** What a stream is for. The keys are part of the results: never change one. */
  public enum Purpose {
    /** The learner's initial values. */
    INITIAL_VALUES(1),
    /** Where a training episode starts. */
    TRAINING_START(2),
    /** The plant's noise in a training episode. */
    TRAINING_NOISE(3),
    /** The controller's choices in a training episode. */
    TRAINING_CHOICE(4),
    /** Where an episode of an evaluation during training starts. */
    VALIDATION_START(5),
    /** The plant's noise in such an episode. */
    VALIDATION_NOISE(6),
    /** The controller's choices in such an episode. */
    VALIDATION_CHOICE(7),
    /** Where an episode of the final evaluation starts. */
    EVALUATION_START(8),
    /** The plant's noise in such an episode. */
    EVALUATION_NOISE(9),
    /** The controller's choices in such an episode. */
    EVALUATION_CHOICE(10),
    /** What the learner draws by itself in a training episode. */
    LEARNER(11),
    /** The noise on what the controller sees in a training episode. */
    TRAINING_SENSOR_NOISE(12),
    /** The same in an episode of an evaluation during training. */
    VALIDATION_SENSOR_NOISE(13),
    /** The same in an episode of the final evaluation. */
    EVALUATION_SENSOR_NOISE(14),
    /** What an environment draws once and for all. */
    ENVIRONMENT(15);

    private final int key;

    Purpose(int key) {
      this.key = key;
    }
  }

  /** A new generator at the start of a stream. */
  public RandomGenerator stream(Purpose purpose, int episode) {
    long key = mix(seed);
    key = mix(key + GOLDEN_GAMMA * purpose.key);
    key = mix(key + GOLDEN_GAMMA * (episode + 1L));
    return FACTORY.create(key);
  }

  /** A generator of the kind of all streams, from a seed of one's own. */
  public static RandomGenerator generator(long seed) {
    return FACTORY.create(seed);
  }

  /** Finaliser of SplitMix64 (Steele, Lea and Flood 2014, doi 10.1145/2714064.2660195). */
  private static long mix(long z) {
    long x = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    x = (x ^ (x >>> 27)) * 0x94D049BB133111EBL;
    return x ^ (x >>> 31);
  }
}
