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
import org.ophiura.learning.replay.NStepWindow;
import org.ophiura.learning.replay.ReplayMemory;
import org.ophiura.learning.schedule.Schedule;
import org.ophiura.learning.schedule.SchedulePlugin;
import org.ophiura.sim.environment.Environment;
import org.ophiura.sim.environment.Space;

/**
 * Deep Q-learning (Mnih et al. 2015): a network tells the worth of each action, learned from
 * batches of remembered steps towards targets that a slower copy of it tells. An iteration is an
 * episode. Allocates nothing once it is made, whatever the network does, but for the memory of
 * pictures. Owns both networks.
 */
public final class Dqn implements Method {
  private final DqnSettings settings;
  private final Space space;
  private final int actions;
  private final Schedule epsilon;
  private final double errorLimit;
  private final QNetwork main;
  private final QNetwork target;
  private final ReplayMemory memory;
  private final NStepWindow window;
  private final VectorPolicy greedy;

  private final double[] observation;
  private double[] input;
  private double[] nextInput;
  private final double[] values;
  private final int[] drawn;
  private final double[] batch;
  private final double[] nextBatch;
  private final double[] batchValues;
  private final double[] targetValues;
  private final double[] nextValues;
  private final double[] weights;

  private long steps;
  private long updates;
  private double loss;

  /**
   * Makes a learner that improves {@code network} in place.
   *
   * @param network takes encoded observations, gives {@link #outputs} numbers
   * @param space of the observations
   */
  public Dqn(DqnSettings settings, Network network, Space space, int actions) {
    this.settings = settings;
    this.space = space;
    this.actions = actions;
    int batchSize = settings.batchSize();
    int inputs = network.inputs();
    epsilon = SchedulePlugin.create(settings.epsilon());
    errorLimit = settings.errorLimit().orElse(Double.POSITIVE_INFINITY);
    main = new QNetwork(network, settings.dueling(), batchSize);
    target = new QNetwork(network.copy(), settings.dueling(), batchSize);
    memory =
        space instanceof Space.Image image
            ? new ReplayMemory(settings.replayCapacity(), image, settings.priorityExponent())
            : new ReplayMemory(settings.replayCapacity(), inputs, settings.priorityExponent());
    window = new NStepWindow(settings.steps(), inputs, settings.gamma());
    observation = new double[space.dimension()];
    input = new double[inputs];
    nextInput = new double[inputs];
    values = new double[actions];
    drawn = new int[batchSize];
    batch = new double[batchSize * inputs];
    nextBatch = new double[batchSize * inputs];
    batchValues = new double[batchSize * actions];
    targetValues = new double[batchSize * actions];
    nextValues = new double[batchSize * actions];
    weights = new double[batchSize];
    double[] own = new double[inputs];
    greedy =
        (seen, random) -> {
          settings.encoding().encode(space, seen, own);
          return best(own);
        };
  }

  /** Numbers that the network must give. */
  public static int outputs(DqnSettings settings, int actions) {
    return QNetwork.outputs(actions, settings.dueling());
  }

  @Override
  public VectorPolicy greedy() {
    return greedy;
  }

  @Override
  public boolean worth(double[] seen, double[] out) {
    settings.encoding().encode(space, seen, nextInput);
    main.compute(1, nextInput, out);
    return true;
  }

  @Override
  public void savePolicy(DataOutput out) throws IOException {
    main.network().saveParameters(out);
  }

  @Override
  public void loadPolicy(DataInput in) throws IOException {
    main.network().loadParameters(in);
  }

  private int best(double[] encoded) {
    main.compute(1, encoded, values);
    return greatest(values, 0, actions);
  }

  /** Index of the greatest of some numbers, from {@code start}; the first of equals. */
  private static int greatest(double[] numbers, int start, int count) {
    int best = 0;
    for (int i = 1; i < count; i++) {
      if (numbers[start + i] > numbers[start + best]) {
        best = i;
      }
    }
    return best;
  }

  @Override
  public void iterate(
      Environment environment, Progress progress, RandomGenerator random, TrainingLog log) {
    window.clear();
    environment.reset(random);
    observe(environment, input);
    double total = 0;
    int length = 0;
    double exploring = 0;
    while (!environment.over()) {
      exploring = exploring(progress);
      int action = random.nextDouble() < exploring ? random.nextInt(actions) : best(input);
      environment.step(action);
      observe(environment, nextInput);
      window.add(
          input,
          action,
          environment.reward(),
          nextInput,
          environment.terminated(),
          environment.truncated(),
          memory);
      double[] swapped = input;
      input = nextInput;
      nextInput = swapped;
      total += environment.reward();
      length++;
      steps++;
      if (settings.updateEvery() > 0 && steps % settings.updateEvery() == 0) {
        update(random);
      }
    }
    for (int i = 0; i < settings.updatesPerEpisode(); i++) {
      update(random);
    }
    log.figure("epsilon", exploring);
    log.figure("loss", loss);
    log.episode(total, length);
  }

  private double exploring(Progress progress) {
    int over = settings.epsilonSteps();
    return over > 0
        ? epsilon.at((int) Math.min(steps, over), over)
        : epsilon.at(progress.iteration(), progress.iterations());
  }

  private void observe(Environment environment, double[] encoded) {
    environment.observe(observation);
    settings.encoding().encode(space, observation, encoded);
  }

  /**
   * One step of the optimiser towards r + gamma max_a Q'(s', a) (Mnih et al. 2015, algorithm 1).
   */
  private void update(RandomGenerator random) {
    if (memory.size() < settings.startAfter()) {
      return;
    }
    int rows = settings.batchSize();
    memory.draw(random, drawn);
    for (int row = 0; row < rows; row++) {
      memory.copyObservation(drawn[row], batch, row);
      memory.copyNext(drawn[row], nextBatch, row);
    }
    target.compute(rows, nextBatch, targetValues);
    if (settings.doubleNetworks()) {
      main.compute(rows, nextBatch, nextValues);
    }
    double greatestWeight = 0;
    for (int row = 0; row < rows; row++) {
      weights[row] = memory.weight(drawn[row], settings.priorityCorrection());
      greatestWeight = Math.max(greatestWeight, weights[row]);
    }
    main.compute(rows, batch, batchValues);
    loss = 0;
    for (int row = 0; row < rows; row++) {
      int start = row * actions;
      double[] chooser = settings.doubleNetworks() ? nextValues : targetValues;
      double future = targetValues[start + greatest(chooser, start, actions)];
      int index = drawn[row];
      double wanted = memory.reward(index) + memory.discount(index) * future;
      double error = batchValues[start + memory.action(index)] - wanted;
      double weight = weights[row] / greatestWeight / rows;
      loss += weight * error * error;
      memory.setPriority(index, error);
      Arrays.fill(batchValues, start, start + actions, 0); // Becomes the gradient.
      batchValues[start + memory.action(index)] =
          2 * weight * Math.max(-errorLimit, Math.min(errorLimit, error));
    }
    main.improve(rows, batchValues);
    updates++;
    if (updates % settings.targetEvery() == 0) {
      target.network().copyFrom(main.network());
    }
  }

  @Override
  public void close() {
    main.network().close();
    target.network().close();
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeLong(steps);
    out.writeLong(updates);
    out.writeDouble(loss);
    main.network().save(out);
    target.network().save(out);
    memory.save(out);
  }

  @Override
  public void load(DataInput in) throws IOException {
    steps = in.readLong();
    updates = in.readLong();
    loss = in.readDouble();
    main.network().load(in);
    target.network().load(in);
    memory.load(in);
  }
}
