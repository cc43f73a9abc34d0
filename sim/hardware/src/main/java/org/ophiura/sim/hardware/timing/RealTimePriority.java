package org.ophiura.sim.hardware.timing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Asks the system to run the calling thread before all ordinary ones, by the program {@code chrt}:
 * Java itself cannot.
 *
 * @param granted whether the thread has the priority now
 * @param sentence what became of the wish, with the remedy where it was refused
 */
public record RealTimePriority(boolean granted, String sentence) {
  private static final long PATIENCE_SECONDS = 5;

  /** Runs a program and says how it ended; replaced in tests. */
  interface Programs {
    /**
     * Runs a program to its end.
     *
     * @throws IOException if there is no such program
     */
    Ended run(List<String> command) throws IOException;
  }

  /** How a program ended. */
  record Ended(int exitCode, String output) {}

  /** What holds for a loop that does not ask for a priority. */
  public static final RealTimePriority NOT_ASKED =
      new RealTimePriority(false, "ordinary, as nothing else was asked for");

  /**
   * Asks for first-in-first-out scheduling of the calling thread.
   *
   * @param priority from 1 to 99, the highest
   */
  public static RealTimePriority ask(int priority) {
    return ask(priority, Path.of("/proc/thread-self"), RealTimePriority::run);
  }

  static RealTimePriority ask(int priority, Path threadLink, Programs programs) {
    String wish = "real-time priority " + priority;
    String thread;
    try {
      thread = Files.readSymbolicLink(threadLink).getFileName().toString();
    } catch (IOException | UnsupportedOperationException e) {
      return refused(wish, "this system does not say which thread is running: Linux does");
    }
    try {
      Ended ended =
          programs.run(List.of("chrt", "--fifo", "--pid", Integer.toString(priority), thread));
      if (ended.exitCode() == 0) {
        return new RealTimePriority(true, wish + " (first in, first out)");
      }
      return refused(
          wish,
          "chrt says '"
              + ended.output().strip()
              + "'; allow it with the line '@realtime - rtprio 99' in"
              + " /etc/security/limits.conf, add yourself to the group realtime, and log in again");
    } catch (IOException e) {
      return refused(wish, "chrt could not be run; install util-linux");
    }
  }

  private static RealTimePriority refused(String wish, String why) {
    return new RealTimePriority(false, "ordinary: " + wish + " was refused, because " + why);
  }

  private static Ended run(List<String> command) throws IOException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    try {
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        return new Ended(process.exitValue(), output);
      }
      process.destroyForcibly();
      return new Ended(-1, "no answer");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
      return new Ended(-1, "interrupted");
    }
  }
}
