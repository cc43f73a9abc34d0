package org.ophiura.app.trial;

import java.util.random.RandomGenerator;

/**
 * Where the chance of one episode comes from, apart by purpose.
 *
 * @param start where it starts
 * @param noise the plant's own
 * @param sensorNoise on what the controller sees
 * @param choice the controller's
 */
record EpisodeChance(
    RandomGenerator start,
    RandomGenerator noise,
    RandomGenerator sensorNoise,
    RandomGenerator choice) {

  /** The streams of an episode. */
  static EpisodeChance of(EpisodeKind kind, int episode, RandomStreams streams) {
    return new EpisodeChance(
        kind.start(streams, episode),
        kind.noise(streams, episode),
        kind.sensorNoise(streams, episode),
        kind.choice(streams, episode));
  }

  /**
   * All from one generator: the start directly, so that it is the same as in a trial whose stream
   * of starts this is; each of the others from a stream that is split off when it is first needed.
   */
  static EpisodeChance of(RandomGenerator random) {
    return new EpisodeChance(random, new Later(random), new Later(random), new Later(random));
  }

  /** A stream that is split off when its first number is drawn. */
  private static final class Later implements RandomGenerator {
    private final RandomGenerator origin;
    private RandomGenerator stream = this;

    Later(RandomGenerator origin) {
      this.origin = origin;
    }

    @Override
    public long nextLong() {
      if (stream == this) {
        stream = RandomStreams.generator(origin.nextLong());
      }
      return stream.nextLong();
    }
  }
}
