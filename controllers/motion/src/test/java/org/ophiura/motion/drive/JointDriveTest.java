package org.ophiura.motion.drive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.ophiura.motion.Allocation;
import org.ophiura.motion.ArrayState;
import org.ophiura.motion.Robots;
import org.ophiura.motion.SettingsDefaults;
import org.ophiura.motion.cpg.ArmJoint;
import org.ophiura.sim.ActuatorSpec;
import org.ophiura.sim.JointCommand;
import org.ophiura.sim.JointSpec;
import org.ophiura.sim.RobotLayout;
import org.ophiura.sim.plugin.SettingException;

final class JointDriveTest {
  private static final long SEED = 11;

  /** N m, of torques up to 1. */
  private static final double ROUNDING = 1e-12;

  private static final DriveSettings SETTINGS = new DriveSettings(2, 0.5);

  static final List<RobotLayout> ROBOTS =
      List.of(
          Robots.brittleStar(2, 1, 1, 0, 1),
          Robots.layout("N m", Robots.names(2, 1, 1, 0, 1)),
          Robots.tendons(2, 1, 1, 0, 1));

  private static double[] random(int size, double halfWidth) {
    SplittableRandom random = new SplittableRandom(SEED);
    return random.doubles(size, -halfWidth, halfWidth).toArray();
  }

  private static JointCommand apply(RobotLayout robot, double[] targets, double[] observations) {
    JointCommand command = new JointCommand(robot);
    command.fill(77);
    JointDrive.of(robot, SETTINGS).apply(targets, new ArrayState(observations), command);
    return command;
  }

  @Test
  void defaultsAreThoseDeclared() throws ReflectiveOperationException {
    SettingsDefaults.assertDeclared(DriveSettings.DEFAULT);
  }

  @Test
  void servosGetTheTargetsAsTheyAreAndOthersStay() {
    List<String> names = new ArrayList<>(Robots.names(1, 0, 1, 0, 0));
    Collections.reverse(names);
    names.add(1, "gripper");
    JointCommand command =
        apply(Robots.layout("rad", names), new double[] {0.1, 9, -0.3, 0.4}, new double[10]);
    assertEquals(0.1, command.get(0));
    assertEquals(77, command.get(1), "the gripper");
    assertEquals(9, command.get(2), "the servo itself limits what it is told");
    assertEquals(-0.3, command.get(3));
    assertEquals(0.4, command.get(4));
  }

  /** The actuators stand in another order than the joints, with an effort and a limit. */
  @Test
  void motorsGetATorqueByAngleAndVelocityAsFarAsTheyAreStrongEnough() {
    List<JointSpec> joints = Robots.joints(Robots.names(2));
    List<ActuatorSpec> motors = new ArrayList<>();
    for (JointSpec joint : joints) {
      motors.add(0, new ActuatorSpec(joint.name() + "_motor", joint.name(), -1, 1, "N m", 4));
    }
    RobotLayout robot = Robots.robot(joints, motors, 0);
    double[] positions = {0.5, -0.25, 0, 0};
    double[] velocities = {1, 2, 0, 0};
    double[] observations = new double[8];
    System.arraycopy(positions, 0, observations, 0, 4);
    System.arraycopy(velocities, 0, observations, 4, 4);
    JointCommand command = apply(robot, new double[] {1, 0, 50, -50}, observations);
    assertEquals((2 * (1 - 0.5) - 0.5 * 1) / 4, command.get(3));
    assertEquals((2 * (0 + 0.25) - 0.5 * 2) / 4, command.get(2));
    assertEquals(1, command.get(1), "at most");
    assertEquals(-1, command.get(0), "at least");
  }

  @Test
  void tendonsPutTheSameTorquesOnTheJointsWithoutPushing() {
    RobotLayout robot = Robots.tendons(2, 1, 1, 0, 1);
    List<ArmJoint> joints = ArmJoint.of(robot);
    SplittableRandom random = new SplittableRandom(SEED);
    for (int i = 0; i < 1_000; i++) {
      double[] observations = random(robot.observationSize(), 0.2);
      int arms = robot.observation("tendon_moment_arm").offset();
      for (int k = arms; k < observations.length; k += 8) {
        // Four tendons around the joints, so that all torques are within reach.
        double turn = random.nextDouble(2 * Math.PI);
        for (int tendon = 0; tendon < 4; tendon++) {
          double angle = turn + tendon * Math.PI / 2 + random.nextDouble(-0.3, 0.3);
          observations[k + 2 * tendon] = 0.02 * Math.cos(angle);
          observations[k + 2 * tendon + 1] = 0.02 * Math.sin(angle);
        }
      }
      double[] targets = random.doubles(joints.size(), -0.1, 0.1).toArray();
      JointCommand command = apply(robot, targets, observations);
      for (int k = 0; k < joints.size(); k++) {
        double expected =
            2 * (targets[k] - observations[k]) - 0.5 * observations[joints.size() + k];
        double torque = 0;
        for (int motor = 4 * (k / 2); motor < 4 * (k / 2) + 4; motor++) {
          double control = command.get(motor);
          assertTrue(control <= 0 && control >= -Robots.TENDON_STRENGTH, control + " of " + i);
          torque += observations[arms + 2 * motor + k % 2] * Robots.TENDON_EFFORT * control;
        }
        assertEquals(expected, torque, ROUNDING, "case " + i + ", " + joints.get(k));
      }
    }
  }

  @Test
  void aTendonPullsNoHarderThanItsMotorCan() {
    RobotLayout robot = Robots.tendons(1);
    double[] observations = {0, 0, 0, 0, -1, -1, 1, -1, 1, 1, -1, 1};
    JointCommand command = apply(robot, new double[] {1_000, 0}, observations);
    assertEquals(-Robots.TENDON_STRENGTH, command.get(0));
    assertEquals(0, command.get(1));
    assertEquals(0, command.get(2));
    assertEquals(-Robots.TENDON_STRENGTH, command.get(3));
  }

  @Test
  void tendonsAreFoundInAnyOrderOfTheirMotors() {
    List<ActuatorSpec> motors = new ArrayList<>(Robots.tendons(1).actuators());
    Collections.reverse(motors);
    RobotLayout robot = Robots.robot(Robots.joints(Robots.names(1)), motors, 8);
    // In the order of the motors: tendons 3, 2, 1, 0.
    double[] observations = {0, 0, 0, 0, -1, 1, 1, 1, 1, -1, -1, -1};
    JointCommand command = apply(robot, new double[] {3, 3}, observations);
    assertEquals(0, command.get(0));
    assertEquals(-6 / Robots.TENDON_EFFORT, command.get(3), ROUNDING, "tendon 0");
  }

  @ParameterizedTest
  @FieldSource("ROBOTS")
  void aTargetThatIsNotFiniteIsNotHidden(RobotLayout robot) {
    double[] targets = new double[ArmJoint.of(robot).size()];
    targets[3] = Double.NaN;
    double[] observations = random(robot.observationSize(), 0.1);
    assertFalse(apply(robot, targets, observations).isFinite());
    targets[3] = 0;
    assertTrue(apply(robot, targets, observations).isFinite());
  }

  @ParameterizedTest
  @FieldSource("ROBOTS")
  void aTickAllocatesNothing(RobotLayout robot) {
    JointDrive drive = JointDrive.of(robot, SETTINGS);
    JointCommand command = new JointCommand(robot);
    ArrayState state = new ArrayState(random(robot.observationSize(), 0.1));
    double[] targets = random(drive.size(), 0.5);
    assertEquals(0, Allocation.bytes(() -> drive.apply(targets, state, command)));
  }

  @Test
  void actuatorsOfAnotherKindAreRefused() {
    assertRefused(
        Robots.layout("rad/s", Robots.names(1)),
        "Star/arm_0_segment_0_in_plane_joint_control, which takes rad/s;");
    assertRefused(
        Robots.layout("", Robots.names(1)), "joint_control, which takes a number without unit;");
  }

  @Test
  void aMixtureIsRefused() {
    List<ActuatorSpec> actuators =
        new ArrayList<>(Robots.layout("rad", Robots.names(2)).actuators());
    actuators.set(2, Robots.layout("N m", Robots.names(2)).actuators().get(2));
    assertRefused(
        Robots.robot(Robots.joints(Robots.names(2)), actuators, 0),
        "has Star/arm_0_segment_1_in_plane_joint_control, which takes N m, and"
            + " Star/arm_0_segment_0_in_plane_joint_control, which takes rad;");
  }

  @Test
  void jointsWithoutOrWithTwoActuatorsAreNamed() {
    List<JointSpec> joints = Robots.joints(Robots.names(1));
    ActuatorSpec servo = new ActuatorSpec("servo", joints.get(0).name(), -1, 1, "rad");
    ActuatorSpec other = new ActuatorSpec("other", joints.get(0).name(), -1, 1, "rad");
    assertRefused(
        Robots.robot(joints, List.of(servo), 0),
        "has none on Star/arm_0_segment_0_out_of_plane_joint;");
    assertRefused(
        Robots.robot(joints, List.of(servo, other), 0),
        "has 2 on Star/arm_0_segment_0_in_plane_joint;");
    assertRefused(
        Robots.robot(joints, List.of(), 0), "has none on Star/arm_0_segment_0_in_plane_joint;");
  }

  @Test
  void tendonsThatAreMissingOrCannotPullAreNamed() {
    List<JointSpec> joints = Robots.joints(Robots.names(1));
    List<ActuatorSpec> motors = new ArrayList<>(Robots.tendons(1).actuators());
    ActuatorSpec last = motors.remove(3);
    assertRefused(Robots.robot(joints, motors, 6), "has none on Star/arm_0_segment_0_tendon_3;");
    motors.add(new ActuatorSpec("pusher", last.joint(), 0, 4, "N", 15));
    assertRefused(
        Robots.robot(joints, motors, 8), "has pusher, which cannot pull: it takes 0.0 to 4.0;");
    motors.set(3, new ActuatorSpec("muscle", last.joint(), 0, 1, "N", Double.NaN));
    assertRefused(
        Robots.robot(joints, motors, 8), "has muscle, whose effort is not a constant above 0;");
    motors.set(3, new ActuatorSpec("winch", last.joint(), 0, 1, "m"));
    assertRefused(Robots.robot(joints, motors, 8), "has winch, which takes m, and");
  }

  @Test
  void observationsThatTheDriveNeedsAreNamed() {
    RobotLayout torque = Robots.layout("N m", Robots.names(1));
    assertRefused(
        new RobotLayout("star.xml", torque.joints(), torque.actuators(), List.of()),
        "has motors, but no observation joint_position;");
    List<ActuatorSpec> motors = Robots.tendons(1).actuators();
    assertRefused(
        Robots.robot(torque.joints(), motors, 0),
        "has motors, but no observation tendon_moment_arm;");
    assertRefused(
        Robots.robot(torque.joints(), motors, 6),
        "has 6 moment arms of the tendons that 4 motors pull;");
  }

  private static void assertRefused(RobotLayout robot, String part) {
    SettingException e = assertThrows(SettingException.class, () -> JointDrive.of(robot, SETTINGS));
    assertEquals("", e.path());
    assertTrue(e.rule().contains(part), e.getMessage());
  }
}
