package org.ophiura.learning.tabular;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ophiura.sim.plugin.SettingException;

class QLearningSettingsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "0; 0.9; 1; 1; 0.001; alpha must be in (0, 1], got 0",
        "1.5; 0.9; 1; 1; 0.001; alpha must be in (0, 1], got 1.5",
        "NaN; 0.9; 1; 1; 0.001; alpha must be in (0, 1], got NaN",
        "0.1; -0.1; 1; 1; 0.001; gamma must be in [0, 1], got -0.1",
        "0.1; 0.9; 0; 1; 0.001; steps must be in [1, 1000000] (decisions), got 0",
        "0.1; 0.9; 1; 0; 0.001; hold-decisions must be in [1, 1000000] (decisions), got 0",
        "0.1; 0.9; 1; 1; -1; initial-half-width must be in [0, 1000000], got -1",
        "0.1; 0.9; 1; 1; Infinity; initial-half-width must be in [0, 1000000], got Infinity",
      })
  void settingOutOfRangeIsRefusedByName(
      double alpha, double gamma, int steps, int hold, double halfWidth, String message) {
    SettingException e =
        assertThrows(
            SettingException.class,
            () ->
                new QLearningSettings(
                    alpha,
                    gamma,
                    steps,
                    QLearnerSamples.constant(0.3),
                    hold,
                    halfWidth,
                    Ties.RANDOM,
                    false,
                    false));
    assertEquals(message, e.getMessage());
  }

  @Test
  void initialTableIsDrawnFromTheContextsRandomness() {
    QLearner first = QLearnerSamples.learner(QLearnerSamples.heldNStep(), 2, 3);
    QLearner second = QLearnerSamples.learner(QLearnerSamples.heldNStep(), 2, 3);
    assertEquals(first.table().get(1, 2), second.table().get(1, 2));
    QLearner zeros = QLearnerSamples.learner(QLearnerSamples.nStep(0.1, 0.9, 1, 0.1), 2, 3);
    assertEquals(0, zeros.meanValue());
  }
}
