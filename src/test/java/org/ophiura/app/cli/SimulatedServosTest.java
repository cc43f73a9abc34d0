package org.ophiura.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ophiura.app.config.ConfigReader;
import org.ophiura.app.film.GraphicsDriver;
import org.ophiura.app.recording.EpisodeRecorder;
import org.ophiura.app.recording.Recording;
import org.ophiura.app.trial.Trial;
import org.ophiura.app.trial.TrialSettings;
import org.ophiura.app.view.LiveServer;
import org.ophiura.app.view.LiveView;
import org.ophiura.sim.mujoco.MujocoModel;
import org.ophiura.sim.mujoco.PhysicsOverrides;

/** A robot of servos is seen like any other simulated one, and moves within its limits. */
final class SimulatedServosTest {
  private static final int STEPS = 20;

  @TempDir private Path folder;
  private Path trialFile = Path.of("");

  @BeforeEach
  void writeTrial() throws IOException {
    trialFile = EmulatedStar.trialFile(folder);
  }

  private Trial trial() {
    return Trial.open(ConfigReader.read(trialFile, TrialSettings.class, List.of()));
  }

  @Test
  void pictureShowsIt() throws IOException {
    GraphicsDriver.require();
    Path file = folder.resolve("star.png");
    Invocation.of("render", trialFile, "--size", "64x64", "--time", "0.2", "--out", file)
        .succeeded();
    BufferedImage image = ImageIO.read(file.toFile());
    assertNotEquals(image.getRGB(0, 0), image.getRGB(32, 32));
  }

  @Test
  void episodeIsRecordedWithItsBodies() {
    try (Trial trial = trial()) {
      Recording recording = EpisodeRecorder.record(trial, 0, Optional.empty());
      assertTrue(recording.scene().isPresent());
      assertTrue(recording.rows() > 1);
    }
  }

  @Test
  void pageShowsIt() {
    Trial trial = trial();
    try (LiveView view =
        LiveView.open(trialFile, List.of(), Optional.empty(), trial, LiveServer.LOOPBACK, 0)) {
      assertTrue(view.port() > 0);
    }
  }

  @Test
  void modelIsThatOfItsSimulation() throws IOException {
    Path file = folder.resolve("robot.xml");
    Invocation.of("model", "export", trialFile, "--out", file).succeeded();
    try (Trial trial = trial();
        MujocoModel model = MujocoModel.load(file, PhysicsOverrides.NONE)) {
      assertEquals(trial.layout().actuators(), model.layout().actuators());
    }
  }

  @Test
  void limitsHoldInASimulationOfCommandsToo() throws IOException {
    assertNotEquals(sensors("slow", "0.01"), sensors("fast", "1"));
  }

  /** What the sensors say when each joint is sent 0.5 rad, with a cap on the step of its target. */
  private List<String> sensors(String name, String maximalStep) throws IOException {
    Path controls = folder.resolve("controls.csv");
    Path out = folder.resolve(name + ".csv");
    List<String> names = new ArrayList<>();
    try (Trial trial = trial()) {
      trial.layout().actuators().forEach(actuator -> names.add(actuator.name()));
    }
    List<String> lines = new ArrayList<>(List.of(String.join(",", names)));
    lines.addAll(
        Collections.nCopies(STEPS, String.join(",", Collections.nCopies(names.size(), "0.5"))));
    Files.write(controls, lines);
    Invocation.of(
            "simulate",
            trialFile,
            "--controls",
            controls,
            "--out",
            out,
            "--set",
            "plant.safety.limits.step=" + maximalStep)
        .succeeded();
    return Files.readAllLines(out);
  }
}
