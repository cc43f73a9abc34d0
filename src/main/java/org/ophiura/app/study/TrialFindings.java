package org.ophiura.app.study;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.ophiura.app.statistics.Bootstrap;
import org.ophiura.app.statistics.Estimate;
import org.ophiura.app.statistics.GroupedSample;
import org.ophiura.app.statistics.Proportion;
import org.ophiura.app.trial.EpisodeResult;
import org.ophiura.sim.CycleStatus;

/**
 * What the runs of one trial say together.
 *
 * @param trial the trial
 * @param runs one per seed, in order
 * @param episodes number of evaluation episodes
 * @param reached how many of them reached the aim
 * @param success share that reached it, with the Wilson interval over all episodes; episodes that
 *     failed count as not reached
 * @param seedSuccess interquartile mean of the seeds' shares, with the bootstrap interval over
 *     seeds
 * @param time seconds to the target: interquartile mean of the episodes that reached it, with the
 *     bootstrap interval over seeds
 * @param totalReturn interquartile mean of the returns of the episodes that did not fail, with the
 *     bootstrap interval over seeds
 */
public record TrialFindings(
    StudyTrial trial,
    List<SeedRun> runs,
    int episodes,
    int reached,
    Estimate success,
    Estimate seedSuccess,
    Figure time,
    Figure totalReturn) {
  /** Keeps a copy of the list. */
  public TrialFindings {
    runs = List.copyOf(runs);
  }

  /** Computes all figures. */
  static TrialFindings of(StudyTrial trial, List<SeedRun> runs) {
    int episodes = runs.stream().mapToInt(run -> run.evaluation().size()).sum();
    int reached = runs.stream().mapToInt(SeedRun::reached).sum();
    return new TrialFindings(
        trial,
        runs,
        episodes,
        reached,
        Proportion.wilson(reached, episodes),
        Bootstrap.interquartileMean(
            new GroupedSample(runs.stream().map(run -> new double[] {run.successRate()}).toList())),
        middle(runs, EpisodeResult::succeeded, EpisodeResult::seconds),
        middle(runs, TrialFindings::isWhole, EpisodeResult::totalReward));
  }

  private static Figure middle(
      List<SeedRun> runs, Predicate<EpisodeResult> counts, ToDoubleFunction<EpisodeResult> value) {
    List<double[]> bySeed =
        runs.stream()
            .map(run -> run.evaluation().stream().filter(counts).mapToDouble(value).toArray())
            .toList();
    GroupedSample sample = new GroupedSample(bySeed);
    int seeds = (int) bySeed.stream().filter(values -> values.length > 0).count();
    return new Figure(Bootstrap.interquartileMean(sample), sample.size(), seeds);
  }

  /** Whether an episode neither diverged nor ended by a fault. */
  static boolean isWhole(EpisodeResult episode) {
    return episode.status() == CycleStatus.OK;
  }

  /** Evaluation episodes that failed, and so are no part of the return. */
  public int failedEpisodes() {
    return (int)
        runs.stream()
            .flatMap(run -> run.evaluation().stream())
            .filter(episode -> !isWhole(episode))
            .count();
  }
}
