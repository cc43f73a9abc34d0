package org.ophiura.app.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ophiura.app.plot.canvas.Canvas;
import org.ophiura.app.plot.canvas.Figure;
import org.ophiura.app.plot.canvas.Ink;
import org.ophiura.app.plot.canvas.Panel;
import org.ophiura.app.plot.canvas.Pen;
import org.ophiura.app.plot.canvas.Text;
import org.ophiura.app.trial.DecisionCount;
import org.ophiura.app.trial.EpisodeResult;
import org.ophiura.app.trial.TrainingEpisode;

/** How often states were met and actions chosen, in training and in the final evaluation. */
final class VisitsPlot implements Figure {
  private static final int WIDTH = 960;
  private static final int LEFT = 70;
  private static final int TOP = 84;
  private static final int PANEL = 180;
  private static final int GAP = 78;
  private static final int MOST_NAMES = 12;

  private final RunData run;
  private final List<Source> sources;

  /** Episodes that are counted together. */
  private record Source(String label, Ink ink, List<EpisodeResult> episodes) {
    boolean counted() {
      return episodes.stream().anyMatch(episode -> episode.decisions().actions().length > 0);
    }
  }

  VisitsPlot(RunData run) {
    this.run = run;
    sources =
        Stream.of(
                new Source(
                    "training",
                    Ink.BLUE.withOpacity(0.55),
                    run.episodes().training().stream().map(TrainingEpisode::result).toList()),
                new Source(
                    "final evaluation", Ink.VERMILION, run.episodes().evaluation().episodes()))
            .filter(Source::counted)
            .toList();
  }

  /** Whether decisions were made. */
  boolean fits() {
    return !sources.isEmpty();
  }

  @Override
  public String title() {
    return run.title() + ": visited states and chosen actions";
  }

  @Override
  public int width() {
    return WIDTH;
  }

  @Override
  public int height() {
    return TOP + 2 * PANEL + GAP + 56;
  }

  @Override
  public void draw(Canvas canvas) {
    canvas.text(title(), LEFT, 24, Text.PLAIN.sized(15).strong());
    Panel.legend(
        canvas,
        WIDTH - 20,
        48,
        sources.stream()
            .map(source -> new Panel.Entry(source.label(), Pen.of(source.ink(), 8), false))
            .toList());
    List<String> states = run.values().map(RunData.Values::states).orElse(List.of());
    List<String> actions = run.values().map(RunData.Values::actions).orElse(List.of());
    draw(canvas, TOP, "state", states, DecisionCount::states);
    draw(canvas, TOP + PANEL + GAP, "action", actions, DecisionCount::actions);
  }

  private void draw(
      Canvas canvas,
      double top,
      String what,
      List<String> names,
      Function<DecisionCount, long[]> counts) {
    List<double[]> shares = new ArrayList<>();
    for (Source source : sources) {
      shares.add(shares(source.episodes(), counts));
    }
    int bins = shares.stream().mapToInt(share -> share.length).max().orElse(0);
    double most = shares.stream().flatMapToDouble(java.util.Arrays::stream).max().orElse(0);
    Panel panel =
        new Panel(
            canvas,
            new Panel.Box(LEFT, top, WIDTH - LEFT - 20, PANEL),
            new double[] {-0.5, bins - 0.5},
            new double[] {0, Math.max(1, 1.12 * most)});
    panel.gridY(true).labelY("share (%)").title(titleOf(what));
    double slot = (WIDTH - LEFT - 20.0) / bins;
    double bar = 0.8 * slot / sources.size();
    for (int s = 0; s < sources.size(); s++) {
      double[] share = shares.get(s);
      for (int bin = 0; bin < share.length; bin++) {
        double x = panel.x().at(bin) - 0.4 * slot + s * bar;
        double y = panel.y().at(share[bin]);
        canvas.box(x, y, bar, panel.y().at(0) - y, sources.get(s).ink());
        if (bins <= MOST_NAMES) {
          canvas.text(
              String.format(Locale.ROOT, "%.0f", share[bin]),
              x + bar / 2,
              y - 4,
              Text.PLAIN.sized(10).in(Ink.GREY).at(Text.Anchor.MIDDLE));
        }
      }
    }
    panel.frame();
    int every = Math.max(1, (bins + 23) / 24);
    for (int bin = 0; bin < bins; bin++) {
      if (bins <= MOST_NAMES || bin % every == 0) {
        canvas.text(
            bins <= MOST_NAMES && names.size() == bins ? names.get(bin) : Integer.toString(bin),
            panel.x().at(bin),
            top + PANEL + 16,
            Text.PLAIN.sized(11).in(Ink.GREY).at(Text.Anchor.MIDDLE));
      }
    }
    panel.labelX(what + (bins > MOST_NAMES || names.size() != bins ? " (number)" : ""));
  }

  private static String titleOf(String what) {
    return what.equals("state") ? "States in which decisions were made" : "Chosen actions";
  }

  /** In percent of all. */
  private static double[] shares(
      List<EpisodeResult> episodes, Function<DecisionCount, long[]> counts) {
    int bins =
        episodes.stream()
            .mapToInt(episode -> counts.apply(episode.decisions()).length)
            .max()
            .orElse(0);
    double[] sums = new double[bins];
    for (EpisodeResult episode : episodes) {
      long[] count = counts.apply(episode.decisions());
      for (int i = 0; i < count.length; i++) {
        sums[i] += count[i];
      }
    }
    double all = IntStream.range(0, bins).mapToDouble(i -> sums[i]).sum();
    for (int i = 0; i < bins; i++) {
      sums[i] = all == 0 ? 0 : 100 * sums[i] / all;
    }
    return sums;
  }
}
