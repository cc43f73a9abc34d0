package org.ophiura.app.problem;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ophiura.learning.method.Method;
import org.ophiura.sim.environment.Space;
import org.ophiura.sim.environment.Spaces;

/**
 * What a method holds each action in each state to be worth.
 *
 * @param states their names
 * @param actions their names
 * @param table a row for each state, a number for each action
 */
public record ActionValues(List<String> states, List<String> actions, List<double[]> table) {

  /** Asks a method; empty if states have no numbers, or it has no opinion. */
  public static Optional<ActionValues> of(Problem problem, Method method) {
    Spaces spaces = problem.environment().spaces();
    if (!(spaces.observation() instanceof Space.Discrete states)) {
      return Optional.empty();
    }
    List<double[]> table = new ArrayList<>();
    for (int state = 0; state < states.count(); state++) {
      double[] row = new double[spaces.actions().count()];
      if (!method.worth(new double[] {state}, row)) {
        return Optional.empty();
      }
      table.add(row);
    }
    return Optional.of(new ActionValues(states.names(), spaces.actions().names(), table));
  }
}
