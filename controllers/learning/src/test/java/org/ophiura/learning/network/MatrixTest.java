package org.ophiura.learning.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MatrixTest {
  private static final long SEED = 3;

  private final SplittableRandom random = new SplittableRandom(SEED);

  /** Numbers of which every third or so is 0. */
  private double[] numbers(int count) {
    double[] drawn = new double[count];
    for (int i = 0; i < count; i++) {
      drawn[i] = random.nextInt(3) == 0 ? 0 : random.nextDouble(-1, 1);
    }
    return drawn;
  }

  private static Matrix matrix(int rows, int columns, double[] numbers) {
    Matrix matrix = new Matrix(1, 1);
    matrix.setRowByRow(rows, columns, numbers);
    return matrix;
  }

  private static double[] rowByRow(Matrix matrix) {
    double[] out = new double[matrix.rows() * matrix.columns()];
    matrix.copyRowByRow(out);
    return out;
  }

  private static double[] transposed(int rows, int columns, double[] numbers) {
    double[] out = new double[numbers.length];
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        out[column * rows + row] = numbers[row * columns + column];
      }
    }
    return out;
  }

  /** The product by its definition, summed in the order of A's columns. */
  private static double[] product(int rows, int terms, int columns, double[] a, double[] b) {
    double[] out = new double[rows * columns];
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        for (int i = 0; i < terms; i++) {
          out[row * columns + column] += a[row * terms + i] * b[i * columns + column];
        }
      }
    }
    return out;
  }

  @ParameterizedTest
  @CsvSource({"1, 1, 1", "1, 4, 64", "5, 7, 3", "32, 64, 64", "256, 10, 10", "64, 32, 2"})
  void productsAreThoseOfTheDefinitionBitForBit(int rows, int terms, int columns) {
    double[] a = numbers(rows * terms);
    double[] b = numbers(terms * columns);
    double[] expected = product(rows, terms, columns, a, b);
    Matrix out = new Matrix(2, 300);
    out.setToProduct(matrix(rows, terms, a), matrix(terms, columns, b));
    assertArrayEquals(expected, rowByRow(out));
    out.setToTransposedProduct(
        matrix(terms, rows, transposed(rows, terms, a)), matrix(terms, columns, b));
    assertArrayEquals(expected, rowByRow(out));
    out.setToProductTransposed(
        matrix(rows, terms, a), matrix(columns, terms, transposed(terms, columns, b)));
    assertArrayEquals(expected, rowByRow(out));
    assertEquals(rows, out.rows());
    assertEquals(columns, out.columns());
  }

  @Test
  void whatIsChangedByRowIsSeenByColumnAndTheOtherWayRound() {
    Matrix matrix = matrix(2, 3, new double[] {1, 2, 3, 4, 5, 6});
    assertEquals(6, matrix.byColumn()[2][1]);
    matrix.changeByRow()[1][2] = 7;
    assertEquals(7, matrix.byColumn()[2][1]);
    matrix.changeByColumn()[0][1] = 8;
    assertArrayEquals(new double[] {1, 2, 3, 8, 5, 7}, rowByRow(matrix));
  }

  @Test
  void itGrowsAndShrinks() {
    Matrix matrix = matrix(2, 2, new double[] {1, 2, 3, 4});
    double[] numbers = numbers(30);
    matrix.setRowByRow(10, 3, numbers);
    assertArrayEquals(numbers, rowByRow(matrix));
    assertEquals(numbers[5], matrix.byColumn()[2][1]);
    matrix.setRowByRow(1, 2, new double[] {8, 9});
    assertArrayEquals(new double[] {8, 9}, rowByRow(matrix));
    assertEquals(9, matrix.byColumn()[1][0]);
  }

  @Test
  void settingCopies() {
    Matrix matrix = matrix(2, 2, new double[] {1, 2, 3, 4});
    Matrix copy = new Matrix(1, 1);
    copy.set(matrix);
    matrix.changeByColumn()[0][0] = 5;
    assertArrayEquals(new double[] {1, 2, 3, 4}, rowByRow(copy));
    assertEquals(3, copy.byColumn()[0][1]);
  }
}
