package org.ophiura.sim.classic.taxi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.ophiura.sim.environment.Environment;
import org.ophiura.sim.environment.EnvironmentContract;
import org.ophiura.sim.environment.TransitionModel;

final class TaxiTest extends EnvironmentContract {
  @Override
  protected Environment newEnvironment() {
    return Taxi.environment(stepLimit());
  }

  @Override
  protected int stepLimit() {
    return 40;
  }

  /** Passenger at yellow (row 4, column 0), taxi there too, to red at the top left. */
  @Test
  void aPassengerIsTakenHome() {
    TransitionModel model = Taxi.model();
    int state = ((4 * 5) * 5 + 2) * 4;
    double total = 0;
    for (int action : new int[] {4, 1, 1, 1, 1, 5}) {
      TransitionModel.Transition step = model.outcomes(state, action).get(0);
      assertEquals(action == 5, step.terminated());
      state = step.next();
      total += step.reward();
    }
    assertEquals(15, total);
    assertEquals(0, state);
  }
}
