package org.ophiura.motion.ode;

/**
 * Advances each block of a {@link BlockOdeSystem} by itself, from the values that the others had at
 * the start of the step, as the source notebooks do.
 *
 * <p>This reproduces their numbers; it is no way to accuracy. The blocks see each other frozen, so
 * a coupled system is solved to first order whatever the inner method. With {@link Euler} inside
 * the result is that of {@link Euler} over the whole state. A system without blocks is one block.
 */
public final class PerVariable implements OdeSolver {
  private final OdeSolver inner;
  private final FrozenOthers view = new FrozenOthers();
  private double[] start = new double[0];
  private double[] block = new double[0];

  /**
   * Steps blocks by a given method.
   *
   * @param inner the method. Owned: its scratch memory is used.
   */
  public PerVariable(OdeSolver inner) {
    this.inner = inner;
  }

  @Override
  public void step(OdeSystem system, double time, double[] state, double step) {
    if (!(system instanceof BlockOdeSystem blocks)) {
      inner.step(system, time, state, step);
      return;
    }
    int n = system.dimension();
    if (start.length < n) {
      start = new double[n];
      block = new double[n];
      view.resize(n);
    }
    System.arraycopy(state, 0, start, 0, n);
    for (int b = 0; b < blocks.blockCount(); b++) {
      int first = blocks.blockStart(b);
      int size = blocks.blockStart(b + 1) - first;
      view.look(blocks, b, first, size, start);
      System.arraycopy(start, first, block, 0, size);
      inner.step(view, time, block, step);
      System.arraycopy(block, 0, state, first, size);
    }
  }

  /** One block as a system of its own, while all other variables stand still. */
  private static final class FrozenOthers implements OdeSystem {
    private double[] whole = new double[0];
    private double[] wholeDerivative = new double[0];
    private BlockOdeSystem system = NONE;
    private int block;
    private int first;
    private int size;

    void resize(int dimension) {
      whole = new double[dimension];
      wholeDerivative = new double[dimension];
    }

    void look(BlockOdeSystem system, int block, int first, int size, double[] start) {
      this.system = system;
      this.block = block;
      this.first = first;
      this.size = size;
      System.arraycopy(start, 0, whole, 0, system.dimension());
    }

    @Override
    public int dimension() {
      return size;
    }

    @Override
    public void derivative(double time, double[] state, double[] derivative) {
      System.arraycopy(state, 0, whole, first, size);
      system.blockDerivative(block, time, whole, wholeDerivative);
      System.arraycopy(wholeDerivative, first, derivative, 0, size);
    }
  }

  /** What the view looks at before the first step. */
  private static final BlockOdeSystem NONE =
      new BlockOdeSystem() {
        @Override
        public int dimension() {
          return 0;
        }

        @Override
        public int blockCount() {
          return 1;
        }

        @Override
        public int blockStart(int block) {
          return 0;
        }

        @Override
        public void blockDerivative(int block, double time, double[] state, double[] derivative) {
          // Nothing to compute: there are no variables.
        }
      };
}
