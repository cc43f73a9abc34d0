package org.ophiura.app.hil.gap;

import java.util.Arrays;
import java.util.List;
import org.hipparchus.exception.MathIllegalStateException;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.DecompositionSolver;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.hipparchus.optim.nonlinear.scalar.noderiv.SimplexOptimizer;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LeastSquaresBuilder;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LevenbergMarquardtOptimizer;
import org.hipparchus.optim.nonlinear.vector.leastsquares.ValueAndJacobianFunction;
import org.hipparchus.util.Pair;
import org.ophiura.sim.hardware.gap.JointGap;
import org.ophiura.sim.hardware.gap.MotionLog;
import org.ophiura.sim.mujoco.plugin.MujocoPlantSettings;

/**
 * Finds the model of the joints whose open-loop simulation is closest to the angles of a log, by
 * Levenberg and Marquardt's method with differences for derivatives. Gain, damping and armature are
 * searched by their logarithm. To a slow gait, delay and the lag of a soft servo (damping over
 * gain) are nearly the same: so their sum is searched in place of the delay, and what tells them
 * apart stands in the derivative by the gain alone. Where servos say what they give, the gain that
 * this tells has a vote too. Deterministic.
 */
public final class ModelFit {
  /** Share of the log that is fitted; the rest judges. */
  public static final double FITTED_SHARE = 0.7;

  private static final int PARAMETERS = 4;
  private static final int LAG = 3;

  /** Where a value is 0, the search starts from here. */
  private static final double LEAST_START = 1e-3;

  /** The search stays within a factor of 50 of where it starts. */
  private static final double WIDEST = Math.log(50);

  /**
   * Steps of the differences, of a logarithm and in periods: so large that what they change is more
   * than what contacts, which small differences decide, change by chance.
   */
  private static final double STEP = 0.1;

  private static final double LONGEST_DELAY = 0.5;
  private static final int MOST_EVALUATIONS = 40;

  /** Contacts can end a search early: it goes on from the best while that makes it better. */
  private static final int MOST_STARTS = 4;

  private static final double WORTH_IT = 0.99;
  private static final int POLISHING_EVALUATIONS = 100;
  private static final double[] POLISHING_STEPS = {0.02, 0.1, 0.05, 0.2};
  private static final double SMALL_PROGRESS = 1e-5;
  private static final double SMALL_STEP = 1e-4;

  /** How sure the gain is that the servos' loads tell (own choice), as a part of it. */
  private static final double TOLD_GAIN_ERROR = 0.01;

  /** Ticks in which a joint's error is much the same: so many count as one (own choice). */
  private static final double TICKS_OF_A_KIND = 50;

  private final OpenLoop loop;
  private final JointModel start;
  private final double period;
  private final double gainWeight;
  private RealVector best = new ArrayRealVector(PARAMETERS);
  private double least = Double.POSITIVE_INFINITY;

  private ModelFit(OpenLoop loop, FitStart start, double period) {
    this.loop = loop;
    this.start = start.model();
    gainWeight =
        start.gainTold()
            ? OpenLoop.rms(loop.votes(start.model()))
                * Math.sqrt(loop.size() / TICKS_OF_A_KIND)
                / TOLD_GAIN_ERROR
            : 0;
    this.period = period;
  }

  /**
   * Fits the first part of a log and judges by the rest.
   *
   * @param simulation that is to come close to the robot
   * @param joints of the log; see {@link FitStart}
   * @throws org.ophiura.sim.plugin.SettingException if it is not one of a brittle star with servos
   * @throws org.ophiura.app.results.UserException if the log is too short
   */
  public static FittedModel of(
      MujocoPlantSettings simulation, MotionLog log, List<JointGap> joints) {
    JointModel before = JointModel.of(simulation);
    OpenLoop fitted = new OpenLoop(simulation, log.first(FITTED_SHARE));
    OpenLoop judge = new OpenLoop(simulation, log.rest(FITTED_SHARE));
    ModelFit fit =
        new ModelFit(
            fitted,
            FitStart.of(simulation, fitted, joints, log.periodSeconds()),
            log.periodSeconds());
    JointModel after = fit.search();
    return new FittedModel(
        before,
        after,
        fit.standardErrors(after),
        Agreement.of(fitted, log.joints(), before, after),
        Agreement.of(judge, log.joints(), before, after));
  }

  private JointModel search() {
    best =
        new ArrayRealVector(
            new double[] {0, 0, 0, lagTicks(start) + start.commandDelay() / period});
    double before;
    int starts = 0;
    do {
      before = least;
      search(best.toArray());
      starts++;
    } while (starts < MOST_STARTS && !(least > WORTH_IT * before));
    polish();
    return model(best);
  }

  /**
   * Goes on from the best without derivatives, by Nelder and Mead's method: along the valley of
   * damping and delay the floor is so flat that contacts hide its slope.
   */
  private void polish() {
    Simulation simulation = new Simulation();
    try {
      new SimplexOptimizer(SMALL_PROGRESS, 0)
          .optimize(
              GoalType.MINIMIZE,
              new InitialGuess(best.toArray()),
              new NelderMeadSimplex(POLISHING_STEPS),
              new MaxEval(POLISHING_EVALUATIONS),
              new ObjectiveFunction(
                  point ->
                      OpenLoop.rms(
                          simulation.errors(inside(new ArrayRealVector(point)).toArray()))));
    } catch (MathIllegalStateException e) {
      // It has tried often enough: the best is kept.
    }
  }

  private void search(double[] from) {
    try {
      new LevenbergMarquardtOptimizer()
          .withCostRelativeTolerance(SMALL_PROGRESS)
          .withParameterRelativeTolerance(SMALL_STEP)
          .optimize(
              new LeastSquaresBuilder()
                  .start(from)
                  .target(new double[loop.size() + 1])
                  .model(new Simulation())
                  .parameterValidator(this::inside)
                  .lazyEvaluation(true)
                  .maxEvaluations(MOST_EVALUATIONS)
                  .maxIterations(MOST_EVALUATIONS)
                  .build());
    } catch (MathIllegalStateException e) {
      // It has tried often enough, or makes no more progress: the best is kept.
    }
  }

  /** What a joint lags behind a slow command of no delay, in periods. */
  private double lagTicks(JointModel model) {
    return model.damping() / model.positionGain() / period;
  }

  private RealVector inside(RealVector point) {
    RealVector inside = point.copy();
    for (int i = 0; i < LAG; i++) {
      inside.setEntry(i, Math.max(-WIDEST, Math.min(WIDEST, point.getEntry(i))));
    }
    inside.setEntry(LAG, Math.max(0, point.getEntry(LAG)));
    return inside;
  }

  private JointModel model(RealVector point) {
    JointModel prompt =
        new JointModel(
            scaled(start.positionGain(), point.getEntry(0)),
            scaled(start.damping(), point.getEntry(1)),
            scaled(start.armature(), point.getEntry(2)),
            0);
    double delay = Math.max(0, point.getEntry(LAG) - lagTicks(prompt)) * period;
    return new JointModel(
        prompt.positionGain(), prompt.damping(), prompt.armature(), Math.min(LONGEST_DELAY, delay));
  }

  private static double scaled(double value, double logarithm) {
    return Math.max(LEAST_START, value) * Math.exp(logarithm);
  }

  /** Errors and their derivatives. */
  private final class Simulation implements ValueAndJacobianFunction {
    private double[] latestPoint = new double[0];
    private double[] latest = new double[0];

    @Override
    public Pair<RealVector, RealMatrix> value(RealVector point) {
      return new Pair<>(computeValue(point.toArray()), computeJacobian(point.toArray()));
    }

    @Override
    public RealVector computeValue(double[] point) {
      return new ArrayRealVector(errors(point), false);
    }

    @Override
    public RealMatrix computeJacobian(double[] point) {
      return new Array2DRowRealMatrix(jacobian(point), false);
    }

    private double[] errors(double[] point) {
      if (!Arrays.equals(point, latestPoint)) {
        latestPoint = point.clone();
        latest = votes(point);
        double rms = OpenLoop.rms(latest);
        if (rms < least) {
          least = rms;
          best = new ArrayRealVector(point);
        }
      }
      return latest;
    }
  }

  /** The simulation's votes, and one of the servos' loads: how far the gain is from theirs. */
  private double[] votes(double[] point) {
    double[] all = Arrays.copyOf(loop.votes(model(new ArrayRealVector(point))), loop.size() + 1);
    all[loop.size()] = gainWeight * point[0];
    return all;
  }

  private double[] moved(double[] point, int parameter, double step) {
    double[] moved = point.clone();
    moved[parameter] += step;
    return votes(moved);
  }

  private double[][] jacobian(double[] point) {
    double[][] rows = new double[loop.size() + 1][PARAMETERS];
    for (int parameter = 0; parameter < PARAMETERS; parameter++) {
      double[] above = moved(point, parameter, STEP);
      double[] below = moved(point, parameter, -STEP);
      for (int i = 0; i < rows.length; i++) {
        rows[i][parameter] = (above[i] - below[i]) / (2 * STEP);
      }
    }
    return rows;
  }

  /**
   * Standard errors of the values. The errors of a joint in a window go together, those of others
   * do not: so each joint in each window gives one vote, and the spread of the votes counts, not
   * the number of ticks (the "sandwich" of Liang and Zeger 1986, doi 10.1093/biomet/73.1.13).
   *
   * @return NaN where the log does not tell the values apart
   */
  private List<Double> standardErrors(JointModel found) {
    double[] errors = votes(best.toArray());
    RealMatrix jacobian = new Array2DRowRealMatrix(jacobian(best.toArray()), false);
    RealVector told = jacobian.getRowVector(loop.size()).mapMultiply(errors[loop.size()]);
    RealMatrix votes = told.outerProduct(told);
    List<Integer> borders = loop.borders();
    for (int window = 0; window + 1 < borders.size(); window++) {
      for (int joint = 0; joint < loop.joints(); joint++) {
        RealVector vote = new ArrayRealVector(PARAMETERS);
        for (int i = borders.get(window) + joint; i < borders.get(window + 1); i += loop.joints()) {
          vote.combineToSelf(1, errors[i], jacobian.getRowVector(i));
        }
        votes = votes.add(vote.outerProduct(vote));
      }
    }
    DecompositionSolver normal =
        new LUDecomposition(jacobian.transposeMultiply(jacobian)).getSolver();
    if (!normal.isNonSingular()) {
      return List.of(Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    }
    RealMatrix bread = normal.getInverse();
    RealMatrix covariance = bread.multiply(votes).multiply(bread);
    return List.of(
        found.positionGain() * deviation(covariance, 0),
        found.damping() * deviation(covariance, 1),
        found.armature() * deviation(covariance, 2),
        delayDeviation(found, covariance));
  }

  /** Of the lag, less damping over gain: by the derivatives of that. */
  private double delayDeviation(JointModel found, RealMatrix covariance) {
    double lag = lagTicks(found);
    RealVector slope = new ArrayRealVector(new double[] {lag, -lag, 0, 1});
    return period * Math.sqrt(slope.dotProduct(covariance.operate(slope)));
  }

  private static double deviation(RealMatrix covariance, int parameter) {
    return Math.sqrt(covariance.getEntry(parameter, parameter));
  }
}
