package org.ophiura.app.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.ophiura.app.statistics.Estimate;

/** Writes what a study found for a terminal of 80 columns. */
public final class StudyText {
  private static final int WIDTH = 80;

  /** An interval is one word. */
  private static final Pattern BETWEEN_WORDS = Pattern.compile(" (?![^\\[]*])");

  private static final int LABEL = 32;
  private static final int VARIANT = 30;
  private static final int MOST_FAILURES = 12;
  private static final int MOST_RANKS = 20;
  private static final int CURVES_ABREAST = 3;
  private static final int CURVE_COLUMN = 21;
  private static final int MOST_CURVES = 6;
  private static final int MOST_POINTS = 10;

  private final StudyFindings findings;
  private final List<String> lines = new ArrayList<>();

  private StudyText(StudyFindings findings) {
    this.findings = findings;
  }

  /** All lines. */
  public static List<String> of(StudyFindings findings) {
    StudyText text = new StudyText(findings);
    if (findings.plan().kind() == StudyKind.COMPARE) {
      text.comparison();
    } else {
      text.ranking();
    }
    text.curves();
    text.failures();
    findings.warnings().forEach(warning -> text.wrapped("warning: " + warning));
    return List.copyOf(text.lines);
  }

  private void comparison() {
    StudyPlan plan = findings.plan();
    line("");
    line("%d trials with %s each", plan.trials().size(), plan.seedsInWords());
    if (findings.trials().stream().anyMatch(trial -> trial.trial().settings().hasAim())) {
      aims();
    }
    line("");
    line("  %-" + LABEL + "s %15s %7s  %s", "Return", "not failed", "IQM", "95 %");
    findings.trials().forEach(trial -> row(trial, trial.totalReturn(), 3));
    for (PairedFindings pair : findings.differences()) {
      line("");
      wrapped(pair.trial().label() + " against " + pair.baseline().label() + ", paired by seed");
      new Verdict(pair).sentences().forEach(s -> wrapped("  " + s));
    }
  }

  private void aims() {
    line("");
    line("  %-" + LABEL + "s %15s %7s  %s", "Reached the target", "episodes", "rate", "95 %");
    for (TrialFindings trial : findings.trials()) {
      row(trial, trial.reached() + " of " + trial.episodes(), trial.success(), 3);
    }
    line("");
    line("  %-" + LABEL + "s %15s %7s  %s", "Time to target, s", "that reached it", "IQM", "95 %");
    findings.trials().forEach(trial -> row(trial, trial.time(), 2));
  }

  private void row(TrialFindings trial, Figure figure, int decimals) {
    row(trial, Integer.toString(figure.episodes()), figure.estimate(), decimals);
  }

  private void row(TrialFindings trial, String count, Estimate estimate, int decimals) {
    line(
        "    %-" + (LABEL - 2) + "s %15s %7s  %s",
        cut(trial.trial().label(), LABEL - 2),
        count,
        Numbers.plain(estimate.value(), decimals),
        Numbers.interval(estimate, decimals));
  }

  private void ranking() {
    StudyPlan plan = findings.plan();
    List<TrialFindings> ranked = findings.ranked();
    line("");
    line("%d variants with %s each, the best first", ranked.size(), plan.seedsInWords());
    line("");
    line("  %4s %-" + VARIANT + "s %-18s %s", "rank", "variant", "IQM of success", "IQM of return");
    int rank = 1;
    for (TrialFindings trial : ranked.subList(0, Math.min(MOST_RANKS, ranked.size()))) {
      String label = trial.trial().label();
      String start = "  %4d ".formatted(rank++) + label;
      if (label.length() > VARIANT) {
        line("%s", start);
        start = "";
      }
      line(
          "%-" + (VARIANT + 8) + "s%-18s %s",
          start,
          figure(trial.seedSuccess()),
          figure(trial.totalReturn().estimate()));
    }
    if (ranked.size() > MOST_RANKS) {
      line("  and %d more, see ranked.csv", ranked.size() - MOST_RANKS);
    }
  }

  private static String figure(Estimate estimate) {
    return Numbers.plain(estimate.value(), 2) + " " + Numbers.interval(estimate, 2);
  }

  private void curves() {
    boolean ranked = findings.plan().kind() == StudyKind.SWEEP;
    List<StudyTrial> order =
        ranked
            ? findings.ranked().stream().map(TrialFindings::trial).toList()
            : findings.plan().trials();
    List<LearningCurve> learned =
        order.stream()
            .flatMap(trial -> findings.curves().stream().filter(c -> c.trial().equals(trial)))
            .filter(curve -> !curve.points().isEmpty())
            .limit(MOST_CURVES)
            .toList();
    for (int from = 0; from < learned.size(); from += CURVES_ABREAST) {
      List<LearningCurve> abreast =
          learned.subList(from, Math.min(from + CURVES_ABREAST, learned.size()));
      line("");
      line("Success of the greedy policy while training: mean over the seeds, 95 %%");
      StringBuilder header = new StringBuilder("  after episodes");
      for (int i = 0; i < abreast.size(); i++) {
        String label = abreast.get(i).trial().label();
        header.append("  ").append(padded(ranked ? "rank " + (from + i + 1) : label));
      }
      lines.add(header.toString().stripTrailing());
      for (int place : places(abreast)) {
        StringBuilder row = new StringBuilder(String.format(Locale.ROOT, "  %14d", place));
        abreast.forEach(curve -> row.append("  ").append(padded(at(curve, place))));
        lines.add(row.toString().stripTrailing());
      }
    }
  }

  private static String padded(String text) {
    return String.format(Locale.ROOT, "%-" + CURVE_COLUMN + "s", cut(text, CURVE_COLUMN - 2));
  }

  private static String at(LearningCurve curve, int place) {
    Optional<LearningCurve.Point> point =
        curve.points().stream().filter(p -> p.trainingEpisodes() == place).findFirst();
    return point.map(LearningCurve.Point::meanSuccess).map(StudyText::figure).orElse("");
  }

  /** Where curves have points: all places or, where they are many, some and the last. */
  private static List<Integer> places(List<LearningCurve> curves) {
    TreeSet<Integer> places = new TreeSet<>();
    curves.forEach(c -> c.points().forEach(p -> places.add(p.trainingEpisodes())));
    List<Integer> all = List.copyOf(places);
    int step = (all.size() + MOST_POINTS - 1) / MOST_POINTS;
    List<Integer> some = new ArrayList<>();
    for (int i = all.size() - 1; i >= 0; i -= step) {
      some.add(0, all.get(i));
    }
    return some;
  }

  private void failures() {
    List<Failure> failures =
        findings.trials().stream().flatMap(trial -> Failure.of(trial).stream()).toList();
    if (failures.isEmpty()) {
      return;
    }
    line("");
    wrapped(
        "Failed, counted as not reached and left out of the means of time and return: "
            + failures.size());
    failures.stream().limit(MOST_FAILURES).forEach(f -> wrapped("  " + f.inWords()));
    if (failures.size() > MOST_FAILURES) {
      boolean compare = findings.plan().kind() == StudyKind.COMPARE;
      line(
          "    and %d more, see %s",
          failures.size() - MOST_FAILURES, compare ? "compare.json" : "sweep.csv");
    }
  }

  private void line(String format, Object... values) {
    lines.add(String.format(Locale.ROOT, format, values).stripTrailing());
  }

  /** Breaks a text between words; what follows the first line is set in by two. */
  private void wrapped(String text) {
    String indent = text.startsWith("  ") ? "      " : "  ";
    StringBuilder line = new StringBuilder(text.startsWith("  ") ? "   " : "");
    boolean empty = true;
    for (String word : BETWEEN_WORDS.split(text.strip(), -1)) {
      if (!empty && line.length() + 1 + word.length() > WIDTH) {
        lines.add(line.toString());
        line = new StringBuilder(indent).append(word);
      } else {
        line.append(line.isEmpty() ? "" : " ").append(word);
      }
      empty = false;
    }
    lines.add(line.toString());
  }

  private static String cut(String text, int width) {
    return text.length() <= width ? text : text.substring(0, width - 1) + "…";
  }
}
