package org.ophiura.app.controller.excitation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.ophiura.app.Trials;
import org.ophiura.app.controller.ControllerContract;
import org.ophiura.app.trial.Trial;
import org.ophiura.sim.ActuatorSpec;
import org.ophiura.sim.Controller;
import org.ophiura.sim.JointCommand;
import org.ophiura.sim.Plant;
import org.ophiura.sim.plugin.SettingException;

final class FrequencySweepTest extends ControllerContract {
  private static final FrequencySweepSettings SETTINGS =
      new FrequencySweepSettings(0.5, 2, 10, 0.25, 1.3);
  private static final double PERIOD_SECONDS = 0.02;

  @Override
  protected Plant newPlant() {
    try (Trial trial = Trial.openPlant(Trials.small())) {
      return trial.plants().newPlant();
    }
  }

  @Override
  protected Controller newController(Plant plant) {
    return new FrequencySweepPlugin()
        .create(SETTINGS, plant.layout(), plant.controlPeriodSeconds());
  }

  @Test
  void frequencyRisesAndFallsAndEachActuatorSwingsAboutItsMiddle() {
    try (Plant plant = newPlant()) {
      FrequencySweep sweep = new FrequencySweep(SETTINGS, plant.layout());
      sweep.reset(plant.state(), new SplittableRandom(1));
      JointCommand command = new JointCommand(plant.layout());
      ActuatorSpec actuator = plant.layout().actuators().get(0);
      double quarter = 0.25 * (actuator.upper() - actuator.lower()) / 2;
      // In octaves as fast up as down: the middle one of 0.5 and 2 is 1.
      Map<Integer, Double> expected = Map.of(0, 0.5, 250, 1.0, 500, 2.0, 750, 1.0);
      double least = Double.POSITIVE_INFINITY;
      double greatest = Double.NEGATIVE_INFINITY;
      for (int tick = 0; tick < 1000; tick++) {
        if (expected.containsKey(tick)) {
          assertEquals(expected.get(tick), sweep.frequency(), 1e-9, "tick " + tick);
        }
        sweep.update(plant.state(), PERIOD_SECONDS, command);
        least = Math.min(least, command.get(0));
        greatest = Math.max(greatest, command.get(0));
      }
      double middle = (actuator.lower() + actuator.upper()) / 2;
      assertEquals(middle - quarter, least, 0.01 * quarter);
      assertEquals(middle + quarter, greatest, 0.01 * quarter);
    }
  }

  @Test
  void frequenciesThatFallAreRefused() {
    SettingException refused =
        assertThrows(
            SettingException.class, () -> new FrequencySweepSettings(2, 0.5, 10, 0.25, 1.3));
    assertTrue(refused.getMessage().contains("must be >= lowest-frequency"), refused.getMessage());
  }
}
