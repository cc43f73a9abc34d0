package org.ophiura.app.bench;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The script {@code gymnasium_steps.py} at work: it steps when it is told to. */
final class PythonSteps implements AutoCloseable {
  private static final double NANOS_PER_SECOND = 1e9;

  private final Process process;
  private final BufferedWriter requests;
  private final BufferedReader answers;
  private final String versions;

  /**
   * Starts it.
   *
   * @param python a Python 3 with Gymnasium
   */
  PythonSteps(String python) throws IOException {
    process =
        new ProcessBuilder(python, "src/jmh/python/gymnasium_steps.py")
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    requests = process.outputWriter(StandardCharsets.US_ASCII);
    answers = process.inputReader(StandardCharsets.US_ASCII);
    versions = answer();
  }

  /** What it runs on. */
  String versions() {
    return versions;
  }

  /**
   * One round of steps.
   *
   * @param episodes that ended in it
   */
  record Round(double wallSeconds, double cpuSeconds, int episodes, int steps) {
    double nanosPerStep() {
      return wallSeconds * NANOS_PER_SECOND / steps;
    }

    double stepsPerEpisode() {
      return (double) steps / episodes;
    }
  }

  /**
   * Steps an environment.
   *
   * @param kind {@code made} with Gymnasium's wrappers, or {@code bare}
   */
  Round step(String id, String kind, int steps) throws IOException {
    requests.write(id + " " + kind + " " + steps + "\n");
    requests.flush();
    String[] words = answer().split(" ", -1);
    return new Round(
        Double.parseDouble(words[0]),
        Double.parseDouble(words[1]),
        Integer.parseInt(words[2]),
        steps);
  }

  private String answer() throws IOException {
    String line = answers.readLine();
    if (line == null) {
      throw new IllegalStateException("the script has ended early; what it said stands above");
    }
    return line;
  }

  @Override
  public void close() throws IOException {
    requests.close();
    process.destroy();
  }
}
