package org.ophiura.app.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.ophiura.app.trial.RandomStreams.Purpose;

final class RandomStreamsTest {
  /** 0.1 % point of chi-squared with 9 degrees of freedom. */
  private static final double CHI_SQUARED_9 = 27.88;

  @Test
  void theSamePurposeAndEpisodeGiveTheSameStream() {
    RandomGenerator first = new RandomStreams(7).stream(Purpose.LEARNER, 3);
    RandomGenerator second = new RandomStreams(7).stream(Purpose.LEARNER, 3);
    for (int i = 0; i < 100; i++) {
      assertEquals(first.nextLong(), second.nextLong());
    }
  }

  @Test
  void streamsOfOtherSeedsPurposesAndEpisodesDiffer() {
    Set<Long> seen = new HashSet<>();
    int streams = 0;
    for (long seed : new long[] {0, 1, 2, -1, 1L << 32, Long.MIN_VALUE, Long.MAX_VALUE}) {
      for (Purpose purpose : Purpose.values()) {
        for (int episode = 0; episode < 200; episode++) {
          seen.add(new RandomStreams(seed).stream(purpose, episode).nextLong());
          streams++;
        }
      }
    }
    assertEquals(streams, seen.size());
  }

  @Test
  void episodesOfEachKindUseStreamsOfTheirOwn() {
    RandomStreams streams = new RandomStreams(1);
    Set<Long> seen = new HashSet<>();
    for (EpisodeKind kind : EpisodeKind.values()) {
      seen.add(kind.start(streams, 0).nextLong());
      seen.add(kind.noise(streams, 0).nextLong());
      seen.add(kind.choice(streams, 0).nextLong());
      seen.add(kind.sensorNoise(streams, 0).nextLong());
    }
    assertEquals(4 * EpisodeKind.values().length, seen.size());
  }

  @Test
  void firstNumbersOfConsecutiveEpisodesAreUniformAndUncorrelated() {
    RandomStreams streams = new RandomStreams(20_260_101);
    int episodes = 10_000;
    int[] buckets = new int[10];
    double products = 0;
    double previous = 0;
    for (int episode = 0; episode < episodes; episode++) {
      double value = streams.stream(Purpose.EVALUATION_START, episode).nextDouble();
      buckets[(int) (10 * value)]++;
      products += (value - 0.5) * previous;
      previous = value - 0.5;
    }
    double chiSquared = 0;
    double expected = episodes / 10.0;
    for (int bucket : buckets) {
      chiSquared += (bucket - expected) * (bucket - expected) / expected;
    }
    assertTrue(chiSquared < CHI_SQUARED_9, "chi-squared " + chiSquared);
    // The correlation of independent numbers has a standard deviation of 1 / sqrt(n).
    double correlation = products / episodes * 12;
    assertTrue(Math.abs(correlation) < 4 / Math.sqrt(episodes), "correlation " + correlation);
  }

  /** These numbers are part of every published result: a change here changes them all. */
  @Test
  void streamsNeverChange() {
    List<String> numbers = new ArrayList<>();
    for (Purpose purpose : Purpose.values()) {
      numbers.add(purpose + " " + new RandomStreams(1).stream(purpose, 0).nextLong());
    }
    numbers.add("episode 99 " + new RandomStreams(1).stream(Purpose.LEARNER, 99).nextDouble());
    assertEquals(
        List.of(
            "INITIAL_VALUES 7603342756412475050",
            "TRAINING_START -4553173128013210410",
            "TRAINING_NOISE -4475462480035041530",
            "TRAINING_CHOICE 1511984788514899559",
            "VALIDATION_START -8031694652216584066",
            "VALIDATION_NOISE 5679105376966154045",
            "VALIDATION_CHOICE -7550734400873848920",
            "EVALUATION_START -8644729542016305615",
            "EVALUATION_NOISE -4994061059494154644",
            "EVALUATION_CHOICE 1533488136499201762",
            "LEARNER 8095666838019670774",
            "TRAINING_SENSOR_NOISE 8450717303687617820",
            "VALIDATION_SENSOR_NOISE 5263161202075867140",
            "EVALUATION_SENSOR_NOISE -9167518270996728687",
            "ENVIRONMENT 1985554337259516271",
            "episode 99 0.8027586055832928"),
        numbers);
  }
}
