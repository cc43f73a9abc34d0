package org.ophiura.app.plot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.ophiura.app.plot.canvas.Figure;
import org.ophiura.app.plot.canvas.PictureFormat;
import org.ophiura.app.recording.Signals;
import org.ophiura.app.results.UserException;

/** Draws the plots of run and study folders. */
public final class Plots {
  /** The folder of the plots in that of a run or study. */
  public static final String FOLDER = "plots";

  /** A table of more is no picture. */
  private static final int MOST_STATES = 10_000;

  private static final String LEARNING = "learning-curve";

  private Plots() {}

  /**
   * Draws all plots that apply to a run.
   *
   * @param folder of the run
   * @param out where the files go
   * @return the files
   * @throws UserException if the folder is not that of a run, or a file cannot be written
   */
  public static List<Path> ofRun(Path folder, Path out, Set<PictureFormat> formats) {
    List<Path> files = new ArrayList<>();
    figures(RunData.read(folder))
        .forEach(
            (name, figure) ->
                formats.forEach(format -> files.add(format.write(out, name, figure))));
    return files;
  }

  private static Map<String, Figure> figures(RunData run) {
    Map<String, Figure> figures = new LinkedHashMap<>();
    if (LearningPlot.fits(run)) {
      figures.put(
          LEARNING,
          new LearningPlot(
              run.title() + ": learning curve",
              List.of(new LearningPlot.Group(run.trial(), List.of(run)))));
    }
    run.values()
        .filter(values -> values.states().size() <= MOST_STATES)
        .ifPresent(
            values ->
                figures.put(
                    "q-table",
                    GridValuePlot.fits(values)
                        ? new GridValuePlot(run, values)
                        : new QTablePlot(run, values)));
    VisitsPlot visits = new VisitsPlot(run);
    if (visits.fits()) {
      figures.put("visits", visits);
    }
    Optional<Signals> signals = run.signals();
    if (run.episodes().evaluation().episodes().isEmpty() || signals.isEmpty()) {
      return figures;
    }
    Signals recorded = signals.orElseThrow();
    if (PathPlot.fits(recorded)) {
      figures.put("path", new PathPlot(run, recorded));
    }
    if (JointsPlot.fits(recorded)) {
      figures.put("joints", new JointsPlot(run, recorded));
    }
    if (CpgPlot.fits(recorded)) {
      figures.put("cpg", new CpgPlot(run, recorded));
    }
    return figures;
  }

  /**
   * Draws the learning curves of several runs in one figure: runs that differ in the seed alone as
   * their mean, others beside each other.
   *
   * @param folders of runs and studies
   * @throws UserException if one of them is neither, if none has learned, or if a file cannot be
   *     written
   */
  public static List<Path> ofSeveral(List<Path> folders, Path out, Set<PictureFormat> formats) {
    Map<String, List<RunData>> groups = new LinkedHashMap<>();
    Map<String, String> labels = new LinkedHashMap<>();
    for (Path folder : folders) {
      for (Path run : isStudy(folder) ? runs(folder) : List.of(folder)) {
        RunData data = RunData.read(run);
        if (LearningPlot.fits(data)) {
          groups.computeIfAbsent(data.settings(), key -> new ArrayList<>()).add(data);
          labels.putIfAbsent(
              data.settings(), isStudy(folder) ? String.valueOf(parent(run)) : data.trial());
        }
      }
    }
    if (groups.isEmpty()) {
      throw new UserException(
          "nothing was learned in "
              + String.join(", ", folders.stream().map(Path::toString).toList())
              + ", so that there is no learning curve; name runs with training");
    }
    List<LearningPlot.Group> drawn = new ArrayList<>();
    groups.forEach(
        (settings, runs) -> drawn.add(new LearningPlot.Group(label(labels, settings, runs), runs)));
    Figure figure = new LearningPlot(title(drawn), drawn);
    return formats.stream().map(format -> format.write(out, LEARNING, figure)).toList();
  }

  private static String title(List<LearningPlot.Group> groups) {
    if (groups.size() > 1) {
      return "Learning curves";
    }
    LearningPlot.Group group = groups.get(0);
    int seeds = group.runs().size();
    return group.label() + (seeds > 1 ? ", " + seeds + " seeds" : "") + ": learning curve";
  }

  /** The trial's name, with the folder where others have the same. */
  private static String label(Map<String, String> labels, String settings, List<RunData> runs) {
    String label = String.valueOf(labels.get(settings));
    long same = labels.values().stream().filter(label::equals).count();
    return same > 1 ? label + " (" + runs.get(0).folder() + ")" : label;
  }

  private static Path parent(Path run) {
    return Optional.ofNullable(run.getParent()).map(Path::getFileName).orElse(run);
  }

  /** Whether a folder is that of a study. */
  public static boolean isStudy(Path folder) {
    return Files.isRegularFile(folder.resolve("plan.json"))
        && Files.isDirectory(folder.resolve("runs"));
  }

  private static List<Path> runs(Path study) {
    try (Stream<Path> entries = Files.walk(study.resolve("runs"), 2)) {
      return entries
          .filter(RunData::isRun)
          .sorted(java.util.Comparator.comparing(Plots::order))
          .toList();
    } catch (IOException e) {
      throw new UserException(study + " cannot be read: " + e.getMessage());
    }
  }

  /** By trial, then by seed as a number. */
  private static String order(Path run) {
    String seed = String.valueOf(run.getFileName());
    return parent(run) + "/" + "0".repeat(Math.max(0, 20 - seed.length())) + seed;
  }
}
