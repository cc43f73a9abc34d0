package org.ophiura.learning.indexer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ophiura.learning.ArrayState;
import org.ophiura.learning.IndexerPlugin;
import org.ophiura.learning.StateIndexer;
import org.ophiura.sim.ObservationSpec;
import org.ophiura.sim.RobotLayout;
import org.ophiura.sim.plugin.Choice;
import org.ophiura.sim.plugin.SettingException;

class TargetDirectionPluginTest {
  private static final ObservationSpec POSITION =
      ObservationSpec.uniform("disk_position", 0, 3, -10, 10, "m");
  private static final ObservationSpec ROTATION =
      ObservationSpec.uniform("disk_rotation", 3, 3, -Math.PI, Math.PI, "rad");
  private static final ObservationSpec DIRECTION =
      ObservationSpec.uniform("unit_xy_direction_to_target", 6, 2, -1, 1, "");

  private final TargetDirectionPlugin plugin = new TargetDirectionPlugin();

  @Test
  void elementsAreFoundByTheNamesOfTheObservations() {
    StateIndexer indexer =
        IndexerPlugin.create(
            new Choice<>(plugin, new TargetDirectionSettings(5)),
            robot(POSITION, ROTATION, DIRECTION));
    double[] observations = {9, 9, 9, 9, 9, 0, 0, 1};
    assertEquals(1, indexer.indexOf(new ArrayState(observations)), "90 degrees is nearest to 72");
    observations[5] = Math.PI / 2;
    assertEquals(0, indexer.indexOf(new ArrayState(observations)), "the robot has turned there");
  }

  @Test
  void robotWithoutATargetIsRefusedWithTheRemedy() {
    SettingException e = refused(robot(POSITION, ROTATION));
    assertTrue(e.rule().contains("unit_xy_direction_to_target"), e.rule());
    assertTrue(e.rule().contains("star"), e.rule());
    assertTrue(e.rule().contains("directed-locomotion"), e.rule());
  }

  @Test
  void observationOfAnotherSizeIsRefused() {
    ObservationSpec odd = ObservationSpec.uniform("disk_rotation", 3, 1, -1, 1, "rad");
    ObservationSpec direction =
        ObservationSpec.uniform("unit_xy_direction_to_target", 4, 2, -1, 1, "");
    SettingException e = refused(robot(POSITION, odd, direction));
    assertTrue(e.rule().contains("3 elements, got 1"), e.rule());
  }

  @Test
  void noArmsAreRefused() {
    SettingException e = assertThrows(SettingException.class, () -> new TargetDirectionSettings(0));
    assertTrue(e.rule().startsWith("must be in [1, "), e.rule());
  }

  private SettingException refused(RobotLayout robot) {
    TargetDirectionSettings settings = new TargetDirectionSettings(5);
    return assertThrows(SettingException.class, () -> plugin.create(settings, robot));
  }

  private static RobotLayout robot(ObservationSpec... observations) {
    return new RobotLayout("star", List.of(), List.of(), List.of(observations));
  }
}
