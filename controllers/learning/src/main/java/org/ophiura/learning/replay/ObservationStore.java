package org.ophiura.learning.replay;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Keeps the two observations of each transition of a memory, exactly. */
sealed interface ObservationStore permits VectorStore, PictureStore {

  /**
   * Keeps two observations in the place of those that were there. Places are filled in order, and
   * from the first again after the last.
   *
   * @param observations from which numbers are read from {@code offset} on. Not modified.
   * @param next Not modified.
   */
  void put(int index, double[] observations, int offset, double[] next);

  /**
   * Copies the first observation of a place into a row of a batch.
   *
   * @param out Modified.
   */
  void copyObservation(int index, double[] out, int row);

  /** Copies the second one. */
  void copyNext(int index, double[] out, int row);

  /** Writes the first {@code size} places. */
  void save(DataOutput out, int size) throws IOException;

  /** Takes over what {@link #save} wrote. */
  void load(DataInput in, int size) throws IOException;
}
