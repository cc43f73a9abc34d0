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
 * A network fitted to the action values that a teacher has learned: least squares over entries of
 * the table that are drawn at random. Its greedy policy is the network's. Tells as {@code largest
 * error} how far the network is from the table at worst.
 */
final class TableFit implements Method {
  private final TableFitSettings settings;
  private final Method teacher;
  private final Network network;
  private final int states;
  private final int actions;
  private final VectorPolicy greedy;

  private final double[] inputs;
  private final double[] table;
  private final double[] state = new double[1];
  private final double[] row;
  private final double[] batch;
  private final double[] output;
  private final double[] gradient;
  private final int[] entries;

  TableFit(
      TableFitSettings settings,
      Method teacher,
      Network network,
      Space space,
      int states,
      int actions) {
    this.settings = settings;
    this.teacher = teacher;
    this.network = network;
    this.states = states;
    this.actions = actions;
    int size = network.inputs();
    inputs = new double[states * size];
    double[] encoded = new double[size];
    for (int i = 0; i < states; i++) {
      settings.encoding().encode(space, new double[] {i}, encoded);
      System.arraycopy(encoded, 0, inputs, i * size, size);
    }
    table = new double[states * actions];
    row = new double[actions];
    batch = new double[settings.batchSize() * size];
    output = new double[Math.max(settings.batchSize(), states) * actions];
    gradient = new double[settings.batchSize() * actions];
    entries = new int[settings.batchSize()];
    greedy =
        (seen, random) -> {
          worth(seen, row);
          int best = 0;
          for (int action = 1; action < actions; action++) {
            best = row[action] > row[best] ? action : best;
          }
          return best;
        };
  }

  @Override
  public void iterate(
      Environment environment, Progress progress, RandomGenerator random, TrainingLog log) {
    int lessons = settings.teacherIterations();
    if (progress.iteration() < lessons) {
      teacher.iterate(environment, new Progress(progress.iteration(), lessons), random, log);
      return;
    }
    readTable();
    for (int i = 0; i < settings.updatesPerIteration(); i++) {
      update(random);
    }
    log.figure("largest error", largestError());
  }

  private void readTable() {
    for (int i = 0; i < states; i++) {
      state[0] = i;
      teacher.worth(state, row);
      System.arraycopy(row, 0, table, i * actions, actions);
    }
  }

  /** One step of the optimiser on the mean of (Q(s, a) - table(s, a))^2 over the batch. */
  private void update(RandomGenerator random) {
    int rows = settings.batchSize();
    int size = network.inputs();
    for (int i = 0; i < rows; i++) {
      entries[i] = random.nextInt(table.length);
      System.arraycopy(inputs, entries[i] / actions * size, batch, i * size, size);
    }
    network.compute(rows, batch, output);
    Arrays.fill(gradient, 0);
    for (int i = 0; i < rows; i++) {
      int at = i * actions + entries[i] % actions;
      gradient[at] = 2 * (output[at] - table[entries[i]]) / rows;
    }
    network.improve(gradient);
  }

  private double largestError() {
    network.compute(states, inputs, output);
    double largest = 0;
    for (int i = 0; i < table.length; i++) {
      largest = Math.max(largest, Math.abs(output[i] - table[i]));
    }
    return largest;
  }

  @Override
  public VectorPolicy greedy() {
    return greedy;
  }

  @Override
  public boolean worth(double[] observation, double[] out) {
    int size = network.inputs();
    int start = (int) observation[0];
    System.arraycopy(inputs, start * size, batch, 0, size);
    network.compute(1, batch, out);
    return true;
  }

  @Override
  public void close() {
    teacher.close();
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
    teacher.save(out);
    network.save(out);
  }

  @Override
  public void load(DataInput in) throws IOException {
    teacher.load(in);
    network.load(in);
  }
}
