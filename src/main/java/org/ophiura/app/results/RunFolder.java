package org.ophiura.app.results;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folder of a run. Files are written to a hidden folder beside it, which takes its place in one
 * step at the end; a run of other settings that was there is kept under a number.
 */
public final class RunFolder implements AutoCloseable {
  /** The file that tells a run's folder from any other. */
  public static final String RESULT_FILE = "result.json";

  private final Path target;
  private final Path working;
  private boolean stranded;

  private RunFolder(Path target, Path working) {
    this.target = target;
    this.working = working;
  }

  /**
   * Prepares a run folder before anything is computed.
   *
   * @param target where the results are to be
   * @throws UserException if it cannot be written, or holds something that is not a run
   */
  public static RunFolder open(Path target) {
    Path absolute = target.toAbsolutePath().normalize();
    if (Files.exists(absolute) && !isEmptyFolder(absolute) && !holdsRun(absolute)) {
      throw new UserException(
          target
              + " must be a new or empty folder, or one of an earlier run (with a "
              + RESULT_FILE
              + "); nothing in it was touched. Name another with --out");
    }
    Path parent = absolute.getParent();
    if (parent == null) {
      throw new UserException(target + " cannot hold results: name a folder below it with --out");
    }
    try {
      Files.createDirectories(parent);
      Path working = Files.createTempDirectory(parent, "." + absolute.getFileName() + ".part-");
      makeReadable(working);
      return new RunFolder(absolute, working);
    } catch (IOException e) {
      throw new UserException(target + " cannot be written: " + obstacle(parent, e));
    }
  }

  private static String obstacle(Path parent, IOException problem) {
    Path nearest = parent;
    while (!Files.exists(nearest) && nearest.getParent() != null) {
      nearest = nearest.getParent();
    }
    if (!Files.isDirectory(nearest)) {
      return nearest + " is not a folder; name another with --out";
    }
    boolean told = problem instanceof FileSystemException known && known.getReason() != null;
    return nearest
        + " is not writable"
        + (told ? " (" + ((FileSystemException) problem).getReason() + ")" : "")
        + "; make it writable or name another folder with --out";
  }

  /** Where to write a file of the run. */
  public Path file(String name) {
    return working.resolve(name);
  }

  /** Where the results will be, as short as the current folder allows. */
  public Path shown() {
    Path here = Path.of("").toAbsolutePath();
    return target.startsWith(here) ? here.relativize(target) : target;
  }

  /** Where the results will be. */
  public Path target() {
    return target;
  }

  /**
   * Puts the finished folder in place.
   *
   * @param replaces whether an earlier run there may be overwritten (the same settings give the
   *     same results), if nobody added files to it; else it is kept as {@code TARGET.1}, {@code
   *     TARGET.2}, …
   * @return where the earlier run was moved, if it was kept
   */
  public Optional<Path> publish(boolean replaces) {
    try {
      Optional<Path> kept = Optional.empty();
      if (Files.exists(target)) {
        Path aside = unusedName(target);
        Files.move(target, aside);
        Files.move(working, target);
        if (isEmptyFolder(aside) || (replaces && holdsNothingElse(aside))) {
          delete(aside);
        } else {
          kept = Optional.of(aside);
        }
      } else {
        Files.move(working, target);
      }
      return kept;
    } catch (IOException e) {
      stranded = true;
      throw new UserException(
          target
              + " cannot be put in place ("
              + e.getMessage()
              + "); the results are in "
              + working);
    }
  }

  /** Removes what was not finished. */
  @Override
  public void close() {
    if (!stranded && Files.exists(working)) {
      delete(working);
    }
  }

  private static Path unusedName(Path folder) {
    int number = 1;
    Path name;
    do {
      name = folder.resolveSibling(folder.getFileName() + "." + number++);
    } while (Files.exists(name));
    return name;
  }

  private static boolean holdsRun(Path folder) {
    return Files.isRegularFile(folder.resolve(RESULT_FILE));
  }

  /** Whether a run that was here holds no file that this one lacks: somebody's notes, say. */
  private boolean holdsNothingElse(Path earlier) throws IOException {
    try (Stream<Path> entries = Files.list(earlier)) {
      return entries.allMatch(entry -> Files.exists(target.resolve(entry.getFileName())));
    }
  }

  private static boolean isEmptyFolder(Path folder) {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.findAny().isEmpty();
    } catch (IOException e) {
      return false;
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> tree = Files.walk(folder)) {
      List<Path> children = tree.sorted(Comparator.reverseOrder()).toList();
      for (Path child : children) {
        Files.delete(child);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Gives a temporary file or folder, which its owner alone may read, the usual permissions. */
  static void makeReadable(Path path) throws IOException {
    PosixFileAttributeView view =
        Files.getFileAttributeView(path, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
    if (view != null) {
      view.setPermissions(
          PosixFilePermissions.fromString(Files.isDirectory(path) ? "rwxr-xr-x" : "rw-r--r--"));
    }
  }
}
