package org.ophiura.app.examples;

import java.nio.file.Path;
import java.util.List;
import org.ophiura.app.config.ConfigReader;
import org.ophiura.app.controller.ControllerContract;
import org.ophiura.app.trial.Trial;
import org.ophiura.app.trial.TrialSettings;
import org.ophiura.sim.Controller;
import org.ophiura.sim.Plant;
import org.ophiura.sim.plugin.ControllerPlugin;

/** The README's controller keeps what every controller promises. */
final class WaveControllerTest extends ControllerContract {
  private static final Path TRIAL = Path.of("../src/test/resources/examples/swimmer.yaml");

  private final TrialSettings settings = ConfigReader.read(TRIAL, TrialSettings.class, List.of());

  @Override
  protected Plant newPlant() {
    try (Trial trial = Trial.openPlant(settings)) {
      return trial.plants().newPlant();
    }
  }

  @Override
  protected Controller newController(Plant plant) {
    return ControllerPlugin.create(
        settings.controller().orElseThrow(), plant.layout(), plant.controlPeriodSeconds());
  }
}
