package org.ophiura.app.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ophiura.app.Trials;
import org.ophiura.app.config.ConfigReader;
import org.ophiura.app.examples.WavePlugin;
import org.ophiura.sim.Plant;
import org.ophiura.sim.plugin.Choice;
import org.ophiura.sim.plugin.SettingException;

final class TrialTest {
  @TempDir private Path folder;

  /** A robot of one's own, {@code swimmer.xml} with a change, under the README's controller. */
  private TrialSettings swimmer(String old, String by, String... changes) throws IOException {
    Path examples = Path.of("../src/test/resources/examples");
    for (String name : List.of("swimmer.xml", "swimmer.yaml")) {
      String text = Files.readString(examples.resolve(name));
      Files.writeString(folder.resolve(name), text.replace(old, by));
    }
    List<String> all = new ArrayList<>(List.of("controller=~"));
    all.addAll(List.of(changes));
    TrialSettings read =
        ConfigReader.read(folder.resolve("swimmer.yaml"), TrialSettings.class, all);
    return new TrialSettings(
        read.name(),
        read.seed(),
        read.plant(),
        read.task(),
        Optional.of(new Choice<>(new WavePlugin(), new WavePlugin.Wave(0.7, 1.2, 1))),
        read.disturbances(),
        read.training(),
        read.evaluation());
  }

  private String refusal(TrialSettings settings) {
    return assertThrows(SettingException.class, () -> Trial.open(settings).close())
        .getMessage()
        .replace(folder.toString(), "FOLDER");
  }

  @Test
  void aRobotOfOnesOwnRunsUnderAControllerThatMakesNoDecisions() throws IOException {
    try (Trial trial = Trial.open(swimmer("", "", "task.time-limit=1", "evaluation.episodes=2"))) {
      Evaluation evaluation =
          new TrialRunner(trial, 2, new Interruption(), TrialProgress.SILENT)
              .run(EpisodeListener.NONE)
              .evaluation();
      assertEquals(2, evaluation.episodes().size());
      assertEquals(25, evaluation.episodes().get(1).steps());
      assertEquals(0, evaluation.episodes().get(1).decisions().states().length);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          mocap="true" | | task must start where the plant can: FOLDER/swimmer.xml has no target \
          that can be moved; it needs a mocap body named 'target'
          name="target" | name="goal" | task.type must fit the robot: directed-locomotion needs \
          the observation xy_distance_to_target, which FOLDER/swimmer.xml lacks; give its model a \
          mocap body named 'target', and a free joint that carries the robot
          <freejoint/> | | task.type must fit the robot: directed-locomotion needs the observation \
          xy_distance_to_target, which FOLDER/swimmer.xml lacks; give its model a mocap body \
          named 'target', and a free joint that carries the robot
          """)
  void aRobotThatDoesNotFitTheTaskIsRefused(String old, String by, String message)
      throws IOException {
    assertEquals(message, refusal(swimmer(old, by == null ? "" : by)));
  }

  @Test
  void theModelOutlivesTheTrialWhileAPlantUsesIt() {
    try (Plant plant = openAndClose()) {
      assertEquals(0.04, plant.controlPeriodSeconds(), 1e-15);
      assertEquals(0, plant.state().timeSeconds());
    }
  }

  private static Plant openAndClose() {
    try (Trial trial = Trial.openPlant(Trials.small())) {
      return trial.plants().newPlant();
    }
  }
}
