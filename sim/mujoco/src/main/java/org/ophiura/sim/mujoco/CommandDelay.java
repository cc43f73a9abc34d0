package org.ophiura.sim.mujoco;

import java.util.Arrays;
import java.util.List;
import org.ophiura.sim.ActuatorSpec;
import org.ophiura.sim.JointCommand;

/**
 * Commands on their way to the actuators of one plant: each takes effect a fixed time after it was
 * given. A time that ends within a physics step blends the two commands of that step by their
 * shares of it, so that a little more delay makes a little difference; each is clamped to the
 * actuator's range before. Until the first command arrives, all are 0, as the controls of a
 * simulation are after a reset.
 *
 * <p>MuJoCo has delays of its own, but only in newer versions than the oldest that is supported.
 * Allocates nothing after construction.
 */
final class CommandDelay {
  /** For times that are whole numbers of steps but for rounding. */
  private static final double ROUNDING = 1e-9;

  private final int controls;
  private final double[] lower;
  private final double[] upper;
  private final int whole;
  private final double share;
  private final int rows;
  private final double[] line;
  private int newest;

  /**
   * Makes a delay of the commands of a plant.
   *
   * @param steps the time in physics steps; more than 0
   */
  CommandDelay(List<ActuatorSpec> actuators, double steps) {
    controls = actuators.size();
    lower = actuators.stream().mapToDouble(ActuatorSpec::lower).toArray();
    upper = actuators.stream().mapToDouble(ActuatorSpec::upper).toArray();
    whole = (int) Math.floor(steps + ROUNDING);
    share = Math.max(0, steps - whole);
    rows = whole + 2;
    line = new double[rows * controls];
  }

  /** Forgets all commands. */
  void clear() {
    Arrays.fill(line, 0);
    newest = 0;
  }

  /** Takes the command of the next physics step. Not modified. */
  void give(JointCommand command) {
    newest = (newest + 1) % rows;
    for (int i = 0; i < controls; i++) {
      line[newest * controls + i] = Math.max(lower[i], Math.min(upper[i], command.get(i)));
    }
  }

  /** What an actuator gets in that step. */
  double get(int actuator) {
    double arriving = at(actuator, whole);
    return share == 0 ? arriving : arriving + share * (at(actuator, whole + 1) - arriving);
  }

  private double at(int actuator, int age) {
    return line[(newest - age + rows) % rows * controls + actuator];
  }

  /** All commands on their way. */
  double[] save() {
    double[] saved = Arrays.copyOf(line, line.length + 1);
    saved[line.length] = newest;
    return saved;
  }

  /** Puts back what was saved of a delay of the same model. Not modified. */
  void restore(double[] saved) {
    System.arraycopy(saved, 0, line, 0, line.length);
    newest = (int) saved[line.length];
  }

  /** Takes over the commands that are on their way in another model of the same robot. */
  void takeOver(CommandDelay other, StateTransfer map) {
    for (int age = 0; age < rows; age++) {
      for (int i = 0; i < controls; i++) {
        int from = map.actuator(i);
        line[(newest - age + rows) % rows * controls + i] = from < 0 ? 0 : other.at(from, age);
      }
    }
  }
}
