package org.ophiura.sim.classic.lake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ophiura.sim.environment.Environment;
import org.ophiura.sim.environment.EnvironmentContract;

final class FrozenLakeTest extends EnvironmentContract {
  private static final long SEED = 7;

  /** Chi-squared with 2 degrees of freedom exceeds this once in 100,000 times. */
  private static final double CHI_SQUARED_LIMIT = 23.03;

  @Override
  protected Environment newEnvironment() {
    return FrozenLake.environment(FrozenLakeMap.EIGHT, true, stepLimit());
  }

  @Override
  protected int stepLimit() {
    return 30;
  }

  @Test
  void slipperyIceTurnsToEachSideAThirdOfTheTime() {
    FrozenLakeMap map = new FrozenLakeMap(List.of("FFF", "FSF", "FFG"));
    Environment lake = FrozenLake.environment(map, true, 0);
    SplittableRandom random = new SplittableRandom(SEED);
    int[] counts = new int[map.size()];
    int draws = 30_000;
    for (int i = 0; i < draws; i++) {
      lake.reset(random);
      lake.step(FrozenLake.RIGHT);
      counts[lake.state()]++;
    }
    double chiSquared = 0;
    for (int field : new int[] {1, 5, 7}) {
      double difference = counts[field] - draws / 3.0;
      chiSquared += difference * difference / (draws / 3.0);
    }
    assertEquals(draws, counts[1] + counts[5] + counts[7]);
    assertTrue(chiSquared < CHI_SQUARED_LIMIT, chiSquared + ", seed " + SEED);
  }

  @Test
  void theShortestWayOverFirmIceBringsTheReward() {
    Environment lake = FrozenLake.environment(FrozenLakeMap.FOUR, false, 100);
    lake.reset(new SplittableRandom(SEED));
    for (int action : new int[] {1, 1, 2, 2, 1}) {
      lake.step(action);
      assertEquals(0, lake.reward());
    }
    lake.step(FrozenLake.RIGHT);
    assertEquals(1, lake.reward());
    assertEquals(15, lake.state());
    assertTrue(lake.terminated());
  }

  @ParameterizedTest
  @CsvSource({
    "SFFX, must be of the letters S (start)",
    "SFFF, must have a goal (G)",
    "FFFG, must have a start (S)",
    "SF FFG, must have rows of one length",
  })
  void aMapThatIsNoneIsRefused(String rows, String message) {
    IllegalArgumentException problem =
        assertThrows(
            IllegalArgumentException.class, () -> new FrozenLakeMap(List.of(rows.split(" "))));
    assertTrue(problem.getMessage().startsWith(message), problem.getMessage());
  }

  @Test
  void randomMapsHaveAPath() {
    for (int i = 0; i < 200; i++) {
      FrozenLakeMap map = FrozenLakeMap.random(6, 0.6, new SplittableRandom(SEED + i));
      assertTrue(map.hasPath(), map.toString());
      assertEquals('S', map.letter(0));
      assertEquals('G', map.letter(35));
    }
  }

  @Test
  void aPathIsToldFromNone() {
    assertTrue(new FrozenLakeMap(List.of("SFH", "HFH", "HFG")).hasPath());
    assertEquals(false, new FrozenLakeMap(List.of("SFH", "HHF", "FFG")).hasPath());
  }

  @Test
  void aShareOfIceThatLeavesNoPathIsTold() {
    IllegalArgumentException problem =
        assertThrows(
            IllegalArgumentException.class,
            () -> FrozenLakeMap.random(8, 0, new SplittableRandom(SEED)));
    assertTrue(problem.getMessage().startsWith("must leave a path"), problem.getMessage());
  }
}
