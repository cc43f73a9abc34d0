package org.ophiura.app.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.random.RandomGenerator;
import org.ophiura.app.problem.Problem;
import org.ophiura.app.results.UserException;
import org.ophiura.app.trial.RandomStreams.Purpose;
import org.ophiura.sim.environment.Space;
import org.ophiura.sim.environment.Space.Box.Dimension;
import org.ophiura.sim.environment.Spaces;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ophiura spaces}: what an environment shows and takes. */
@Command(
    name = "spaces",
    description = "Prints what the environment of a problem shows and which actions it takes.",
    mixinStandardHelpOptions = true,
    footer = {"", "Example:", "  ophiura spaces src/trials/classic/cart-pole-dqn-003.yaml"})
final class SpacesCommand implements Callable<Integer> {
  private static final int MOST_NAMES = 40;

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private final TrialOptions trialOptions = new TrialOptions();

  @Override
  public Integer call() {
    ExperimentFile file = trialOptions.readAny();
    if (!file.isProblem()) {
      throw new UserException(
          file.file()
              + ": 'spaces' is for problems; see what a robot shows with 'ophiura model info "
              + file.file()
              + "'");
    }
    PrintWriter out = spec.commandLine().getOut();
    try (Problem problem = file.problem().open()) {
      Spaces spaces = problem.environment().spaces();
      RandomGenerator random = problem.streams().stream(Purpose.EVALUATION_START, 0);
      out.println("Observation: " + describe(spaces.observation()));
      details(spaces.observation(), out);
      example(spaces.observation(), random, out);
      out.println("Actions: " + describe(spaces.actions()));
      details(spaces.actions(), out);
      example(spaces.actions(), random, out);
    }
    out.flush();
    return ExitCode.OK;
  }

  private static String describe(Space space) {
    if (space instanceof Space.Discrete discrete) {
      return "one of " + discrete.count();
    }
    if (space instanceof Space.Image image) {
      return image.channels()
          + " channels of "
          + image.height()
          + " by "
          + image.width()
          + " pixels, 0 to 255";
    }
    return space.dimension() + " numbers";
  }

  private static void details(Space space, PrintWriter out) {
    if (space instanceof Space.Discrete discrete) {
      int shown = Math.min(discrete.count(), MOST_NAMES);
      for (int i = 0; i < shown; i++) {
        out.printf("  %3d  %s%n", i, discrete.names().get(i));
      }
      if (shown < discrete.count()) {
        out.println("  ... and " + (discrete.count() - shown) + " more");
      }
    } else if (space instanceof Space.Box box) {
      for (Dimension dimension : box.dimensions()) {
        out.println(
            "  "
                + dimension.name()
                + (dimension.unit().isEmpty() ? "" : " (" + dimension.unit() + ")")
                + " in ["
                + number(dimension.low())
                + ", "
                + number(dimension.high())
                + "]");
      }
    }
  }

  private static void example(Space space, RandomGenerator random, PrintWriter out) {
    double[] value = new double[space.dimension()];
    space.sample(random, value);
    StringBuilder text = new StringBuilder();
    int shown = Math.min(value.length, 8);
    for (int i = 0; i < shown; i++) {
      text.append(i == 0 ? "" : ", ").append(number(value[i]));
    }
    out.println(
        "  a sample: "
            + text
            + (shown < value.length ? ", ..." : "")
            + (space.contains(value) ? "" : " (which is outside)"));
  }

  private static String number(double value) {
    if (Double.isInfinite(value)) {
      return value > 0 ? "inf" : "-inf";
    }
    return value == Math.rint(value)
        ? Long.toString((long) value)
        : String.format(Locale.ROOT, "%.4g", value);
  }
}
