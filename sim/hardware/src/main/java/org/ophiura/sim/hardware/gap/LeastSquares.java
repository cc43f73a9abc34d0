package org.ophiura.sim.hardware.gap;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/**
 * A linear least-squares fit with few unknowns, fed row by row: keeps sums alone, whatever the
 * number of rows. Mutable.
 */
final class LeastSquares {
  /**
   * Least quality of the normal equations, on a scale from 0 to 1, after their columns were brought
   * to one size: below it some unknowns stand for the same thing, as far as the rows tell.
   */
  private static final double LEAST_QUALITY = 1e-9;

  private final int unknowns;
  private final double[] products;
  private final double[] right;
  private double squares;
  private long rows;

  LeastSquares(int unknowns) {
    this.unknowns = unknowns;
    products = new double[unknowns * unknowns];
    right = new double[unknowns];
  }

  /** Forgets all rows. */
  void clear() {
    Arrays.fill(products, 0);
    Arrays.fill(right, 0);
    squares = 0;
    rows = 0;
  }

  /**
   * Adds the equation factors · unknowns = value; one with a number that is not finite is left out.
   *
   * @param factors one for each unknown. Not modified.
   */
  void add(double value, double[] factors) {
    double sum = value;
    for (double factor : factors) {
      sum += factor;
    }
    if (!Double.isFinite(sum)) {
      return;
    }
    for (int i = 0; i < unknowns; i++) {
      right[i] += factors[i] * value;
      for (int j = 0; j < unknowns; j++) {
        products[i * unknowns + j] += factors[i] * factors[j];
      }
    }
    squares += value * value;
    rows++;
  }

  /** Number of equations. */
  long rows() {
    return rows;
  }

  /**
   * The unknowns that fit best.
   *
   * @param values one for each unknown
   * @param errors the standard error of each, if the rows' errors are independent
   * @param rms root-mean-square of what is left of the rows
   */
  record Fit(List<Double> values, List<Double> errors, double rms) {
    double value(int unknown) {
      return values.get(unknown);
    }

    double error(int unknown) {
      return errors.get(unknown);
    }
  }

  /** Fits; empty if the rows do not tell the unknowns apart. */
  Optional<Fit> fit() {
    if (rows <= unknowns) {
      return Optional.empty();
    }
    double[] scales = new double[unknowns];
    for (int i = 0; i < unknowns; i++) {
      scales[i] = Math.sqrt(products[i * unknowns + i]);
      if (scales[i] == 0) {
        return Optional.empty();
      }
    }
    DMatrixRMaj normal = new DMatrixRMaj(unknowns, unknowns);
    DMatrixRMaj scaled = new DMatrixRMaj(unknowns, 1);
    for (int i = 0; i < unknowns; i++) {
      scaled.set(i, 0, right[i] / scales[i]);
      for (int j = 0; j < unknowns; j++) {
        normal.set(i, j, products[i * unknowns + j] / (scales[i] * scales[j]));
      }
    }
    LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.symmPosDef(unknowns);
    if (!solver.setA(normal) || solver.quality() < LEAST_QUALITY) {
      return Optional.empty();
    }
    DMatrixRMaj solution = new DMatrixRMaj(unknowns, 1);
    DMatrixRMaj inverse = new DMatrixRMaj(unknowns, unknowns);
    solver.solve(scaled, solution);
    solver.invert(inverse);
    double left = squares;
    for (int i = 0; i < unknowns; i++) {
      left -= solution.get(i, 0) * right[i] / scales[i];
    }
    double variance = Math.max(0, left) / (rows - unknowns);
    List<Double> values = new ArrayList<>();
    List<Double> errors = new ArrayList<>();
    for (int i = 0; i < unknowns; i++) {
      values.add(solution.get(i, 0) / scales[i]);
      errors.add(Math.sqrt(variance * inverse.get(i, i)) / scales[i]);
    }
    return Optional.of(new Fit(values, errors, Math.sqrt(Math.max(0, left) / rows)));
  }
}
