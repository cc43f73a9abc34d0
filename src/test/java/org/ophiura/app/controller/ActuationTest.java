package org.ophiura.app.controller;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ophiura.app.Trials;
import org.ophiura.app.trial.Trial;
import org.ophiura.motion.cpg.ArmJoint;
import org.ophiura.motion.cpg.Plane;
import org.ophiura.motion.drive.DriveSettings;
import org.ophiura.motion.drive.JointDrive;
import org.ophiura.sim.ActuatorSpec;
import org.ophiura.sim.Controller;
import org.ophiura.sim.CycleStatus;
import org.ophiura.sim.JointCommand;
import org.ophiura.sim.Plant;
import org.ophiura.sim.PlantState;
import org.ophiura.sim.plugin.ControllerPlugin;

/** Every actuation of the brittle star, in MuJoCo. */
final class ActuationTest {
  private static final double STIFFNESS = 10;
  private static final double DAMPING = 0.5;

  /**
   * N m. The observed torque is one physics step younger than the angles that it was commanded
   * from; at rest, 16 s after the start, that leaves roundings of 1e-12.
   */
  private static final double TORQUE_TOLERANCE = 1e-10;

  private static Plant plant(String... changes) {
    // The plant keeps the compiled model alive.
    try (Trial trial = Trial.openPlant(Trials.small(changes))) {
      return trial.plants().newPlant();
    }
  }

  /** What {@link LeadingArmControllerTest} checks on servos holds on motors and tendons. */
  private abstract static class DrivenContract extends ControllerContract {
    private final String[] changes;

    DrivenContract(String actuation) {
      changes =
          new String[] {
            "plant.model.actuation=" + actuation,
            "controller.policy.type=random",
            "controller.cpg.initial-amplitude-range=0.5"
          };
    }

    @Override
    protected Plant newPlant() {
      return plant(changes);
    }

    @Override
    protected Controller newController(Plant plant) {
      return ControllerPlugin.create(
          Trials.small(changes).controller().orElseThrow(),
          plant.layout(),
          plant.controlPeriodSeconds());
    }
  }

  @Nested
  final class OnMotors extends DrivenContract {
    OnMotors() {
      super("torque");
    }
  }

  @Nested
  final class OnTendons extends DrivenContract {
    OnTendons() {
      super("tendon-torque");
    }
  }

  /** Arms bent and lifted off the ground, until they are at rest. */
  @ParameterizedTest
  @ValueSource(strings = {"torque", "tendon-torque"})
  void theTorquesOfAHeldPostureAreThoseCommanded(String actuation) {
    try (Plant plant =
        plant(
            "plant.model.actuation=" + actuation, "plant.model.segments-per-arm=[2, 2, 2, 2, 2]")) {
      List<ArmJoint> joints = ArmJoint.of(plant.layout());
      JointDrive drive = JointDrive.of(plant.layout(), new DriveSettings(STIFFNESS, DAMPING));
      double[] targets = new double[drive.size()];
      for (int k = 0; k < targets.length; k++) {
        ArmJoint joint = joints.get(k);
        targets[k] = joint.plane() == Plane.OUT_OF_PLANE ? 0.2 : 0.05 * (joint.arm() - 2);
      }
      JointCommand command = new JointCommand(plant.layout());
      PlantState state = plant.state();
      int positions = plant.layout().observation("joint_position").offset();
      int velocities = plant.layout().observation("joint_velocity").offset();
      int torques = plant.layout().observation("joint_actuator_force").offset();
      double[] wanted = new double[targets.length];
      for (int step = 0; step < 400; step++) {
        for (int k = 0; k < targets.length; k++) {
          int joint = joints.get(k).index();
          wanted[k] =
              STIFFNESS * (targets[k] - state.get(positions + joint))
                  - DAMPING * state.get(velocities + joint);
        }
        drive.apply(targets, state, command);
        assertEquals(CycleStatus.OK, plant.step(command));
        assertWithinStrength(plant, command);
      }
      double greatest = 0;
      for (int k = 0; k < targets.length; k++) {
        double torque = state.get(torques + joints.get(k).index());
        assertEquals(wanted[k], torque, TORQUE_TOLERANCE, joints.get(k).name());
        greatest = Math.max(greatest, torque);
      }
      assertTrue(greatest > 0.1, "arms are held against their weight: " + greatest + " N m");
    }
  }

  private static void assertWithinStrength(Plant plant, JointCommand command) {
    for (int i = 0; i < command.size(); i++) {
      ActuatorSpec actuator = plant.layout().actuators().get(i);
      double value = command.get(i);
      assertTrue(
          value >= actuator.lower() && value <= actuator.upper(), actuator + " got " + value);
    }
  }
}
