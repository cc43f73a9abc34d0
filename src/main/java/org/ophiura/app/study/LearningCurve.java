package org.ophiura.app.study;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import org.ophiura.app.statistics.Bootstrap;
import org.ophiura.app.statistics.Estimate;
import org.ophiura.app.statistics.GroupedSample;

/**
 * How well a trial's greedy policy did while it was trained, over the seeds.
 *
 * @param trial the trial
 * @param points in the order of the training episodes; none if nothing was trained or judged
 */
public record LearningCurve(StudyTrial trial, List<Point> points) {
  /** Keeps a copy of the list. */
  public LearningCurve {
    points = List.copyOf(points);
  }

  /**
   * After some training episodes. Intervals are by the bootstrap over the seeds.
   *
   * @param trainingEpisodes that the policies had seen
   * @param seeds number of policies
   * @param meanSuccess mean of their success rates
   * @param middleSuccess interquartile mean of their success rates
   * @param middleReturn interquartile mean of their mean returns
   * @param failed episodes that diverged or ended by a fault: missed, and part of the mean returns
   */
  public record Point(
      int trainingEpisodes,
      int seeds,
      Estimate meanSuccess,
      Estimate middleSuccess,
      Estimate middleReturn,
      int failed) {}

  /** Computes all points. */
  static LearningCurve of(TrialFindings findings) {
    TreeSet<Integer> places = new TreeSet<>();
    findings.runs().forEach(run -> run.curve().forEach(p -> places.add(p.trainingEpisodes())));
    List<Point> points = new ArrayList<>();
    for (int place : places) {
      List<SeedRun.CurvePoint> here =
          findings.runs().stream()
              .flatMap(run -> run.curve().stream())
              .filter(point -> point.trainingEpisodes() == place)
              .toList();
      GroupedSample success = sample(here, SeedRun.CurvePoint::successRate);
      points.add(
          new Point(
              place,
              here.size(),
              Bootstrap.mean(success),
              Bootstrap.interquartileMean(success),
              Bootstrap.interquartileMean(sample(here, SeedRun.CurvePoint::meanReturn)),
              here.stream().mapToInt(SeedRun.CurvePoint::failed).sum()));
    }
    return new LearningCurve(findings.trial(), points);
  }

  private static GroupedSample sample(
      List<SeedRun.CurvePoint> points, ToDoubleFunction<SeedRun.CurvePoint> value) {
    return new GroupedSample(
        points.stream()
            .map(point -> new double[] {value.applyAsDouble(point)})
            .filter(one -> !Double.isNaN(one[0]))
            .toList());
  }
}
