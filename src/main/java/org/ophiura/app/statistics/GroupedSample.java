package org.ophiura.app.statistics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Values in groups, such as the returns of the episodes of each seed, and their means when each
 * group counts a number of times: what resampling groups asks for. Values are sorted once, so a
 * mean takes one pass.
 */
public final class GroupedSample {
  private final double[] sorted;
  private final int[] groupOf;
  private final int groups;

  /**
   * Sorts the values.
   *
   * @param byGroup the values of each group, none NaN; a group may be empty. Not modified.
   */
  public GroupedSample(List<double[]> byGroup) {
    groups = byGroup.size();
    record Member(double value, int group) {}
    List<Member> members =
        java.util.stream.IntStream.range(0, groups)
            .boxed()
            .flatMap(
                group ->
                    Arrays.stream(byGroup.get(group)).mapToObj(value -> new Member(value, group)))
            .sorted(Comparator.comparingDouble(Member::value))
            .toList();
    sorted = members.stream().mapToDouble(Member::value).toArray();
    groupOf = members.stream().mapToInt(Member::group).toArray();
    if (Arrays.stream(sorted).anyMatch(Double::isNaN)) {
      throw new IllegalArgumentException("values must be numbers, got NaN");
    }
  }

  /** Number of groups, empty ones included. */
  public int groups() {
    return groups;
  }

  /** Number of values. */
  public int size() {
    return sorted.length;
  }

  /** Mean of all values; NaN if there is none. */
  public double mean() {
    return mean(once());
  }

  /** Interquartile mean of all values; NaN if there is none. */
  public double interquartileMean() {
    return interquartileMean(once());
  }

  /**
   * Mean where group g is there {@code copies[g]} times.
   *
   * @param copies by group. Not modified.
   * @return NaN if there is no value
   */
  public double mean(int[] copies) {
    double sum = 0;
    long count = 0;
    for (int i = 0; i < sorted.length; i++) {
      int times = copies[groupOf[i]];
      sum += times * sorted[i];
      count += times;
    }
    return count == 0 ? Double.NaN : sum / count;
  }

  /**
   * Mean of the middle half where group g is there {@code copies[g]} times: of the n sorted values,
   * those from n/4 to 3n/4, where a value that is cut counts by the part that is inside.
   *
   * @param copies by group. Not modified.
   * @return NaN if there is no value
   */
  public double interquartileMean(int[] copies) {
    long count = 0;
    for (int group : groupOf) {
      count += copies[group];
    }
    if (count == 0) {
      return Double.NaN;
    }
    double low = count / 4.0;
    double high = 3 * low;
    double sum = 0;
    double before = 0;
    for (int i = 0; i < sorted.length && before < high; i++) {
      double after = before + copies[groupOf[i]];
      double inside = Math.min(after, high) - Math.max(before, low);
      if (inside > 0) {
        sum += inside * sorted[i];
      }
      before = after;
    }
    return sum / (high - low);
  }

  private int[] once() {
    int[] copies = new int[groups];
    Arrays.fill(copies, 1);
    return copies;
  }
}
