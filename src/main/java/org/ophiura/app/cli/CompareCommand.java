package org.ophiura.app.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.ophiura.app.run.Experiments;
import org.ophiura.app.study.Labels;
import org.ophiura.app.study.StudyKind;
import org.ophiura.app.study.StudyPlan;
import org.ophiura.app.study.StudyTrial;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ophiura compare}: trials against each other. */
@Command(
    name = "compare",
    description =
        "Runs trials with the same seeds, and so the same targets, and says how each differs from"
            + " the first and how sure that is.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  ophiura compare src/trials/follow-target.yaml src/trials/random.yaml --seeds 20",
      "  ophiura compare first.yaml second.yaml --set evaluation.episodes=50 --out results/duel",
      "  ophiura compare --resume results/duel"
    })
final class CompareCommand implements Callable<Integer> {
  private static final int LONGEST_NAME = 100;

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private final StudyOptions options = new StudyOptions();

  @Parameters(
      arity = "0..*",
      paramLabel = "TRIAL.yaml",
      description = "Two trial files or more; the others are compared to the first.")
  private List<Path> files = new ArrayList<>();

  @Override
  public Integer call() {
    return new StudySession(spec, StudyKind.COMPARE, options)
        .run(!files.isEmpty(), this::plan, CompareCommand::name);
  }

  private StudyPlan plan() {
    if (files.size() < 2) {
      throw new ParameterException(
          spec.commandLine(), "a comparison needs two trial files or more, got " + files.size());
    }
    List<ExperimentFile> trials = new ArrayList<>();
    for (Path file : files) {
      trials.add(
          ExperimentFile.of(
              file,
              Experiments.load(file, options.changes(), List.of()),
              Optional.of(options.firstSeed())));
    }
    List<String> labels =
        Labels.of(
            trials.stream().map(trial -> trial.experiment().name()).toList(),
            files.stream().map(CompareCommand::stem).toList());
    List<StudyTrial> planned = new ArrayList<>();
    for (int i = 0; i < labels.size(); i++) {
      planned.add(new StudyTrial(labels.get(i), List.of(), trials.get(i).experiment()));
    }
    StudyPlan plan =
        new StudyPlan(
            StudyKind.COMPARE,
            List.of(),
            planned,
            options.firstSeed(),
            options.seeds(),
            Versions.all());
    trials.forEach(ExperimentFile::rehearse);
    return plan;
  }

  private static String stem(Path file) {
    return String.valueOf(file.getFileName()).replaceFirst("\\.[^.]*$", "");
  }

  private static String name(StudyPlan plan) {
    String labels = plan.trials().stream().map(StudyTrial::label).collect(Collectors.joining("-"));
    return "compare-" + labels.substring(0, Math.min(labels.length(), LONGEST_NAME));
  }
}
