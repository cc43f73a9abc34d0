package org.ophiura.sim.mujoco;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ophiura.models.Actuation;
import org.ophiura.models.AquariumArena;
import org.ophiura.models.BrittleStarMorphology;
import org.ophiura.models.BrittleStarNames;
import org.ophiura.models.BrittleStarScene;
import org.ophiura.models.PhysicsOptions;
import org.ophiura.models.mjcf.MjcfWriter;
import org.ophiura.mujoco.Mujoco;
import org.ophiura.sim.ActuatorSpec;
import org.ophiura.sim.CycleStatus;
import org.ophiura.sim.JointCommand;
import org.ophiura.sim.ObservationSpec;
import org.ophiura.sim.ResetSpec;

class TendonMomentArmsTest {
  private static final long SEED = 5;

  /** Angle (rad) of the central difference of second order. */
  private static final double STEP = 1e-5;

  /**
   * Lengths of about 0.1 m hold their rounding of 1e-17 through the division by the step (1e-12),
   * and the third derivative (about 0.1 m) leaves the step's square over six (2e-12).
   */
  private static final double TOLERANCE_METRES = 1e-10;

  private static MujocoPlant plant(Actuation actuation, List<Integer> segments) {
    BrittleStarScene scene =
        BrittleStarScene.of(
            BrittleStarMorphology.reference(segments).withActuation(actuation),
            AquariumArena.ofHalfSize(2, 2),
            PhysicsOptions.reference());
    try (MujocoModel model =
        MujocoModel.parse("star", MjcfWriter.toXml(scene), PhysicsOverrides.NONE)) {
      return new MujocoPlant(model, 10);
    }
  }

  /** Below and above 60 degrees of freedom, where the engine turns to sparse matrices. */
  @ParameterizedTest
  @ValueSource(ints = {1, 3, 7})
  void momentArmsAreTheDerivativesOfTheLengths(int segments) {
    List<Integer> perArm = List.of(segments, segments, 0, segments, segments);
    try (MujocoPlant plant = plant(Actuation.TENDON_TORQUE, perArm)) {
      plant.reset(
          new ResetSpec(0.1, 0.2, 1.1, 0.5, 0, Optional.empty()), new SplittableRandom(SEED));
      ObservationSpec arms = plant.layout().observation("tendon_moment_arm");
      double[] observed = new double[arms.size()];
      plant.state().copyTo(arms, observed, 0);
      assertEquals(4 * 4 * segments * 2, observed.length);
      int k = 0;
      for (int arm = 0; arm < perArm.size(); arm++) {
        for (int segment = 0; segment < perArm.get(arm); segment++) {
          for (int tendon = 0; tendon < BrittleStarNames.TENDONS_PER_SEGMENT; tendon++) {
            int length = k / 2;
            for (String joint : BrittleStarNames.jointsOfSegment(arm, segment)) {
              assertEquals(derivative(plant, length, joint), observed[k++], TOLERANCE_METRES);
            }
          }
        }
      }
    }
  }

  private static double derivative(MujocoPlant plant, int tendon, String joint) {
    return (length(plant, tendon, joint, STEP) - length(plant, tendon, joint, -STEP)) / (2 * STEP);
  }

  private static double length(MujocoPlant plant, int tendon, String joint, double turn) {
    int address = plant.model().jointPositionAddresses()[plant.layout().jointIndex(joint)];
    double angle = plant.struct().qpos().get(address);
    plant.struct().qpos().put(address, angle + turn);
    Mujoco.guard_forward(plant.model().struct(), plant.struct());
    double length = plant.struct().ten_length().get(tendon);
    plant.struct().qpos().put(address, angle);
    return length;
  }

  @Test
  void aPullTurnsTheJointsByTheMomentArmsAsTheLastStepLeftThem() {
    try (MujocoPlant plant = plant(Actuation.TENDON_TORQUE, List.of(2, 2, 2, 2, 2))) {
      ObservationSpec arms = plant.layout().observation("tendon_moment_arm");
      ObservationSpec torques = plant.layout().observation("joint_actuator_force");
      JointCommand command = new JointCommand(plant.layout());
      int pulled = 6;
      command.set(pulled, -0.5);
      for (int step = 0; step < 20; step++) {
        assertEquals(CycleStatus.OK, plant.step(command));
        for (int plane = 0; plane < 2; plane++) {
          double arm = plant.state().get(arms.offset() + 2 * pulled + plane);
          int joint = 2 * (pulled / 4) + plane;
          assertEquals(
              -0.5 * 15 * arm, plant.state().get(torques.offset() + joint), 1e-15, "N m, rounding");
        }
      }
    }
  }

  @Test
  void momentArmsAreThoseOfASnapshotUntilTheNextStep() {
    try (MujocoPlant plant = plant(Actuation.TENDON_TORQUE, List.of(1, 1, 1, 1, 1))) {
      ObservationSpec arms = plant.layout().observation("tendon_moment_arm");
      double[] then = new double[arms.size()];
      double[] later = new double[arms.size()];
      plant.state().copyTo(arms, then, 0);
      MujocoSnapshot snapshot = plant.snapshot();
      JointCommand command = new JointCommand(plant.layout());
      command.fill(-1);
      command.set(0, 0);
      plant.step(command);
      plant.state().copyTo(arms, later, 0);
      assertNotEquals(then[0], later[0]);
      plant.restore(snapshot);
      plant.state().copyTo(arms, later, 0);
      assertArrayEquals(then, later);
    }
  }

  @Test
  void aMotorTellsWhatACommandPutsOnItsTendonOrJoint() {
    List<Double> efforts = new ArrayList<>();
    for (Actuation actuation : Actuation.values()) {
      try (MujocoPlant plant = plant(actuation, List.of(1, 1, 1, 1, 1))) {
        ActuatorSpec first = plant.layout().actuators().get(0);
        efforts.add(first.effort());
      }
    }
    assertEquals(List.of(20.0, 1.0, 15.0), efforts);
  }

  @Test
  void robotsWithoutTendonsHaveNoSuchObservation() {
    try (MujocoPlant plant = plant(Actuation.TORQUE, List.of(1, 1, 1, 1, 1))) {
      assertTrue(plant.layout().findObservation("tendon_moment_arm").isEmpty());
    }
  }
}
