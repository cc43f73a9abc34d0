package org.ophiura.app.report;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ophiura.app.config.Resolved;
import org.ophiura.app.policy.PolicyFile;
import org.ophiura.app.recording.EpisodeRecorder;
import org.ophiura.app.statistics.Estimate;
import org.ophiura.app.study.Failure;
import org.ophiura.app.study.LearningCurve;
import org.ophiura.app.study.PairedFindings;
import org.ophiura.app.study.StudyFindings;
import org.ophiura.app.study.StudyFolder;
import org.ophiura.app.study.StudyPlan;
import org.ophiura.app.study.StudyTrial;
import org.ophiura.app.study.TrialFindings;
import org.ophiura.app.study.Verdict;
import org.ophiura.app.trial.Rig;
import org.ophiura.app.trial.Trial;
import org.ophiura.app.trial.TrialSettings;
import org.ophiura.learning.Policy;

/**
 * The report of a comparison: {@code report.html} in its folder, with the first evaluation episode
 * of every trial under the first seed, side by side in one scene.
 */
public final class StudyReport {
  /** Further robots would hide each other. */
  private static final int MOST_REPLAYS = 4;

  private final StudyFindings findings;
  private final StudyFolder folder;

  /** Prepares the report of a study that has ended. */
  public StudyReport(StudyFindings findings, StudyFolder folder) {
    this.findings = findings;
    this.folder = folder;
  }

  /** Writes it. */
  public void write() {
    StudyPlan plan = findings.plan();
    List<String> labels = plan.trials().stream().map(StudyTrial::label).toList();
    ReportData data =
        new ReportData(
            String.join(" and ", labels),
            plan.seedsInWords()
                + " each; the replay shows the first evaluation episode under seed "
                + plan.firstSeed(),
            plan.versions());
    addFigures(data);
    for (PairedFindings pair : findings.differences()) {
      data.note(pair.trial().label() + " against " + pair.baseline().label() + ", by seed:");
      new Verdict(pair).sentences().forEach(data::note);
    }
    findings.warnings().forEach(warning -> data.note("Warning: " + warning));
    addFailures(data);
    addCurves(data);
    for (StudyTrial trial : plan.trials()) {
      data.text(
          trial.label() + ": all settings",
          Resolved.toYaml(trial.settings().withSeed(plan.firstSeed()).settings()));
    }
    for (String file : List.of("episodes.csv", "summary.csv", "compare.json")) {
      data.hash(folder.file(file));
    }
    for (StudyTrial trial : plan.trials().subList(0, Math.min(MOST_REPLAYS, labels.size()))) {
      addReplay(data, trial);
    }
    ReportPage.write(folder.file(RunReport.FILE), data);
  }

  private void addFigures(ReportData data) {
    List<List<String>> rows = new ArrayList<>();
    for (TrialFindings trial : findings.trials()) {
      rows.add(
          List.of(
              trial.trial().label(),
              trial.reached() + " of " + trial.episodes(),
              figure(trial.success(), 3),
              figure(trial.time().estimate(), 2),
              figure(trial.totalReturn().estimate(), 3)));
    }
    data.table(
        "Value and 95 % interval: the rate by Wilson, the others interquartile means with a"
            + " bootstrap over the seeds",
        List.of("trial", "reached", "rate", "time to target, s", "return"), rows);
  }

  private static String figure(Estimate estimate, int decimals) {
    if (!estimate.isKnown()) {
      return "–";
    }
    String number = "%." + decimals + "f";
    return String.format(Locale.ROOT, number, estimate.value())
        + estimate
            .interval()
            .map(
                i ->
                    String.format(
                        Locale.ROOT, " [" + number + ", " + number + "]", i.low(), i.high()))
            .orElse("");
  }

  private void addFailures(ReportData data) {
    List<Failure> failures =
        findings.trials().stream().flatMap(trial -> Failure.of(trial).stream()).toList();
    data.note(
        failures.isEmpty()
            ? "No episode diverged or failed."
            : failures.size() + " failed, and count as not reached:");
    failures.forEach(failure -> data.note(failure.inWords()));
  }

  private void addCurves(ReportData data) {
    List<List<String>> rows = new ArrayList<>();
    for (LearningCurve curve : findings.curves()) {
      for (LearningCurve.Point point : curve.points()) {
        rows.add(
            List.of(
                curve.trial().label(),
                Integer.toString(point.trainingEpisodes()),
                figure(point.meanSuccess(), 2),
                figure(point.middleReturn(), 3)));
      }
    }
    if (!rows.isEmpty()) {
      data.curves(findings.curves());
      data.foldedTable(
          "The greedy policy while it was trained, over the seeds",
          List.of("trial", "after episodes", "mean success", "return"),
          rows);
    }
  }

  private void addReplay(ReportData data, StudyTrial study) {
    long seed = findings.plan().firstSeed();
    Path run = folder.run(new StudyPlan.Job(study, seed));
    if (!Files.exists(run)
        || !(study.settings().withSeed(seed) instanceof TrialSettings settings)) {
      return; // It could not be run, as the failures say, or has no robot to show.
    }
    try (Trial trial = Trial.open(settings)) {
      data.replay(study.label(), EpisodeRecorder.record(trial, 0, policy(trial, run)));
    }
  }

  private static Optional<Policy> policy(Trial trial, Path run) {
    Path file = run.resolve(PolicyFile.NAME);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try (Rig rig = trial.newRig()) {
      return Optional.of(
          PolicyFile.read(file).policyFor(file, trial.layout(), rig.decider().orElseThrow()));
    }
  }
}
