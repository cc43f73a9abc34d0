package org.ophiura.sim.environment;

import java.util.List;
import java.util.random.RandomGenerator;

/** The set of values that an observation or an action may have. */
public sealed interface Space {

  /** Numbers that a value takes in an array. */
  int dimension();

  /**
   * Whether a value belongs to it.
   *
   * @param value at least {@link #dimension()} numbers. Not modified.
   */
  boolean contains(double[] value);

  /**
   * Draws a value; unbounded dimensions are drawn from the standard normal distribution.
   *
   * @param out at least {@link #dimension()} numbers. Modified.
   */
  void sample(RandomGenerator random, double[] out);

  /**
   * One of several things, numbered from 0.
   *
   * @param names of all of them
   */
  record Discrete(List<String> names) implements Space {
    /** Copies the names. */
    public Discrete {
      names = List.copyOf(names);
      if (names.isEmpty()) {
        throw new IllegalArgumentException("a discrete space must hold at least one value, got 0");
      }
    }

    /** How many there are. */
    public int count() {
      return names.size();
    }

    @Override
    public int dimension() {
      return 1;
    }

    @Override
    public boolean contains(double[] value) {
      return value[0] == Math.rint(value[0]) && value[0] >= 0 && value[0] < count();
    }

    @Override
    public void sample(RandomGenerator random, double[] out) {
      out[0] = random.nextInt(count());
    }
  }

  /**
   * A vector of numbers, each within bounds; a bound may be infinite.
   *
   * @param dimensions name and bounds of each number
   */
  record Box(List<Dimension> dimensions) implements Space {
    /** Copies the dimensions. */
    public Box {
      dimensions = List.copyOf(dimensions);
    }

    /**
     * One number.
     *
     * @param name what it is
     * @param unit its SI unit; empty for a pure number
     * @param low least value
     * @param high greatest value
     */
    public record Dimension(String name, String unit, double low, double high) {
      /** Checks the order of the bounds. */
      public Dimension {
        if (!(low <= high)) {
          throw new IllegalArgumentException(
              name + " must have low <= high, got " + low + " and " + high);
        }
      }
    }

    @Override
    public int dimension() {
      return dimensions.size();
    }

    @Override
    public boolean contains(double[] value) {
      for (int i = 0; i < dimensions.size(); i++) {
        if (!(value[i] >= dimensions.get(i).low() && value[i] <= dimensions.get(i).high())) {
          return false;
        }
      }
      return true;
    }

    @Override
    public void sample(RandomGenerator random, double[] out) {
      for (int i = 0; i < dimensions.size(); i++) {
        double low = dimensions.get(i).low();
        double high = dimensions.get(i).high();
        if (Double.isInfinite(low) && Double.isInfinite(high)) {
          out[i] = random.nextGaussian();
        } else if (Double.isInfinite(high)) {
          out[i] = low + random.nextExponential();
        } else if (Double.isInfinite(low)) {
          out[i] = high - random.nextExponential();
        } else {
          out[i] = low + (high - low) * random.nextDouble();
        }
      }
    }
  }

  /**
   * A picture, or several of them stacked: numbers from 0 to 255 without fractions, channel by
   * channel, each row by row from the top left.
   *
   * @param height rows
   * @param width columns
   * @param channels colours, or pictures of successive times
   */
  record Image(int height, int width, int channels) implements Space {
    private static final int BRIGHTEST = 255;

    /** Checks that there is something to see. */
    public Image {
      if (height < 1 || width < 1 || channels < 1) {
        throw new IllegalArgumentException(
            "a picture must have pixels, got " + height + " by " + width + " by " + channels);
      }
    }

    @Override
    public int dimension() {
      return height * width * channels;
    }

    @Override
    public boolean contains(double[] value) {
      for (int i = 0; i < dimension(); i++) {
        if (!(value[i] >= 0 && value[i] <= BRIGHTEST && value[i] == Math.rint(value[i]))) {
          return false;
        }
      }
      return true;
    }

    @Override
    public void sample(RandomGenerator random, double[] out) {
      for (int i = 0; i < dimension(); i++) {
        out[i] = random.nextInt(BRIGHTEST + 1);
      }
    }
  }
}
