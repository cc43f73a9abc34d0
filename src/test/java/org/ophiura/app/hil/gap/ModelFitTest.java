package org.ophiura.app.hil.gap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ophiura.app.results.UserException;
import org.ophiura.sim.RobotLayout;
import org.ophiura.sim.hardware.gap.JointGap;
import org.ophiura.sim.hardware.gap.MotionLog;
import org.ophiura.sim.hardware.log.LoggedTicks;
import org.ophiura.sim.mujoco.MujocoPlantFactory;
import org.ophiura.sim.mujoco.plugin.MujocoPlantPlugin;
import org.ophiura.sim.mujoco.plugin.MujocoPlantSettings;

final class ModelFitTest {
  /** What issue 6 asks for. */
  private static final double TENTH = 0.1;

  private static final MujocoPlantSettings SIMULATION =
      KnownRobot.simulation(List.of(2, 2, 2, 2, 2));

  @TempDir private Path folder;

  private MotionLog log(JointModel robot, int ticks) throws IOException {
    Path path = folder.resolve("robot.mcap");
    KnownRobot.log(path, SIMULATION, robot, ticks, Map.of());
    RobotLayout layout;
    try (MujocoPlantFactory plants = new MujocoPlantPlugin().create(SIMULATION)) {
      layout = plants.layout();
    }
    try (LoggedTicks logged = new LoggedTicks(path)) {
      return MotionLog.read(logged, Optional.of(layout));
    }
  }

  @Tag("slow")
  @ParameterizedTest
  @CsvSource({"28, 1.5, 0.12, 0.031", "16, 1.2, 0.2, 0.05", "24, 1.2, 0.25, 0.04"})
  void fitFindsTheJointsOfTheRobotWithinATenth(
      double gain, double damping, double armature, double delay) throws IOException {
    MotionLog log = log(new JointModel(gain, damping, armature, delay), 1000);
    FittedModel fit = ModelFit.of(SIMULATION, log, JointGap.all(log));
    JointModel found = fit.after();
    assertEquals(gain, found.positionGain(), TENTH * gain);
    assertEquals(damping, found.damping(), TENTH * damping);
    assertEquals(armature, found.armature(), TENTH * armature);
    assertEquals(delay, found.commandDelay(), TENTH * delay);
    assertTrue(fit.judged().rmsAfter() < fit.judged().rmsBefore() / 2, fit.judged().toString());
  }

  @Test
  void simulationWithTheJointsOfTheRobotIsTheClosest() throws IOException {
    JointModel robot = new JointModel(28, 1.5, 0.12, 0.031);
    OpenLoop loop = new OpenLoop(SIMULATION, log(robot, 150));
    double own = OpenLoop.rms(loop.errors(robot));
    // Windows start from other places than the robot did, so contacts differ.
    assertTrue(own < 5 * KnownRobot.RESOLUTION, "off by " + own);
    for (JointModel other :
        List.of(
            new JointModel(14, 1.5, 0.12, 0.031),
            new JointModel(28, 3, 0.12, 0.031),
            new JointModel(28, 1.5, 0.24, 0.031),
            new JointModel(28, 1.5, 0.12, 0.062))) {
      assertTrue(OpenLoop.rms(loop.errors(other)) > 2 * own, other.toString());
    }
  }

  @Test
  void simulationThatBreaksDownIsFarOff() throws IOException {
    OpenLoop loop = new OpenLoop(SIMULATION, log(JointModel.of(SIMULATION), 100));
    assertTrue(OpenLoop.rms(loop.errors(new JointModel(1e9, 0, 0, 0))) > 0.1);
  }

  @Test
  void logThatIsTooShortIsRefused() throws IOException {
    MotionLog log = log(JointModel.of(SIMULATION), 60);
    UserException refused =
        assertThrows(UserException.class, () -> ModelFit.of(SIMULATION, log, List.of()));
    assertTrue(refused.getMessage().contains("log a longer run"), refused.getMessage());
  }
}
