package org.ophiura.app.examples;

import java.nio.file.Path;
import java.util.List;
import org.ophiura.app.config.ConfigReader;
import org.ophiura.app.controller.ControllerContract;
import org.ophiura.app.trial.Trial;
import org.ophiura.app.trial.TrialSettings;
import org.ophiura.sim.Controller;
import org.ophiura.sim.Plant;

/** The README's controller keeps what every controller promises, on the README's robot. */
final class WaveControllerTest extends ControllerContract {
  private static final Path TRIAL = Path.of("../src/test/resources/examples/swimmer.yaml");

  @Override
  protected Plant newPlant() {
    TrialSettings settings = ConfigReader.read(TRIAL, TrialSettings.class, List.of("controller=~"));
    try (Trial trial = Trial.openPlant(settings)) {
      return trial.plants().newPlant();
    }
  }

  @Override
  protected Controller newController(Plant plant) {
    return new WavePlugin()
        .create(new WavePlugin.Wave(0.7, 1.2, 1), plant.layout(), plant.controlPeriodSeconds());
  }
}
