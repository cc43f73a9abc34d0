package org.ophiura.app.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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

class ResolvedTest {
  private static final int RANDOM_TRIALS = 100;
  private static final String AWKWARD = "aZ09 :#-'\"\\[]{}&*!|>%@`,?~\t\n=.é星";

  @TempDir Path folder;

  private Trial read(String yaml) throws IOException {
    return ConfigReader.read(
        Files.writeString(folder.resolve("trial.yaml"), yaml), Trial.class, List.of());
  }

  @Test
  void defaultsAreWrittenOut() throws IOException {
    assertEquals(
        """
        name: trial
        seed: 1
        body:
          type: mujoco
          model:
            type: brittle-star
            segments-per-arm: [3, 3, 3, 3, 3]
            actuation: position
          physics-timestep: 0.004
          physics-steps-per-control-step: 10
        target:
          type: fixed
          position: [0.9, -0.4, 0.05]
        gait:
          gain: 20.0
          lowest: -0.5
          highest: 0.5
          fraction: 1.0
          phases: [0.0, 1.5, 3.0]
          weights:
          - [0.0, 1.0]
          - [1.0, 0.0]
          reverse: false
        others: []
        time-limit: 20.0
        """,
        Resolved.toYaml(read("target: fixed")));
  }

  @Test
  void theTreeHasTheSameContent() throws IOException {
    assertEquals(
        "{\"type\":\"servos\",\"port\":\"a\",\"count\":30}",
        Resolved.toTree(read("body: {type: servos, port: a}")).get("body").toString());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void whatWasWrittenReadsBackEqual(long seed) throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < RANDOM_TRIALS; i++) {
      Trial trial = trial(random);
      String yaml = Resolved.toYaml(trial);
      assertEquals(trial, read(yaml), "seed " + seed + ", trial " + i + ":\n" + yaml);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "~", "null", "true", "no", "1", "1e3", "- a", "a: b", "# a", "a #"})
  void textThatLooksLikeSomethingElseStaysText(String name) throws IOException {
    Trial trial = read("{}");
    Trial named =
        new Trial(
            name,
            trial.seed(),
            trial.body(),
            trial.target(),
            trial.gait(),
            trial.others(),
            trial.table(),
            trial.timeLimit());
    assertEquals(name, read(Resolved.toYaml(named)).name());
  }

  private Trial trial(SplittableRandom random) {
    List<Choice<BodyPlugin<?>>> others = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      others.add(body(random));
    }
    return new Trial(
        text(random),
        random.nextLong() & Long.MAX_VALUE,
        body(random),
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

  private Choice<BodyPlugin<?>> body(SplittableRandom random) {
    return switch (random.nextInt(3)) {
      case 0 -> new Choice<>(new ServoBody(), new ServoSettings(text(random), 253));
      case 1 -> new Choice<>(new PairBody(), new PairSettings(body(random), body(random)));
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
