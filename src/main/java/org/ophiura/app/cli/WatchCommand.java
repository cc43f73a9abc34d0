package org.ophiura.app.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.ophiura.app.cli.ExperimentFile.ProblemFile;
import org.ophiura.app.problem.Judge;
import org.ophiura.app.problem.Problem;
import org.ophiura.app.results.UserException;
import org.ophiura.app.trial.EpisodeKind;
import org.ophiura.app.trial.EpisodeResult;
import org.ophiura.learning.method.Method;
import org.ophiura.sim.environment.Environment;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ophiura watch}: an episode of a problem as text. */
@Command(
    name = "watch",
    description =
        "Shows an evaluation episode of a problem as text, step by step: on a terminal in place,"
            + " elsewhere one after the other. A robot is watched by 'ophiura view'.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  ophiura watch src/trials/classic/taxi-q-learning.yaml",
      "  ophiura watch src/trials/classic/frozen-lake-q-learning.yaml --episode 3 --fps 2"
    })
final class WatchCommand implements Callable<Integer> {
  private static final String HOME_AND_CLEAR = "\u001b[H\u001b[2J";
  private static final double MOST_FPS = 1000;

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private final TrialOptions trialOptions = new TrialOptions();
  @Mixin private final PolicyOption policy = new PolicyOption();

  @Option(
      names = "--episode",
      paramLabel = "N",
      description = "Number of the evaluation episode; default: 0, the first.")
  private int episode;

  @Option(
      names = "--fps",
      paramLabel = "N",
      description = "Steps shown in a second on a terminal; default: 4.")
  private double fps = 4;

  @Override
  public Integer call() {
    if (episode < 0) {
      throw new UserException("--episode must be >= 0, got " + episode);
    }
    if (!(fps > 0 && fps <= MOST_FPS)) {
      throw new UserException("--fps must be in (0, " + (int) MOST_FPS + "], got " + fps);
    }
    ExperimentFile file = trialOptions.readAny();
    if (!file.isProblem()) {
      throw new UserException(
          file.file()
              + ": 'watch' shows problems; see a robot with 'ophiura view "
              + file.file()
              + "'");
    }
    ProblemFile given = file.problem();
    PrintWriter out = spec.commandLine().getOut();
    boolean terminal = CommandLine.Help.Ansi.AUTO.enabled();
    try (Problem problem = given.open();
        SignalStop stop = new SignalStop();
        Method method = policy.method(problem)) {
      double[] total = new double[1];
      EpisodeResult result =
          Judge.inEvaluation(problem)
              .run(
                  EpisodeKind.EVALUATION,
                  episode,
                  method,
                  false,
                  (environment, step, action) -> {
                    total[0] += step == 0 ? 0 : environment.reward();
                    out.println(
                        (terminal ? HOME_AND_CLEAR : "")
                            + title(environment, step, action, total[0]));
                    out.println(environment.text().stripTrailing());
                    out.println();
                    out.flush();
                    if (terminal) {
                      LockSupport.parkNanos((long) (TimeUnit.SECONDS.toNanos(1) / fps));
                    }
                    return !stop.interruption().requested();
                  });
      out.println(
          String.format(
              Locale.ROOT,
              "Episode %d: return %s in %d steps",
              episode,
              number(result.totalReward()),
              result.steps()));
      out.flush();
      return stop.interruption().requested() ? ExitCode.INTERRUPTED : ExitCode.OK;
    }
  }

  private static String title(Environment environment, int step, int action, double total) {
    return step == 0
        ? "step 0"
        : String.format(
            Locale.ROOT,
            "step %d: %s, reward %s, return %s",
            step,
            environment.spaces().actions().names().get(action),
            number(environment.reward()),
            number(total));
  }

  private static String number(double value) {
    return value == Math.rint(value)
        ? Long.toString((long) value)
        : String.format(Locale.ROOT, "%.3f", value);
  }
}
