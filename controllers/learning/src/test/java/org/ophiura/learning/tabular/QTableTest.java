package org.ophiura.learning.tabular;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.ophiura.learning.Allocation;
import org.ophiura.learning.ChiSquared;

class QTableTest {
  private static final double[][] ROWS = {{1, -2, 3}, {0.5, 0.5, -4}};

  @Test
  void rowsAreStatesAndColumnsActions() {
    QTable table = QTable.fromRows(ROWS);
    assertEquals(2, table.states());
    assertEquals(3, table.actions());
    assertEquals(3, table.get(0, 2));
    assertEquals(-4, table.get(1, 2));
  }

  @Test
  void rowsReadBackToTheSameBits() {
    QTable table = QTable.uniform(4, 3, 0.001, new SplittableRandom(3));
    assertTrue(Arrays.deepEquals(table.toRows(), QTable.fromRows(table.toRows()).toRows()));
  }

  @Test
  void copiesAreIndependent() {
    QTable table = QTable.fromRows(ROWS);
    QTable copy = table.copy();
    double[][] rows = table.toRows();
    copy.set(0, 0, 99);
    rows[0][1] = 99;
    assertTrue(Arrays.deepEquals(ROWS, table.toRows()));
    assertEquals(99, copy.get(0, 0));
  }

  @Test
  void initialValuesFillTheirInterval() {
    QTable table = QTable.uniform(100, 100, 0.001, new SplittableRandom(9));
    double least = 0;
    double greatest = 0;
    for (double[] row : table.toRows()) {
      for (double value : row) {
        least = Math.min(least, value);
        greatest = Math.max(greatest, value);
      }
    }
    assertTrue(least >= -0.001 && least < -0.00099, "least " + least);
    assertTrue(greatest < 0.001 && greatest > 0.00099, "greatest " + greatest);
    assertEquals(0, table.mean(), 4 * 0.001 / Math.sqrt(3) / 100, "four standard errors");
  }

  @Test
  void halfWidthOfZeroGivesZeros() {
    double[][] rows = QTable.uniform(2, 2, 0, new SplittableRandom(9)).toRows();
    assertTrue(Arrays.deepEquals(new double[2][2], rows));
  }

  @Test
  void maximumAndMeanAreThoseOfTheValues() {
    QTable table = QTable.fromRows(ROWS);
    assertEquals(3, table.max(0));
    assertEquals(0.5, table.max(1));
    assertEquals(-1.0 / 6, table.mean(), 1e-16);
    assertEquals(-2, QTable.fromRows(new double[][] {{-3, -2}}).max(0));
  }

  @Test
  void bestActionHasTheGreatestValue() {
    QTable table = QTable.fromRows(ROWS);
    RandomGenerator random = new SplittableRandom(1);
    for (Ties ties : Ties.values()) {
      assertEquals(2, table.best(0, ties, random));
      assertEquals(1, QTable.fromRows(new double[][] {{-3, -2, -9}}).best(0, ties, random));
    }
  }

  @Test
  void randomTiesAreEquallyLikelyAndNothingElseIsChosen() {
    QTable table = QTable.fromRows(new double[][] {{1, 7, 0, 7, 7, -8}});
    long seed = 4711;
    RandomGenerator random = new SplittableRandom(seed);
    int[] counts = new int[6];
    for (int i = 0; i < 30_000; i++) {
      counts[table.best(0, Ties.RANDOM, random)]++;
    }
    assertEquals(0, counts[0] + counts[2] + counts[5]);
    int[] equals = {counts[1], counts[3], counts[4]};
    double third = 1.0 / 3;
    assertTrue(
        ChiSquared.statistic(equals, new double[] {third, third, third}) < ChiSquared.critical(3),
        "seed " + seed + " gave " + Arrays.toString(counts));
  }

  @Test
  void firstOfEqualActionsIsTakenOnRequest() {
    QTable table = QTable.fromRows(new double[][] {{1, 7, 0, 7}});
    RandomGenerator random = new SplittableRandom(1);
    for (int i = 0; i < 100; i++) {
      assertEquals(1, table.best(0, Ties.FIRST, random));
    }
  }

  @Test
  void randomnessIsOnlyDrawnForTies() {
    SplittableRandom used = new SplittableRandom(1);
    QTable.fromRows(ROWS).best(0, Ties.RANDOM, used);
    assertEquals(new SplittableRandom(1).nextLong(), used.nextLong());
  }

  @Test
  void meanOfTablesIsTakenValueByValue() {
    QTable a = QTable.fromRows(new double[][] {{1, 2}, {3, -4}});
    QTable b = QTable.fromRows(new double[][] {{3, 0}, {-3, -8}});
    QTable mean = QTable.zeros(2, 2);
    mean.setToMean(List.of(a, b));
    assertTrue(Arrays.deepEquals(new double[][] {{2, 1}, {0, -6}}, mean.toRows()));
    assertArrayEquals(new double[] {1, 2}, a.toRows()[0]);
  }

  @Test
  void meanOfOneTableIsThatTableBitForBit() {
    QTable table = QTable.uniform(5, 5, 1, new SplittableRandom(2));
    table.set(0, 0, -0.0);
    QTable mean = QTable.uniform(5, 5, 1, new SplittableRandom(3));
    mean.setToMean(List.of(table));
    assertTrue(Arrays.deepEquals(table.toRows(), mean.toRows()));
  }

  @Test
  void tablesOfOtherShapesAreRefused() {
    QTable table = QTable.zeros(2, 3);
    List<QTable> others = List.of(QTable.zeros(3, 2));
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> table.setToMean(others));
    assertEquals("the mean needs tables of 2 x 3, got 3 x 2", e.getMessage());
    assertThrows(IllegalArgumentException.class, () -> table.setToMean(List.of()));
  }

  @Test
  void rowsThatMakeNoTableAreRefusedByPlace() {
    assertRefused("row 1 must have 2 values like row 0, got 1", new double[][] {{1, 2}, {3}});
    assertRefused(
        "value of state 1 and action 0 must be a finite number, got NaN",
        new double[][] {{1, 2}, {Double.NaN, 4}});
    assertRefused("a table needs at least one state and one action, got 0 x 0", new double[0][]);
    assertRefused("a table needs at least one state and one action, got 1 x 0", new double[1][0]);
  }

  @Test
  void readingAllocatesNothing() {
    QTable table = QTable.fromRows(ROWS);
    RandomGenerator random = new SplittableRandom(1);
    double[] sum = new double[1];
    assertEquals(
        0,
        Allocation.leastBytes(
            () -> sum[0] += table.max(0) + table.mean() + table.best(1, Ties.RANDOM, random)));
  }

  private static void assertRefused(String message, double[][] rows) {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> QTable.fromRows(rows));
    assertEquals(message, e.getMessage());
  }

  @Test
  void everyBitOfATableIsSavedAndATableOfAnotherShapeIsRefused() throws IOException {
    QTable table = QTable.zeros(2, 3);
    double[] odd = {Math.nextUp(0.1), -0.0, Double.MIN_VALUE, Double.NaN, 1e300, -1};
    for (int i = 0; i < odd.length; i++) {
      table.set(i / 3, i % 3, odd[i]);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    table.save(new DataOutputStream(bytes));
    QTable loaded = QTable.zeros(2, 3);
    loaded.load(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    assertTrue(Arrays.deepEquals(table.toRows(), loaded.toRows()));
    QTable other = QTable.zeros(3, 2);
    IOException refusal =
        assertThrows(
            IOException.class,
            () -> other.load(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()))));
    assertEquals("the saved table is 2 x 3, this one 3 x 2", refusal.getMessage());
    assertTrue(Arrays.deepEquals(new double[3][2], other.toRows()));
  }
}
