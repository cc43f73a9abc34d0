package org.ophiura.sim.mujoco;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.ophiura.sim.mujoco.DamagedRobots.WHOLE;
import static org.ophiura.sim.mujoco.DamagedRobots.read;
import static org.ophiura.sim.mujoco.DamagedRobots.walk;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ophiura.models.BrittleStarMorphology;
import org.ophiura.models.BrittleStarNames;
import org.ophiura.models.BrittleStarScene;
import org.ophiura.models.Segment;
import org.ophiura.models.mjcf.MjcfWriter;
import org.ophiura.sim.JointCommand;
import org.ophiura.sim.ObservationSpec;
import org.ophiura.sim.PlantEvent.BendingPlane;
import org.ophiura.sim.PlantEvent.LockJoint;
import org.ophiura.sim.PlantEvent.LoseArm;
import org.ophiura.sim.PlantEvent.Push;
import org.ophiura.sim.PlantEvent.ShortenArm;
import org.ophiura.sim.PlantEvent.WeakenJoint;
import org.ophiura.sim.ResetSpec;

/** What each kind of damage does to the simulated robot. */
class DamageTest {
  /** Numbers of the disk's pose, which come first in qpos. */
  private static final int FREE_JOINT_NUMBERS = 7;

  private static final int TEN_SECONDS = 250;
  private static final double ROUNDING = 1e-12;

  private static double mass(SimulatedPlant plant) {
    double mass = 0;
    for (int body = 0; body < plant.current().model().struct().nbody(); body++) {
      mass += plant.current().model().struct().body_mass().get(body);
    }
    return mass;
  }

  /** Of a capsule: a cylinder and two half spheres. */
  private static double mass(Segment segment) {
    double radius = segment.radiusMetres();
    return segment.densityKilogramsPerCubicMetre()
        * Math.PI
        * radius
        * radius
        * (segment.lengthMetres() + 4 * radius / 3);
  }

  @Test
  void lostArmTakesItsMassAndItsContactsAway() {
    BrittleStarMorphology star = BrittleStarMorphology.reference(WHOLE);
    double arm = star.arms().get(1).segments().stream().mapToDouble(DamageTest::mass).sum();
    try (SimulatedPlant plant = DamagedRobots.of(new LoseArm(4, 1))) {
      double whole = mass(plant);
      JointCommand rest = new JointCommand(plant.layout());
      for (int step = 0; step < 100; step++) {
        plant.step(rest);
      }
      assertTrue(contacts(plant, 1) > 0, "it lies on the ground");
      plant.step(rest);
      assertEquals(whole - arm, mass(plant), ROUNDING);
      for (int step = 0; step < 50; step++) {
        assertEquals(0, contacts(plant, 1));
        plant.step(rest);
      }
      assertTrue(contacts(plant, 0) + contacts(plant, 2) > 0, "the others still do");
    }
  }

  private static double contacts(SimulatedPlant plant, int arm) {
    double sum = 0;
    for (int segment = 0; segment < 3; segment++) {
      sum += read(plant, "segment_contact", 3 * arm + segment);
    }
    return sum;
  }

  /** Every observation of many elements is matched element by element, whatever the actuation. */
  @ParameterizedTest
  @ValueSource(strings = {"position", "torque", "tendon-torque"})
  void whatIsLeftKeepsItsPlaceInEveryObservation(String actuation) {
    try (SimulatedPlant damaged = DamagedRobots.of(WHOLE, actuation, new LoseArm(0, 1));
        SimulatedPlant built = DamagedRobots.of(List.of(3, 0, 3, 3, 3), actuation)) {
      walk(damaged, damaged.layout(), 0, 30);
      walk(built, damaged.layout(), 0, 30);
      int shorter = 0;
      for (ObservationSpec whole : damaged.layout().observations()) {
        Optional<ObservationSpec> left = built.layout().findObservation(whole.name());
        if (left.isPresent() && left.get().size() < whole.size()) {
          // Arm by arm, each of five arms alike: the second fifth is lost.
          int arm = whole.size() / 5;
          assertEquals(4 * arm, left.get().size(), whole.name());
          for (int i = 0; i < whole.size(); i++) {
            double expected =
                i / arm == 1 ? 0 : built.state().get(left.get().offset() + (i < arm ? i : i - arm));
            assertEquals(expected, damaged.state().get(whole.offset() + i), whole.name() + " " + i);
          }
          shorter++;
        }
      }
      assertEquals(actuation.equals("tendon-torque") ? 8 : 5, shorter);
    }
  }

  @Test
  void shortenedArmKeepsItsFirstSegmentsAsTheyWere() {
    BrittleStarMorphology star = BrittleStarMorphology.reference(WHOLE);
    List<Segment> arm = star.arms().get(4).segments();
    try (SimulatedPlant plant = DamagedRobots.of(new ShortenArm(0.4, 4, 1))) {
      double whole = mass(plant);
      walk(plant, plant.layout(), 0, 10);
      double before = read(plant, "joint_position", 24);
      walk(plant, plant.layout(), 10, 11);
      assertEquals(whole - mass(arm.get(1)) - mass(arm.get(2)), mass(plant), ROUNDING);
      double after = read(plant, "joint_position", 24);
      assertNotEquals(0, after);
      assertEquals(before, after, 0.1, "it goes on from where it was");
      assertEquals(0, read(plant, "joint_position", 26));
    }
  }

  @ParameterizedTest
  @EnumSource(BendingPlane.class)
  void lockedJointStaysWhereItIsWhateverIsCommanded(BendingPlane plane) {
    int joint = plane == BendingPlane.IN_PLANE ? 0 : 1;
    for (String actuation : List.of("position", "torque", "tendon-torque")) {
      try (SimulatedPlant plant =
          DamagedRobots.of(WHOLE, actuation, new LockJoint(1, 0, 0, plane))) {
        walk(plant, plant.layout(), 0, 25);
        // Not from the sensors, which do not show the last physics step yet.
        double locked = plant.current().struct().qpos().get(FREE_JOINT_NUMBERS + joint);
        walk(plant, plant.layout(), 25, 26);
        assertEquals(0, read(plant, "joint_velocity", joint), 1e-6);
        double least = Double.POSITIVE_INFINITY;
        double greatest = Double.NEGATIVE_INFINITY;
        for (int step = 26; step < 25 + TEN_SECONDS; step++) {
          walk(plant, plant.layout(), step, step + 1);
          least = Math.min(least, read(plant, "joint_position", joint));
          greatest = Math.max(greatest, read(plant, "joint_position", joint));
        }
        assertEquals(locked, least, 1e-4, actuation);
        assertTrue(greatest - least < 1e-4, actuation + " moved by " + (greatest - least));
      }
    }
  }

  /** So the great inertia that holds it does nothing else to the robot. */
  @ParameterizedTest
  @EnumSource(BendingPlane.class)
  void robotWithALockedJointMovesAsOneBuiltWithoutTheJoint(BendingPlane plane) {
    BrittleStarScene scene = BrittleStarScene.tutorial();
    String joint =
        BrittleStarNames.joint(0, 0, org.ophiura.models.BendingPlane.valueOf(plane.name()));
    String rigid =
        MjcfWriter.toXml(scene)
            .replaceAll(
                "<(joint|position|jointpos|jointvel|jointactuatorfrc|actuatorfrc) [^>]*\""
                    + Pattern.quote(joint)
                    + "[^>]*/>",
                "");
    try (MujocoModel model = MujocoModel.parse("rigid", rigid, PhysicsOverrides.NONE);
        MujocoPlant built = new MujocoPlant(model, 10);
        SimulatedPlant locked = DamagedRobots.of(new LockJoint(0, 0, 0, plane))) {
      assertEquals(29, built.layout().joints().size());
      walk(built, locked.layout(), 0, TEN_SECONDS);
      walk(locked, locked.layout(), 0, TEN_SECONDS);
      for (int axis = 0; axis < 3; axis++) {
        assertEquals(read(built, "disk_position", axis), read(locked, "disk_position", axis), 1e-5);
      }
    }
  }

  @Test
  void jointThatIsLockedFromTheStartStartsStillHoweverNoisyTheStart() {
    try (SimulatedPlant plant = DamagedRobots.of(new LockJoint(0, 0, 0, BendingPlane.IN_PLANE))) {
      plant.reset(new ResetSpec(0, 0, 0, 0.1, 1, Optional.empty()), new SplittableRandom(5));
      double start = read(plant, "joint_position", 0);
      assertNotEquals(0, start);
      assertEquals(0, read(plant, "joint_velocity", 0));
      assertNotEquals(0, read(plant, "joint_velocity", 1));
      walk(plant, plant.layout(), 0, 100);
      assertEquals(start, read(plant, "joint_position", 0), 1e-4);
    }
  }

  @Test
  void weakenedJointGivesAtMostItsFractionOfTheForceAndTheOthersAllOfIt() {
    for (String actuation : List.of("position", "torque")) {
      try (SimulatedPlant plant =
          DamagedRobots.of(
              WHOLE, actuation, new WeakenJoint(0, 0, 0, BendingPlane.IN_PLANE, 0.25))) {
        double strength = 0.025 * 150;
        ObservationSpec force = plant.layout().observation("joint_actuator_force");
        JointCommand command = new JointCommand(plant.layout());
        for (int i = 0; i < command.size(); i++) {
          command.set(i, plant.layout().actuators().get(i).upper());
        }
        double weak = 0;
        double strong = 0;
        for (int step = 0; step < 50; step++) {
          plant.step(command);
          weak = Math.max(weak, Math.abs(plant.state().get(force.offset())));
          strong = Math.max(strong, Math.abs(plant.state().get(force.offset() + 6)));
        }
        assertEquals(0.25 * strength, weak, ROUNDING, actuation);
        assertEquals(strength, strong, ROUNDING, actuation);
      }
    }
  }

  @Test
  void tendonsOfAWeakenedJointPullWithAtMostTheirFraction() {
    try (SimulatedPlant plant =
        DamagedRobots.of(
            WHOLE, "tendon-torque", new WeakenJoint(0, 0, 0, BendingPlane.OUT_OF_PLANE, 0.5))) {
      JointCommand command = new JointCommand(plant.layout());
      for (int i = 0; i < command.size(); i++) {
        command.set(i, plant.layout().actuators().get(i).lower());
      }
      plant.step(command);
      double full = 0.025 * 150;
      for (int tendon = 0; tendon < 4; tendon++) {
        assertEquals(-full / 2, read(plant, "actuator_force", tendon), ROUNDING);
        assertEquals(-full, read(plant, "actuator_force", 12 + tendon), ROUNDING);
      }
    }
  }

  /** A robot without arms that still falls, so that nothing but weight and push acts on it. */
  @Test
  void pushAcceleratesTheDiskByForceOverMass() {
    double[] force = {0.6, -0.4, 0.3};
    try (SimulatedPlant pushed =
            DamagedRobots.of(List.of(), "position", new Push(0, 1, force[0], force[1], force[2]));
        SimulatedPlant left = DamagedRobots.of(List.of(), "position")) {
      JointCommand nothing = new JointCommand(0);
      pushed.step(nothing);
      left.step(nothing);
      double mass = mass(pushed);
      // Velocities are those after the last but one of the ten physics steps of 0.004 s.
      double seconds = 9 * 0.004;
      for (int axis = 0; axis < 3; axis++) {
        double gained =
            read(pushed, "disk_linear_velocity", axis) - read(left, "disk_linear_velocity", axis);
        double expected = force[axis] / mass * seconds;
        // The water brakes: a few parts in a hundred at these speeds.
        assertEquals(expected, gained, 0.05 * Math.abs(expected));
      }
      for (int axis = 0; axis < 3; axis++) {
        assertEquals(0, read(pushed, "disk_angular_velocity", axis), 1e-9, "it acts on the centre");
      }
    }
  }

  @Test
  void pushesAddUpAndEnd() {
    Push half = new Push(0, 1, 1, 0, 0);
    try (SimulatedPlant twice = DamagedRobots.of(half, half);
        SimulatedPlant once = DamagedRobots.of(new Push(0, 1, 2, 0, 0));
        SimulatedPlant longer = DamagedRobots.of(new Push(0, 1.04, 2, 0, 0))) {
      walk(twice, twice.layout(), 0, 26);
      walk(once, once.layout(), 0, 26);
      walk(longer, longer.layout(), 0, 26);
      assertEquals(read(once, "disk_position", 0), read(twice, "disk_position", 0));
      assertTrue(read(longer, "disk_linear_velocity", 0) > read(once, "disk_linear_velocity", 0));
    }
  }

  @Test
  void livePushIsTheSameAsAnEventAndGoesOnWhenTheRobotIsDamaged() {
    try (SimulatedPlant live = DamagedRobots.of(new LoseArm(0.4, 0));
        SimulatedPlant event =
            DamagedRobots.of(new LoseArm(0.4, 0), new Push(0.2, 0.6, 30, 20, 10));
        SimulatedPlant unpushed = DamagedRobots.of(new LoseArm(0.4, 0))) {
      walk(live, live.layout(), 0, 5);
      live.push(30, 20, 10);
      walk(live, live.layout(), 5, 20);
      live.push(0, 0, 0);
      walk(live, live.layout(), 20, 30);
      walk(event, live.layout(), 0, 30);
      assertEquals(read(event, "disk_position", 0), read(live, "disk_position", 0));
      walk(unpushed, live.layout(), 0, 30);
      assertNotEquals(read(unpushed, "disk_position", 0), read(live, "disk_position", 0), 0.01);
    }
  }
}
