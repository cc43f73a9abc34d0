package org.ophiura.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.ophiura.app.config.ConfigReader;
import org.ophiura.app.trial.TrialSettings;

/** Trials for tests: those that are kept, and small ones that run in a fraction of a second. */
public final class Trials {
  /** Maven runs tests in the module's folder, editors often in that of the project. */
  private static final Path FOLDER =
      Path.of(Files.isDirectory(Path.of("trials")) ? "trials" : "src/trials").toAbsolutePath();

  /**
   * Changes that make any kept trial small: one segment per arm, 50 control steps, and a target so
   * close that some episodes reach it.
   */
  public static final List<String> SMALL =
      List.of(
          "plant.model.segments-per-arm=[1, 1, 1, 1, 1]",
          "task.time-limit=2",
          "task.target.distance=0.25",
          "evaluation.episodes=5");

  /** Changes that make the training of a learning trial small. */
  public static final List<String> SMALL_TRAINING =
      List.of("training.episodes=5", "training.evaluate-every=2", "training.evaluate-episodes=2");

  private Trials() {}

  /** A kept trial file, by its name without extension. */
  public static Path file(String name) {
    return FOLDER.resolve(name + ".yaml");
  }

  /** The trial that people copy. */
  public static Path defaultFile() {
    return file("target-locomotion");
  }

  /** All kept trial files. */
  public static List<Path> files() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All kept problem files that need nothing but this program. */
  public static List<Path> problems() {
    try (Stream<Path> files = Files.list(FOLDER.resolve("classic"))) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The default trial with changes as of {@code --set}. */
  public static TrialSettings read(String... changes) {
    return ConfigReader.read(defaultFile(), TrialSettings.class, List.of(changes));
  }

  /** The default trial, small, with further changes. */
  public static TrialSettings small(String... changes) {
    List<String> all = new ArrayList<>(SMALL);
    all.addAll(SMALL_TRAINING);
    all.addAll(List.of(changes));
    return ConfigReader.read(defaultFile(), TrialSettings.class, all);
  }
}
