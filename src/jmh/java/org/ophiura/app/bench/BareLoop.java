package org.ophiura.app.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The C program {@code bare_loop}, kept running between rounds so that it stays warm. */
final class BareLoop implements AutoCloseable {
  private final Process process;
  private final Writer requests;
  private final BufferedReader answers;

  /** Starts it. */
  BareLoop(Path program, Path model, Path episodes, String mujocoVersion) throws IOException {
    process =
        new ProcessBuilder(
                program.toAbsolutePath().toString(),
                model.toString(),
                episodes.toString(),
                mujocoVersion)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    requests = process.outputWriter(StandardCharsets.US_ASCII);
    answers = process.inputReader(StandardCharsets.US_ASCII);
  }

  /** What a run of all episodes took, on the program's own clocks. */
  record Answer(long wallNanos, long cpuNanos) {}

  /**
   * Runs all episodes once.
   *
   * @throws IllegalStateException if one of them ended in other bits than the recorded ones
   */
  Answer run() throws IOException {
    requests.write("\n");
    requests.flush();
    String line = answers.readLine();
    if (line == null) {
      throw new IllegalStateException("the C loop has ended early");
    }
    String[] words = line.split(" ", -1);
    if (!words[2].equals("0")) {
      throw new IllegalStateException(
          words[2] + " episodes of the C loop ended in other bits than in Java");
    }
    return new Answer(Long.parseLong(words[0]), Long.parseLong(words[1]));
  }

  @Override
  public void close() throws IOException {
    requests.close();
    process.destroy();
  }
}
