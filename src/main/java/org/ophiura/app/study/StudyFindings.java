package org.ophiura.app.study;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What all runs of a study say.
 *
 * @param plan what was run
 * @param trials by trial, in the order of the plan
 * @param differences each of the further trials against the first
 * @param curves by trial, in the order of the plan
 */
public record StudyFindings(
    StudyPlan plan,
    List<TrialFindings> trials,
    List<PairedFindings> differences,
    List<LearningCurve> curves) {
  /** Keeps copies of the lists. */
  public StudyFindings {
    trials = List.copyOf(trials);
    differences = List.copyOf(differences);
    curves = List.copyOf(curves);
  }

  /**
   * Computes all figures; those of a sweep leave out the differences.
   *
   * @param runs in the order of {@link StudyPlan#jobs()}
   */
  public static StudyFindings of(StudyPlan plan, List<SeedRun> runs) {
    int count = plan.trials().size();
    List<TrialFindings> trials = new ArrayList<>();
    for (int trial = 0; trial < count; trial++) {
      List<SeedRun> own = new ArrayList<>();
      for (int seed = 0; seed < plan.seedCount(); seed++) {
        own.add(runs.get(seed * count + trial));
      }
      trials.add(TrialFindings.of(plan.trials().get(trial), own));
    }
    boolean paired = plan.kind() == StudyKind.COMPARE;
    return new StudyFindings(
        plan,
        trials,
        trials.stream()
            .skip(paired ? 1 : count)
            .map(other -> PairedFindings.of(trials.get(0), other))
            .toList(),
        trials.stream().map(LearningCurve::of).toList());
  }

  /** The trials from best to worst: by success, then by return. */
  public List<TrialFindings> ranked() {
    Comparator<TrialFindings> bySuccess =
        Comparator.comparingDouble(found -> unknownLast(found.seedSuccess().value()));
    Comparator<TrialFindings> byReturn =
        Comparator.comparingDouble(found -> unknownLast(found.totalReturn().estimate().value()));
    return trials.stream().sorted(bySuccess.thenComparing(byReturn)).toList();
  }

  private static double unknownLast(double value) {
    return Double.isNaN(value) ? Double.POSITIVE_INFINITY : -value;
  }

  /** What should be known before the figures are believed. */
  public List<String> warnings() {
    List<String> warnings = new ArrayList<>();
    for (PairedFindings pair : differences) {
      String both = pair.baseline().label() + " and " + pair.trial().label();
      if (!pair.baseline().settings().challenge().equals(pair.trial().settings().challenge())) {
        warnings.add(
            both
                + " have different tasks: their targets, time limits or rewards may differ, so"
                + " episodes of one seed may not be alike");
      }
      int first = pair.baseline().settings().evaluationEpisodes();
      int second = pair.trial().settings().evaluationEpisodes();
      if (first != second) {
        warnings.add(
            both
                + " have "
                + first
                + " and "
                + second
                + " evaluation episodes: their differences are over the "
                + Math.min(first, second)
                + " that both have");
      }
    }
    return warnings;
  }
}
