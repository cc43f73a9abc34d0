package org.ophiura.app.study;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.ophiura.app.results.UserException;

/**
 * What is to be run: every trial with every seed.
 *
 * @param kind what for
 * @param keys the settings that are varied; none in a comparison
 * @param trials in the order of the tables; the first is what others are compared to
 * @param firstSeed the seeds are this and the following
 * @param seedCount number of seeds
 * @param versions of the parts that the results depend on, in order; others are left out
 */
public record StudyPlan(
    StudyKind kind,
    List<String> keys,
    List<StudyTrial> trials,
    long firstSeed,
    int seedCount,
    Map<String, String> versions) {
  /** The parts whose version changes the results, or may. */
  static final List<String> MATTERING = List.of("ophiura", "mujoco", "platform");

  private static final int MOST_RUNS = 100_000;

  /**
   * Checks the size, and that no two trials are the same.
   *
   * @throws UserException if something is not sensible
   */
  public StudyPlan {
    keys = List.copyOf(keys);
    trials = List.copyOf(trials);
    Map<String, String> mattering = new LinkedHashMap<>(versions);
    mattering.keySet().retainAll(MATTERING);
    versions = Collections.unmodifiableMap(mattering);
    if (seedCount < 1) {
      throw new UserException("--seeds must be >= 1, got " + seedCount);
    }
    if (firstSeed > Long.MAX_VALUE - seedCount) {
      throw new UserException("--first-seed must leave room for the seeds, got " + firstSeed);
    }
    if ((long) trials.size() * seedCount > MOST_RUNS) {
      throw new UserException(
          trials.size()
              + " trials with "
              + seedCount
              + " seeds are more than "
              + MOST_RUNS
              + " runs; use fewer");
    }
    refuseTwins(trials, firstSeed);
  }

  private static void refuseTwins(List<StudyTrial> trials, long seed) {
    Map<Object, String> seen = new LinkedHashMap<>();
    for (StudyTrial trial : trials) {
      String twin = seen.putIfAbsent(trial.settings().withSeed(seed), trial.label());
      if (twin != null) {
        throw new UserException(
            trial.label()
                + " and "
                + twin
                + " have the same settings, and so the same results;"
                + " leave one out or change it");
      }
    }
  }

  /**
   * One run.
   *
   * @param trial which trial
   * @param seed with which seed
   */
  public record Job(StudyTrial trial, long seed) {}

  /** All runs: the first seed of every trial, then the second, and so on. */
  public List<Job> jobs() {
    List<Job> jobs = new ArrayList<>();
    for (long seed : seeds()) {
      trials.forEach(trial -> jobs.add(new Job(trial, seed)));
    }
    return jobs;
  }

  /** The seeds in order. */
  public List<Long> seeds() {
    return LongStream.range(firstSeed, firstSeed + seedCount).boxed().toList();
  }

  /** The seeds in words, such as {@code seeds 1 to 20}. */
  public String seedsInWords() {
    return seedCount == 1
        ? "seed " + firstSeed
        : "seeds " + firstSeed + " to " + (firstSeed + seedCount - 1);
  }
}
