package org.ophiura.learning.network;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * A function of many inputs that is fitted by gradients. Batches are rows of numbers in flat
 * arrays. Belongs to one thread.
 */
public interface Network extends AutoCloseable {

  /** Numbers per row of input. */
  int inputs();

  /** Numbers per row of output. */
  int outputs();

  /**
   * Computes a batch, and remembers it for {@link #improve}.
   *
   * @param rows number of rows
   * @param in {@code rows * inputs()} numbers or more. Not modified.
   * @param out {@code rows * outputs()} numbers or more. Modified.
   */
  void compute(int rows, double[] in, double[] out);

  /**
   * Takes one step of the optimiser that lessens a loss over the batch that was computed last.
   *
   * @param gradient of the loss by each output of that batch. Not modified.
   */
  void improve(double[] gradient);

  /** An independent network of the same shape and parameters, with a fresh optimiser. */
  Network copy();

  /**
   * Takes over the parameters of another network, not its optimiser.
   *
   * @param other made by {@link #copy}, from this one or the other way
   */
  void copyFrom(Network other);

  /** Writes the parameters alone. */
  void saveParameters(DataOutput out) throws IOException;

  /**
   * Takes over what {@link #saveParameters} wrote.
   *
   * @throws IOException if it is of another shape
   */
  void loadParameters(DataInput in) throws IOException;

  /** Writes parameters and the optimiser's state. */
  void save(DataOutput out) throws IOException;

  /**
   * Takes over what {@link #save} wrote.
   *
   * @throws IOException if it is of another shape
   */
  void load(DataInput in) throws IOException;

  @Override
  default void close() {}
}
