package org.ophiura.app.hil.gap;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.hipparchus.util.FastMath;
import org.ophiura.app.results.UserException;
import org.ophiura.sim.ActuatorSpec;
import org.ophiura.sim.CycleStatus;
import org.ophiura.sim.JointCommand;
import org.ophiura.sim.ResetSpec;
import org.ophiura.sim.RobotLayout;
import org.ophiura.sim.hardware.gap.MotionLog;
import org.ophiura.sim.hardware.gap.Stretch;
import org.ophiura.sim.mujoco.MujocoPlant;
import org.ophiura.sim.mujoco.MujocoPlantFactory;
import org.ophiura.sim.mujoco.plugin.MujocoPlantPlugin;
import org.ophiura.sim.mujoco.plugin.MujocoPlantSettings;

/**
 * Simulates the commands of a log again, without looking at what the robot did, and compares.
 *
 * <p>The log is cut into windows, each simulated for itself, so that the robot in the simulation,
 * which nobody holds to the path of the real one, does not drift away from it. A window starts with
 * the servos holding the angles that were measured, until the robot has settled, and then with a
 * second of the log whose angles do not count. Immutable; the windows are simulated in parallel,
 * with the same numbers on any number of threads.
 */
final class OpenLoop {
  private static final double WINDOW_SECONDS = 10;
  private static final double SETTLING_SECONDS = 1;
  private static final double WARM_UP_SECONDS = 1;

  /** What a joint is off, in rad, in a simulation that broke down. */
  private static final double BROKEN = 1;

  /** An error of two of a servo's steps, in rad: larger ones are not of rounding. */
  private static final double LARGE = 2 * 2 * Math.PI / 4096;

  private final MujocoPlantSettings settings;
  private final MotionLog log;
  private final List<Window> windows;
  private final int[] offsets;

  /**
   * Ticks of a stretch that are simulated at one go.
   *
   * @param begin first tick that is simulated
   * @param from first tick whose angles count
   * @param to end of the ticks
   */
  private record Window(Stretch stretch, int begin, int from, int to) {
    int counted() {
      return to - from;
    }
  }

  /**
   * Prepares the simulation of a log.
   *
   * @throws UserException if it has too little motion
   */
  OpenLoop(MujocoPlantSettings settings, MotionLog log) {
    this.settings = settings;
    this.log = log;
    windows = windows(log);
    offsets = new int[windows.size() + 1];
    for (int i = 0; i < windows.size(); i++) {
      offsets[i + 1] = offsets[i] + windows.get(i).counted() * log.joints().size();
    }
    if (windows.isEmpty()) {
      throw new UserException(
          "the log must have a stretch of more than "
              + WARM_UP_SECONDS
              + " s in which the robot was driven without a gap, on each side of the border between"
              + " what is fitted and what judges the fit; log a longer run");
    }
  }

  private static List<Window> windows(MotionLog log) {
    int warmUp = (int) Math.ceil(WARM_UP_SECONDS / log.periodSeconds());
    int length = (int) Math.ceil(WINDOW_SECONDS / log.periodSeconds());
    List<Window> windows = new ArrayList<>();
    for (Stretch stretch : log.stretches()) {
      int counted = stretch.ticks() - warmUp;
      int parts = (int) Math.ceil((double) counted / length);
      for (int i = 0; i < parts; i++) {
        int from = warmUp + (int) ((long) counted * i / parts);
        int to = warmUp + (int) ((long) counted * (i + 1) / parts);
        windows.add(new Window(stretch, from - warmUp, from, to));
      }
    }
    return windows;
  }

  /** Numbers that {@link #errors} gives: one for each joint in each tick that counts. */
  int size() {
    return offsets[windows.size()];
  }

  /** Ticks that count. */
  int ticks() {
    return size() / log.joints().size();
  }

  /** Number of joints; the errors of a tick stand together, in the order of the joints. */
  int joints() {
    return log.joints().size();
  }

  /** Where the errors of each window begin, and the end of the last. */
  List<Integer> borders() {
    return Arrays.stream(offsets).boxed().toList();
  }

  /** Simulated minus measured angles, in rad; 0 where none was measured. */
  double[] errors(JointModel model) {
    double[] errors = new double[size()];
    try (MujocoPlantFactory plants = new MujocoPlantPlugin().create(model.applyTo(settings))) {
      IntStream.range(0, windows.size())
          .parallel()
          .forEach(i -> simulate(plants, windows.get(i), errors, offsets[i]));
    }
    return errors;
  }

  private void simulate(MujocoPlantFactory plants, Window window, double[] errors, int offset) {
    RobotLayout layout = plants.layout();
    int[] positions = positions(layout);
    int joints = positions.length;
    JointCommand command = new JointCommand(joints);
    Stretch stretch = window.stretch();
    try (MujocoPlant plant = plants.newPlant()) {
      plant.reset(ResetSpec.ORIGIN, new SplittableRandom(0));
      for (int i = 0; i < joints; i++) {
        command.set(i, firstPosition(stretch, i, window.begin()));
      }
      int settling = (int) Math.ceil(SETTLING_SECONDS / log.periodSeconds());
      CycleStatus status = CycleStatus.OK;
      for (int tick = 0; tick < settling; tick++) {
        status = status == CycleStatus.OK ? plant.step(command) : status;
      }
      int next = offset;
      for (int tick = window.begin(); tick < window.to(); tick++) {
        for (int i = 0; i < joints; i++) {
          if (tick >= window.from()) {
            double measured = stretch.position(i, tick);
            double simulated = plant.state().get(positions[i]);
            double error = status == CycleStatus.OK ? simulated - measured : BROKEN;
            errors[next++] = Double.isNaN(measured) ? 0 : error;
          }
          command.set(i, stretch.command(i, tick));
        }
        status = status == CycleStatus.OK ? plant.step(command) : status;
      }
    }
  }

  private static int[] positions(RobotLayout layout) {
    int offset = layout.observation("joint_position").offset();
    return layout.actuators().stream()
        .map(ActuatorSpec::joint)
        .mapToInt(joint -> offset + layout.jointIndex(joint))
        .toArray();
  }

  private static double firstPosition(Stretch stretch, int joint, int from) {
    for (int tick = from; tick < stretch.ticks(); tick++) {
      if (Double.isFinite(stretch.position(joint, tick))) {
        return stretch.position(joint, tick);
      }
    }
    return 0;
  }

  /**
   * Errors as they count: small ones as they are, large ones by their logarithm. A foot that slips
   * here and not there, which no model of the joints explains, so weighs little.
   */
  double[] votes(JointModel model) {
    double[] votes = errors(model);
    for (int i = 0; i < votes.length; i++) {
      votes[i] = LARGE * FastMath.asinh(votes[i] / LARGE);
    }
    return votes;
  }

  /** Root-mean-square of errors. Not modified. */
  static double rms(double[] errors) {
    double squares = 0;
    for (double error : errors) {
      squares += error * error;
    }
    return Math.sqrt(squares / errors.length);
  }
}
