package org.ophiura.sim.hardware.link;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * Two pseudo-terminals that are connected with each other: a serial cable without any hardware. The
 * program {@code socat} holds them, until this is closed or the process ends, in whatever way: a
 * shell beside it waits for the end of its own input, which the system closes even behind a process
 * that was killed.
 */
public final class PtyPair implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 5;

  private static final String SOCAT =
      """
      exec 3<&0
      socat "$1" "$2" </dev/null 3<&- &
      socat=$!
      trap 'kill "$socat"; wait "$socat"' HUP INT TERM
      (read -r line <&3; kill "$socat") >/dev/null 2>&1 &
      watcher=$!
      exec 3<&-
      wait "$socat"
      status=$?
      kill "$watcher"
      exit "$status"
      """;

  private final Process socat;
  private final Path first;
  private final Path second;

  private PtyPair(Process socat, Path first, Path second) {
    this.socat = socat;
    this.first = first;
    this.second = second;
  }

  /**
   * Makes a pair; each end is a symbolic link to a terminal.
   *
   * @param first path of one end; a link of that name is replaced, unless its terminal is there
   * @param second path of the other
   * @throws LinkException if a path is in use, or {@code socat} is not installed or does not do it
   */
  public static PtyPair open(Path first, Path second) {
    for (Path end : new Path[] {first, second}) {
      if (Files.exists(end, LinkOption.NOFOLLOW_LINKS) && !Files.isSymbolicLink(end)) {
        throw new LinkException(
            end + " exists and is not a link: choose another path for the pseudo-terminal");
      }
      if (Files.exists(end)) {
        throw new LinkException(
            end
                + " is a terminal already: end what emulates servos there, or choose another path;"
                + " if nothing does, remove the link");
      }
      try {
        Files.deleteIfExists(end);
      } catch (IOException e) {
        throw new LinkException("cannot replace the link " + end + ": " + e.getMessage());
      }
    }
    requireSocat();
    Process socat;
    try {
      socat =
          new ProcessBuilder("sh", "-c", SOCAT, "socat", end(first), end(second))
              .redirectErrorStream(true)
              .start();
    } catch (IOException e) {
      throw new LinkException("cannot start a shell for socat: " + e.getMessage());
    }
    PtyPair pair = new PtyPair(socat, first, second);
    pair.awaitLinks();
    return pair;
  }

  private static void requireSocat() {
    String path = Objects.requireNonNullElse(System.getenv("PATH"), "");
    for (String folder : path.split(File.pathSeparator, -1)) {
      if (Files.isExecutable(Path.of(folder, "socat"))) {
        return;
      }
    }
    throw new LinkException(
        "a pair of pseudo-terminals needs the program socat; Debian, Ubuntu: sudo apt install socat");
  }

  private static String end(Path link) {
    return "pty,raw,echo=0,link=" + link;
  }

  private void awaitLinks() {
    long giveUp = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!Files.exists(first) || !Files.exists(second)) {
      try {
        if (socat.waitFor(5, TimeUnit.MILLISECONDS)) {
          String said = new String(socat.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
          throw new LinkException("socat made no pseudo-terminals: " + said.strip());
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        socat.destroy();
        throw new LinkException("interrupted while socat made pseudo-terminals");
      }
      if (System.nanoTime() > giveUp) {
        socat.destroy();
        throw new LinkException("socat made no pseudo-terminals within " + PATIENCE_SECONDS + " s");
      }
    }
  }

  /** Path of one end. */
  public Path first() {
    return first;
  }

  /** Path of the other end. */
  public Path second() {
    return second;
  }

  /** Pulls the cable: both ends are gone. */
  @Override
  public void close() {
    socat.destroy();
    try {
      socat.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
