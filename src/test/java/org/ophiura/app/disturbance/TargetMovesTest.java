package org.ophiura.app.disturbance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.ophiura.app.disturbance.Disturbance.MoveTarget;
import org.ophiura.sim.CycleStatus;
import org.ophiura.sim.JointCommand;
import org.ophiura.sim.Plant;
import org.ophiura.sim.PlantState;
import org.ophiura.sim.Position;
import org.ophiura.sim.ResetSpec;
import org.ophiura.sim.RobotLayout;

final class TargetMovesTest {
  /** Keeps where its target was put. */
  private static final class Range implements Plant {
    private final List<Position> targets = new ArrayList<>();

    @Override
    public RobotLayout layout() {
      throw new UnsupportedOperationException();
    }

    @Override
    public double controlPeriodSeconds() {
      return 0.1;
    }

    @Override
    public PlantState state() {
      throw new UnsupportedOperationException();
    }

    @Override
    public void reset(ResetSpec spec, RandomGenerator random) {}

    @Override
    public CycleStatus step(JointCommand command) {
      return CycleStatus.OK;
    }

    @Override
    public void placeTarget(double x, double y, double z) {
      targets.add(new Position(x, y, z));
    }

    @Override
    public void close() {}
  }

  private static TargetMoves moves(MoveTarget... moves) {
    return new Disturbances(List.of(moves)).targetMoves(0.1);
  }

  private static MoveTarget move(double x, double at) {
    return new MoveTarget(List.of(x, 2.0), at);
  }

  @Test
  void theTargetIsMovedOnceInEachEpisodeBeforeTheFirstStepThatStartsAtItsTime() {
    TargetMoves moves = moves(move(3, 0.55), move(1, 0.2));
    Range range = new Range();
    for (int episode = 0; episode < 2; episode++) {
      range.targets.clear();
      assertSame(ResetSpec.ORIGIN, moves.begin(ResetSpec.ORIGIN));
      for (int tick = 0; tick < 20; tick++) {
        assertEquals(tick == 2 || tick == 6, moves.move(tick, range));
      }
      assertEquals(List.of(new Position(1, 2, 0.05), new Position(3, 2, 0.05)), range.targets);
    }
  }

  @Test
  void aTargetThatIsMovedFromTheStartStartsThere() {
    TargetMoves moves = moves(new MoveTarget(List.of(1.0, 2.0, 0.3), 0));
    assertEquals(Optional.of(new Position(1, 2, 0.3)), moves.begin(ResetSpec.ORIGIN).target());
    assertFalse(moves.move(0, new Range()));
  }

  @Test
  void theLastOfSeveralMovesAtOneTimeHolds() {
    TargetMoves moves = moves(move(1, 0.3), move(2, 0.3));
    Range range = new Range();
    moves.begin(ResetSpec.ORIGIN);
    assertTrue(moves.move(3, range));
    assertEquals(new Position(2, 2, 0.05), range.targets.get(1));
  }
}
