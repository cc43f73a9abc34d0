package org.ophiura.app.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.ophiura.app.config.Config;
import org.ophiura.app.config.ConfigReader;
import org.ophiura.app.config.Resolved;
import org.ophiura.app.problem.Problem;
import org.ophiura.app.problem.ProblemSettings;
import org.ophiura.app.results.UserException;
import org.ophiura.app.trial.Experiment;
import org.ophiura.app.trial.Interruption;
import org.ophiura.app.trial.Trial;
import org.ophiura.app.trial.TrialProgress;
import org.ophiura.app.trial.TrialSettings;

/**
 * Experiments of either kind, a robot's trial or a problem with an environment: their files, their
 * folders, and bringing them to their end.
 */
public final class Experiments {
  private Experiments() {}

  /** Whether a file is of a problem: it has the block {@code environment}. */
  public static boolean isProblem(Path file, List<String> overrides) {
    return ConfigReader.mentions(file, "environment", overrides);
  }

  /**
   * Reads a file of either kind; see {@link ConfigReader#load(Path, Class, List, List)}.
   *
   * @throws org.ophiura.app.config.ConfigException listing everything that is wrong
   */
  public static Config<?> load(Path file, List<String> overrides, List<String> varied) {
    return isProblem(file, Stream.concat(overrides.stream(), varied.stream()).toList())
        ? ConfigReader.load(file, ProblemSettings.class, overrides, varied)
        : ConfigReader.load(file, TrialSettings.class, overrides, varied);
  }

  /** The settings of a file of either kind; see {@link #load}. */
  public static Experiment read(Path file) {
    return of(load(file, List.of(), List.of()));
  }

  /** The experiment of a file that was read. */
  public static Experiment of(Config<?> config) {
    return (Experiment) config.settings();
  }

  /**
   * Opens an experiment and closes it again, to find before a long study what does not fit.
   *
   * @throws org.ophiura.sim.plugin.SettingException naming the setting
   */
  public static void rehearse(Experiment experiment) {
    if (experiment instanceof ProblemSettings settings) {
      Problem.open(settings).close();
    } else {
      try (Trial trial = Trial.open((TrialSettings) experiment)) {
        trial.learns();
      }
    }
  }

  /** Opens the folder of a new run. */
  public static RunFolder newFolder(
      Path target, Experiment experiment, String given, Map<String, String> versions) {
    return RunFolder.open(target, versions, texts(experiment, given));
  }

  /** Opens the folder of a new evaluation of a policy file. */
  public static RunFolder newFolder(
      Path target, Experiment experiment, String given, Path policy, Map<String, String> versions) {
    Map<String, String> texts = texts(experiment, given);
    try {
      texts.put(RunFolder.GIVEN_POLICY_FILE, Files.readString(policy));
    } catch (IOException e) {
      throw new UserException(policy + " cannot be read: " + e.getMessage());
    }
    return RunFolder.open(target, versions, texts);
  }

  private static Map<String, String> texts(Experiment experiment, String given) {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put(RunFolder.TRIAL_FILE, Resolved.toYaml(experiment.settings()));
    texts.put(RunFolder.GIVEN_FILE, given);
    return texts;
  }

  /**
   * Brings an experiment to its end, whatever was done of it before: a finished run of the same
   * settings and versions is read, one that was stopped is continued, else a new one is begun. For
   * those who run many, each in a folder of its own; several threads may call it with different
   * targets.
   *
   * @param target where the results are to be
   * @param given what stands for the settings file in the folder
   * @param versions of the parts that the result depends on
   * @return the episodes as its files have them; some are missing after an interruption
   * @throws org.ophiura.sim.plugin.SettingException if a setting does not fit
   * @throws UserException if the folder cannot be written, or is somebody else's
   */
  public static RunRecord complete(
      Path target,
      Experiment experiment,
      String given,
      Map<String, String> versions,
      int threads,
      Interruption interruption,
      TrialProgress progress) {
    if (RunFolders.isFinished(target) && RunRecord.isOf(target, experiment, versions)) {
      return RunRecord.read(target);
    }
    RunFolder opened =
        Stream.concat(Stream.of(target), RunFolders.unfinished(target).stream())
            .filter(RunFile::isIn)
            .filter(folder -> RunRecord.isOf(folder, experiment))
            .findFirst()
            .map(folder -> RunFolder.resume(folder, versions))
            .orElseGet(() -> newFolder(target, experiment, given, versions));
    try (RunFolder folder = opened) {
      if (RunFolders.isFinished(folder.working())) {
        publishFinished(folder, experiment);
      } else if (experiment instanceof ProblemSettings settings) {
        try (Problem problem = Problem.open(settings)) {
          new ProblemRun(problem, folder, versions).run(interruption, progress);
        }
      } else {
        try (Trial trial = Trial.open((TrialSettings) experiment)) {
          new TrialRun(trial, folder, versions).run(threads, interruption, progress);
        }
      }
    }
    return RunRecord.read(target);
  }

  /** Publishes a run that was stopped after its last file was written. */
  public static Optional<Path> publishFinished(RunFolder folder, Experiment experiment) {
    return folder.publish(FolderRun.replaces(folder.target(), experiment, false), false);
  }
}
