package org.ophiura.app.results;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;

/** Writes a file such that it is there whole or not at all. */
public final class AtomicFiles {
  private AtomicFiles() {}

  /** What writes the content of a file. */
  @FunctionalInterface
  public interface Content {
    /** Writes all of it. */
    void writeTo(Writer out) throws IOException;
  }

  /** What makes a file under another name. */
  @FunctionalInterface
  public interface Maker {
    /** Makes all of it. The file is there already, and empty. */
    void make(Path temporary) throws IOException;
  }

  /**
   * Writes a file of UTF-8 text through a temporary file beside it.
   *
   * @throws UserException if the folder is missing or not writable
   */
  public static void write(Path file, Content content) {
    make(file, temporary -> writeText(temporary, content));
  }

  private static void writeText(Path temporary, Content content) throws IOException {
    try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE);
        Writer out =
            new BufferedWriter(
                // Not Channels.newWriter: it takes what was written in part for the whole.
                new OutputStreamWriter(
                    Channels.newOutputStream(channel), StandardCharsets.UTF_8.newEncoder()))) {
      content.writeTo(out);
      out.flush();
    }
  }

  /**
   * Makes a file of any kind through a temporary file beside it.
   *
   * @throws UserException if the folder is missing or not writable
   */
  public static void make(Path file, Maker maker) {
    Path absolute = file.toAbsolutePath();
    Path folder = absolute.getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new UserException(
          file + " cannot be written: its folder does not exist; create it or name another file");
    }
    if (Files.isDirectory(absolute)) {
      throw new UserException(file + " cannot be written: it is a folder; name a file in it");
    }
    if (Files.exists(absolute) && !Files.isRegularFile(absolute)) {
      throw new UserException(file + " cannot be written: it is a device; name a file");
    }
    Path temporary;
    try {
      temporary = Files.createTempFile(folder, "." + absolute.getFileName(), ".part");
    } catch (IOException e) {
      throw new UserException(
          file + " cannot be written: its folder is not writable (" + e.getMessage() + ")");
    }
    try {
      maker.make(temporary);
      try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
        channel.force(true); // Else a loss of power may leave the new name without the content.
      }
      makeReadable(temporary);
      move(temporary, absolute);
    } catch (UncheckedIOException e) {
      throw unwritten(file, Objects.requireNonNullElse(e.getCause(), e));
    } catch (IOException e) {
      throw unwritten(file, e);
    } finally {
      try {
        Files.deleteIfExists(temporary);
      } catch (IOException ignored) {
        // The message of the failure that got here matters more than a leftover hidden file.
      }
    }
  }

  private static UserException unwritten(Path file, Throwable cause) {
    return new UserException(file + " cannot be written: " + cause.getMessage());
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** Gives a temporary file or folder, which its owner alone may read, the usual permissions. */
  public static void makeReadable(Path path) throws IOException {
    PosixFileAttributeView view =
        Files.getFileAttributeView(path, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
    if (view != null) {
      view.setPermissions(
          PosixFilePermissions.fromString(Files.isDirectory(path) ? "rwxr-xr-x" : "rw-r--r--"));
    }
  }
}
