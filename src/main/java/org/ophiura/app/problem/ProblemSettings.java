package org.ophiura.app.problem;

import java.util.Optional;
import org.ophiura.app.trial.Experiment;
import org.ophiura.app.trial.Training;
import org.ophiura.app.trial.TrialOutcome;
import org.ophiura.learning.method.MethodPlugin;
import org.ophiura.sim.plugin.Choice;
import org.ophiura.sim.plugin.EnvironmentPlugin;
import org.ophiura.sim.plugin.Setting;
import org.ophiura.sim.plugin.Settings;

/** A problem: which environment is learned by which method, for how long, and when it is solved. */
public record ProblemSettings(
    @Setting(value = "Name of the trial; its results go to runs/NAME/SEED.", defaultValue = "trial")
        String name,
    @Setting(
            value = "The one seed that all random streams of the trial are split from.",
            defaultValue = "1")
        long seed,
    @Setting(value = "What is to be learned.", plugin = EnvironmentPlugin.class)
        Choice<EnvironmentPlugin<?>> environment,
    @Setting(value = "How it is learned.", plugin = MethodPlugin.class)
        Choice<MethodPlugin<?>> method,
    @Setting(value = "How long it is learned.", defaultValue = "{}")
        ProblemTrainingSettings training,
    @Setting(value = "How the policy is judged.", defaultValue = "{}")
        ProblemEvaluationSettings evaluation)
    implements Experiment {

  /** Checks the limits, and that the name can be that of a folder. */
  public ProblemSettings {
    Settings.check(ProblemSettings.class, name, seed, environment, method, training, evaluation);
    Experiment.checkName(name);
  }

  @Override
  public int evaluationEpisodes() {
    return evaluation.episodes();
  }

  @Override
  public boolean hasAim() {
    return EnvironmentPlugin.hasAim(environment);
  }

  @Override
  public Object challenge() {
    return EnvironmentPlugin.challenge(environment);
  }

  @Override
  public Optional<Boolean> solvedBy(TrialOutcome outcome) {
    return evaluation
        .solvedAt()
        .map(
            least ->
                outcome.evaluation().meanReturn() >= least
                    && evaluation.figures().stream()
                        .allMatch(
                            limit ->
                                outcome
                                    .training()
                                    .map(Training::figures)
                                    .map(figures -> figures.get(limit.name()))
                                    .map(value -> value <= limit.atMost())
                                    .orElse(false)));
  }

  @Override
  public Record settings() {
    return this;
  }

  @Override
  public ProblemSettings withSeed(long other) {
    return new ProblemSettings(name, other, environment, method, training, evaluation);
  }

  /** The same problem, judged otherwise. */
  public ProblemSettings withEvaluation(ProblemEvaluationSettings other) {
    return new ProblemSettings(name, seed, environment, method, training, other);
  }
}
