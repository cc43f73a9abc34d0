package org.ophiura.app.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ophiura.app.statistics.Bootstrap;
import org.ophiura.app.statistics.Estimate;
import org.ophiura.app.statistics.GroupedSample;
import org.ophiura.app.statistics.Interval;
import org.ophiura.app.trial.TrainingEpisode;

/**
 * A figure over the training episodes: of one run, or the mean of several with its interval over
 * their seeds.
 */
final class Series {
  /** Episodes that a rolling mean covers. */
  static final int WINDOW = 50;

  private static final int MOST_PLACES = 80;
  private static final int MOST_PLACES_ALONE = 1500;

  private final double[] episodes;
  private final double[] mean;
  private final double[] low;
  private final double[] high;

  private Series(double[] episodes, double[] mean, double[] low, double[] high) {
    this.episodes = episodes;
    this.mean = mean;
    this.low = low;
    this.high = high;
  }

  /** After how many episodes. Not to be modified, as the others. */
  double[] episodes() {
    return episodes;
  }

  /** The figure. */
  double[] mean() {
    return mean;
  }

  /** Its lower bound; the figure itself where there is no interval. */
  double[] low() {
    return low;
  }

  /** Its upper bound. */
  double[] high() {
    return high;
  }

  /** A figure of each training episode, as the mean of the last {@link #WINDOW}. */
  static Series rolling(List<RunData> runs, ToDoubleFunction<TrainingEpisode> figure) {
    List<double[]> curves =
        runs.stream()
            .map(run -> run.episodes().training().stream().mapToDouble(figure).toArray())
            .map(Series::rolled)
            .toList();
    int longest = curves.stream().mapToInt(curve -> curve.length).max().orElse(0);
    int stride = Math.max(1, longest / (runs.size() > 1 ? MOST_PLACES : MOST_PLACES_ALONE));
    List<Integer> places =
        IntStream.rangeClosed(1, longest)
            .filter(place -> place % stride == 0 || place == longest)
            .boxed()
            .toList();
    return of(
        places,
        place ->
            curves.stream()
                .filter(curve -> curve.length >= place)
                .map(curve -> curve[place - 1])
                .toList());
  }

  /** A figure of the greedy policy. */
  static Series greedy(List<RunData> runs, ToDoubleFunction<RunData.Greedy> figure) {
    TreeSet<Integer> places = new TreeSet<>();
    runs.forEach(run -> run.greedy().forEach(point -> places.add(point.trainingEpisodes())));
    return of(
        List.copyOf(places),
        place ->
            runs.stream()
                .flatMap(run -> run.greedy().stream())
                .filter(point -> point.trainingEpisodes() == place)
                .map(figure::applyAsDouble)
                .toList());
  }

  private interface Sample {
    List<Double> at(int place);
  }

  private static Series of(List<Integer> places, Sample sample) {
    double[][] rows = new double[4][places.size()];
    for (int i = 0; i < places.size(); i++) {
      Estimate estimate =
          Bootstrap.mean(
              new GroupedSample(
                  sample.at(places.get(i)).stream()
                      .filter(value -> !Double.isNaN(value))
                      .map(value -> new double[] {value})
                      .toList()));
      Optional<Interval> interval = estimate.interval();
      rows[0][i] = places.get(i);
      rows[1][i] = estimate.value();
      rows[2][i] = interval.map(Interval::low).orElse(estimate.value());
      rows[3][i] = interval.map(Interval::high).orElse(estimate.value());
    }
    return new Series(rows[0], rows[1], rows[2], rows[3]);
  }

  /** Means of the last values up to each place; fewer at the beginning. */
  static double[] rolled(double[] values) {
    double[] means = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      double sum = 0;
      int first = Math.max(0, i - WINDOW + 1);
      for (int k = first; k <= i; k++) {
        sum += values[k];
      }
      means[i] = sum / (i - first + 1);
    }
    return means;
  }

  /** Whether there is something to draw. */
  boolean isKnown() {
    return java.util.Arrays.stream(mean).anyMatch(Double::isFinite);
  }

  /** Whether it says how sure it is. */
  boolean hasIntervals() {
    return IntStream.range(0, mean.length).anyMatch(i -> low[i] < high[i]);
  }

  /** All its numbers up the page. */
  Stream<double[]> values() {
    List<double[]> all = new ArrayList<>(List.of(mean, low, high));
    return all.stream();
  }
}
