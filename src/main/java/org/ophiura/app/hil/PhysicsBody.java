package org.ophiura.app.hil;

import java.util.ArrayList;
import java.util.List;
import org.ophiura.sim.CycleStatus;
import org.ophiura.sim.JointCommand;
import org.ophiura.sim.ObservationSpec;
import org.ophiura.sim.PlantState;
import org.ophiura.sim.RobotLayout;
import org.ophiura.sim.hardware.emulator.RobotBody;
import org.ophiura.sim.hardware.emulator.ServoBody;
import org.ophiura.sim.hardware.servo.JointCalibration;
import org.ophiura.sim.hardware.servo.ServoJoint;
import org.ophiura.sim.mujoco.SimulatedPlant;

/**
 * A robot in MuJoCo that emulated servos move, one physics step at a time, built in as its
 * calibration says. A motor without torque asks for the angle that its joint has; the damping of
 * the joint stays. A jammed one holds its joint where it jammed.
 *
 * <p>Belongs to one thread; allocates nothing after construction.
 */
final class PhysicsBody implements RobotBody {
  private final SimulatedPlant plant;
  private final PlantState state;
  private final JointCommand command;
  private final List<Part> parts = new ArrayList<>();
  private final double stepNanos;
  private final Runnable stepped;
  private CycleStatus status = CycleStatus.OK;
  private long steps;
  private boolean driven;

  /**
   * Takes over a plant whose control step is a physics step.
   *
   * @param joints the servos, each with a joint of the plant
   * @param stepped called after each physics step
   */
  PhysicsBody(SimulatedPlant plant, List<ServoJoint> joints, Runnable stepped) {
    this.plant = plant;
    this.stepped = stepped;
    state = plant.state();
    command = new JointCommand(plant.layout());
    stepNanos = plant.controlPeriodSeconds() * 1e9;
    for (ServoJoint joint : joints) {
      parts.add(new Part(joint, plant.layout()));
    }
  }

  @Override
  public int size() {
    return parts.size();
  }

  @Override
  public ServoBody servo(int index) {
    return parts.get(index);
  }

  @Override
  public void advanceTo(long nanos) {
    while (status == CycleStatus.OK && (steps + 1) * stepNanos <= nanos) {
      driven = false;
      for (int i = 0; i < parts.size(); i++) {
        parts.get(i).command();
        driven |= parts.get(i).torque;
      }
      status = plant.step(command);
      steps++;
      stepped.run();
    }
  }

  /** Physics steps so far. */
  long steps() {
    return steps;
  }

  /** Whether any motor had torque at the last step. */
  boolean driven() {
    return driven;
  }

  /** Whether the physics goes on. */
  boolean isWell() {
    return status == CycleStatus.OK;
  }

  private final class Part implements ServoBody {
    private final int actuator;
    private final int position;
    private final int velocity;
    private final int force;
    private final double greatestForce;
    private final double stiffness;
    private final double offset;
    private final double ratio;
    private double goal;
    private boolean torque;
    private boolean jammed;
    private double jammedAt;

    Part(ServoJoint servo, RobotLayout layout) {
      int joint = layout.jointIndex(servo.joint());
      actuator =
          layout.actuators().stream().map(spec -> spec.joint()).toList().indexOf(servo.joint());
      position = offset(layout, "joint_position") + joint;
      velocity = offset(layout, "joint_velocity") + joint;
      force = offset(layout, "actuator_force") + actuator;
      greatestForce = RobotConnection.greatestEffort(layout, actuator);
      stiffness = layout.actuators().get(actuator).effort();
      JointCalibration built =
          servo.calibration().orElse(new JointCalibration(1, 0, 1, -Math.PI, Math.PI));
      offset = built.offset();
      ratio = built.sign() * built.scale();
    }

    private static int offset(RobotLayout layout, String observation) {
      ObservationSpec spec = layout.findObservation(observation).orElseThrow();
      return spec.offset();
    }

    /** Puts what the motor wants into the next command. */
    void command() {
      double angle = state.get(position);
      command.set(actuator, jammed ? jammedAt : torque ? goal : angle);
    }

    @Override
    public double position() {
      return (state.get(position) - offset) * ratio;
    }

    @Override
    public double velocity() {
      return state.get(velocity) * ratio;
    }

    @Override
    public double effort() {
      if (!torque) {
        return 0;
      }
      double given = jammed ? stiffness * (goal - state.get(position)) : state.get(force);
      return Math.max(-1, Math.min(1, given / greatestForce)) * Math.signum(ratio);
    }

    @Override
    public void drive(double newGoal, boolean newTorque) {
      goal = offset + newGoal / ratio;
      torque = newTorque;
    }

    @Override
    public void jam(boolean newJammed) {
      if (newJammed && !jammed) {
        jammedAt = state.get(position);
      }
      jammed = newJammed;
    }
  }
}
