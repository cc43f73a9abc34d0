package org.ophiura.app.hil.gap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ophiura.sim.RobotLayout;
import org.ophiura.sim.hardware.gap.MotionLog;
import org.ophiura.sim.hardware.log.LoggedTicks;
import org.ophiura.sim.mujoco.MujocoPlantFactory;
import org.ophiura.sim.mujoco.plugin.MujocoPlantPlugin;
import org.ophiura.sim.mujoco.plugin.MujocoPlantSettings;

final class ModelFitTest {
  private static final double TENTH = 0.1;

  @TempDir private Path folder;

  private MotionLog log(MujocoPlantSettings simulation, JointModel joints, int ticks)
      throws IOException {
    Path path = folder.resolve("robot.mcap");
    KnownRobot.log(path, simulation, joints, ticks);
    RobotLayout layout;
    try (MujocoPlantFactory plants = new MujocoPlantPlugin().create(simulation)) {
      layout = plants.layout();
    }
    try (LoggedTicks logged = new LoggedTicks(path)) {
      return MotionLog.read(logged, Optional.of(layout));
    }
  }

  @Test
  void fitFindsTheJointsOfTheRobotWithinATenth() throws IOException {
    MujocoPlantSettings simulation = KnownRobot.simulation(List.of(3, 3, 3, 3, 3));
    JointModel robot = new JointModel(28, 1.5, 0.12, 0.031);
    long t0 = System.nanoTime();
    FittedModel fit = ModelFit.of(simulation, log(simulation, robot, 1500));
    System.err.println(
        (System.nanoTime() - t0) / 1e9
            + " s "
            + fit.after()
            + " "
            + fit.standardErrors()
            + " "
            + fit.fitted().rmsBefore()
            + " "
            + fit.fitted().rmsAfter()
            + " "
            + fit.judged().rmsBefore()
            + " "
            + fit.judged().rmsAfter());
    assertEquals(robot.positionGain(), fit.after().positionGain(), TENTH * robot.positionGain());
    assertEquals(robot.damping(), fit.after().damping(), TENTH * robot.damping());
    assertEquals(robot.armature(), fit.after().armature(), TENTH * robot.armature());
    assertEquals(robot.commandDelay(), fit.after().commandDelay(), TENTH * robot.commandDelay());
    assertTrue(fit.judged().rmsAfter() < fit.judged().rmsBefore() / 5, fit.judged().toString());
  }
}
