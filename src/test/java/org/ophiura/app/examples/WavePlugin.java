package org.ophiura.app.examples;

import java.util.random.RandomGenerator;
import org.ophiura.sim.Controller;
import org.ophiura.sim.JointCommand;
import org.ophiura.sim.PlantState;
import org.ophiura.sim.RobotLayout;
import org.ophiura.sim.plugin.ControllerPlugin;
import org.ophiura.sim.plugin.Setting;
import org.ophiura.sim.plugin.Settings;

/** A controller of one's own: a sine wave that runs along the actuators of any robot. */
public final class WavePlugin implements ControllerPlugin<WavePlugin.Wave> {

  /** What a trial file may set. */
  public record Wave(
      @Setting(value = "Height of the wave.", unit = "rad", defaultValue = "0.5", min = 0)
          double amplitude,
      @Setting(value = "Waves a second.", unit = "Hz", defaultValue = "1", min = 0)
          double frequency,
      @Setting(value = "Lag from one actuator to the next.", unit = "rad", defaultValue = "1")
          double lag) {
    /** Checks the limits. */
    public Wave {
      Settings.check(Wave.class, amplitude, frequency, lag);
    }
  }

  @Override
  public String id() {
    return "wave";
  }

  @Override
  public String summary() {
    return "A sine wave that runs along the actuators.";
  }

  @Override
  public Class<Wave> settings() {
    return Wave.class;
  }

  @Override
  public Controller create(Wave wave, RobotLayout layout, double controlPeriodSeconds) {
    double angularFrequency = 2 * Math.PI * wave.frequency();
    return new Controller() {
      @Override
      public void reset(PlantState initial, RandomGenerator random) {}

      @Override
      public void update(PlantState state, double periodSeconds, JointCommand out) {
        double phase = angularFrequency * state.timeSeconds();
        for (int i = 0; i < out.size(); i++) {
          out.set(i, wave.amplitude() * Math.sin(phase - i * wave.lag()));
        }
      }
    };
  }
}
