package org.ophiura.learning.replay;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Observations as they are. Allocates at construction only. */
final class VectorStore implements ObservationStore {
  private final int dimension;
  private final double[] observations;
  private final double[] nextObservations;

  VectorStore(int capacity, int dimension) {
    this.dimension = dimension;
    observations = new double[Math.multiplyExact(capacity, dimension)];
    nextObservations = new double[Math.multiplyExact(capacity, dimension)];
  }

  @Override
  public void put(int index, double[] from, int offset, double[] next) {
    System.arraycopy(from, offset, observations, index * dimension, dimension);
    System.arraycopy(next, 0, nextObservations, index * dimension, dimension);
  }

  @Override
  public void copyObservation(int index, double[] out, int row) {
    System.arraycopy(observations, index * dimension, out, row * dimension, dimension);
  }

  @Override
  public void copyNext(int index, double[] out, int row) {
    System.arraycopy(nextObservations, index * dimension, out, row * dimension, dimension);
  }

  @Override
  public void save(DataOutput out, int size) throws IOException {
    for (int i = 0; i < size * dimension; i++) {
      out.writeDouble(observations[i]);
      out.writeDouble(nextObservations[i]);
    }
  }

  @Override
  public void load(DataInput in, int size) throws IOException {
    for (int i = 0; i < size * dimension; i++) {
      observations[i] = in.readDouble();
      nextObservations[i] = in.readDouble();
    }
  }
}
