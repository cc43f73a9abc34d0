package org.ophiura.app.bench;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import org.ophiura.app.trial.EpisodeResult;
import org.ophiura.app.trial.Rollouts;
import org.ophiura.app.trial.Trial;
import org.ophiura.sim.mujoco.MujocoModel;

/** How much faster evaluation is on two threads than on one. Rounds of both take turns. */
final class ThreadScaling {
  private static final int EPISODES = 200;
  private static final int WARM_UP_EPISODES = 60;
  private static final int ROUNDS = 7;

  private ThreadScaling() {}

  /** Takes the number of rounds. */
  public static void main(String[] arguments) {
    int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : ROUNDS;
    PrintStream out = System.out;
    out.printf(
        Locale.ROOT,
        "MuJoCo %s, Java %s; %d evaluation episodes of the default trial under follow-target%n%n"
            + "round  1 thread: wall s   CPU s  others   2 threads: wall s   CPU s  others  ratio%n",
        MujocoModel.libraryVersion(),
        Runtime.version(),
        EPISODES);
    Series one = new Series();
    Series two = new Series();
    Series ratios = new Series();
    Series work = new Series();
    try (Trial trial = BenchTrial.open();
        Rollouts single = BenchTrial.rollouts(trial, 1);
        Rollouts pair = BenchTrial.rollouts(trial, 2)) {
      BenchTrial.evaluate(trial, single, WARM_UP_EPISODES);
      BenchTrial.evaluate(trial, pair, WARM_UP_EPISODES);
      for (int round = 0; round < rounds; round++) {
        Run a = evaluate(trial, single);
        Run b = evaluate(trial, pair);
        if (!a.rewards().equals(b.rewards())) {
          throw new IllegalStateException("two threads gave other results than one");
        }
        one.add(a.span().wallSeconds());
        two.add(b.span().wallSeconds());
        ratios.add(a.span().wallSeconds() / b.span().wallSeconds());
        work.add(b.span().ownSeconds() / a.span().ownSeconds());
        out.printf(
            Locale.ROOT,
            "%5d  %16.2f  %6.2f  %6.2f   %17.2f  %6.2f  %6.2f  %5.2f%n",
            round,
            a.span().wallSeconds(),
            a.span().ownSeconds(),
            a.span().othersCores(),
            b.span().wallSeconds(),
            b.span().ownSeconds(),
            b.span().othersCores(),
            ratios.last());
      }
    }
    out.printf(
        Locale.ROOT,
        "%nmedians: %.2f s on one thread, %.2f s on two: ratio %.2f (rounds %.2f to %.2f)%n"
            + "CPU time on two threads over that on one: %.3f%nResults are equal bit for bit.%n",
        one.median(),
        two.median(),
        one.median() / two.median(),
        ratios.quantile(0),
        ratios.quantile(1),
        work.median());
  }

  private record Run(Stopwatch.Span span, List<Double> rewards) {}

  private static Run evaluate(Trial trial, Rollouts rollouts) {
    Stopwatch watch = Stopwatch.start();
    List<EpisodeResult> results = BenchTrial.evaluate(trial, rollouts, EPISODES);
    Stopwatch.Span span = watch.stop(0);
    return new Run(span, results.stream().map(EpisodeResult::totalReward).toList());
  }
}
