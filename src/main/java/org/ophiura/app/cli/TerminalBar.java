package org.ophiura.app.cli;

import java.time.Duration;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A progress bar with the time left, on standard error. */
final class TerminalBar implements AutoCloseable {
  private static final int REFRESH_MILLIS = 100;
  private static final int WIDTH = 79;

  private final ProgressBar bar;

  TerminalBar(String name, long done, int of) {
    bar =
        new ProgressBarBuilder()
            .setTaskName(name)
            .setInitialMax(of)
            .startsFrom(done, Duration.ZERO)
            .setStyle(ProgressBarStyle.ASCII)
            .setUpdateIntervalMillis(REFRESH_MILLIS)
            .setConsumer(new DelegatingProgressBarConsumer(TerminalBar::draw, WIDTH))
            .build();
  }

  /**
   * Draws the bar over itself. The library's own console would open the terminal by JLine, which
   * takes SIGINT away from the Java runtime: Ctrl-C would then end the process at once.
   */
  private static void draw(String bar) {
    System.err.print("\r" + bar);
    System.err.flush();
  }

  /** Shows a few words beside the bar. */
  void say(String words) {
    bar.setExtraMessage(words);
  }

  void step() {
    bar.step();
  }

  /** Leaves the bar as it is and goes to the next line. */
  @Override
  public void close() {
    bar.close();
    System.err.println();
  }
}
