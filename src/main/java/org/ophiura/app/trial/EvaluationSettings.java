package org.ophiura.app.trial;

import org.ophiura.sim.plugin.Setting;
import org.ophiura.sim.plugin.Settings;

/** How a controller is judged. */
public record EvaluationSettings(
    @Setting(
            value = "Number of episodes, each with a start that training has not seen.",
            unit = "episodes",
            defaultValue = "100",
            min = 1)
        int episodes) {

  /** Checks the limits. */
  public EvaluationSettings {
    Settings.check(EvaluationSettings.class, episodes);
  }
}
