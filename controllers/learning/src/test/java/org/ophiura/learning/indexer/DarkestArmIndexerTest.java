package org.ophiura.learning.indexer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.ophiura.learning.ArrayState;
import org.ophiura.learning.IndexerPlugin;
import org.ophiura.learning.StateIndexer;
import org.ophiura.learning.StateIndexerContract;
import org.ophiura.sim.Arena;
import org.ophiura.sim.BodyPlan;
import org.ophiura.sim.BodyPlan.SegmentSpec;
import org.ophiura.sim.ObservationSpec;
import org.ophiura.sim.RobotLayout;
import org.ophiura.sim.plugin.Choice;
import org.ophiura.sim.plugin.SettingException;

class DarkestArmIndexerTest extends StateIndexerContract {
  private static final DarkestArmPlugin PLUGIN = new DarkestArmPlugin();

  @Override
  protected StateIndexer newIndexer() {
    return new DarkestArmIndexer(new int[][] {{1, 2}, {3}, {4, 5, 6}});
  }

  @Override
  protected int observationSize() {
    return 7;
  }

  @Override
  protected void draw(RandomGenerator random, double[] observations) {
    for (int i = 0; i < observations.length; i++) {
      observations[i] = random.nextDouble();
    }
  }

  private static int state(StateIndexer indexer, double... light) {
    return indexer.indexOf(new ArrayState(light));
  }

  @Test
  void theArmWithTheLeastMeanLightIsTheState() {
    StateIndexer indexer = newIndexer();
    assertEquals(0, state(indexer, 0, 0.25, 0.5, 0.5, 1, 1, 0));
    assertEquals(1, state(indexer, 0, 0.25, 0.5, 0.25, 1, 1, 0));
    assertEquals(2, state(indexer, 0, 0.25, 0.5, 0.5, 0.25, 0.5, 0.25));
    assertTrue(indexer.statesAreArms());
  }

  @Test
  void ofEqualArmsTheFirstIsTheState() {
    assertEquals(0, state(newIndexer(), 0, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5));
    assertEquals(1, state(newIndexer(), 0, 0.75, 0.5, 0.5, 0.5, 0.5, 0.5));
  }

  @Test
  void anArmWithoutSegmentsIsNeverTheDarkest() {
    StateIndexer indexer = new DarkestArmIndexer(new int[][] {{}, {0}, {1}});
    assertEquals(1, state(indexer, 0.5, 0.75));
    assertEquals(2, state(indexer, 0.75, 0.5));
  }

  /** A robot with so many segments on each arm, whose light follows their positions. */
  private static RobotLayout robot(int... segmentsPerArm) {
    List<ObservationSpec> observations = new ArrayList<>();
    List<SegmentSpec> segments = new ArrayList<>();
    for (int arm = 0; arm < segmentsPerArm.length; arm++) {
      for (int segment = 0; segment < segmentsPerArm[arm]; segment++) {
        ObservationSpec position =
            ObservationSpec.uniform(
                "position_" + arm + "_" + segment, 3 * segments.size(), 3, -9, 9, "m");
        observations.add(position);
        segments.add(new SegmentSpec(arm, segment, 0.02, 0.06, position));
      }
    }
    observations.add(
        ObservationSpec.uniform(
            "segment_light_intake", 3 * segments.size(), segments.size(), 0, 1, ""));
    return new RobotLayout("star", List.of(), List.of(), observations)
        .with(new BodyPlan(0.1, segments), new Arena(2, 1, true));
  }

  @Test
  void theBodyPlanSaysWhichSegmentBelongsToWhichArm() {
    StateIndexer indexer =
        IndexerPlugin.create(new Choice<>(PLUGIN, new DarkestArmSettings(4)), robot(2, 1, 0, 1));
    assertEquals(4, indexer.stateCount());
    double[] state = new double[12 + 4];
    for (int[] lightAndArm : new int[][] {{0, 0}, {1, 0}, {2, 1}, {3, 3}}) {
      Arrays.fill(state, 12, 16, 1);
      state[12 + lightAndArm[0]] = 0.25;
      assertEquals(lightAndArm[1], indexer.indexOf(new ArrayState(state)));
    }
  }

  @Test
  void aTaskWithoutLightIsRefused() {
    RobotLayout dark =
        new RobotLayout("star", List.of(), List.of(), List.of())
            .with(new BodyPlan(0.1, List.of()), new Arena(2, 1, true));
    assertEquals(
        "needs the observation segment_light_intake, which star lacks; choose the task light-escape",
        refusal(5, dark));
  }

  @Test
  void aRobotWhoseArmsAreNotKnownIsRefused() {
    assertEquals(
        "needs a robot whose arms are known, got ball; take the model brittle-star",
        refusal(5, new RobotLayout("ball", List.of(), List.of(), List.of())));
  }

  @Test
  void moreArmsThanTheSettingSaysAreRefused() {
    assertEquals(
        "arms must be > 3, for star has an arm of that number, got 3",
        refusal(3, robot(1, 1, 1, 1)));
  }

  private static String refusal(int arms, RobotLayout robot) {
    DarkestArmSettings settings = new DarkestArmSettings(arms);
    return assertThrows(SettingException.class, () -> PLUGIN.create(settings, robot)).getMessage();
  }
}
