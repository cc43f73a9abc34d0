package org.ophiura.app.problem;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.ophiura.app.trial.Checkpoints;
import org.ophiura.app.trial.EpisodeKind;
import org.ophiura.app.trial.EpisodeResult;
import org.ophiura.app.trial.Evaluation;
import org.ophiura.app.trial.Interruption;
import org.ophiura.app.trial.RandomStreams.Purpose;
import org.ophiura.app.trial.Training;
import org.ophiura.app.trial.TrainingEpisode;
import org.ophiura.app.trial.TrialOutcome;
import org.ophiura.app.trial.TrialProgress;
import org.ophiura.app.trial.TrialState;
import org.ophiura.learning.method.Method;
import org.ophiura.learning.method.TrainingLog;
import org.ophiura.sim.environment.Environment;

/** Trains the method of a problem, then evaluates its policy, on the calling thread. */
public final class ProblemRunner {
  private static final double SECONDS_PER_NANO = 1e-9;

  private final Problem problem;
  private final ProblemTrainingSettings settings;
  private final Interruption interruption;
  private final TrialProgress progress;
  private final Checkpoints checkpoints;

  /**
   * Prepares a run.
   *
   * @param checkpoints where it begins, and what is told how far it has got
   */
  public ProblemRunner(
      Problem problem, Interruption interruption, TrialProgress progress, Checkpoints checkpoints) {
    this.problem = problem;
    this.interruption = interruption;
    this.progress = progress;
    this.checkpoints = checkpoints;
    settings = problem.settings().training();
  }

  /** Trains, then evaluates. */
  public ProblemOutcome run() {
    TrialState start = checkpoints.start().orElse(TrialState.BEGINNING);
    Learned learned = new Learned(problem.newMethod());
    start.learner().ifPresent(learned::restore);
    Course course = new Course(learned, start);
    checkpoints.begun(course);
    progress.begun(start, true);
    boolean whole = train(course);
    Method judged;
    try {
      judged = problem.withPolicy(learned.policy());
    } catch (IOException e) {
      throw new UncheckedIOException("a policy must fit the method that it comes from", e);
    }
    if (whole) {
      evaluate(course, judged);
    }
    return new ProblemOutcome(
        new TrialOutcome(
            Optional.of(course.training()),
            Optional.empty(),
            new Evaluation(learned.iterations(), course.evaluation),
            course.evaluationSeconds,
            interruption.requested()),
        learned.iterations(),
        judged);
  }

  /** Evaluates a policy that exists. */
  public ProblemOutcome evaluate(Method method) {
    TrialState start = checkpoints.start().orElse(TrialState.BEGINNING);
    Course course = new Course(new Learned(method), start);
    checkpoints.begun(course);
    progress.begun(start, true);
    evaluate(course, method);
    return new ProblemOutcome(
        new TrialOutcome(
            Optional.empty(),
            Optional.empty(),
            new Evaluation(0, course.evaluation),
            course.evaluationSeconds,
            interruption.requested()),
        0,
        method);
  }

  /** Trains; whether it came to an end between iterations. */
  private boolean train(Course course) {
    Environment environment = new Abandonable(problem.environment(), interruption);
    try {
      while ((course.learned.iterations() < settings.iterations() || owesValidation(course))
          && !course.learned.stopped()
          && !interruption.requested()) {
        long began = System.nanoTime();
        if (!owesValidation(course)) {
          iterate(course, environment);
        }
        if (owesValidation(course)) {
          validate(course);
        }
        course.trainingSeconds += (System.nanoTime() - began) * SECONDS_PER_NANO;
        checkpoints.reached(course);
      }
    } catch (Abandonable.Abandonment e) {
      // What was learned from half of an episode is not kept: the last checkpoint counts.
      return false;
    }
    checkpoints.phaseEnded(course);
    return true;
  }

  private void iterate(Course course, Environment environment) {
    Learned learned = course.learned;
    int iteration = learned.iterations();
    int before = course.training.size();
    learned
        .method()
        .iterate(
            environment,
            new Method.Progress(iteration, settings.iterations()),
            problem.streams().stream(Purpose.TRAINING_START, iteration),
            course);
    learned.countIteration();
    course.training.subList(before, course.training.size()).forEach(progress::trained);
  }

  /** Whether an evaluation is due; after an interruption it still is. */
  private boolean owesValidation(Course course) {
    int every = settings.evaluateEvery();
    return every > 0 && course.learned.iterations() / every > course.validations.size();
  }

  /** Evaluates on the way. An interruption leaves the evaluation undone, to be done again. */
  private void validate(Course course) {
    Judge judge = Judge.inTraining(problem);
    int count = settings.evaluateEpisodes();
    // What has witnessed half of an evaluation cannot forget it.
    Judge.Onlooker onlooker =
        judge.isWitnessed() ? Judge.Onlooker.NOBODY : Judge.Onlooker.until(interruption);
    List<EpisodeResult> results = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int number = course.validations.size() * count + i;
      results.add(
          judge.run(EpisodeKind.VALIDATION, number, course.learned.method(), true, onlooker));
      if (judge.abandoned()) {
        return;
      }
    }
    Evaluation evaluation = new Evaluation(course.learned.iterations(), results);
    course.validations.add(evaluation);
    course.learned.judged(evaluation.meanReturn(), settings);
    progress.validated(evaluation);
  }

  private void evaluate(Course course, Method method) {
    Judge judge = Judge.inEvaluation(problem);
    int episodes = problem.settings().evaluation().episodes();
    while (course.evaluation.size() < episodes && !interruption.requested()) {
      long began = System.nanoTime();
      EpisodeResult result =
          judge.run(
              EpisodeKind.EVALUATION,
              course.evaluation.size(),
              method,
              false,
              Judge.Onlooker.until(interruption));
      if (judge.abandoned()) {
        break;
      }
      course.evaluation.add(result);
      course.evaluationSeconds += (System.nanoTime() - began) * SECONDS_PER_NANO;
      progress.evaluated(result);
      checkpoints.reached(course);
    }
    checkpoints.phaseEnded(course);
  }

  /** How far the run has got; hears what the method tells. */
  private final class Course implements TrainingLog, Supplier<TrialState> {
    private final Learned learned;
    private final List<TrainingEpisode> training;
    private final List<Evaluation> validations;
    private final List<EpisodeResult> evaluation;
    private double trainingSeconds;
    private double evaluationSeconds;
    private double epsilon = Double.NaN;
    private double meanValue = Double.NaN;
    private double loss = Double.NaN;

    Course(Learned learned, TrialState start) {
      this.learned = learned;
      training = new ArrayList<>(start.training());
      validations = new ArrayList<>(start.validations());
      evaluation = new ArrayList<>(start.evaluation());
      trainingSeconds = start.trainingSeconds();
      evaluationSeconds = start.evaluationSeconds();
    }

    @Override
    public void episode(double totalReward, int steps) {
      EpisodeResult result =
          Judge.result(
              problem.environment(), EpisodeKind.TRAINING, training.size(), totalReward, steps);
      training.add(new TrainingEpisode(result, epsilon, meanValue, loss));
      epsilon = Double.NaN;
      meanValue = Double.NaN;
      loss = Double.NaN;
    }

    @Override
    public void figure(String name, double value) {
      switch (name) {
        case "epsilon" -> epsilon = value;
        case "mean value" -> meanValue = value;
        case "loss" -> loss = value;
        default -> learned.figure(name, value);
      }
    }

    Training training() {
      return new Training(training, validations, trainingSeconds, learned.figures());
    }

    @Override
    public TrialState get() {
      return new TrialState(
          training,
          validations,
          Optional.of(learned.save()),
          evaluation,
          trainingSeconds,
          evaluationSeconds);
    }
  }
}
