package org.ophiura.app.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import org.ophiura.app.plot.canvas.Axis;
import org.ophiura.app.plot.canvas.Canvas;
import org.ophiura.app.plot.canvas.Figure;
import org.ophiura.app.plot.canvas.Ink;
import org.ophiura.app.plot.canvas.Panel;
import org.ophiura.app.plot.canvas.Pen;
import org.ophiura.app.plot.canvas.Text;
import org.ophiura.app.trial.TrainingEpisode;

/**
 * Success, return and exploration over the training episodes; training as a rolling mean, beside it
 * the greedy policy. Trials that differ in more than the seed are told apart by colour.
 */
final class LearningPlot implements Figure {
  private static final int TOP = 66;
  private static final int GAP = 34;
  private static final int LEFT = 70;
  private static final int RIGHT = 20;
  private static final int LARGE = 190;
  private static final int SMALL = 100;
  private static final int LEGEND_LINE = 20;
  private static final double BAND = 0.18;

  /** More would be a cloud, and a large file. */
  private static final int MOST_POINTS = 2500;

  private final String title;
  private final List<Group> groups;
  private final boolean hasAim;

  /**
   * Runs that differ in the seed alone.
   *
   * @param label tells them from others
   * @param runs at least one
   */
  record Group(String label, List<RunData> runs) {}

  /** A plot of trained runs. */
  LearningPlot(String title, List<Group> groups) {
    this.title = title;
    this.groups = List.copyOf(groups);
    hasAim = groups.stream().anyMatch(group -> group.runs().get(0).hasAim());
  }

  /** Whether a run has learned something. */
  static boolean fits(RunData run) {
    return !run.episodes().training().isEmpty();
  }

  @Override
  public String title() {
    return title;
  }

  @Override
  public int width() {
    return 960;
  }

  @Override
  public int height() {
    int small = (has(TrainingEpisode::epsilon) ? 1 : 0) + (has(TrainingEpisode::loss) ? 1 : 0);
    return top() + (hasAim ? LARGE + GAP : 0) + LARGE + small * (GAP + SMALL) + 50;
  }

  private int top() {
    return TOP + (groups.size() > 1 ? groups.size() * LEGEND_LINE : 0);
  }

  private boolean alone() {
    return groups.size() == 1;
  }

  private Ink trainingInk(int group) {
    return Ink.ofSeries(group);
  }

  private Ink greedyInk(int group) {
    return alone() ? Ink.VERMILION : Ink.ofSeries(group);
  }

  @Override
  public void draw(Canvas canvas) {
    canvas.text(title, LEFT, 24, Text.PLAIN.sized(15).strong());
    drawLegend(canvas);
    int longest =
        groups.stream()
            .flatMap(group -> group.runs().stream())
            .mapToInt(run -> run.episodes().training().size())
            .max()
            .orElse(1);
    double[] episodes = {0, Math.max(longest, 2)};
    int y = top();
    if (hasAim) {
      Panel panel = panel(canvas, y, LARGE, episodes, new double[] {-0.04, 1.04});
      panel.gridX(false).gridY(true).labelY("success rate");
      drawBoth(panel, episode -> episode.result().succeeded() ? 1 : 0, RunData.Greedy::success);
      panel.frame();
      y += LARGE + GAP;
    }
    boolean exploring = has(TrainingEpisode::epsilon);
    boolean losing = has(TrainingEpisode::loss);
    drawReturns(canvas, y, episodes, !exploring && !losing);
    y += LARGE + GAP;
    if (exploring) {
      double[] range = {-0.04, 1.04};
      drawFigure(canvas, y, episodes, "epsilon", range, TrainingEpisode::epsilon, !losing);
      y += SMALL + GAP;
    }
    if (losing) {
      double[] range =
          Axis.range(
              groups.stream()
                  .flatMapToDouble(
                      group -> Arrays.stream(figure(group.runs().get(0), TrainingEpisode::loss))));
      drawFigure(canvas, y, episodes, "loss", range, TrainingEpisode::loss, true);
    }
  }

  private boolean has(ToDoubleFunction<TrainingEpisode> figure) {
    return groups.stream()
        .flatMap(group -> group.runs().stream())
        .flatMap(run -> run.episodes().training().stream())
        .mapToDouble(figure)
        .anyMatch(Double::isFinite);
  }

  private static double[] figure(RunData run, ToDoubleFunction<TrainingEpisode> figure) {
    return run.episodes().training().stream().mapToDouble(figure).toArray();
  }

  /** A figure of the first run of each group: a schedule knows no seed. */
  private void drawFigure(
      Canvas canvas,
      int top,
      double[] episodes,
      String name,
      double[] range,
      ToDoubleFunction<TrainingEpisode> figure,
      boolean lowest) {
    Panel panel = panel(canvas, top, SMALL, episodes, range);
    panel.gridX(lowest).gridY(true).labelY(name);
    if (lowest) {
      panel.labelX("training episode");
    }
    for (int i = 0; i < groups.size(); i++) {
      double[] values = figure(groups.get(i).runs().get(0), figure);
      panel.line(numbers(values.length), values, Pen.of(trainingInk(i), 1.8));
    }
    panel.frame();
  }

  private static Panel panel(
      Canvas canvas, int top, int height, double[] episodes, double[] range) {
    return new Panel(canvas, new Panel.Box(LEFT, top, 960 - LEFT - RIGHT, height), episodes, range);
  }

  private void drawReturns(Canvas canvas, int top, double[] episodes, boolean lowest) {
    List<double[]> all = new ArrayList<>();
    for (Group group : groups) {
      Series.rolling(group.runs(), LearningPlot::totalReturn).values().forEach(all::add);
      Series.greedy(group.runs(), RunData.Greedy::meanReturn).values().forEach(all::add);
    }
    double[] single = singleReturns();
    all.add(single);
    double[] range = Axis.range(all.stream().flatMapToDouble(Arrays::stream));
    Panel panel = panel(canvas, top, LARGE, episodes, range);
    panel.gridX(lowest).gridY(true).labelY("return");
    if (lowest) {
      panel.labelX("training episode");
    }
    panel.points(numbers(single.length), single, 2, Ink.BLUE.withOpacity(0.45));
    drawBoth(panel, LearningPlot::totalReturn, RunData.Greedy::meanReturn);
    panel.frame();
  }

  /** Return of each episode, where there is room to show it. */
  private double[] singleReturns() {
    return alone()
            && groups.get(0).runs().size() == 1
            && groups.get(0).runs().get(0).episodes().training().size() <= MOST_POINTS
        ? groups.get(0).runs().get(0).episodes().training().stream()
            .mapToDouble(LearningPlot::totalReturn)
            .toArray()
        : new double[0];
  }

  private static double totalReturn(TrainingEpisode episode) {
    return episode.result().totalReward();
  }

  private static double[] numbers(int count) {
    return DoubleStream.iterate(1, number -> number + 1).limit(count).toArray();
  }

  private void drawBoth(
      Panel panel,
      ToDoubleFunction<TrainingEpisode> training,
      ToDoubleFunction<RunData.Greedy> greedy) {
    for (int i = 0; i < groups.size(); i++) {
      List<RunData> runs = groups.get(i).runs();
      Series rolling = Series.rolling(runs, training);
      Series judged = Series.greedy(runs, greedy);
      drawBand(panel, rolling, trainingInk(i));
      drawBand(panel, judged, greedyInk(i));
      panel.line(rolling.episodes(), rolling.mean(), Pen.of(trainingInk(i), 1.8));
      if (judged.isKnown()) {
        panel.line(judged.episodes(), judged.mean(), new Pen(greedyInk(i), 1.4, true));
        panel.points(judged.episodes(), judged.mean(), 3.2, greedyInk(i));
      }
    }
  }

  private static void drawBand(Panel panel, Series series, Ink ink) {
    if (series.hasIntervals()) {
      panel.band(series.episodes(), series.low(), series.high(), ink.withOpacity(BAND));
    }
  }

  private void drawLegend(Canvas canvas) {
    boolean several = groups.stream().anyMatch(group -> group.runs().size() > 1);
    Ink training = alone() ? trainingInk(0) : Ink.BLACK;
    Ink greedy = alone() ? greedyInk(0) : Ink.BLACK;
    List<Panel.Entry> entries = new ArrayList<>();
    if (!alone() || groups.get(0).runs().stream().anyMatch(run -> !run.greedy().isEmpty())) {
      entries.add(
          new Panel.Entry("greedy evaluation during training", new Pen(greedy, 1.4, true), false));
    }
    entries.add(
        new Panel.Entry("training, mean of last " + Series.WINDOW, Pen.of(training, 1.8), false));
    if (singleReturns().length > 0) {
      entries.add(new Panel.Entry("single episode", Pen.of(Ink.BLUE.withOpacity(0.45), 2), true));
    }
    Panel.legend(canvas, 940, 46, entries);
    if (several) {
      canvas.text("bands: 95 % interval of the mean over seeds", LEFT, 46, Text.PLAIN.in(Ink.GREY));
    }
    if (!alone()) {
      for (int i = 0; i < groups.size(); i++) {
        double y = 46 + (i + 1) * LEGEND_LINE;
        canvas.line(LEFT, y - 4, LEFT + 22, y - 4, Pen.of(trainingInk(i), 3));
        int seeds = groups.get(i).runs().size();
        canvas.text(
            groups.get(i).label() + (seeds > 1 ? " (" + seeds + " seeds)" : ""),
            LEFT + 30,
            y,
            Text.PLAIN);
      }
    }
  }
}
