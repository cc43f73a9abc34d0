package org.ophiura.learning.planning;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.random.RandomGenerator;
import org.ophiura.learning.method.Method;
import org.ophiura.learning.method.TrainingLog;
import org.ophiura.learning.method.VectorPolicy;
import org.ophiura.learning.tabular.QTable;
import org.ophiura.learning.tabular.Ties;
import org.ophiura.sim.environment.Environment;

/**
 * Planning by sweeps over a counted model: each iteration takes some random steps, which feed the
 * model, then sweeps once over all states, in place. The steps of evaluations feed the model too.
 *
 * <p>A random walk begins anew with each iteration, so that it can be saved between them.
 */
final class Planning implements Method {

  /** How a sweep renews the values of one state. */
  enum Sweep {
    /** V(s) becomes max_a sum_s' p (r + gamma V(s')): value iteration. */
    VALUES {
      @Override
      void renew(Planning planning, int state) {
        double best = Double.NEGATIVE_INFINITY;
        for (int action = 0; action < planning.actions; action++) {
          best = Math.max(best, planning.worth(state, action));
        }
        planning.values[state] = best;
      }
    },
    /** Q(s, a) becomes sum_s' p (r + gamma max_a' Q(s', a')): Q iteration. */
    ACTION_VALUES {
      @Override
      void renew(Planning planning, int state) {
        for (int action = 0; action < planning.actions; action++) {
          planning.table.set(state, action, planning.worth(state, action));
          planning.values[state] = planning.table.max(state);
        }
      }
    };

    abstract void renew(Planning planning, int state);
  }

  private final PlanningSettings settings;
  private final Sweep sweep;
  private final int actions;
  private final CountedModel model;
  private final double[] values;
  private final QTable table;
  private final VectorPolicy greedy;

  Planning(PlanningSettings settings, Sweep sweep, int states, int actions) {
    this.settings = settings;
    this.sweep = sweep;
    this.actions = actions;
    model = new CountedModel(states, actions);
    values = new double[states];
    table = QTable.zeros(states, actions);
    greedy = (observation, random) -> table.best((int) observation[0], Ties.RANDOM, random);
  }

  private double worth(int state, int action) {
    return model.worth(state, action, settings.gamma(), values);
  }

  /** The values of the actions, live. */
  QTable table() {
    return table;
  }

  @Override
  public void iterate(
      Environment environment, Progress progress, RandomGenerator random, TrainingLog log) {
    walk(environment, random, log);
    for (int state = 0; state < values.length; state++) {
      sweep.renew(this, state);
    }
    if (sweep == Sweep.VALUES) { // What is known of the actions follows from the values.
      for (int state = 0; state < values.length; state++) {
        for (int action = 0; action < actions; action++) {
          table.set(state, action, worth(state, action));
        }
      }
    }
  }

  private void walk(Environment environment, RandomGenerator random, TrainingLog log) {
    environment.reset(random);
    double total = 0;
    int steps = 0;
    for (int i = 0; i < settings.randomSteps(); i++) {
      int state = environment.state();
      int action = random.nextInt(actions);
      environment.step(action);
      witness(state, action, environment.reward(), environment.state(), environment.terminated());
      total += environment.reward();
      steps++;
      if (environment.over()) {
        log.episode(total, steps);
        total = 0;
        steps = 0;
        environment.reset(random);
      }
    }
  }

  @Override
  public void witness(int state, int action, double reward, int next, boolean terminated) {
    model.count(state, action, reward, next, terminated);
  }

  @Override
  public VectorPolicy greedy() {
    return greedy;
  }

  @Override
  public boolean worth(double[] observation, double[] out) {
    for (int action = 0; action < actions; action++) {
      out[action] = table.get((int) observation[0], action);
    }
    return true;
  }

  @Override
  public void savePolicy(DataOutput out) throws IOException {
    table.save(out);
  }

  @Override
  public void loadPolicy(DataInput in) throws IOException {
    table.load(in);
  }

  @Override
  public void save(DataOutput out) throws IOException {
    model.save(out);
    for (double value : values) {
      out.writeDouble(value);
    }
    table.save(out);
  }

  @Override
  public void load(DataInput in) throws IOException {
    model.load(in);
    for (int i = 0; i < values.length; i++) {
      values[i] = in.readDouble();
    }
    table.load(in);
  }
}
