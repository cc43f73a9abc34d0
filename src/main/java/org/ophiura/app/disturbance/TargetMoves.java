package org.ophiura.app.disturbance;

import java.util.Comparator;
import java.util.List;
import org.ophiura.sim.Plant;
import org.ophiura.sim.Position;
import org.ophiura.sim.ResetSpec;

/** Moves the target at given control steps of each episode. Belongs to one thread at a time. */
public final class TargetMoves {
  private final List<Move> moves;
  private int next;

  /**
   * One of the moves.
   *
   * @param tick the control step, counted from 0, before which the target is moved
   * @param to where to
   */
  record Move(int tick, Position to) {}

  /** Those of one control step are made in the order given. */
  TargetMoves(List<Move> moves) {
    this.moves = moves.stream().sorted(Comparator.comparingInt(Move::tick)).toList();
  }

  /** Begins an episode: a target that is moved from the start starts where it is moved to. */
  public ResetSpec begin(ResetSpec start) {
    next = 0;
    ResetSpec moved = start;
    while (isDue(0)) {
      moved = moved.withTarget(moves.get(next++).to());
    }
    return moved;
  }

  /**
   * Makes the moves before a control step. Allocates nothing.
   *
   * @param tick the control step, counted from 0
   * @return whether the target was moved
   */
  public boolean move(int tick, Plant plant) {
    boolean moved = false;
    while (isDue(tick)) {
      Position to = moves.get(next++).to();
      plant.placeTarget(to.x(), to.y(), to.z());
      moved = true;
    }
    return moved;
  }

  private boolean isDue(int tick) {
    return next < moves.size() && moves.get(next).tick() <= tick;
  }
}
