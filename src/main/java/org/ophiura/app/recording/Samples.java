package org.ophiura.app.recording;

import java.util.Arrays;

/** Rows of numbers, one per control step; grows as an episode goes on. */
public final class Samples {
  private static final int FIRST_ROWS = 512;

  private final int width;
  private float[] values;
  private int rows;

  Samples(int width) {
    this.width = width;
    values = new float[FIRST_ROWS * width];
  }

  /** Makes room for another row; where it starts. */
  int add() {
    int start = rows * width;
    if (start + width > values.length) {
      values = Arrays.copyOf(values, Math.max(2 * values.length, start + width));
    }
    rows++;
    return start;
  }

  void set(int place, double value) {
    values[place] = (float) value;
  }

  void add(float[] row) {
    int start = add(); // May replace the array.
    System.arraycopy(row, 0, values, start, width);
  }

  /** Number of rows. */
  public int rows() {
    return rows;
  }

  /** Numbers per row. */
  public int width() {
    return width;
  }

  /** One number. */
  public float get(int row, int column) {
    return values[row * width + column];
  }
}
