package org.ophiura.app.run;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * Makes one process the owner of a run's folder. The operating system ends it with the process,
 * however that ends; what stays is an empty file that says nothing.
 */
public final class RunLock implements AutoCloseable {
  /** Its name in the folder. */
  public static final String FILE = "run.lock";

  private final FileChannel channel;

  private RunLock(FileChannel channel) {
    this.channel = channel;
  }

  /** Takes a folder; empty if somebody has it. */
  public static Optional<RunLock> take(Path folder) throws IOException {
    FileChannel channel =
        FileChannel.open(folder.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    boolean taken = false;
    try {
      taken = channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      // Another part of this very process has it.
    } finally {
      if (!taken) {
        channel.close();
      }
    }
    return taken ? Optional.of(new RunLock(channel)) : Optional.empty();
  }

  /** Whether nobody has a folder now. */
  static boolean isFree(Path folder) {
    if (!Files.exists(folder.resolve(FILE))) {
      return true;
    }
    try {
      Optional<RunLock> lock = take(folder);
      if (lock.isPresent()) {
        lock.get().close();
      }
      return lock.isPresent();
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
