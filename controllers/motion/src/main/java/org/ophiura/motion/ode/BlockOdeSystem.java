package org.ophiura.motion.ode;

/**
 * A system whose variables fall into named quantities, such as all phases and all amplitudes: what
 * {@link PerVariable} advances one by one. Blocks are contiguous and tile the state.
 */
public interface BlockOdeSystem extends OdeSystem {

  /** Number of blocks, at least one. */
  int blockCount();

  /**
   * Index of a block's first variable; for {@code block == blockCount()}, the {@link #dimension()}.
   */
  int blockStart(int block);

  /**
   * Computes the rates of one block's variables from the whole state. Allocates nothing.
   *
   * @param block which
   * @param time s
   * @param state all variables. Not modified.
   * @param derivative only the elements of the block are modified, at the same indices as in {@code
   *     state}; another array than {@code state}
   */
  void blockDerivative(int block, double time, double[] state, double[] derivative);

  @Override
  default void derivative(double time, double[] state, double[] derivative) {
    for (int block = 0; block < blockCount(); block++) {
      blockDerivative(block, time, state, derivative);
    }
  }
}
