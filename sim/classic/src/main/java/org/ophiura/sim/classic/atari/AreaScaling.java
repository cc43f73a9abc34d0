package org.ophiura.sim.classic.atari;

/**
 * Makes pictures smaller: each new pixel is the mean of the area that it covers, rounded. Allocates
 * at construction only.
 */
final class AreaScaling {
  private final int width;
  private final int size;
  private final Weights columns;
  private final Weights rows;
  private final double[] narrow;

  /** For each new place: the first old one that it covers, and the shares of it and the next. */
  private static final class Weights {
    private final int[] first;
    private final double[][] shares;

    Weights(int from, int to) {
      first = new int[to];
      shares = new double[to][];
      double scale = (double) from / to;
      for (int place = 0; place < to; place++) {
        double begin = place * scale;
        double end = Math.min(from, begin + scale);
        first[place] = (int) Math.floor(begin);
        int last = Math.min(from, (int) Math.ceil(end - 1e-9));
        shares[place] = new double[last - first[place]];
        for (int i = first[place]; i < last; i++) {
          shares[place][i - first[place]] =
              (Math.min(end, i + 1.0) - Math.max(begin, i)) / (end - begin);
        }
      }
    }
  }

  /**
   * Prepares the scaling.
   *
   * @param size rows and columns of the new pictures
   */
  AreaScaling(int height, int width, int size) {
    this.width = width;
    this.size = size;
    columns = new Weights(width, size);
    rows = new Weights(height, size);
    narrow = new double[height * size];
  }

  /**
   * Scales a picture.
   *
   * @param picture row by row. Not modified.
   * @param out row by row. Modified.
   */
  void scale(int[] picture, int[] out) {
    for (int row = 0; row < narrow.length / size; row++) {
      for (int column = 0; column < size; column++) {
        double[] shares = columns.shares[column];
        int from = row * width + columns.first[column];
        double sum = 0;
        for (int i = 0; i < shares.length; i++) {
          sum += shares[i] * picture[from + i];
        }
        narrow[row * size + column] = sum;
      }
    }
    for (int row = 0; row < size; row++) {
      double[] shares = rows.shares[row];
      for (int column = 0; column < size; column++) {
        double sum = 0;
        for (int i = 0; i < shares.length; i++) {
          sum += shares[i] * narrow[(rows.first[row] + i) * size + column];
        }
        out[row * size + column] = (int) Math.rint(sum);
      }
    }
  }
}
