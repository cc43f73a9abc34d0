package org.ophiura.learning.replay;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.random.RandomGenerator;
import org.ophiura.sim.environment.Space;

/**
 * The last transitions, from which batches are drawn: uniformly, or in proportion to their priority
 * (Schaul et al. 2016, proportional). Draws are with replacement. Allocates at construction only,
 * but for pictures.
 */
public final class ReplayMemory {
  private static final double LEAST_PRIORITY = 1e-6;

  private final int capacity;
  private final double priorityExponent;
  private final ObservationStore store;
  private final int[] actions;
  private final double[] rewards;
  private final double[] discounts;
  private final SumTree priorities;
  private int size;
  private int position;
  private double greatestPriority = 1;

  /**
   * Makes an empty memory of numbers.
   *
   * @param dimension numbers per observation
   * @param priorityExponent how much priorities matter; 0 draws uniformly
   */
  public ReplayMemory(int capacity, int dimension, double priorityExponent) {
    this(capacity, new VectorStore(capacity, dimension), priorityExponent);
  }

  /** Makes an empty memory of pictures, which keeps them in bytes. */
  public ReplayMemory(int capacity, Space.Image space, double priorityExponent) {
    this(capacity, new PictureStore(capacity, space), priorityExponent);
  }

  private ReplayMemory(int capacity, ObservationStore store, double priorityExponent) {
    this.capacity = capacity;
    this.store = store;
    this.priorityExponent = priorityExponent;
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
  public void add(
      double[] observations,
      int offset,
      int action,
      double reward,
      double[] next,
      double discount) {
    store.put(position, observations, offset, next);
    actions[position] = action;
    rewards[position] = reward;
    discounts[position] = discount;
    if (priorityExponent > 0) {
      priorities.set(position, Math.pow(greatestPriority, priorityExponent));
    }
    position = (position + 1) % capacity;
    size = Math.min(size + 1, capacity);
  }

  /** How many transitions it holds. */
  public int size() {
    return size;
  }

  /**
   * Draws indices.
   *
   * @param indices Modified.
   */
  public void draw(RandomGenerator random, int[] indices) {
    for (int i = 0; i < indices.length; i++) {
      indices[i] =
          priorityExponent > 0
              ? priorities.find(random.nextDouble() * priorities.total())
              : random.nextInt(size);
    }
  }

  /** Weight that undoes the bias of a draw by priority, before it is divided by the greatest. */
  public double weight(int index, double correction) {
    if (priorityExponent == 0) {
      return 1;
    }
    return Math.pow(size * priorities.get(index) / priorities.total(), -correction);
  }

  /** Lets a transition be drawn as often as the size of its error asks for. */
  public void setPriority(int index, double error) {
    if (priorityExponent > 0) {
      double priority = Math.abs(error) + LEAST_PRIORITY;
      greatestPriority = Math.max(greatestPriority, priority);
      priorities.set(index, Math.pow(priority, priorityExponent));
    }
  }

  /**
   * Copies an observation into a row of a batch.
   *
   * @param out Modified.
   */
  public void copyObservation(int index, double[] out, int row) {
    store.copyObservation(index, out, row);
  }

  /** Copies the observation that followed. */
  public void copyNext(int index, double[] out, int row) {
    store.copyNext(index, out, row);
  }

  /** What was done. */
  public int action(int index) {
    return actions[index];
  }

  /** What it brought, over one step or several. */
  public double reward(int index) {
    return rewards[index];
  }

  /** The discount of the worth of the observation that followed; 0 after a terminal step. */
  public double discount(int index) {
    return discounts[index];
  }

  /** Writes all that it holds. */
  public void save(DataOutput out) throws IOException {
    out.writeInt(size);
    out.writeInt(position);
    out.writeDouble(greatestPriority);
    store.save(out, size);
    for (int i = 0; i < size; i++) {
      out.writeInt(actions[i]);
      out.writeDouble(rewards[i]);
      out.writeDouble(discounts[i]);
      if (priorityExponent > 0) {
        out.writeDouble(priorities.get(i));
      }
    }
  }

  /**
   * Takes over what {@link #save} wrote.
   *
   * @throws IOException if there is no room for it
   */
  public void load(DataInput in) throws IOException {
    size = in.readInt();
    position = in.readInt();
    greatestPriority = in.readDouble();
    if (size > capacity) {
      throw new IOException("a memory must hold " + size + " transitions, this one " + capacity);
    }
    priorities.clear();
    store.load(in, size);
    for (int i = 0; i < size; i++) {
      actions[i] = in.readInt();
      rewards[i] = in.readDouble();
      discounts[i] = in.readDouble();
      if (priorityExponent > 0) {
        priorities.set(i, in.readDouble());
      }
    }
  }
}
