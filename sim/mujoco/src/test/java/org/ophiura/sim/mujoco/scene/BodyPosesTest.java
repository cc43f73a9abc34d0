package org.ophiura.sim.mujoco.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.ophiura.sim.JointCommand;
import org.ophiura.sim.PlantEvent.LoseArm;
import org.ophiura.sim.ResetSpec;
import org.ophiura.sim.mujoco.MujocoModel;
import org.ophiura.sim.mujoco.MujocoPlantFactory;
import org.ophiura.sim.mujoco.PhysicsOverrides;
import org.ophiura.sim.mujoco.SimulatedPlant;
import org.ophiura.sim.mujoco.SimulatedPlants;

/** Where bodies are, as those who draw them hear of it. */
class BodyPosesTest {
  private static final int SETTLED = 100; // Control steps after which a resting star lies.

  /** Pointer's object and what frees it: about 100 bytes; a list or a box per body is more. */
  private static final long ONE_HANDLE = 256;

  private static void rest(SimulatedPlant plant, int steps) {
    JointCommand command = new JointCommand(plant.layout());
    for (int step = 0; step < steps; step++) {
      plant.step(command);
    }
  }

  @Test
  void posesAreThoseOfTheSimulation() {
    try (SimulatedPlants plants = Stars.whole();
        SimulatedPlant plant = plants.newPlant()) {
      BodyPoses poses = new BodyPoses(plants);
      rest(plant, SETTLED);
      poses.read(plant);
      for (int body = 0; body < poses.scene().bodies().size(); body++) {
        for (int i = 0; i < 3; i++) {
          assertEquals(
              (float) plant.current().struct().xpos().get(3L * body + i),
              poses.poses()[BodyPoses.NUMBERS * body + i]);
        }
        for (int i = 0; i < 4; i++) {
          assertEquals(
              (float) plant.current().struct().xquat().get(4L * body + i),
              poses.poses()[BodyPoses.NUMBERS * body + 3 + i]);
        }
      }
    }
  }

  @Test
  void segmentsThatPressOnTheirSensorsTouch() {
    try (SimulatedPlants plants = Stars.whole();
        SimulatedPlant plant = plants.newPlant()) {
      BodyPoses poses = new BodyPoses(plants);
      int sensors = plants.layout().observation("segment_contact").offset();
      int pressing = 0;
      for (int round = 0; round < SETTLED; round++) {
        rest(plant, 1);
        poses.read(plant);
        for (int segment = 0; segment < poses.touching().length; segment++) {
          if (plant.state().get(sensors + segment) > 0) {
            pressing++;
            assertTrue(poses.touching()[segment], "segment " + segment + " in step " + round);
          }
        }
      }
      assertTrue(pressing > 0, "the star never lay on the ground");
    }
  }

  @Test
  void nothingTouchesInTheAir() {
    String xml =
        """
        <mujoco><worldbody><geom type="plane" size="1 1 1"/>
          <body name="arm_0_segment_0" pos="0 0 1"><freejoint/><geom type="sphere" size="0.1"/></body>
        </worldbody></mujoco>
        """;
    try (SimulatedPlants plants = own(xml);
        SimulatedPlant plant = plants.newPlant()) {
      BodyPoses poses = new BodyPoses(plants);
      poses.read(plant);
      assertFalse(poses.touching()[0]);
      rest(plant, 500); // It has fallen 0.9 m and rests.
      poses.read(plant);
      assertTrue(poses.touching()[0]);
    }
  }

  private static SimulatedPlants own(String xml) {
    return new MujocoPlantFactory(
        MujocoModel.parse("robot", xml, PhysicsOverrides.NONE), 1, target -> xml);
  }

  @Test
  void bodiesWithoutNamesAreToldApart() {
    String xml =
        """
        <mujoco><worldbody>
          <body pos="1 0 0"><geom type="sphere" size="0.1"/></body>
          <body pos="2 0 0"><geom type="sphere" size="0.1"/></body>
        </worldbody></mujoco>
        """;
    try (SimulatedPlants plants = own(xml);
        SimulatedPlant plant = plants.newPlant()) {
      BodyPoses poses = new BodyPoses(plants);
      poses.read(plant);
      assertEquals(1, poses.poses()[BodyPoses.NUMBERS]);
      assertEquals(2, poses.poses()[2 * BodyPoses.NUMBERS]);
    }
  }

  @Test
  void anArmIsGoneFromTheStepOnThatItIsLostIn() {
    try (SimulatedPlants plants = Stars.whole(new LoseArm(1, 2));
        SimulatedPlant plant = plants.newPlant()) {
      BodyPoses poses = new BodyPoses(plants);
      assertEquals(0, gone(poses, plant));
      rest(plant, 30); // 1.2 s
      poses.read(plant);
      for (int body = 0; body < poses.scene().bodies().size(); body++) {
        boolean lost = poses.scene().bodies().get(body).arm() == 2;
        assertEquals(lost, Float.isNaN(poses.poses()[BodyPoses.NUMBERS * body]));
      }
      plant.reset(ResetSpec.ORIGIN, new SplittableRandom(1));
      assertEquals(0, gone(poses, plant));
    }
  }

  private static int gone(BodyPoses poses, SimulatedPlant plant) {
    poses.read(plant);
    int gone = 0;
    for (float number : poses.poses()) {
      gone += Float.isNaN(number) ? 1 : 0;
    }
    return gone;
  }

  @Test
  void readingAllocatesOneHandleAtMost() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    try (SimulatedPlants plants = Stars.whole();
        SimulatedPlant plant = plants.newPlant()) {
      BodyPoses poses = new BodyPoses(plants);
      rest(plant, SETTLED);
      long least = Long.MAX_VALUE;
      for (int window = 0; window < 10; window++) { // The first may hold the compiler's own.
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int call = 0; call < 1000; call++) {
          poses.read(plant);
        }
        least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
      }
      assertTrue(least <= 1000 * ONE_HANDLE, least / 1000 + " bytes per call");
    }
  }
}
