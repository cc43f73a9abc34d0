package org.ophiura.learning.deep;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.ophiura.learning.method.Method;
import org.ophiura.learning.method.TrainingLog;
import org.ophiura.learning.method.VectorPolicy;
import org.ophiura.learning.network.Network;
import org.ophiura.sim.environment.Environment;
import org.ophiura.sim.environment.Space;

/**
 * REINFORCE (Williams 1992): a network tells the log-odds of the actions, and what was followed by
 * a large return is made more likely. Steps are remembered across episodes and drawn at random, as
 * in source notebook 003, so some were taken by a slightly older policy. An iteration is an
 * episode.
 */
public final class Reinforce implements Method {
  private static final int FIRST_EPISODE_ROOM = 512;

  private final ReinforceSettings settings;
  private final Space space;
  private final int actions;
  private final Network network;
  private final int inputs;
  private final VectorPolicy greedy;

  private final double[] remembered;
  private final int[] rememberedActions;
  private final double[] rememberedReturns;
  private int size;
  private int position;

  private final double[] observation;
  private final double[] input;
  private final double[] odds;
  private final int[] drawn;
  private final double[] batch;
  private final double[] gradient;

  private double[] episode;
  private int[] episodeActions;
  private double[] episodeRewards;

  /**
   * Makes a learner that improves {@code network} in place.
   *
   * @param network takes encoded observations, gives a number for each action
   * @param space of the observations
   */
  public Reinforce(ReinforceSettings settings, Network network, Space space, int actions) {
    this.settings = settings;
    this.space = space;
    this.actions = actions;
    this.network = network;
    inputs = network.inputs();
    remembered = new double[settings.capacity() * inputs];
    rememberedActions = new int[settings.capacity()];
    rememberedReturns = new double[settings.capacity()];
    observation = new double[space.dimension()];
    input = new double[inputs];
    odds = new double[actions];
    drawn = new int[settings.batchSize()];
    batch = new double[settings.batchSize() * inputs];
    gradient = new double[settings.batchSize() * actions];
    episode = new double[FIRST_EPISODE_ROOM * inputs];
    episodeActions = new int[FIRST_EPISODE_ROOM];
    episodeRewards = new double[FIRST_EPISODE_ROOM];
    greedy =
        (seen, random) -> {
          settings.encoding().encode(space, seen, input);
          network.compute(1, input, odds);
          int best = 0;
          for (int action = 1; action < actions; action++) {
            best = odds[action] > odds[best] ? action : best;
          }
          return best;
        };
  }

  @Override
  public VectorPolicy greedy() {
    return greedy;
  }

  @Override
  public void iterate(
      Environment environment, Progress progress, RandomGenerator random, TrainingLog log) {
    environment.reset(random);
    int length = 0;
    double total = 0;
    while (!environment.over()) {
      environment.observe(observation);
      settings.encoding().encode(space, observation, input);
      int action = draw(random);
      makeRoom(length);
      System.arraycopy(input, 0, episode, length * inputs, inputs);
      episodeActions[length] = action;
      environment.step(action);
      episodeRewards[length] = environment.reward();
      total += environment.reward();
      length++;
    }
    remember(length);
    if (size == settings.capacity()) {
      for (int i = 0; i < settings.updatesPerEpisode(); i++) {
        update(random);
      }
    }
    log.episode(total, length);
  }

  /** Draws an action from the policy for {@link #input}. */
  private int draw(RandomGenerator random) {
    network.compute(1, input, odds);
    softmax(odds, 0, actions);
    double left = random.nextDouble();
    for (int action = 0; action < actions - 1; action++) {
      left -= odds[action];
      if (left < 0) {
        return action;
      }
    }
    return actions - 1;
  }

  private void makeRoom(int length) {
    if (length == episodeActions.length) {
      episode = Arrays.copyOf(episode, 2 * episode.length);
      episodeActions = Arrays.copyOf(episodeActions, 2 * length);
      episodeRewards = Arrays.copyOf(episodeRewards, 2 * length);
    }
  }

  private void remember(int length) {
    double sum = 0;
    for (int i = length - 1; i >= 0; i--) {
      sum = episodeRewards[i] + settings.gamma() * sum;
      episodeRewards[i] = sum; // From now on the return.
    }
    for (int i = 0; i < length; i++) {
      System.arraycopy(episode, i * inputs, remembered, position * inputs, inputs);
      rememberedActions[position] = episodeActions[i];
      boolean whole = settings.credit() == ReinforceSettings.Credit.WHOLE_EPISODE;
      rememberedReturns[position] = episodeRewards[whole ? 0 : i];
      position = (position + 1) % settings.capacity();
      size = Math.min(size + 1, settings.capacity());
    }
  }

  /** Gradient of -G log pi(a|s) by the log-odds: G (pi - 1_a), averaged over the batch. */
  private void update(RandomGenerator random) {
    int rows = settings.batchSize();
    double mean = 0;
    for (int row = 0; row < rows; row++) {
      drawn[row] = random.nextInt(size);
      System.arraycopy(remembered, drawn[row] * inputs, batch, row * inputs, inputs);
      mean += rememberedReturns[drawn[row]] / rows;
    }
    network.compute(rows, batch, gradient);
    for (int row = 0; row < rows; row++) {
      int start = row * actions;
      softmax(gradient, start, actions);
      gradient[start + rememberedActions[drawn[row]]] -= 1;
      double worth = rememberedReturns[drawn[row]] - (settings.baseline() ? mean : 0);
      for (int action = 0; action < actions; action++) {
        gradient[start + action] *= worth / rows;
      }
    }
    network.improve(gradient);
  }

  private static void softmax(double[] numbers, int start, int count) {
    double greatest = Double.NEGATIVE_INFINITY;
    for (int i = start; i < start + count; i++) {
      greatest = Math.max(greatest, numbers[i]);
    }
    double sum = 0;
    for (int i = start; i < start + count; i++) {
      numbers[i] = Math.exp(numbers[i] - greatest);
      sum += numbers[i];
    }
    for (int i = start; i < start + count; i++) {
      numbers[i] /= sum;
    }
  }

  @Override
  public void close() {
    network.close();
  }

  @Override
  public void savePolicy(DataOutput out) throws IOException {
    network.saveParameters(out);
  }

  @Override
  public void loadPolicy(DataInput in) throws IOException {
    network.loadParameters(in);
  }

  @Override
  public void save(DataOutput out) throws IOException {
    network.save(out);
    out.writeInt(size);
    out.writeInt(position);
    for (int i = 0; i < size; i++) {
      for (int k = i * inputs; k < (i + 1) * inputs; k++) {
        out.writeDouble(remembered[k]);
      }
      out.writeInt(rememberedActions[i]);
      out.writeDouble(rememberedReturns[i]);
    }
  }

  @Override
  public void load(DataInput in) throws IOException {
    network.load(in);
    size = in.readInt();
    position = in.readInt();
    if (size > settings.capacity()) {
      throw new IOException("a memory must hold " + size + " steps, got " + settings.capacity());
    }
    for (int i = 0; i < size; i++) {
      for (int k = i * inputs; k < (i + 1) * inputs; k++) {
        remembered[k] = in.readDouble();
      }
      rememberedActions[i] = in.readInt();
      rememberedReturns[i] = in.readDouble();
    }
  }
}
