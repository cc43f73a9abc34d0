package org.ophiura.app.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ophiura.app.run.Experiments;
import org.ophiura.app.study.Grid;
import org.ophiura.app.study.StudyKind;
import org.ophiura.app.study.StudyPlan;
import org.ophiura.app.study.StudyTrial;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ophiura sweep}: variants of one trial, ranked. */
@Command(
    name = "sweep",
    description =
        "Runs every combination of some settings' values with the same seeds, and ranks them by"
            + " success, then by return.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  ophiura sweep src/trials/target-locomotion.yaml --vary training.learner.alpha=0.005,0.02",
      "  ophiura sweep src/trials/follow-target.yaml --seeds 5 \\",
      "    --vary 'plant.model.segments-per-arm=[3,3,3,3,3],[5,5,5,5,5]' --out results/arms",
      "  ophiura sweep --resume results/arms"
    })
final class SweepCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private final StudyOptions options = new StudyOptions();

  @Parameters(arity = "0..1", paramLabel = "TRIAL.yaml", description = "The trial file.")
  private Optional<Path> file = Optional.empty();

  @Option(
      names = "--vary",
      paramLabel = "KEY=V1,V2,…",
      description =
          "A setting and the values it takes in turn, as YAML. With several, every combination is"
              + " run.")
  private List<String> varied = new ArrayList<>();

  @Override
  public Integer call() {
    return new StudySession(spec, StudyKind.SWEEP, options)
        .run(
            file.isPresent() || !varied.isEmpty(),
            this::plan,
            plan -> "sweep-" + plan.trials().get(0).settings().name());
  }

  private StudyPlan plan() {
    Path given =
        file.orElseThrow(
            () ->
                new ParameterException(
                    spec.commandLine(), "Missing required parameter: 'TRIAL.yaml'"));
    if (varied.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "Missing required option: '--vary=KEY=V1,V2,…'");
    }
    Grid grid = new Grid(varied);
    List<ExperimentFile> variants = new ArrayList<>();
    List<StudyTrial> planned = new ArrayList<>();
    List<String> labels = grid.labels();
    for (List<String> combination : grid.combinations()) {
      ExperimentFile variant =
          ExperimentFile.of(
              given,
              Experiments.load(given, options.changes(), grid.overrides(combination)),
              Optional.of(options.firstSeed()));
      planned.add(new StudyTrial(labels.get(variants.size()), combination, variant.experiment()));
      variants.add(variant);
    }
    StudyPlan plan =
        new StudyPlan(
            StudyKind.SWEEP,
            grid.keys(),
            planned,
            options.firstSeed(),
            options.seeds(),
            Versions.all());
    variants.forEach(ExperimentFile::rehearse);
    return plan;
  }
}
