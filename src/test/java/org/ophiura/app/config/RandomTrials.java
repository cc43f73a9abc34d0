package org.ophiura.app.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.ophiura.app.config.Samples.Actuation;
import org.ophiura.app.config.Samples.BrittleStar;
import org.ophiura.app.config.Samples.FixedTarget;
import org.ophiura.app.config.Samples.Gait;
import org.ophiura.app.config.Samples.Model;
import org.ophiura.app.config.Samples.ModelFile;
import org.ophiura.app.config.Samples.MujocoBody;
import org.ophiura.app.config.Samples.MujocoSettings;
import org.ophiura.app.config.Samples.OnCircle;
import org.ophiura.app.config.Samples.PairBody;
import org.ophiura.app.config.Samples.PairSettings;
import org.ophiura.app.config.Samples.ServoBody;
import org.ophiura.app.config.Samples.ServoSettings;
import org.ophiura.app.config.Samples.Trial;
import org.ophiura.sim.Position;
import org.ophiura.sim.plugin.Choice;

/** Makes sample trials with awkward values. */
final class RandomTrials {
  private static final String AWKWARD = "aZ09 :#-'\"\\[]{}&*!|>%@`,?~\t\n=.é星";

  private RandomTrials() {}

  /** Any trial that the rules allow. */
  static Trial next(SplittableRandom random, Path folder) {
    List<Choice<BodyPlugin<?>>> others = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      others.add(body(random, folder));
    }
    return new Trial(
        text(random),
        random.nextLong() & Long.MAX_VALUE,
        body(random, folder),
        random.nextBoolean()
            ? new OnCircle(positive(random))
            : new FixedTarget(new Position(real(random), real(random), real(random))),
        gait(random),
        others,
        random.nextBoolean()
            ? Optional.empty()
            : Optional.of(folder.resolve("a b").resolve("table#" + random.nextInt(9))),
        random.nextBoolean() ? Optional.empty() : Optional.of(positive(random)));
  }

  private static Gait gait(SplittableRandom random) {
    double lowest = real(random);
    double phase = real(random);
    return new Gait(
        positive(random),
        lowest,
        Math.abs(lowest),
        random.nextDouble(),
        random.nextBoolean() ? List.of() : List.of(phase, Math.abs(phase)),
        List.of(List.of(), List.of(random.nextDouble(-1, 1), -0.0)),
        random.nextBoolean());
  }

  private static Choice<BodyPlugin<?>> body(SplittableRandom random, Path folder) {
    return switch (random.nextInt(3)) {
      case 0 -> new Choice<>(new ServoBody(), new ServoSettings(text(random), 253));
      case 1 ->
          new Choice<>(
              new PairBody(), new PairSettings(body(random, folder), body(random, folder)));
      default -> {
        Model model =
            random.nextBoolean()
                ? new ModelFile(folder.resolve("robot " + random.nextInt(9) + ".xml"))
                : new BrittleStar(
                    List.of(random.nextInt(9)),
                    random.nextBoolean() ? Actuation.TORQUE : Actuation.TENDON_TORQUE);
        yield new Choice<>(
            new MujocoBody(),
            new MujocoSettings(model, positive(random), 1 + random.nextInt(Integer.MAX_VALUE - 1)));
      }
    };
  }

  /** Any finite number, tiny and huge ones as often as others. */
  private static double real(SplittableRandom random) {
    double value = Double.longBitsToDouble(random.nextLong());
    return Double.isFinite(value) ? value : 0;
  }

  private static double positive(SplittableRandom random) {
    return Math.max(Double.MIN_VALUE, Math.abs(real(random)));
  }

  private static String text(SplittableRandom random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(1, 12); i > 0; i--) {
      text.append(AWKWARD.charAt(random.nextInt(AWKWARD.length())));
    }
    return text.toString();
  }
}
