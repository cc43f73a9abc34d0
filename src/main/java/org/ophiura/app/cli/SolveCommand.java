package org.ophiura.app.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ophiura.app.problem.ProblemSettings;
import org.ophiura.app.results.UserException;
import org.ophiura.app.run.Experiments;
import org.ophiura.app.study.StudyKind;
import org.ophiura.app.study.StudyPlan;
import org.ophiura.app.study.StudyTrial;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ophiura solve}: how reliably and how soon problems are solved. */
@Command(
    name = "solve",
    description =
        "Runs problems with several seeds and says how many of them were solved, after how many"
            + " episodes and seconds of training.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  ophiura solve src/trials/classic/taxi-q-learning.yaml",
      "  ophiura solve src/trials/classic/frozen-lake-*.yaml --seeds 10 --threads 1",
      "  ophiura solve --resume runs/solve-taxi-q-learning"
    })
final class SolveCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private final StudyOptions options = new StudyOptions();

  @Parameters(arity = "0..*", paramLabel = "TRIAL.yaml", description = "Files of problems.")
  private List<Path> files = new ArrayList<>();

  @Override
  public Integer call() {
    return new StudySession(spec, StudyKind.SOLVE, options)
        .run(!files.isEmpty(), this::plan, SolveCommand::name);
  }

  private StudyPlan plan() {
    if (files.isEmpty()) {
      throw new ParameterException(spec.commandLine(), "Missing required parameter: 'TRIAL.yaml'");
    }
    List<ExperimentFile> given = new ArrayList<>();
    List<StudyTrial> planned = new ArrayList<>();
    for (Path path : files) {
      ExperimentFile file =
          ExperimentFile.of(
              path,
              Experiments.load(path, options.changes(), List.of()),
              Optional.of(options.firstSeed()));
      if (!(file.experiment() instanceof ProblemSettings problem)) {
        throw new UserException(
            path
                + ": 'solve' needs a problem, with a block 'environment'; this is a robot's trial");
      }
      if (problem.evaluation().solvedAt().isEmpty()) {
        throw new UserException(
            path + ": evaluation.solved-at must be given for 'solve': when does it count?");
      }
      given.add(file);
      planned.add(new StudyTrial(problem.name(), List.of(), problem));
    }
    StudyPlan plan =
        new StudyPlan(
            StudyKind.SOLVE,
            List.of(),
            planned,
            options.firstSeed(),
            options.seeds(),
            Versions.all());
    given.forEach(ExperimentFile::rehearse);
    return plan;
  }

  private static String name(StudyPlan plan) {
    String first = plan.trials().get(0).label();
    int others = plan.trials().size() - 1;
    return "solve-" + first + (others > 0 ? "-and-" + others : "");
  }
}
