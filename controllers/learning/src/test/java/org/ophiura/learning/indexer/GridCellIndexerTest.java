package org.ophiura.learning.indexer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ophiura.learning.ArrayState;
import org.ophiura.learning.StateIndexer;
import org.ophiura.learning.StateIndexerContract;
import org.ophiura.sim.Arena;
import org.ophiura.sim.BodyPlan;
import org.ophiura.sim.ObservationSpec;
import org.ophiura.sim.RobotLayout;
import org.ophiura.sim.plugin.SettingException;

class GridCellIndexerTest extends StateIndexerContract {
  private static final int X = 1;

  @Override
  protected StateIndexer newIndexer() {
    return new GridCellIndexer(6, 6, 1.5, 1.5, X);
  }

  @Override
  protected int observationSize() {
    return 4;
  }

  @Override
  protected void draw(RandomGenerator random, double[] observations) {
    observations[X] = random.nextDouble(-1.5, 1.5);
    observations[X + 1] = random.nextDouble(-1.5, 1.5);
  }

  @ParameterizedTest
  @CsvSource({
    // x, y, cell: cells are 0.5 m wide, and a point on an edge belongs to the greater one
    "-1.5, -1.5, 0",
    "-1.01, -1.01, 0",
    "-1, -1.5, 1",
    "-1.5, -1, 6",
    "0, 0, 21",
    "-0.001, -0.001, 14",
    "1.49, -1.49, 5",
    "-1.49, 1.49, 30",
    "1.49, 1.49, 35",
    // beyond the walls
    "1.5, 1.5, 35",
    "9, 0.1, 23",
    "-9, 0.1, 18",
    "0.1, -9, 3",
    "0.1, 9, 33",
    // not a number: the least cell
    "NaN, 0.1, 18",
    "NaN, NaN, 0"
  })
  void theCellIsXPlusSixY(double x, double y, int cell) {
    assertEquals(cell, newIndexer().indexOf(new ArrayState(new double[] {7, x, y, 7})));
  }

  @Test
  void cellsAreNamedByColumnAndRow() {
    StateIndexer indexer = new GridCellIndexer(4, 3, 1, 1, X);
    assertEquals("cell-0-0", indexer.nameOf(0));
    assertEquals("cell-3-0", indexer.nameOf(3));
    assertEquals("cell-2-1", indexer.nameOf(6));
    assertEquals(12, indexer.stateCount());
  }

  private static RobotLayout robot() {
    return new RobotLayout(
        "star",
        List.of(),
        List.of(),
        List.of(ObservationSpec.uniform("disk_position", 0, 3, -10, 10, "m")));
  }

  @Test
  void theCellsTileTheArenaOrAGivenArea() {
    RobotLayout inArena = robot().with(new BodyPlan(0.1, List.of()), new Arena(3, 1, false));
    StateIndexer arena =
        new GridCellPlugin().create(new GridCellSettings(6, 2, Optional.empty()), inArena);
    StateIndexer given =
        new GridCellPlugin()
            .create(new GridCellSettings(6, 2, Optional.of(List.of(0.3, 0.1))), inArena);
    assertEquals(4 + 6, arena.indexOf(new ArrayState(new double[] {1.5, 0.5, 0.1})));
    assertEquals(5 + 6, given.indexOf(new ArrayState(new double[] {1.5, 0.5, 0.1})));
    assertEquals(4 + 6, given.indexOf(new ArrayState(new double[] {0.15, 0.05, 0.1})));
  }

  @Test
  void withoutAnArenaTheAreaMustBeGiven() {
    GridCellSettings settings = new GridCellSettings(6, 6, Optional.empty());
    SettingException e =
        assertThrows(SettingException.class, () -> new GridCellPlugin().create(settings, robot()));
    assertEquals("half-size must be given: the arena of star is not known", e.getMessage());
  }

  @Test
  void anAreaHasTwoSides() {
    Optional<List<Double>> one = Optional.of(List.of(1.5));
    SettingException e =
        assertThrows(SettingException.class, () -> new GridCellSettings(6, 6, one));
    assertEquals("half-size must have two numbers, x and y (m), got [1.5]", e.getMessage());
  }
}
