package org.ophiura.app.hil.gap;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.ophiura.sim.ActuatorSpec;
import org.ophiura.sim.Controller;
import org.ophiura.sim.CycleStatus;
import org.ophiura.sim.JointCommand;
import org.ophiura.sim.ObservationSpec;
import org.ophiura.sim.PlantState;
import org.ophiura.sim.ResetSpec;
import org.ophiura.sim.RobotLayout;
import org.ophiura.sim.hardware.log.LogContent;
import org.ophiura.sim.hardware.log.TickLog;
import org.ophiura.sim.hardware.log.TickRecord;
import org.ophiura.sim.hardware.safety.SafetyState;
import org.ophiura.sim.hardware.timing.TickTiming;
import org.ophiura.sim.mujoco.ContactObservation;
import org.ophiura.sim.mujoco.MujocoPlant;
import org.ophiura.sim.mujoco.MujocoPlantFactory;
import org.ophiura.sim.mujoco.plugin.BrittleStarModelSettings;
import org.ophiura.sim.mujoco.plugin.JointRangeSettings;
import org.ophiura.sim.mujoco.plugin.MujocoPlantPlugin;
import org.ophiura.sim.mujoco.plugin.MujocoPlantSettings;

/**
 * A brittle star in MuJoCo that stands in for a robot of servos: its joints are those of a model
 * that the test knows, and it is measured as servos measure, in steps of 4096 to a turn.
 */
public final class KnownRobot {
  static final double RESOLUTION = 2 * Math.PI / 4096;
  private static final double VELOCITY_UNIT = 0.229 * 2 * Math.PI / 60;

  private KnownRobot() {}

  /** The simulation that the trial has: the reference's joints, at 50 Hz. */
  public static MujocoPlantSettings simulation(List<Integer> segmentsPerArm) {
    return new MujocoPlantSettings(
        new BrittleStarModelSettings(
            segmentsPerArm,
            "position",
            1,
            ContactObservation.FORCE,
            150,
            new JointRangeSettings(45, 30),
            20,
            1,
            0.2),
        Optional.empty(),
        Optional.of(0.004),
        5,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        0);
  }

  /** Rows with all arms, slowly changing: what a controller that walks about sends. */
  private static void gait(double seconds, RobotLayout layout, JointCommand out) {
    for (int i = 0; i < out.size(); i++) {
      ActuatorSpec actuator = layout.actuators().get(i);
      double share = actuator.joint().contains("out_of_plane") ? 0.15 : 0.5;
      double amplitude = share * actuator.upper() * (0.75 + 0.25 * Math.sin(0.31 * seconds + i));
      double phase = 2 * Math.PI * 0.75 * seconds + 1.3 * i;
      out.set(i, amplitude * Math.sin(phase) * Math.min(1, seconds));
    }
  }

  /**
   * Runs the robot with a model of its joints, rowing, and logs it.
   *
   * @param run what the log says of the run
   */
  public static void log(
      Path path,
      MujocoPlantSettings simulation,
      JointModel joints,
      int ticks,
      Map<String, String> run)
      throws IOException {
    log(path, simulation, joints, ticks, run, KnownRobot::rowing);
  }

  private static Controller rowing(RobotLayout layout) {
    return new Controller() {
      @Override
      public void reset(PlantState initial, RandomGenerator random) {}

      @Override
      public void update(PlantState state, double periodSeconds, JointCommand out) {
        gait(state.timeSeconds(), layout, out);
      }
    };
  }

  /** The same, moved by another controller. */
  static void log(
      Path path,
      MujocoPlantSettings simulation,
      JointModel joints,
      int ticks,
      Map<String, String> run,
      Function<RobotLayout, Controller> newController)
      throws IOException {
    try (MujocoPlantFactory plants = new MujocoPlantPlugin().create(joints.applyTo(simulation));
        MujocoPlant robot = plants.newPlant()) {
      RobotLayout layout = robot.layout();
      double period = robot.controlPeriodSeconds();
      int servos = layout.actuators().size();
      LogContent content =
          LogContent.of(layout, period, List.of(new LogContent.Part("servo_load", servos)));
      robot.reset(ResetSpec.ORIGIN, new SplittableRandom(1));
      ObservationSpec force = layout.observation("actuator_force");
      JointCommand command = new JointCommand(layout);
      TickTiming timing = new TickTiming();
      PlantState measured = measured(layout, robot.state());
      Controller controller = newController.apply(layout);
      controller.reset(measured, new SplittableRandom(1));
      try (TickLog log = new TickLog(path, content, run, ticks, 0, 0)) {
        for (int tick = 0; tick < ticks; tick++) {
          controller.update(measured, period, command);
          TickRecord record = Objects.requireNonNull(log.claim());
          timing.set(tick, (long) (tick * period * 1e9), 0, 0, 0, 0);
          record.setTiming(timing);
          record.setController(0, tick == 0, true);
          record.setState(measured);
          record.setCommand(command);
          record.setApplied(command);
          record.setStatus(CycleStatus.OK, SafetyState.ACTIVE, null);
          for (int i = 0; i < servos; i++) {
            record.setExtra(0, i, robot.state().get(force.offset() + i) / force.upper(i));
          }
          log.commit();
          if (robot.step(command) != CycleStatus.OK) {
            throw new IllegalStateException("the robot broke down");
          }
        }
      }
    }
  }

  /** What servos measure of a state, and the rest of it as it is. */
  private static PlantState measured(RobotLayout layout, PlantState state) {
    int positions = layout.observation("joint_position").offset();
    int velocities = layout.observation("joint_velocity").offset();
    int joints = layout.joints().size();
    return new PlantState() {
      @Override
      public double timeSeconds() {
        return state.timeSeconds();
      }

      @Override
      public double get(int index) {
        double value = state.get(index);
        if (index >= positions && index < positions + joints) {
          return RESOLUTION * Math.rint(value / RESOLUTION);
        }
        return index >= velocities && index < velocities + joints
            ? VELOCITY_UNIT * Math.rint(value / VELOCITY_UNIT)
            : value;
      }
    };
  }
}
