package org.ophiura.app.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.ophiura.app.results.UserException;
import org.ophiura.sim.hardware.calibration.Guide;

/**
 * Talks to a person at a terminal, and shows readings that follow the robot while it waits; or to a
 * program that writes lines into a pipe, without readings.
 */
final class TerminalGuide implements Guide {
  private static final int REFRESH_MILLIS = 100;
  private static final int WIDTH = 76;

  /** What was typed; empty once there is no more. */
  private record Line(Optional<String> text) {}

  private final PrintWriter out;
  private final boolean live;

  private final BlockingQueue<Line> lines = new LinkedBlockingQueue<>();

  /**
   * Begins to listen.
   *
   * @param in read by a thread of its own until it ends
   * @param live whether to show readings
   */
  TerminalGuide(InputStream in, PrintWriter out, boolean live) {
    this.out = out;
    this.live = live;
    Thread listener = new Thread(() -> listen(in), "ophiura-input");
    listener.setDaemon(true);
    listener.start();
  }

  private void listen(InputStream in) {
    try {
      BufferedReader reader =
          new BufferedReader(new InputStreamReader(in, Charset.defaultCharset()));
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        lines.add(new Line(Optional.of(line.strip())));
      }
    } catch (IOException e) {
      // As if it had ended.
    }
    lines.add(new Line(Optional.empty()));
  }

  @Override
  public void tell(String line) {
    out.println(line);
    out.flush();
  }

  @Override
  public String ask(String request, Supplier<String> reading) {
    tell(request);
    try {
      Line typed = live ? followed(reading) : lines.take();
      return typed
          .text()
          .orElseThrow(
              () ->
                  new UserException(
                      "the input ended before all joints were calibrated; nothing is written"));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UserException("interrupted; nothing is written");
    }
  }

  private Line followed(Supplier<String> reading) throws InterruptedException {
    while (true) {
      @Nullable Line typed = lines.poll(REFRESH_MILLIS, TimeUnit.MILLISECONDS);
      if (typed != null) {
        return typed;
      }
      String now = reading.get();
      if (!now.isEmpty()) {
        out.printf("\r    %-" + WIDTH + "s", now);
        out.flush();
      }
    }
  }
}
