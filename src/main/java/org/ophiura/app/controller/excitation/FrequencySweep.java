package org.ophiura.app.controller.excitation;

import java.util.random.RandomGenerator;
import org.ophiura.sim.ActuatorSpec;
import org.ophiura.sim.Controller;
import org.ophiura.sim.JointCommand;
import org.ophiura.sim.PlantState;
import org.ophiura.sim.RobotLayout;

/**
 * Swings all actuators about the middle of their ranges, each by a sine of the same frequency,
 * which rises and falls exponentially in turn. A steady gait has one frequency, at which delay,
 * damping and inertia of a joint cannot be told apart; a sweep has many.
 */
final class FrequencySweep implements Controller {
  /** How long the swing takes to its full amplitude, s (own choice). */
  private static final double RISE_SECONDS = 1;

  private final FrequencySweepSettings settings;
  private final double logarithmOfRatio;
  private final double[] middle;
  private final double[] amplitude;
  private double elapsed;
  private double phase;

  FrequencySweep(FrequencySweepSettings settings, RobotLayout layout) {
    this.settings = settings;
    logarithmOfRatio = StrictMath.log(settings.highestFrequency() / settings.lowestFrequency());
    int actuators = layout.actuators().size();
    middle = new double[actuators];
    amplitude = new double[actuators];
    for (int i = 0; i < actuators; i++) {
      ActuatorSpec actuator = layout.actuators().get(i);
      middle[i] = (actuator.lower() + actuator.upper()) / 2;
      amplitude[i] = settings.amplitude() * (actuator.upper() - actuator.lower()) / 2;
    }
  }

  @Override
  public void reset(PlantState initial, RandomGenerator random) {
    elapsed = 0;
    phase = 0;
  }

  @Override
  public void update(PlantState state, double periodSeconds, JointCommand out) {
    double height = Math.min(1, elapsed / RISE_SECONDS);
    for (int i = 0; i < middle.length; i++) {
      double angle = phase + i * settings.lag();
      out.set(i, middle[i] + height * amplitude[i] * StrictMath.sin(angle));
    }
    phase += 2 * Math.PI * frequency() * periodSeconds;
    elapsed += periodSeconds;
  }

  /** The frequency now, Hz. */
  double frequency() {
    double turn = elapsed / settings.duration() % 2;
    double way = turn < 1 ? turn : 2 - turn;
    return settings.lowestFrequency() * StrictMath.exp(way * logarithmOfRatio);
  }
}
