package org.ophiura.learning.tabular;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.random.RandomGenerator;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * Action values: a row per state, a column per action. Mutable; several threads may read it while
 * none writes. Only the methods that say so allocate.
 */
public final class QTable {
  private final DMatrixRMaj values;

  private QTable(DMatrixRMaj values) {
    this.values = values;
  }

  /** Makes a table of zeros. */
  public static QTable zeros(int states, int actions) {
    if (states < 1 || actions < 1) {
      throw new IllegalArgumentException(
          "a table needs at least one state and one action, got " + states + " x " + actions);
    }
    return new QTable(new DMatrixRMaj(states, actions));
  }

  /**
   * Makes a table of values drawn uniformly from [-halfWidth, halfWidth), row by row.
   *
   * @param halfWidth at least 0; 0 draws nothing and gives zeros
   */
  public static QTable uniform(int states, int actions, double halfWidth, RandomGenerator random) {
    QTable table = zeros(states, actions);
    if (halfWidth > 0) {
      for (int i = 0; i < table.values.getNumElements(); i++) {
        table.values.set(i, random.nextDouble(-halfWidth, halfWidth));
      }
    }
    return table;
  }

  /**
   * Makes a table of as many states as actions whose values depend on (action - state) modulo their
   * number alone: the first row is drawn as by {@link #uniform}, the others are its rotations.
   */
  public static QTable symmetric(int arms, double halfWidth, RandomGenerator random) {
    QTable row = uniform(1, arms, halfWidth, random);
    QTable table = zeros(arms, arms);
    for (int action = 0; action < arms; action++) {
      table.setRotations(0, action, row.get(0, action));
    }
    return table;
  }

  /**
   * Makes a table from rows, such as those of a file.
   *
   * @param rows a row per state, all of the same length. Not modified; copied.
   * @throws IllegalArgumentException naming the row that is of another length, or the value that is
   *     not a finite number
   */
  public static QTable fromRows(double[][] rows) {
    QTable table = zeros(rows.length, rows.length == 0 ? 0 : rows[0].length);
    for (int state = 0; state < rows.length; state++) {
      if (rows[state].length != table.actions()) {
        throw new IllegalArgumentException(
            "row "
                + state
                + " must have "
                + table.actions()
                + " values like row 0, got "
                + rows[state].length);
      }
      for (int action = 0; action < table.actions(); action++) {
        double value = rows[state][action];
        if (!Double.isFinite(value)) {
          throw new IllegalArgumentException(
              "value of state "
                  + state
                  + " and action "
                  + action
                  + " must be a finite number, got "
                  + value);
        }
        table.set(state, action, value);
      }
    }
    return table;
  }

  /** All values, a row per state. Allocates a copy. */
  public double[][] toRows() {
    double[][] rows = new double[states()][actions()];
    for (int state = 0; state < states(); state++) {
      for (int action = 0; action < actions(); action++) {
        rows[state][action] = get(state, action);
      }
    }
    return rows;
  }

  /** An independent table of the same values. Allocates. */
  public QTable copy() {
    return new QTable(values.copy());
  }

  /** Number of states. */
  public int states() {
    return values.getNumRows();
  }

  /** Number of actions. */
  public int actions() {
    return values.getNumCols();
  }

  /** Value of an action in a state. */
  public double get(int state, int action) {
    return values.get(state, action);
  }

  /** Changes the value of an action in a state. */
  public void set(int state, int action, double value) {
    values.set(state, action, value);
  }

  /**
   * Changes the value of (state + k, action + k), modulo their number, for every k: what one arm
   * has learned, all know.
   *
   * <p>The table must have as many states as actions.
   */
  public void setRotations(int state, int action, double value) {
    int arms = states();
    for (int k = 0; k < arms; k++) {
      values.set((state + k) % arms, (action + k) % arms, value);
    }
  }

  /**
   * Whether there are as many states as actions, and each value is that of its rotations, bit for
   * bit.
   */
  public boolean isSymmetric() {
    int arms = states();
    if (actions() != arms) {
      return false;
    }
    for (int state = 1; state < arms; state++) {
      for (int action = 0; action < arms; action++) {
        if (get(state, action) != get(0, (action - state + arms) % arms)) {
          return false;
        }
      }
    }
    return true;
  }

  /** Greatest value in a state. */
  public double max(int state) {
    double greatest = values.get(state, 0);
    for (int action = 1; action < actions(); action++) {
      greatest = Math.max(greatest, values.get(state, action));
    }
    return greatest;
  }

  /**
   * An action of the greatest value in a state.
   *
   * @param random used only when there is a tie that is to be broken at random
   */
  public int best(int state, Ties ties, RandomGenerator random) {
    double greatest = values.get(state, 0);
    int first = 0;
    int equals = 1;
    for (int action = 1; action < actions(); action++) {
      double value = values.get(state, action);
      if (value > greatest) {
        greatest = value;
        first = action;
        equals = 1;
      } else if (value == greatest) {
        equals++;
      }
    }
    return equals == 1 || ties == Ties.FIRST ? first : equal(state, first, random.nextInt(equals));
  }

  /** The action that has as much value as {@code first} and {@code skipped} such in between. */
  private int equal(int state, int first, int skipped) {
    double value = values.get(state, first);
    int action = first;
    for (int left = skipped; left > 0; left--) {
      do {
        action++;
      } while (values.get(state, action) != value);
    }
    return action;
  }

  /** Mean of all values. */
  public double mean() {
    return CommonOps_DDRM.elementSum(values) / values.getNumElements();
  }

  /** Takes all values from another table of the same shape. Allocates nothing. */
  public void set(QTable other) {
    requireShape(other, "copying");
    values.setTo(other.values);
  }

  private void requireShape(QTable other, String what) {
    if (other.states() != states() || other.actions() != actions()) {
      throw new IllegalArgumentException(
          what
              + " needs tables of "
              + states()
              + " x "
              + actions()
              + ", got "
              + other.states()
              + " x "
              + other.actions());
    }
  }

  /**
   * Replaces all values by the means of those of other tables, summed in the order of the list; of
   * one table it takes the values bit for bit.
   *
   * @param tables at least one, of the same shape; this table may be among them if it comes first.
   *     Not modified.
   */
  public void setToMean(List<QTable> tables) {
    if (tables.isEmpty()) {
      throw new IllegalArgumentException("the mean needs at least one table");
    }
    for (QTable table : tables) {
      requireShape(table, "the mean");
    }
    values.setTo(tables.get(0).values);
    for (QTable table : tables.subList(1, tables.size())) {
      CommonOps_DDRM.addEquals(values, table.values);
    }
    CommonOps_DDRM.divide(values, tables.size());
  }

  /** Writes shape and values, bit for bit. */
  public void save(DataOutput out) throws IOException {
    out.writeInt(states());
    out.writeInt(actions());
    for (int i = 0; i < values.getNumElements(); i++) {
      out.writeLong(Double.doubleToRawLongBits(values.get(i)));
    }
  }

  /**
   * Replaces all values by those that {@link #save} wrote.
   *
   * @throws IOException if they are of a table of another shape; nothing has changed then
   */
  public void load(DataInput in) throws IOException {
    int savedStates = in.readInt();
    int savedActions = in.readInt();
    if (savedStates != states() || savedActions != actions()) {
      throw new IOException(
          "the saved table is "
              + savedStates
              + " x "
              + savedActions
              + ", this one "
              + states()
              + " x "
              + actions());
    }
    for (int i = 0; i < values.getNumElements(); i++) {
      values.set(i, Double.longBitsToDouble(in.readLong()));
    }
  }
}
