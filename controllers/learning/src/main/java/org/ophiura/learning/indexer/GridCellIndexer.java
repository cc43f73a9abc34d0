package org.ophiura.learning.indexer;

import java.util.Objects;
import org.ophiura.learning.StateIndexer;
import org.ophiura.sim.PlantState;

/**
 * Numbers the cell in which the robot's disk is: {@code x + cellsX * y}, both counted from the
 * corner of the least coordinates. Cells are half-open, so a point on an edge belongs to the cell
 * of the greater coordinate; beyond the area it belongs to the outermost cell. A coordinate that is
 * not a number counts as the least. Immutable; safe for several threads.
 *
 * <p>Source: the directed-locomotion tutorial, 6 x 6 cells.
 */
public final class GridCellIndexer implements StateIndexer {
  private final int cellsX;
  private final int cellsY;
  private final double halfSizeXMetres;
  private final double halfSizeYMetres;
  private final int position;

  /**
   * Makes an indexer that reads given elements of the observation vector.
   *
   * @param cellsX cells along x, at least 1
   * @param cellsY cells along y, at least 1
   * @param halfSizeXMetres half the area's size along x, above 0
   * @param halfSizeYMetres half the area's size along y, above 0
   * @param position index of the disk's x coordinate (m, world frame); y follows
   */
  public GridCellIndexer(
      int cellsX, int cellsY, double halfSizeXMetres, double halfSizeYMetres, int position) {
    if (cellsX < 1 || cellsY < 1) {
      throw new IllegalArgumentException("cells must be >= 1, got " + cellsX + " x " + cellsY);
    }
    if (!(halfSizeXMetres > 0 && halfSizeYMetres > 0)) {
      throw new IllegalArgumentException(
          "half sizes must be > 0 (m), got " + halfSizeXMetres + " and " + halfSizeYMetres);
    }
    this.cellsX = cellsX;
    this.cellsY = cellsY;
    this.halfSizeXMetres = halfSizeXMetres;
    this.halfSizeYMetres = halfSizeYMetres;
    this.position = position;
  }

  @Override
  public int stateCount() {
    return cellsX * cellsY;
  }

  @Override
  public int indexOf(PlantState state) {
    return cell(state.get(position), halfSizeXMetres, cellsX)
        + cellsX * cell(state.get(position + 1), halfSizeYMetres, cellsY);
  }

  @Override
  public String nameOf(int state) {
    Objects.checkIndex(state, stateCount());
    return "cell-" + state % cellsX + "-" + state / cellsX;
  }

  /** A cast to int saturates, and makes 0 of NaN. */
  private static int cell(double metres, double halfSizeMetres, int cells) {
    int cell = (int) Math.floor((metres + halfSizeMetres) / (2 * halfSizeMetres) * cells);
    return Math.max(0, Math.min(cells - 1, cell));
  }
}
