package org.ophiura.app.study;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import org.ophiura.app.results.AtomicFiles;
import org.ophiura.app.statistics.Bootstrap;
import org.ophiura.app.statistics.Estimate;
import org.ophiura.app.statistics.Interval;

/** Writes {@code compare.json}: every figure of a comparison, and what failed by name. */
final class CompareJson {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int FORMAT = 1;

  private final StudyFindings findings;

  CompareJson(StudyFindings findings) {
    this.findings = findings;
  }

  void write(Path file) {
    StudyPlan plan = findings.plan();
    ObjectNode root = JSON.createObjectNode();
    root.put("format", FORMAT);
    root.set("seeds", JSON.valueToTree(plan.seeds()));
    root.put("confidence", Interval.CONFIDENCE);
    root.put("resamples", Bootstrap.RESAMPLES);
    ArrayNode trials = root.putArray("trials");
    findings.trials().forEach(trial -> add(trials.addObject(), trial));
    ArrayNode differences = root.putArray("differences");
    findings.differences().forEach(pair -> add(differences.addObject(), pair));
    root.set("warnings", JSON.valueToTree(findings.warnings()));
    root.set("versions", JSON.valueToTree(plan.versions()));
    AtomicFiles.write(file, out -> out.write(root.toPrettyString() + "\n"));
  }

  private static void add(ObjectNode node, TrialFindings trial) {
    node.put("trial", trial.trial().label());
    node.put("name", trial.trial().settings().name());
    node.put("episodes", trial.episodes());
    node.put("reached", trial.reached());
    node.set("success_rate", json(trial.success(), "wilson over the episodes"));
    node.set("iqm_seconds_to_target", json(trial.time()));
    node.set("iqm_return", json(trial.totalReturn()));
    ArrayNode failed = node.putArray("failed");
    for (Failure failure : Failure.of(trial)) {
      ObjectNode entry = failed.addObject();
      entry.put("seed", failure.seed());
      entry.put("kind", failure.kind());
      failure.episode().ifPresent(number -> entry.put("episode", number));
      entry.put("status", failure.status());
    }
  }

  private static void add(ObjectNode node, PairedFindings pair) {
    node.put("trial", pair.trial().label());
    node.put("against", pair.baseline().label());
    node.set("success_rate", json(pair.success()));
    node.set("iqm_seconds_to_target", json(pair.time()));
    node.set("iqm_return", json(pair.totalReturn()));
    node.set("in_words", JSON.valueToTree(new Verdict(pair).sentences()));
  }

  private static ObjectNode json(Figure figure) {
    return json(figure.estimate(), "bootstrap over the seeds")
        .put("episodes", figure.episodes())
        .put("seeds", figure.seeds());
  }

  private static ObjectNode json(Estimate estimate, String how) {
    ObjectNode node = JSON.createObjectNode();
    if (estimate.isKnown()) {
      node.put("value", estimate.value());
    } else {
      node.putNull("value");
    }
    estimate
        .interval()
        .ifPresentOrElse(
            interval -> node.put("low", interval.low()).put("high", interval.high()),
            () -> node.putNull("low").putNull("high"));
    return node.put("interval", how);
  }
}
