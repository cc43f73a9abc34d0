package org.ophiura.app.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ophiura.app.hil.gap.Agreement;
import org.ophiura.app.hil.gap.FittedModel;
import org.ophiura.app.hil.gap.GapJson;
import org.ophiura.app.hil.gap.GapLog;
import org.ophiura.app.hil.gap.TrialPatch;
import org.ophiura.app.results.AtomicFiles;
import org.ophiura.app.run.Experiments;
import org.ophiura.app.trial.TrialSettings;
import org.ophiura.sim.hardware.gap.JointGap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ophiura hil gap}: how far a robot is from what it was told, and from its simulation. */
@Command(
    name = "gap",
    description = {
      "Judges each joint by the log of a run: error, delay, gain, backlash and friction.",
      "",
      "With --fit it finds the gain, friction, rotor inertia and delay with which the trial's"
          + " simulation is closest to the first 70 %% of the log, and says how close that is on the"
          + " rest. With --patch it writes them as a part of a trial file. docs/gap.md explains the"
          + " figures."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  ophiura hil gap runs/brittle-star-servos/1-robot/ticks.mcap",
      "  ophiura hil gap runs/brittle-star-servos/1-robot/ticks.mcap --patch patch.yaml"
    })
final class HilGapCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "LOG", description = "The log, such as ticks.mcap of a run.")
  private Path log = Path.of("");

  @Option(
      names = "--trial",
      paramLabel = "TRIAL.yaml",
      description = "The trial of the robot and its simulation; default: that of the log.")
  private Optional<Path> trialFile = Optional.empty();

  @Option(names = "--fit", description = "Also fits the trial's simulation to the log.")
  private boolean fit;

  @Option(
      names = "--patch",
      paramLabel = "FILE",
      description = "Fits, and writes the settings that change as YAML.")
  private Optional<Path> patch = Optional.empty();

  @Option(names = "--out", paramLabel = "FILE", description = "Writes all figures as JSON.")
  private Optional<Path> json = Optional.empty();

  @Override
  public Integer call() {
    Optional<TrialSettings> trial =
        trialFile.map(
            file ->
                ExperimentFile.of(
                        file, Experiments.load(file, List.of(), List.of()), Optional.empty())
                    .trial("hil gap")
                    .settings());
    PrintWriter out = spec.commandLine().getOut();
    GapLog read = GapLog.read(log, trial);
    boolean fits = fit || patch.isPresent();
    if (fits) {
      read.requireTrial();
    }
    List<JointGap> joints = JointGap.all(read.motion());
    new GapTable(read.motion().periodSeconds(), joints).print(out);
    out.printf(
        "%n%d ticks of %.1f ms in which the robot was driven%n",
        read.motion().ticks(), 1e3 * read.motion().periodSeconds());
    read.damage().ifPresent(out::println);
    Optional<FittedModel> fitted = Optional.empty();
    if (fits) {
      out.println("Fitting the simulation ...");
      out.flush();
      FittedModel found = read.fit(joints);
      fitted = Optional.of(found);
      TrialPatch settings = new TrialPatch(log.toString(), read.block(), found);
      print(found, settings, out);
      patch.ifPresent(file -> AtomicFiles.write(file, text -> text.write(settings.toYaml())));
    }
    Optional<FittedModel> known = fitted;
    json.ifPresent(file -> GapJson.write(file, read, joints, known));
    out.flush();
    return ExitCode.OK;
  }

  private static void print(FittedModel found, TrialPatch settings, PrintWriter out) {
    out.println();
    settings.values().forEach(value -> out.println("  " + value));
    out.println();
    out.println("Simulated against measured angles, root mean square in degrees:");
    print("fitted", found.fitted(), out);
    print("not seen by the fit", found.judged(), out);
    out.println();
    out.println("Any command takes these settings with");
    out.println("  " + String.join(" \\\n  ", settings.options()));
  }

  private static void print(String which, Agreement agreement, PrintWriter out) {
    out.printf(
        Locale.ROOT,
        "  %-20s %7.3f before, %7.3f after (%d ticks)%n",
        which,
        Math.toDegrees(agreement.rmsBefore()),
        Math.toDegrees(agreement.rmsAfter()),
        agreement.ticks());
  }
}
