package org.ophiura.app.bench;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import org.ophiura.app.trial.EpisodeResult;
import org.ophiura.app.trial.Rollouts;
import org.ophiura.app.trial.Trial;

/**
 * How many bytes evaluation allocates per control step. Whole episodes of two lengths are run; what
 * the longer ones allocate more is due to their steps, the rest is what an episode is made of.
 */
final class AllocationPerStep {
  private static final int EPISODES = 20;
  private static final int WINDOWS = 10;
  private static final double SHORT_SECONDS = 4;
  private static final double LONG_SECONDS = 20;

  private AllocationPerStep() {}

  /** Takes no arguments. */
  public static void main(String[] arguments) {
    Window few = leastOf(SHORT_SECONDS);
    Window many = leastOf(LONG_SECONDS);
    double perStep = (double) (many.bytes() - few.bytes()) / (many.steps() - few.steps());
    System.out.printf(
        Locale.ROOT,
        "%d episodes of %d control steps: %d bytes%n%d episodes of %d control steps: %d bytes%n"
            + "per control step: %.2f bytes; per episode: %.0f bytes%n",
        EPISODES,
        few.steps() / EPISODES,
        few.bytes(),
        EPISODES,
        many.steps() / EPISODES,
        many.bytes(),
        Math.round(perStep * 100) / 100.0,
        (few.bytes() - perStep * few.steps()) / EPISODES);
  }

  /** What one evaluation allocated. */
  private record Window(long bytes, long steps) {}

  /**
   * The least of several windows: the first ones run in the interpreter, and now and then a thread
   * that waits for work allocates its place in a queue.
   */
  private static Window leastOf(double seconds) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    Window least = new Window(Long.MAX_VALUE, 0);
    // A target that cannot be reached, so that every episode lasts until the time limit.
    try (Trial trial = BenchTrial.open("task.time-limit=" + seconds, "task.target-radius=1e-6");
        Rollouts rollouts = BenchTrial.rollouts(trial, 1)) {
      long worker = BenchTrial.threadOf(rollouts);
      for (int window = 0; window < WINDOWS; window++) {
        long before = threads.getThreadAllocatedBytes(worker);
        long steps =
            BenchTrial.evaluate(trial, rollouts, EPISODES).stream()
                .mapToLong(EpisodeResult::steps)
                .sum();
        long bytes = threads.getThreadAllocatedBytes(worker) - before;
        least = bytes < least.bytes() ? new Window(bytes, steps) : least;
      }
    }
    return least;
  }
}
