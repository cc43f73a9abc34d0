package org.ophiura.learning.deep;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.random.RandomGenerator;

/**
 * The last transitions, from which batches are drawn: uniformly, or in proportion to their priority
 * (Schaul et al. 2016, proportional). Draws are with replacement. Allocates at construction only.
 */
final class ReplayMemory {
  private static final double LEAST_PRIORITY = 1e-6;

  private final int capacity;
  private final int dimension;
  private final double priorityExponent;
  private final double[] observations;
  private final double[] nextObservations;
  private final int[] actions;
  private final double[] rewards;
  private final double[] discounts;
  private final SumTree priorities;
  private int size;
  private int position;
  private double greatestPriority = 1;

  /**
   * Makes an empty memory.
   *
   * @param dimension numbers per observation
   * @param priorityExponent how much priorities matter; 0 draws uniformly
   */
  ReplayMemory(int capacity, int dimension, double priorityExponent) {
    this.capacity = capacity;
    this.dimension = dimension;
    this.priorityExponent = priorityExponent;
    observations = new double[capacity * dimension];
    nextObservations = new double[capacity * dimension];
    actions = new int[capacity];
    rewards = new double[capacity];
    discounts = new double[capacity];
    priorities = new SumTree(priorityExponent > 0 ? capacity : 1);
  }

  /**
   * Keeps a transition; the oldest is forgotten when there is no room.
   *
   * @param observations from which {@code offset} numbers are read. Not modified.
   * @param discount of the worth of the next observation; 0 after a terminal step
   */
  void add(
      double[] observations,
      int offset,
      int action,
      double reward,
      double[] next,
      double discount) {
    System.arraycopy(observations, offset, this.observations, position * dimension, dimension);
    System.arraycopy(next, 0, nextObservations, position * dimension, dimension);
    actions[position] = action;
    rewards[position] = reward;
    discounts[position] = discount;
    if (priorityExponent > 0) {
      priorities.set(position, Math.pow(greatestPriority, priorityExponent));
    }
    position = (position + 1) % capacity;
    size = Math.min(size + 1, capacity);
  }

  int size() {
    return size;
  }

  /**
   * Draws indices.
   *
   * @param indices Modified.
   */
  void draw(RandomGenerator random, int[] indices) {
    for (int i = 0; i < indices.length; i++) {
      indices[i] =
          priorityExponent > 0
              ? priorities.find(random.nextDouble() * priorities.total())
              : random.nextInt(size);
    }
  }

  /** Weight that undoes the bias of a draw by priority, before it is divided by the greatest. */
  double weight(int index, double correction) {
    if (priorityExponent == 0) {
      return 1;
    }
    return Math.pow(size * priorities.get(index) / priorities.total(), -correction);
  }

  void setPriority(int index, double error) {
    if (priorityExponent > 0) {
      double priority = Math.abs(error) + LEAST_PRIORITY;
      greatestPriority = Math.max(greatestPriority, priority);
      priorities.set(index, Math.pow(priority, priorityExponent));
    }
  }

  void copyObservation(int index, double[] out, int row) {
    System.arraycopy(observations, index * dimension, out, row * dimension, dimension);
  }

  void copyNext(int index, double[] out, int row) {
    System.arraycopy(nextObservations, index * dimension, out, row * dimension, dimension);
  }

  int action(int index) {
    return actions[index];
  }

  double reward(int index) {
    return rewards[index];
  }

  double discount(int index) {
    return discounts[index];
  }

  void save(DataOutput out) throws IOException {
    out.writeInt(size);
    out.writeInt(position);
    out.writeDouble(greatestPriority);
    for (int i = 0; i < size; i++) {
      for (int k = i * dimension; k < (i + 1) * dimension; k++) {
        out.writeDouble(observations[k]);
        out.writeDouble(nextObservations[k]);
      }
      out.writeInt(actions[i]);
      out.writeDouble(rewards[i]);
      out.writeDouble(discounts[i]);
      if (priorityExponent > 0) {
        out.writeDouble(priorities.get(i));
      }
    }
  }

  void load(DataInput in) throws IOException {
    size = in.readInt();
    position = in.readInt();
    greatestPriority = in.readDouble();
    if (size > capacity) {
      throw new IOException("a memory must hold " + size + " transitions, this one " + capacity);
    }
    priorities.clear();
    for (int i = 0; i < size; i++) {
      for (int k = i * dimension; k < (i + 1) * dimension; k++) {
        observations[k] = in.readDouble();
        nextObservations[k] = in.readDouble();
      }
      actions[i] = in.readInt();
      rewards[i] = in.readDouble();
      discounts[i] = in.readDouble();
      if (priorityExponent > 0) {
        priorities.set(i, in.readDouble());
      }
    }
  }
}
