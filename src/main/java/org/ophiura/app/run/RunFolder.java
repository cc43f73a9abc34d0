package org.ophiura.app.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.ophiura.app.results.AtomicFiles;
import org.ophiura.app.results.UserException;

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

  /** Is there while products are made of a run whose numbers are written. */
  static final String MAKING_FILE = "products.pending";

  /** The settings as resolved; they stand there from the start. */
  public static final String TRIAL_FILE = "trial.yaml";

  /** The trial file word for word; it stands there from the start. */
  public static final String GIVEN_FILE = "trial-as-given.yaml";

  /** The two checkpoints, by turns; only in a run that can be continued. */
  public static final List<String> CHECKPOINT_FILES =
      List.of("checkpoint-1.bin", "checkpoint-2.bin");

  /** The policy that an evaluation is of; only in one that can be continued. */
  public static final String GIVEN_POLICY_FILE = "policy-given.json";

  /** What temporary files end with. */
  public static final String TEMPORARY = ".part";

  private static final List<String> ONLY_TO_CONTINUE =
      List.of(CHECKPOINT_FILES.get(0), CHECKPOINT_FILES.get(1), GIVEN_POLICY_FILE, RunFile.NAME);

  /** What the folder was when it was taken over. */
  private enum Origin {
    NEW,
    UNFINISHED,
    PUBLISHED
  }

  private final Path target;
  private final RunLock lock;
  private final Origin origin;
  private Path working;
  private boolean kept;

  private RunFolder(Path target, Path working, RunLock lock, Origin origin) {
    this.target = target;
    this.working = working;
    this.lock = lock;
    this.origin = origin;
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
    if (Files.exists(absolute) && !RunFolders.isEmpty(absolute) && !RunFolders.holdsRun(absolute)) {
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
    if (RunFolders.isNamed(absolute)) {
      throw new UserException(
          target
              + " cannot hold results: unfinished runs have such names; name another with --out, or"
              + " continue that one with 'ophiura run --resume "
              + target
              + "'");
    }
    try {
      Files.createDirectories(parent);
      RunFolders.removeForgotten(absolute);
      // Only a folder that can be continued gets its name.
      Path hidden = RunFolders.newHidden(absolute);
      RunFolder folder =
          new RunFolder(
              absolute, hidden, RunLock.take(hidden).orElseThrow(() -> taken(target)), Origin.NEW);
      try {
        RunFile.write(hidden, versions);
        texts.forEach(
            (name, text) -> AtomicFiles.write(hidden.resolve(name), out -> out.write(text)));
        folder.working = RunFolders.moveToFree(hidden, absolute);
        return folder;
      } catch (IOException | RuntimeException e) {
        folder.close();
        throw e;
      }
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
    Path found = RunFolders.locate(folder);
    if (RunFolders.finished(found).isPresent()) {
      throw new UserException(folder + " is finished: nothing is left to do");
    }
    if (!RunFile.isIn(found) && !RunFolders.isFinished(found)) {
      throw new UserException(
          folder
              + (RunFolders.holdsRun(found)
                  ? " cannot be continued, for no checkpoint of it was kept; run its "
                      + TRIAL_FILE
                      + " again"
                  : " must be the folder of a run that was stopped, with a "
                      + RunFile.NAME
                      + " in it"));
    }
    try {
      RunLock lock = RunLock.take(found).orElseThrow(() -> taken(folder));
      try {
        if (!RunFolders.isFinished(found)) {
          RunFile.requireSameVersions(found, folder, versions);
        }
        Path target = RunFolders.targetOf(found);
        RunFolders.removeForgotten(target);
        removeTemporary(found);
        removeTemporaryBelow(found);
        return target.equals(found)
            ? new RunFolder(target, RunFolders.moveToFree(found, target), lock, Origin.PUBLISHED)
            : new RunFolder(target, found, lock, Origin.UNFINISHED);
      } catch (IOException | RuntimeException e) {
        lock.close();
        throw e;
      }
    } catch (IOException e) {
      throw new UserException(
          folder
              + " cannot be continued: it must be writable"
              + reason(e)
              + "; make it so, or continue a copy of it");
    }
  }

  private static UserException taken(Path folder) {
    return new UserException(
        folder + " belongs to a run that is going on: wait for its end, or stop it first");
  }

  /** Removes what a killed process was writing into a folder. */
  public static void removeTemporary(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> entries = Files.list(folder)) {
      files = entries.filter(entry -> nameOf(entry).endsWith(TEMPORARY)).toList();
    }
    for (Path file : files) {
      Files.deleteIfExists(file);
    }
  }

  /** That of products with folders of their own. */
  private static void removeTemporaryBelow(Path folder) throws IOException {
    List<Path> folders;
    try (Stream<Path> entries = Files.list(folder)) {
      folders = entries.filter(Files::isDirectory).toList();
    }
    for (Path below : folders) {
      removeTemporary(below);
    }
  }

  /**
   * Says whether products are being made of the run: one that is killed then is not finished, even
   * if all its numbers are written.
   */
  void setMaking(boolean making) {
    Path mark = file(MAKING_FILE);
    try {
      if (making) {
        Files.write(mark, new byte[0]);
      } else {
        Files.deleteIfExists(mark);
      }
    } catch (IOException e) {
      throw new UserException(mark + " cannot be written: " + e.getMessage());
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
    return nearest
        + " is not writable"
        + reason(problem)
        + "; make it writable or name another folder with --out";
  }

  private static String reason(IOException problem) {
    return problem instanceof FileSystemException known && known.getReason() != null
        ? " (" + known.getReason() + ")"
        : "";
  }

  /** Where to write a file of the run. */
  public Path file(String name) {
    return working.resolve(name);
  }

  /** Where the results will be, as short as the current folder allows. */
  public Path shown() {
    return RunFolders.shown(target);
  }

  /** Where the results will be. */
  public Path target() {
    return target;
  }

  /** Where they are now. */
  public Path working() {
    return working;
  }

  /** Says that something was written that is worth continuing. */
  public void keep() {
    kept = true;
  }

  /**
   * Puts the folder in place.
   *
   * @param replaces whether an earlier run there may be overwritten (the same settings give the
   *     same results), if nobody added files to it; else it is kept as {@code TARGET.1}, {@code
   *     TARGET.2}, …
   * @param continuable whether it keeps what is needed to continue
   * @return where the earlier run was moved, if it was kept
   */
  public Optional<Path> publish(boolean replaces, boolean continuable) {
    keep();
    try {
      // A process that is killed from here on leaves a folder that tells by itself that it is
      // finished, or else one with all that is needed to continue.
      if (!continuable) {
        for (String name : ONLY_TO_CONTINUE) {
          Files.deleteIfExists(working.resolve(name));
        }
      }
      Files.deleteIfExists(working.resolve(RunLock.FILE));
      Optional<Path> earlier = makeRoom(replaces);
      Files.move(working, target);
      working = target;
      lock.close();
      RunFolders.removeForgotten(target);
      return earlier;
    } catch (IOException e) {
      throw new UserException(
          target
              + " cannot be put in place ("
              + e.getMessage()
              + "); the results are in "
              + working);
    }
  }

  /** Moves what is at the target out of the way: to a number, or where it will be removed. */
  private Optional<Path> makeRoom(boolean replaces) throws IOException {
    if (!Files.exists(target)) {
      return Optional.empty();
    }
    if (RunFolders.isEmpty(target)) {
      Files.delete(target);
      return Optional.empty();
    }
    if (replaces && holdsNothingElse()) {
      Path hidden = RunFolders.newHidden(target);
      Files.createFile(hidden.resolve(RunLock.FILE)); // Nobody's: it may be removed.
      Files.move(target, hidden.resolve(nameOf(target)));
      return Optional.empty();
    }
    return Optional.of(Files.move(target, unusedName(target)));
  }

  /** Gives the folder up; if nothing was written that is worth keeping, as if it never was. */
  @Override
  public void close() {
    try {
      lock.close();
      if (working.equals(target) || !Files.exists(working)) {
        return;
      }
      Files.deleteIfExists(working.resolve(RunLock.FILE));
      if (!kept && origin == Origin.PUBLISHED && !Files.exists(target)) {
        Files.move(working, target);
      } else if (!kept && origin == Origin.NEW) {
        RunFolders.delete(working);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
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

  /** Whether the run that is there holds no file that this one lacks: somebody's notes, say. */
  private boolean holdsNothingElse() throws IOException {
    try (Stream<Path> entries = Files.list(target)) {
      return entries.allMatch(
          entry ->
              Files.exists(working.resolve(nameOf(entry)))
                  || ONLY_TO_CONTINUE.contains(nameOf(entry)));
    }
  }

  private static String nameOf(Path path) {
    return String.valueOf(path.getFileName());
  }
}
