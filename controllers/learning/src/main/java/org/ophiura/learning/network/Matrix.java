package org.ophiura.learning.network;

import java.util.Arrays;

/**
 * A matrix for products of small size, kept by rows, by columns, or both: each is made from the
 * other when it is asked for. Grows to the largest shape that was asked for, then allocates
 * nothing.
 *
 * <p>Every row and column is an array of its own, and all arrays of a loop are read at the same
 * index: that is what HotSpot needs to turn the loop into vector instructions.
 */
final class Matrix {
  /** A product is computed by columns if it has this many times more rows than columns. */
  private static final int TALL = 4;

  private int rows;
  private int columns;
  private double[][] byRow = {};
  private double[][] byColumn = {};
  private boolean rowsCurrent = true;
  private boolean columnsCurrent = true;
  private int[] places = {};

  /** Makes a matrix of zeros. */
  Matrix(int rows, int columns) {
    reshape(rows, columns);
  }

  int rows() {
    return rows;
  }

  int columns() {
    return columns;
  }

  /** Changes the shape; what numbers it holds then is open. */
  void reshape(int newRows, int newColumns) {
    int mostRows = Math.max(newRows, byRow.length);
    int mostColumns = Math.max(newColumns, byColumn.length);
    if (mostRows > byRow.length || mostColumns > byColumn.length) {
      byRow = new double[mostRows][mostColumns];
      byColumn = new double[mostColumns][mostRows];
    }
    rows = newRows;
    columns = newColumns;
  }

  /** The rows, to be read. They may be longer than the matrix is wide. */
  double[][] byRow() {
    if (!rowsCurrent) {
      transpose(byColumn, columns, rows, byRow);
      rowsCurrent = true;
    }
    return byRow;
  }

  /** The columns, to be read. They may be longer than the matrix is high. */
  double[][] byColumn() {
    if (!columnsCurrent) {
      transpose(byRow, rows, columns, byColumn);
      columnsCurrent = true;
    }
    return byColumn;
  }

  /** The rows, to be written: what is changed in them counts. */
  double[][] changeByRow() {
    byRow();
    columnsCurrent = false;
    return byRow;
  }

  /** The columns, to be written. */
  double[][] changeByColumn() {
    byColumn();
    rowsCurrent = false;
    return byColumn;
  }

  /** Whether the rows are at hand; if not, the columns are. */
  boolean hasRows() {
    return rowsCurrent;
  }

  private static void transpose(double[][] from, int lines, int length, double[][] to) {
    int line = 0;
    for (; line + 4 <= lines; line += 4) {
      double[] a = from[line];
      double[] b = from[line + 1];
      double[] c = from[line + 2];
      double[] d = from[line + 3];
      for (int i = 0; i < length; i++) {
        double[] across = to[i];
        across[line] = a[i];
        across[line + 1] = b[i];
        across[line + 2] = c[i];
        across[line + 3] = d[i];
      }
    }
    for (; line < lines; line++) {
      double[] a = from[line];
      for (int i = 0; i < length; i++) {
        to[i][line] = a[i];
      }
    }
  }

  /**
   * Becomes A B. Takes the shape. Every number is summed in the order of A's columns, whichever way
   * it is computed, so the way changes no bit.
   *
   * @param a not this matrix. Not modified.
   * @param b not this matrix. Not modified.
   */
  void setToProduct(Matrix a, Matrix b) {
    reshape(a.rows, b.columns);
    rowsCurrent = rows < TALL * columns;
    columnsCurrent = !rowsCurrent;
    if (rowsCurrent) {
      combine(a.byRow(), rows, a.columns, b.byRow(), columns, byRow);
    } else {
      combine(b.byColumn(), columns, a.columns, a.byColumn(), rows, byColumn);
    }
  }

  /** Becomes the product of the transpose of A with B; see {@link #setToProduct}. */
  void setToTransposedProduct(Matrix a, Matrix b) {
    reshape(a.columns, b.columns);
    rowsCurrent = rows < TALL * columns;
    columnsCurrent = !rowsCurrent;
    if (rowsCurrent) {
      combine(a.byColumn(), rows, a.rows, b.byRow(), columns, byRow);
    } else {
      combine(b.byColumn(), columns, a.rows, a.byRow(), rows, byColumn);
    }
  }

  /** Becomes the product of A with the transpose of B; see {@link #setToProduct}. */
  void setToProductTransposed(Matrix a, Matrix b) {
    reshape(a.rows, b.rows);
    rowsCurrent = rows < TALL * columns;
    columnsCurrent = !rowsCurrent;
    if (rowsCurrent) {
      combine(a.byRow(), rows, a.columns, b.byColumn(), columns, byRow);
    } else {
      combine(b.byRow(), columns, a.columns, a.byColumn(), rows, byColumn);
    }
  }

  /**
   * Makes each line of {@code out} the sum of {@code lines}, each times its factor. Factors of 0
   * are left out: of the rectified values of a hidden layer and their gradients, half are.
   */
  private void combine(
      double[][] factors, int count, int terms, double[][] lines, int length, double[][] out) {
    if (places.length < terms) {
      places = new int[terms];
    }
    for (int i = 0; i < count; i++) {
      combine(factors[i], notZero(factors[i], terms), lines, length, out[i]);
    }
  }

  /** Collects the places of the numbers other than 0, without a branch. */
  private int notZero(double[] numbers, int count) {
    int found = 0;
    for (int i = 0; i < count; i++) {
      places[found] = i;
      found += numbers[i] != 0 ? 1 : 0;
    }
    return found;
  }

  private void combine(double[] factors, int terms, double[][] lines, int length, double[] out) {
    Arrays.fill(out, 0, length, 0);
    int term = 0;
    for (; term + 4 <= terms; term += 4) {
      int i = places[term];
      int j = places[term + 1];
      int k = places[term + 2];
      int l = places[term + 3];
      add(
          factors[i],
          lines[i],
          factors[j],
          lines[j],
          factors[k],
          lines[k],
          factors[l],
          lines[l],
          length,
          out);
    }
    for (; term < terms; term++) {
      add(factors[places[term]], lines[places[term]], length, out);
    }
  }

  /** Four terms at once: a sum is loaded and stored once for all of them. */
  private static void add(
      double f1,
      double[] a,
      double f2,
      double[] b,
      double f3,
      double[] c,
      double f4,
      double[] d,
      int length,
      double[] out) {
    for (int i = 0; i < length; i++) {
      out[i] = out[i] + f1 * a[i] + f2 * b[i] + f3 * c[i] + f4 * d[i];
    }
  }

  private static void add(double factor, double[] line, int length, double[] out) {
    for (int i = 0; i < length; i++) {
      out[i] += factor * line[i];
    }
  }

  /** Takes over shape and numbers. */
  void set(Matrix other) {
    reshape(other.rows, other.columns);
    double[][] from = other.byRow();
    for (int row = 0; row < rows; row++) {
      System.arraycopy(from[row], 0, byRow[row], 0, columns);
    }
    rowsCurrent = true;
    columnsCurrent = false;
  }

  /** Takes over numbers that stand row by row in {@code numbers}. Not modified. */
  void setRowByRow(int newRows, int newColumns, double[] numbers) {
    reshape(newRows, newColumns);
    for (int row = 0; row < rows; row++) {
      System.arraycopy(numbers, row * columns, byRow[row], 0, columns);
    }
    rowsCurrent = true;
    columnsCurrent = false;
  }

  /** Writes its numbers row by row. */
  void copyRowByRow(double[] out) {
    double[][] from = byRow();
    for (int row = 0; row < rows; row++) {
      System.arraycopy(from[row], 0, out, row * columns, columns);
    }
  }
}
