package org.ophiura.app.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** One figure, measured again and again. */
final class Series {
  private final List<Double> values = new ArrayList<>();

  void add(double value) {
    values.add(value);
  }

  void addTo(Series other) {
    other.values.addAll(values);
  }

  int size() {
    return values.size();
  }

  int countUpTo(double most) {
    return (int) values.stream().filter(value -> value <= most).count();
  }

  double last() {
    return values.get(values.size() - 1);
  }

  double median() {
    return quantile(0.5);
  }

  /** Between two values, the line through them. */
  double quantile(double share) {
    if (values.isEmpty()) {
      return Double.NaN;
    }
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
    Arrays.sort(sorted);
    double place = share * (sorted.length - 1);
    int below = (int) place;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }
}
