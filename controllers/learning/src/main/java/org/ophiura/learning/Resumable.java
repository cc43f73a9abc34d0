package org.ophiura.learning;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * A {@link Learner} that can be saved between two episodes, and can go on from there in another
 * process to the same values, bit for bit.
 *
 * <p>Whatever outlives an episode belongs to it: values, replay memory, the state of an optimiser,
 * random streams of its own. What {@link Learner#beginEpisode} sets anew does not.
 */
public interface Resumable {

  /**
   * Writes all that outlives an episode. Called between episodes, on one thread; changes nothing.
   */
  void save(DataOutput out) throws IOException;

  /**
   * Takes over what {@link #save} wrote, and reads no byte more.
   *
   * @param in what a learner of the same settings and context has written
   * @throws IOException if it does not fit this learner, saying why
   */
  void load(DataInput in) throws IOException;
}
