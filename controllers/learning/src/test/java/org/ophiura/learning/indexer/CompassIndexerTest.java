package org.ophiura.learning.indexer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ophiura.learning.ArrayState;
import org.ophiura.learning.IndexerPlugin;
import org.ophiura.learning.StateIndexer;
import org.ophiura.learning.StateIndexerContract;
import org.ophiura.sim.ObservationSpec;
import org.ophiura.sim.RobotLayout;
import org.ophiura.sim.plugin.Choice;
import org.ophiura.sim.plugin.SettingException;

class CompassIndexerTest extends StateIndexerContract {
  private static final int ARMS = 5;
  private static final int YAW = 1;

  @Override
  protected StateIndexer newIndexer() {
    return new CompassIndexer(ARMS, 0.5, YAW);
  }

  @Override
  protected int observationSize() {
    return 2;
  }

  @Override
  protected void draw(RandomGenerator random, double[] observations) {
    observations[YAW] = random.nextDouble(-Math.PI, Math.PI);
  }

  private static StateIndexer of(double directionDegrees) {
    RobotLayout robot =
        new RobotLayout(
            "star",
            List.of(),
            List.of(),
            List.of(ObservationSpec.uniform("disk_rotation", 0, 3, -Math.PI, Math.PI, "rad")));
    return IndexerPlugin.create(
        new Choice<>(new CompassPlugin(), new CompassSettings(ARMS, directionDegrees)), robot);
  }

  private static int state(StateIndexer indexer, double yawDegrees) {
    return indexer.indexOf(new ArrayState(new double[] {9, 9, Math.toRadians(yawDegrees)}));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4})
  void theArmThatPointsInTheDirectionIsTheState(int arm) {
    StateIndexer east = of(0);
    assertEquals(arm, state(east, -72 * arm), "the robot has turned back by as many arms");
    assertEquals(arm, state(east, -72 * arm + 35));
    assertEquals(arm, state(east, -72 * arm - 35));
    assertEquals(arm, state(of(72 * arm), 0));
    assertEquals(arm, state(of(72 * arm - 360), 360));
    assertEquals("arm-" + arm, east.nameOf(arm));
  }

  @Test
  void itsStatesAreArms() {
    assertTrue(newIndexer().statesAreArms());
  }

  @Test
  void aRobotWithoutARotationIsRefused() {
    RobotLayout robot = new RobotLayout("ball", List.of(), List.of(), List.of());
    CompassSettings settings = new CompassSettings(ARMS, 0);
    SettingException e =
        assertThrows(SettingException.class, () -> new CompassPlugin().create(settings, robot));
    assertEquals(
        "needs the observation disk_rotation, which ball lacks; choose a plant whose robot has a"
            + " disk",
        e.rule());
  }
}
