package org.ophiura.learning.djl;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import org.ophiura.learning.deep.Dqn;
import org.ophiura.learning.deep.DqnSettings;
import org.ophiura.learning.deep.StateEncoding;
import org.ophiura.learning.method.Method;
import org.ophiura.learning.method.TrainingLog;
import org.ophiura.learning.network.Activation;
import org.ophiura.learning.network.Mlp;
import org.ophiura.learning.network.MlpPlugin;
import org.ophiura.learning.network.MlpSettings;
import org.ophiura.learning.network.Network;
import org.ophiura.learning.schedule.ConstantPlugin;
import org.ophiura.learning.schedule.ConstantSchedule;
import org.ophiura.sim.classic.cartpole.CartPole;
import org.ophiura.sim.plugin.Choice;

/**
 * How much faster an update of CartPole's DQN is with the networks of this project than with the
 * same ones in PyTorch on one thread. The code of the update is the same. Rounds take turns.
 */
final class UpdateSpeed {
  private static final int UPDATES = 2000;
  private static final int ROUNDS = 9;
  private static final long SEED = 5;

  private UpdateSpeed() {}

  /** Takes the number of rounds. */
  public static void main(String[] arguments) {
    int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : ROUNDS;
    System.out.printf(
        Locale.ROOT,
        "An update of DQN on CartPole, %d updates a round, medians of %d rounds%n%n"
            + "network     batch  ours us (CPU)  PyTorch us (CPU)  ratio of wall times (rounds)%n",
        UPDATES,
        rounds);
    compare(List.of(16), 32, rounds); // Source notebook 002.
    compare(List.of(10, 10), 256, rounds); // Source notebook 003.
    compare(List.of(64, 64), 32, rounds); // Larger than either.
  }

  private static void compare(List<Integer> hidden, int batch, int rounds) {
    int[] sizes = new int[hidden.size() + 2];
    sizes[0] = 4;
    sizes[sizes.length - 1] = 2;
    for (int i = 0; i < hidden.size(); i++) {
      sizes[i + 1] = hidden.get(i);
    }
    Mlp mlp = new Mlp(sizes, Activation.RELU, 0.001, new SplittableRandom(SEED));
    TorchNetwork torch = TorchNetwork.dense(4, hidden, 2, 0.001, 1, new SplittableRandom(SEED));
    try (CartPole cart = new CartPole(CartPole.Integrator.EULER, CartPole.STEP_LIMIT);
        Method ours = dqn(mlp, batch, cart);
        Method theirs = dqn(torch, batch, cart)) {
      for (int i = 0; i < 5; i++) {
        Round.of(UPDATES, () -> iterate(ours, cart));
        Round.of(UPDATES, () -> iterate(theirs, cart));
      }
      List<Round> first = new ArrayList<>();
      List<Round> second = new ArrayList<>();
      List<Double> ratios = new ArrayList<>();
      for (int i = 0; i < rounds; i++) {
        first.add(Round.of(UPDATES, () -> iterate(ours, cart)));
        second.add(Round.of(UPDATES, () -> iterate(theirs, cart)));
        ratios.add(second.get(i).wallMicros() / first.get(i).wallMicros());
      }
      ratios.sort(null);
      System.out.printf(
          Locale.ROOT,
          "%-11s %5d %7.1f (%.1f)  %10.1f (%.1f)  %17.1f (%.1f to %.1f)%n",
          Arrays.toString(sizes).replaceAll("[\\[\\] ]", "").replace(',', '-'),
          batch,
          Round.median(first, Round::wallMicros),
          Round.median(first, Round::cpuMicros),
          Round.median(second, Round::wallMicros),
          Round.median(second, Round::cpuMicros),
          ratios.get(rounds / 2),
          ratios.get(0),
          ratios.get(rounds - 1));
    }
  }

  /** An episode of random actions, some 20 steps, and then the updates. */
  private static void iterate(Method method, CartPole cart) {
    method.iterate(cart, new Method.Progress(0, 1), new SplittableRandom(SEED), TrainingLog.SILENT);
  }

  private static Method dqn(Network network, int batch, CartPole cart) {
    DqnSettings settings =
        new DqnSettings(
            StateEncoding.NUMBER,
            // Not used: the network is given.
            new Choice<>(new MlpPlugin(), new MlpSettings(List.of(16), Activation.RELU, 0.001)),
            0.99,
            new Choice<>(new ConstantPlugin(), new ConstantSchedule(1)),
            0,
            1000,
            batch,
            1,
            0,
            UPDATES,
            100,
            false,
            false,
            1,
            0,
            0.4,
            Optional.empty());
    return new Dqn(settings, network, cart.spaces().observation(), 2);
  }
}
