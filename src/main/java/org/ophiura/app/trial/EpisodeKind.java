package org.ophiura.app.trial;

import java.util.Locale;
import java.util.random.RandomGenerator;
import org.ophiura.app.trial.RandomStreams.Purpose;

/** What an episode is run for; each kind has random streams of its own. */
public enum EpisodeKind {
  /** The policy learns from it. */
  TRAINING(
      Purpose.TRAINING_START,
      Purpose.TRAINING_NOISE,
      Purpose.TRAINING_CHOICE,
      Purpose.TRAINING_SENSOR_NOISE),
  /** It judges the greedy policy while training goes on. */
  VALIDATION(
      Purpose.VALIDATION_START,
      Purpose.VALIDATION_NOISE,
      Purpose.VALIDATION_CHOICE,
      Purpose.VALIDATION_SENSOR_NOISE),
  /** It judges the final policy. */
  EVALUATION(
      Purpose.EVALUATION_START,
      Purpose.EVALUATION_NOISE,
      Purpose.EVALUATION_CHOICE,
      Purpose.EVALUATION_SENSOR_NOISE);

  private final Purpose start;
  private final Purpose noise;
  private final Purpose choice;
  private final Purpose sensorNoise;

  EpisodeKind(Purpose start, Purpose noise, Purpose choice, Purpose sensorNoise) {
    this.start = start;
    this.noise = noise;
    this.choice = choice;
    this.sensorNoise = sensorNoise;
  }

  /** The stream of an episode. */
  public RandomGenerator start(RandomStreams streams, int episode) {
    return streams.stream(start, episode);
  }

  /** The stream of an episode. */
  public RandomGenerator noise(RandomStreams streams, int episode) {
    return streams.stream(noise, episode);
  }

  /** The stream of an episode. */
  public RandomGenerator choice(RandomStreams streams, int episode) {
    return streams.stream(choice, episode);
  }

  /** The stream of an episode. */
  public RandomGenerator sensorNoise(RandomStreams streams, int episode) {
    return streams.stream(sensorNoise, episode);
  }

  /** As it is written in result files. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The kind of a label.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static EpisodeKind ofLabel(String label) {
    return valueOf(label.toUpperCase(Locale.ROOT));
  }
}
