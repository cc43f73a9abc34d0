package org.ophiura.app.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.ophiura.app.config.Resolved;
import org.ophiura.app.policy.MethodPolicyFile;
import org.ophiura.app.policy.PolicyFile;
import org.ophiura.app.problem.ActionValues;
import org.ophiura.app.problem.Problem;
import org.ophiura.app.problem.ProblemOutcome;
import org.ophiura.app.problem.ProblemRunner;
import org.ophiura.app.problem.ProblemSettings;
import org.ophiura.app.results.QTableFile;
import org.ophiura.app.results.RunResults;
import org.ophiura.app.results.UserException;
import org.ophiura.app.trial.Interruption;
import org.ophiura.app.trial.TrialOutcome;
import org.ophiura.app.trial.TrialProgress;
import org.ophiura.learning.method.Method;

/**
 * Runs a problem in its folder, as {@link TrialRun} a robot's trial: however often it was stopped
 * on the way, the files are the same in the end, but for {@link RunResults#TIMING_FILE}.
 */
public final class ProblemRun {
  private final Problem problem;
  private final RunFolder folder;
  private final Map<String, String> versions;
  private final FolderRun run;
  private List<ProblemProduct> products = List.of();

  /**
   * Prepares a run.
   *
   * @param problem of the settings that {@code folder} was opened with
   * @param folder stays the caller's to close
   * @param versions of the parts that the result depends on
   */
  public ProblemRun(Problem problem, RunFolder folder, Map<String, String> versions) {
    this.problem = problem;
    this.folder = folder;
    this.versions = new LinkedHashMap<>(versions); // Keeps their order, unlike Map.copyOf.
    run = new FolderRun(folder, problem.settings());
  }

  /** Sets how often the state is kept, at most; 0 after every iteration. */
  public ProblemRun withCheckpoints(LongSupplier nanoClock, double secondsBetween) {
    run.keepCheckpoints(nanoClock, secondsBetween);
    return this;
  }

  /** Sets what is made of the run at its end, unless it is interrupted. */
  public ProblemRun withProducts(List<ProblemProduct> products) {
    this.products = List.copyOf(products);
    return this;
  }

  /**
   * Runs all that is still to run, writes the files and publishes the folder.
   *
   * @throws UserException if a file cannot be written; the folder can be continued then
   */
  public Published run(Interruption interruption, TrialProgress progress) {
    Path policy = folder.file(RunFolder.GIVEN_POLICY_FILE);
    Optional<Method> given =
        Files.exists(policy)
            ? Optional.of(MethodPolicyFile.read(policy).methodFor(policy, problem))
            : Optional.empty();
    AtomicReference<@Nullable ProblemOutcome> known = new AtomicReference<>();
    try {
      return run.run(
          checkpoints -> {
            ProblemRunner runner = new ProblemRunner(problem, interruption, progress, checkpoints);
            ProblemOutcome outcome = given.map(runner::evaluate).orElseGet(runner::run);
            known.set(outcome);
            return outcome.numbers();
          },
          numbers -> write(outcome(known)),
          numbers -> make(outcome(known)));
    } finally {
      ProblemOutcome outcome = known.get();
      if (outcome != null) {
        outcome.method().close();
      }
    }
  }

  private static ProblemOutcome outcome(AtomicReference<@Nullable ProblemOutcome> known) {
    return java.util.Objects.requireNonNull(known.get());
  }

  private void write(ProblemOutcome outcome) {
    ProblemSettings settings = problem.settings();
    JsonNode config = Resolved.toTree(settings);
    TrialOutcome numbers = outcome.numbers();
    if (numbers.training().isPresent()) {
      PolicyFile.Origin origin =
          new PolicyFile.Origin(settings.name(), settings.seed(), outcome.iterations(), config);
      MethodPolicyFile.of(origin, problem, outcome.method()).write(folder.file(PolicyFile.NAME));
    }
    ActionValues.of(problem, outcome.method())
        .ifPresent(
            values ->
                QTableFile.write(
                    folder.file(QTableFile.NAME),
                    values.states(),
                    values.actions(),
                    values.table()));
    RunResults results = new RunResults(settings, numbers);
    results.writeEpisodes(folder.file("episodes.csv"));
    results.writeEvaluations(folder.file("evaluations.csv"));
    results.writeTiming(folder.file(RunResults.TIMING_FILE));
    results.writeSummary(folder.file(RunFolder.RESULT_FILE), config, versions);
  }

  /** Makes the products; what stands in the way of one. */
  private List<String> make(ProblemOutcome outcome) {
    ProblemProduct.Finished finished =
        new ProblemProduct.Finished(problem, outcome, folder.working());
    List<String> missing = new ArrayList<>();
    for (ProblemProduct product : products) {
      try {
        product.make(finished);
      } catch (UserException e) {
        missing.add(product.name() + " was not made: " + e.getMessage());
      }
    }
    return missing;
  }
}
