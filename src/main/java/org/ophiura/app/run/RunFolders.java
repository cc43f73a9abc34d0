package org.ophiura.app.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ophiura.app.results.AtomicFiles;
import org.ophiura.app.results.UserException;

/**
 * Finds the folders that runs have left: finished ones, those beside them that can be continued
 * ({@code TARGET.unfinished}), and hidden ones of processes that were killed at their very start or
 * end. A folder's name alone says what it belongs to, so it can be moved and copied.
 */
public final class RunFolders {
  private static final String SUFFIX = ".unfinished";
  private static final Pattern NAME = Pattern.compile("(.+)\\.unfinished(-\\d+)?");

  /** No process takes that long from making a hidden folder to locking it. */
  private static final Duration FORGOTTEN = Duration.ofMinutes(1);

  private RunFolders() {}

  /** Whether a folder has the name of an unfinished one. */
  static boolean isNamed(Path folder) {
    return NAME.matcher(nameOf(folder)).matches();
  }

  /** Where the results of an unfinished folder will be; of any other folder, there. */
  static Path targetOf(Path folder) {
    Matcher name = NAME.matcher(nameOf(folder));
    return name.matches() ? folder.resolveSibling(name.group(1)) : folder;
  }

  /** Whether a folder holds all the results of a run, and all that was to be made of them. */
  public static boolean isFinished(Path folder) {
    if (Files.exists(folder.resolve(RunFolder.MAKING_FILE))) {
      return false; // Stopped among the products, which are made again from the last checkpoint.
    }
    try {
      JsonNode interrupted =
          new ObjectMapper()
              .readTree(folder.resolve(RunFolder.RESULT_FILE).toFile())
              .path("interrupted");
      return interrupted.isBoolean() && !interrupted.asBoolean();
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * The finished and published run that a folder is, or that an unfinished folder has become since;
   * empty if something is left to do.
   */
  public static Optional<Path> finished(Path folder) {
    Path absolute = folder.toAbsolutePath().normalize();
    Path place = Files.exists(absolute) ? absolute : targetOf(absolute);
    return !isNamed(place) && isFinished(place) ? Optional.of(place) : Optional.empty();
  }

  /** The folders of runs for a target that were stopped and that no process continues now. */
  public static List<Path> unfinished(Path target) {
    return all(target.toAbsolutePath().normalize()).stream().filter(RunLock::isFree).toList();
  }

  private static List<Path> all(Path target) {
    Path parent = target.getParent();
    if (parent == null || !Files.isDirectory(parent)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(parent)) {
      return entries
          .filter(entry -> !entry.equals(target) && targetOf(entry).equals(target))
          .filter(RunFile::isIn)
          .sorted()
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  /**
   * Finds the folder to continue.
   *
   * @param folder of a run, or one that it would have been published to
   */
  static Path locate(Path folder) {
    Path absolute = folder.toAbsolutePath().normalize();
    if (Files.isDirectory(absolute)) {
      return absolute;
    }
    if (Files.exists(absolute)) {
      throw new UserException(folder + " must be the folder of a run that was stopped, got a file");
    }
    List<Path> unfinished = all(absolute);
    if (unfinished.size() != 1) {
      String names =
          unfinished.stream().map(path -> shown(path).toString()).collect(Collectors.joining(", "));
      throw new UserException(
          folder
              + " does not exist; name "
              + (names.isEmpty() ? "the folder of a run that was stopped" : "one of " + names));
    }
    return unfinished.get(0);
  }

  /** Moves a folder to the first free name of an unfinished one. */
  static Path moveToFree(Path from, Path target) throws IOException {
    int number = 1;
    Path free = target.resolveSibling(nameOf(target) + SUFFIX);
    while (Files.exists(free)) {
      number++;
      free = target.resolveSibling(nameOf(target) + SUFFIX + "-" + number);
    }
    return Files.move(from, free);
  }

  /** Makes a hidden folder beside a target. */
  static Path newHidden(Path target) throws IOException {
    Path folder = Files.createTempDirectory(target.getParent(), hiddenPrefix(target));
    AtomicFiles.makeReadable(folder);
    return folder;
  }

  /** Removes the hidden folders that nobody works on, as far as that is possible. */
  public static void removeForgotten(Path target) {
    Path parent = target.getParent();
    if (parent == null) {
      return;
    }
    try {
      removeForgotten(parent, hiddenPrefix(target));
    } catch (IOException e) {
      // They are in nobody's way.
    }
  }

  private static void removeForgotten(Path parent, String prefix) throws IOException {
    List<Path> hidden;
    try (Stream<Path> entries = Files.list(parent)) {
      hidden = entries.filter(e -> nameOf(e).startsWith(prefix)).toList();
    }
    Instant now = Instant.now();
    for (Path folder : hidden) {
      boolean old = Files.getLastModifiedTime(folder).toInstant().plus(FORGOTTEN).isBefore(now);
      if (Files.exists(folder.resolve(RunLock.FILE)) ? RunLock.isFree(folder) : old) {
        delete(folder);
      }
    }
  }

  /** A path as short as the current folder allows. */
  public static Path shown(Path path) {
    Path here = Path.of("").toAbsolutePath();
    return path.startsWith(here) && !path.equals(here) ? here.relativize(path) : path;
  }

  static boolean holdsRun(Path folder) {
    return Files.isRegularFile(folder.resolve(RunFolder.RESULT_FILE));
  }

  static boolean isEmpty(Path folder) {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.findAny().isEmpty();
    } catch (IOException e) {
      return false;
    }
  }

  static void delete(Path folder) throws IOException {
    try (Stream<Path> tree = Files.walk(folder)) {
      List<Path> children = tree.sorted(Comparator.reverseOrder()).toList();
      for (Path child : children) {
        Files.delete(child);
      }
    }
  }

  private static String hiddenPrefix(Path target) {
    return "." + nameOf(target) + ".part-";
  }

  private static String nameOf(Path folder) {
    return String.valueOf(folder.getFileName());
  }
}
