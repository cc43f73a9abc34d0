package org.ophiura.app.results;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folder of a run. While it runs, its files are in {@code TARGET.unfinished} beside the target,
 * from which it can be continued in another process; at the end that folder takes the place of the
 * target in one step. A run of other settings that was there is kept under a number.
 *
 * <p>One process at a time owns such a folder, by a lock that ends with the process.
 */
public final class RunFolder implements AutoCloseable {
  /** The file that tells a run's folder from any other; the last that is written. */
  public static final String RESULT_FILE = "result.json";

  /** The settings as resolved; they stand there from the start. */
  public static final String TRIAL_FILE = "trial.yaml";

  /** The trial file word for word; it stands there from the start. */
  public static final String GIVEN_FILE = "trial-as-given.yaml";

  /** What must be the same where the run is continued; only in a run that can be. */
  private static final String RUN_FILE = "run.json";

  private static final String LOCK_FILE = "run.lock";
  private static final String SUFFIX = ".unfinished";
  private static final Pattern UNFINISHED = Pattern.compile("(.+)\\.unfinished(-\\d+)?");
  private static final Duration FORGOTTEN = Duration.ofMinutes(1);
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Versions that must be the same throughout a run. */
  private static final List<String> MATTERING = List.of("ophiura", "mujoco", "platform");

  private final Path target;
  private final FileChannel lock;
  private Path working;
  private boolean kept;

  private RunFolder(Path target, Path working, FileChannel lock) {
    this.target = target;
    this.working = working;
    this.lock = lock;
  }

  /**
   * Prepares a run folder before anything is computed.
   *
   * @param target where the results are to be
   * @param versions of the parts that the result depends on
   * @param texts what it holds from the start: names of files and their content
   * @throws UserException if it cannot be written, or holds something that is not a run
   */
  public static RunFolder open(
      Path target, Map<String, String> versions, Map<String, String> texts) {
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
    if (UNFINISHED.matcher(nameOf(absolute)).matches()) {
      throw new UserException(
          target
              + " cannot hold results: that is how unfinished runs are named; name another with"
              + " --out, or continue that one with --resume "
              + target);
    }
    try {
      Files.createDirectories(parent);
      removeForgotten(absolute);
      Path hidden = Files.createTempDirectory(parent, hiddenPrefix(absolute));
      FileChannel lock = lock(hidden, target);
      makeReadable(hidden);
      ObjectNode run = JSON.createObjectNode().put("format", 1);
      run.set("versions", JSON.valueToTree(versions));
      AtomicFiles.write(hidden.resolve(RUN_FILE), out -> out.write(run.toPrettyString() + "\n"));
      texts.forEach(
          (name, text) -> AtomicFiles.write(hidden.resolve(name), out -> out.write(text)));
      return new RunFolder(absolute, moveToFree(hidden, absolute), lock);
    } catch (IOException e) {
      throw new UserException(target + " cannot be written: " + obstacle(parent, e));
    }
  }

  /**
   * Takes over the folder of a run that was stopped.
   *
   * @param folder unfinished, or that of an interrupted run, which is unfinished from now on; where
   *     it does not exist, the one unfinished folder of that target
   * @param versions of the parts that the result depends on, now
   * @throws UserException if it is not one, if another process has it, or if the versions differ
   */
  public static RunFolder resume(Path folder, Map<String, String> versions) {
    Path found = locate(folder);
    if (!Files.isRegularFile(found.resolve(RUN_FILE)) && !isFinished(found)) {
      throw new UserException(
          folder
              + (holdsRun(found)
                  ? " cannot be continued: it was kept without a checkpoint; run its "
                      + TRIAL_FILE
                      + " again"
                  : " must be the folder of a run that was stopped; there is no "
                      + RUN_FILE
                      + " in it"));
    }
    try {
      FileChannel lock = lock(found, folder);
      try {
        if (!isFinished(found)) {
          requireSameVersions(folder, found.resolve(RUN_FILE), versions);
        }
        Path target = targetOf(found);
        removeForgotten(target);
        removeTemporary(found);
        Path working = target.equals(found) ? moveToFree(found, target) : found;
        RunFolder resumed = new RunFolder(target, working, lock);
        resumed.keep();
        return resumed;
      } catch (IOException | RuntimeException e) {
        lock.close();
        throw e;
      }
    } catch (IOException e) {
      throw new UserException(folder + " cannot be continued: " + e.getMessage());
    }
  }

  /** Whether a folder holds all the results of a run, so that nothing is left to do. */
  public static boolean isFinished(Path folder) {
    Path result = folder.resolve(RESULT_FILE);
    if (!Files.isRegularFile(result)) {
      return false;
    }
    try {
      JsonNode interrupted = JSON.readTree(result.toFile()).path("interrupted");
      return interrupted.isBoolean() && !interrupted.asBoolean();
    } catch (IOException e) {
      return false;
    }
  }

  /** The finished run that stands at a folder, or at the target of an unfinished one. */
  public static Optional<Path> finished(Path folder) {
    Path absolute = folder.toAbsolutePath().normalize();
    Path place = Files.exists(absolute) ? absolute : targetOf(absolute);
    return place.equals(targetOf(place)) && isFinished(place)
        ? Optional.of(place)
        : Optional.empty();
  }

  /** The folders of runs for a target that were stopped and that no process continues now. */
  public static List<Path> unfinished(Path target) {
    Path absolute = target.toAbsolutePath().normalize();
    Path parent = absolute.getParent();
    if (parent == null || !Files.isDirectory(parent)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(parent)) {
      return entries
          .filter(entry -> !entry.equals(absolute) && targetOf(entry).equals(absolute))
          .filter(entry -> Files.isRegularFile(entry.resolve(RUN_FILE)) && isFree(entry))
          .sorted()
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  private static Path locate(Path folder) {
    Path absolute = folder.toAbsolutePath().normalize();
    if (Files.isDirectory(absolute)) {
      return absolute;
    }
    if (Files.exists(absolute)) {
      throw new UserException(folder + " must be the folder of a run; it is a file");
    }
    List<Path> unfinished = unfinished(absolute);
    if (unfinished.size() != 1) {
      throw new UserException(
          folder
              + " does not exist; "
              + (unfinished.isEmpty()
                  ? "name the folder of a run that was stopped"
                  : "unfinished runs of it: "
                      + String.join(
                          ", ", unfinished.stream().map(path -> shown(path).toString()).toList())));
    }
    return unfinished.get(0);
  }

  private static void requireSameVersions(Path folder, Path file, Map<String, String> versions)
      throws IOException {
    JsonNode began = JSON.readTree(file.toFile()).path("versions");
    for (String part : MATTERING) {
      String now = versions.getOrDefault(part, "");
      String then = began.path(part).asText();
      if (!now.equals(then)) {
        throw new UserException(
            folder
                + " was begun with "
                + part
                + " "
                + then
                + " and cannot be continued with "
                + now
                + ": its results would mix two versions. Continue it with "
                + then
                + ", or start again");
      }
    }
  }

  /** Takes a folder for this process. */
  private static FileChannel lock(Path folder, Path named) throws IOException {
    FileChannel channel =
        FileChannel.open(
            folder.resolve(LOCK_FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (channel.tryLock() != null) {
        return channel;
      }
    } catch (OverlappingFileLockException e) {
      // Another part of this very process has it.
    } catch (IOException e) {
      channel.close();
      throw e;
    }
    channel.close();
    throw new UserException(
        named + " belongs to a run that is going on: wait for it, or stop it first");
  }

  private static boolean isFree(Path folder) {
    if (!Files.exists(folder.resolve(LOCK_FILE))) {
      return true;
    }
    try {
      lock(folder, folder).close();
      return true;
    } catch (IOException | UserException e) {
      return false;
    }
  }

  private static Path moveToFree(Path from, Path target) throws IOException {
    for (int number = 1; ; number++) {
      Path free =
          target.resolveSibling(nameOf(target) + SUFFIX + (number == 1 ? "" : "-" + number));
      if (!Files.exists(free)) {
        Files.move(from, free);
        return free;
      }
    }
  }

  private static String nameOf(Path folder) {
    return String.valueOf(folder.getFileName());
  }

  /** By the name alone, so that folders can be moved and copied; one that is not unfinished: it. */
  private static Path targetOf(Path folder) {
    Matcher name = UNFINISHED.matcher(nameOf(folder));
    return name.matches() ? folder.resolveSibling(name.group(1)) : folder;
  }

  private static String hiddenPrefix(Path target) {
    return "." + nameOf(target) + ".part-";
  }

  /** Removes hidden folders of processes that were killed at their very start or end. */
  private static void removeForgotten(Path target) throws IOException {
    Path parent = target.getParent();
    if (parent == null) {
      return;
    }
    List<Path> hidden;
    try (Stream<Path> entries = Files.list(parent)) {
      hidden = entries.filter(e -> nameOf(e).startsWith(hiddenPrefix(target))).toList();
    }
    Instant now = Instant.now();
    for (Path folder : hidden) {
      boolean old = Files.getLastModifiedTime(folder).toInstant().plus(FORGOTTEN).isBefore(now);
      if (Files.exists(folder.resolve(LOCK_FILE)) ? isFree(folder) : old) {
        delete(folder);
      }
    }
  }

  /** Removes what a killed process was writing. */
  private static void removeTemporary(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> entries = Files.list(folder)) {
      files = entries.filter(entry -> nameOf(entry).endsWith(".part")).toList();
    }
    for (Path file : files) {
      Files.deleteIfExists(file);
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
    return shown(target);
  }

  /** A path as short as the current folder allows. */
  public static Path shown(Path path) {
    Path here = Path.of("").toAbsolutePath();
    return path.startsWith(here) && !path.equals(here) ? here.relativize(path) : path;
  }

  /** Where the results will be. */
  public Path target() {
    return target;
  }

  /** Where they are now. */
  public Path working() {
    return working;
  }

  /** From now on the folder is worth keeping, whatever happens. */
  public void keep() {
    kept = true;
  }

  /**
   * Puts the folder in place.
   *
   * @param replaces whether an earlier run there may be overwritten (the same settings give the
   *     same results), if nobody added files to it; else it is kept as {@code TARGET.1}, {@code
   *     TARGET.2}, …
   * @param superfluous files that served to continue the run; empty if it still may be continued
   * @return where the earlier run was moved, if it was kept
   */
  public Optional<Path> publish(boolean replaces, List<String> superfluous) {
    try {
      for (String name : superfluous) {
        Files.deleteIfExists(working.resolve(name));
      }
      if (!superfluous.isEmpty()) {
        Files.deleteIfExists(working.resolve(RUN_FILE));
      }
      Files.deleteIfExists(working.resolve(LOCK_FILE));
      Optional<Path> earlier = Optional.empty();
      boolean discarded = false;
      if (Files.exists(target)) {
        discarded = isEmptyFolder(target) || (replaces && holdsNothingElse());
        Path aside = discarded ? hiddenName() : unusedName(target);
        Files.move(target, aside);
        earlier = Optional.of(aside);
      }
      Files.move(working, target);
      working = target;
      lock.close();
      if (discarded) {
        earlier.ifPresent(RunFolder::delete);
      }
      return discarded ? Optional.empty() : earlier;
    } catch (IOException e) {
      throw new UserException(
          target
              + " cannot be put in place ("
              + e.getMessage()
              + "); the results are in "
              + working);
    }
  }

  /** Gives the folder up; removes it if nothing in it is worth keeping. */
  @Override
  public void close() {
    try {
      lock.close();
      if (!working.equals(target)) {
        if (kept) {
          Files.deleteIfExists(working.resolve(LOCK_FILE));
        } else {
          delete(working);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path hiddenName() throws IOException {
    Path name = Files.createTempDirectory(target.getParent(), hiddenPrefix(target));
    Files.delete(name);
    return name;
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

  /** Whether the run that is there holds no file that this one lacks: somebody's notes, say. */
  private boolean holdsNothingElse() throws IOException {
    try (Stream<Path> entries = Files.list(target)) {
      return entries.allMatch(
          entry ->
              Files.exists(working.resolve(nameOf(entry)))
                  || nameOf(entry).equals(RUN_FILE)
                  || nameOf(entry).endsWith(".bin"));
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
