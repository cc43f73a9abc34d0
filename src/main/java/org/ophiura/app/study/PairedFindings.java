package org.ophiura.app.study;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.ToDoubleFunction;
import org.ophiura.app.statistics.Bootstrap;
import org.ophiura.app.statistics.GroupedSample;
import org.ophiura.app.trial.EpisodeResult;

/**
 * How a trial differs from the first one. Both ran with the same seeds, so both are resampled by
 * the same draw of seeds: what a seed does to both cancels out. Episodes are paired by seed and
 * number, and so have the same target where the tasks are the same.
 *
 * @param trial the trial
 * @param baseline what it is compared to
 * @param success its share of targets less that of the baseline, mean over the seeds
 * @param time its interquartile mean of seconds to the target less that of the baseline, over the
 *     targets that both reached
 * @param totalReturn its interquartile mean return less that of the baseline, over the pairs of
 *     which neither failed
 */
public record PairedFindings(
    StudyTrial trial, StudyTrial baseline, Figure success, Figure time, Figure totalReturn) {

  /** Computes all figures. */
  static PairedFindings of(TrialFindings baseline, TrialFindings other) {
    Pairs all = Pairs.of(baseline, other, (a, b) -> true);
    Pairs reached = Pairs.of(baseline, other, (a, b) -> a.succeeded() && b.succeeded());
    Pairs whole =
        Pairs.of(baseline, other, (a, b) -> TrialFindings.isWhole(a) && TrialFindings.isWhole(b));
    return new PairedFindings(
        other.trial(),
        baseline.trial(),
        all.meanDifference(episode -> episode.succeeded() ? 1 : 0),
        reached.middleDifference(EpisodeResult::seconds),
        whole.middleDifference(EpisodeResult::totalReward));
  }

  /** Episodes of two trials, by seed; those at the same place are a pair. */
  private record Pairs(List<List<EpisodeResult>> first, List<List<EpisodeResult>> second) {

    static Pairs of(
        TrialFindings first,
        TrialFindings second,
        BiPredicate<EpisodeResult, EpisodeResult> counts) {
      Pairs pairs = new Pairs(new ArrayList<>(), new ArrayList<>());
      for (int seed = 0; seed < first.runs().size(); seed++) {
        List<EpisodeResult> ofFirst = new ArrayList<>();
        List<EpisodeResult> ofSecond = new ArrayList<>();
        Map<Integer, EpisodeResult> byNumber = new HashMap<>();
        first.runs().get(seed).evaluation().forEach(e -> byNumber.put(e.episode(), e));
        for (EpisodeResult other : second.runs().get(seed).evaluation()) {
          EpisodeResult partner = byNumber.get(other.episode());
          if (partner != null && counts.test(partner, other)) {
            ofFirst.add(partner);
            ofSecond.add(other);
          }
        }
        pairs.first.add(ofFirst);
        pairs.second.add(ofSecond);
      }
      return pairs;
    }

    Figure meanDifference(ToDoubleFunction<EpisodeResult> value) {
      GroupedSample a = sample(first, value);
      GroupedSample b = sample(second, value);
      return figure(copies -> b.mean(copies) - a.mean(copies));
    }

    Figure middleDifference(ToDoubleFunction<EpisodeResult> value) {
      GroupedSample a = sample(first, value);
      GroupedSample b = sample(second, value);
      return figure(copies -> b.interquartileMean(copies) - a.interquartileMean(copies));
    }

    private Figure figure(ToDoubleFunction<int[]> difference) {
      return new Figure(
          Bootstrap.estimate(first.size(), difference),
          first.stream().mapToInt(List::size).sum(),
          (int) first.stream().filter(some -> !some.isEmpty()).count());
    }

    private static GroupedSample sample(
        List<List<EpisodeResult>> bySeed, ToDoubleFunction<EpisodeResult> value) {
      return new GroupedSample(
          bySeed.stream().map(some -> some.stream().mapToDouble(value).toArray()).toList());
    }
  }
}
