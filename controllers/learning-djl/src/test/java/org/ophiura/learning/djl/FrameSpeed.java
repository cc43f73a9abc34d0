package org.ophiura.learning.djl;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import org.ophiura.learning.deep.DqnPlugin;
import org.ophiura.learning.deep.DqnSettings;
import org.ophiura.learning.deep.StateEncoding;
import org.ophiura.learning.djl.ConvolutionalSettings.Convolution;
import org.ophiura.learning.method.Method;
import org.ophiura.learning.method.MethodContext;
import org.ophiura.learning.method.TrainingLog;
import org.ophiura.learning.schedule.ConstantPlugin;
import org.ophiura.learning.schedule.ConstantSchedule;
import org.ophiura.sim.environment.Environment;
import org.ophiura.sim.environment.Space;
import org.ophiura.sim.plugin.Choice;

/**
 * Frames per second of a training on pictures, against forward and backward passes per second of
 * its network alone: what all else costs. The network is that of Mnih et al. 2015, with an update
 * at each frame as in src/trials/classic/pixels/pong-source.yaml; for pong it is that of pong.yaml,
 * with an update at every fourth. Rounds take turns.
 */
final class FrameSpeed {
  private static final int BATCH = 32;
  private static final int PASSES = 60;
  private static final int FRAMES = 200;
  private static final int ROUNDS = 7;
  private static final int WARM_UP_ROUNDS = 2;
  private static final long SEED = 5;

  private FrameSpeed() {}

  /** Takes the game, catch, pong or pong-source, and the number of rounds. */
  public static void main(String[] arguments) {
    String game = arguments.length > 0 ? arguments[0] : "catch";
    int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : ROUNDS;
    boolean small = game.equals("pong");
    ConvolutionalSettings settings =
        new ConvolutionalSettings(
            small
                ? List.of(new Convolution(16, 4, 2), new Convolution(32, 4, 2))
                : List.of(
                    new Convolution(32, 8, 4),
                    new Convolution(64, 4, 2),
                    new Convolution(64, 3, 1)),
            List.of(small ? 128 : 512),
            small ? 87 : 0,
            0.0001,
            1e-8,
            1);
    try (Environment environment = BenchGames.open(game, System.getProperty("python", "python3"));
        Method dqn = dqn(settings, environment, small);
        TorchNetwork network = network(settings, environment)) {
      int actions = environment.spaces().actions().count();
      double[] in = new double[BATCH * network.inputs()];
      new Space.Image(1, in.length, 1).sample(new SplittableRandom(SEED), in);
      double[] out = new double[BATCH * actions];
      List<Round> frames = new ArrayList<>();
      List<Round> passes = new ArrayList<>();
      List<Round> forwards = new ArrayList<>();
      List<Round> singles = new ArrayList<>();
      List<Round> steps = new ArrayList<>();
      double[] ratios = new double[rounds];
      Counted counted = new Counted(environment);
      for (int i = -WARM_UP_ROUNDS; i < rounds; i++) {
        Round pass =
            Round.of(
                PASSES,
                () -> {
                  for (int k = 0; k < PASSES; k++) {
                    network.compute(BATCH, in, out);
                    network.improve(out);
                  }
                });
        Round forward = Round.of(PASSES, () -> compute(network, BATCH, in, out));
        Round single = Round.of(PASSES, () -> compute(network, 1, in, out));
        Round step = play(counted, i);
        Round frame = train(dqn, counted, i);
        if (i >= 0) {
          passes.add(pass);
          forwards.add(forward);
          singles.add(single);
          frames.add(frame);
          steps.add(step);
          ratios[i] = pass.wallMicros() / frame.wallMicros();
        }
      }
      Arrays.sort(ratios);
      tell(game, rounds, frames, passes, forwards, singles, steps);
      System.out.printf(
          Locale.ROOT,
          "frames for one pass: %.2f (rounds %.2f to %.2f)%n",
          ratios[rounds / 2],
          ratios[0],
          ratios[rounds - 1]);
    }
  }

  private static void tell(
      String game,
      int rounds,
      List<Round> frames,
      List<Round> passes,
      List<Round> forwards,
      List<Round> singles,
      List<Round> steps) {
    System.out.printf(
        Locale.ROOT,
        "%s, one thread, batch %d, medians of %d rounds%n%n" + "%-42s %8s %12s%n",
        game,
        BATCH,
        rounds,
        "",
        "per s",
        "ms (CPU)");
    row("training: frames, with their updates", frames);
    row("network: forward and backward, Adam, of 32", passes);
    row("network: forward of 32", forwards);
    row("network: forward of 1", singles);
    row("game: steps, and what is seen", steps);
  }

  private static void row(String name, List<Round> rounds) {
    double wall = Round.median(rounds, Round::wallMicros);
    System.out.printf(
        Locale.ROOT,
        "%-42s %8.1f %6.2f (%.2f)%n",
        name,
        1e6 / wall,
        wall / 1000,
        Round.median(rounds, Round::cpuMicros) / 1000);
  }

  private static void compute(TorchNetwork network, int rows, double[] in, double[] out) {
    for (int i = 0; i < PASSES; i++) {
      network.compute(rows, in, out);
    }
  }

  /** Random actions alone. */
  private static Round play(Counted game, int round) {
    SplittableRandom random = new SplittableRandom(SEED + round);
    double[] seen = new double[game.spaces().observation().dimension()];
    game.reset(random);
    return Round.of(
        FRAMES,
        () -> {
          for (int i = 0; i < FRAMES; i++) {
            if (game.over()) {
              game.reset(random);
            }
            game.step(random.nextInt(game.spaces().actions().count()));
            game.observe(seen);
          }
        });
  }

  /** Whole episodes, until there were enough frames. */
  private static Round train(Method dqn, Counted game, int round) {
    game.steps = 0;
    Round whole =
        Round.of(
            1,
            () -> {
              for (int i = 0; game.steps < FRAMES; i++) {
                dqn.iterate(
                    game,
                    new Method.Progress(0, 1),
                    new SplittableRandom(SEED + 1000L * round + i),
                    TrainingLog.SILENT);
              }
            });
    return new Round(whole.wallMicros() / game.steps, whole.cpuMicros() / game.steps);
  }

  private static TorchNetwork network(ConvolutionalSettings settings, Environment environment) {
    return TorchNetwork.convolutional(
        (Space.Image) environment.spaces().observation(),
        settings,
        environment.spaces().actions().count(),
        new SplittableRandom(SEED));
  }

  private static Method dqn(ConvolutionalSettings network, Environment environment, boolean small) {
    DqnSettings settings =
        new DqnSettings(
            StateEncoding.NUMBER,
            new Choice<>(new ConvolutionalPlugin(), network),
            0.99,
            new Choice<>(new ConstantPlugin(), new ConstantSchedule(0.01)),
            0,
            10_000,
            BATCH,
            BATCH,
            small ? 4 : 1,
            0,
            1000,
            small,
            false,
            small ? 3 : 1,
            0,
            0.4,
            Optional.empty());
    return new DqnPlugin()
        .create(settings, new MethodContext(environment.spaces(), new SplittableRandom(SEED)));
  }
}
