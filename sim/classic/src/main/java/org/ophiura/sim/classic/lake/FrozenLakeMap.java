package org.ophiura.sim.classic.lake;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * The map of a lake: S where an episode starts, F frozen, H a hole, G the goal. States are numbered
 * row by row from the top left.
 *
 * @param rows from top to bottom, all of one length
 */
public record FrozenLakeMap(List<String> rows) {
  private static final String LETTERS = "SFHG";
  private static final int MOST_TRIES = 10_000;

  /** The small lake. Source: Gymnasium 1.4.0, map 4x4. */
  public static final FrozenLakeMap FOUR = of("SFFF", "FHFH", "FFFH", "HFFG");

  /** The large lake. Source: Gymnasium 1.4.0, map 8x8. */
  public static final FrozenLakeMap EIGHT =
      of(
          "SFFFFFFF",
          "FFFFFFFF",
          "FFFHFFFF",
          "FFFFFHFF",
          "FFFHFFFF",
          "FHHFFFHF",
          "FHFFHFHF",
          "FFFHFFFG");

  /**
   * Checks the map.
   *
   * @throws IllegalArgumentException naming what is wrong with it
   */
  public FrozenLakeMap {
    rows = List.copyOf(rows);
    if (rows.isEmpty() || rows.get(0).isEmpty()) {
      throw new IllegalArgumentException("must have at least one field, got an empty map");
    }
    for (int row = 0; row < rows.size(); row++) {
      requireRow(rows.get(row), row, rows.get(0).length());
    }
    requireLetter(rows, 'S', "a start (S)");
    requireLetter(rows, 'G', "a goal (G)");
  }

  private static void requireRow(String text, int row, int length) {
    if (text.length() != length) {
      throw new IllegalArgumentException(
          "must have rows of one length, got "
              + length
              + " letters in the first and "
              + text.length()
              + " in row "
              + row
              + " ("
              + text
              + ")");
    }
    for (int column = 0; column < length; column++) {
      if (LETTERS.indexOf(text.charAt(column)) < 0) {
        throw new IllegalArgumentException(
            "must be of the letters S (start), F (frozen), H (hole) and G (goal), got '"
                + text.charAt(column)
                + "' at column "
                + column
                + " of row "
                + row
                + " ("
                + text
                + ")");
      }
    }
  }

  private static void requireLetter(List<String> rows, char letter, String what) {
    if (rows.stream().allMatch(row -> row.indexOf(letter) < 0)) {
      throw new IllegalArgumentException("must have " + what + ", got none in " + rows);
    }
  }

  private static FrozenLakeMap of(String... rows) {
    return new FrozenLakeMap(List.of(rows));
  }

  /**
   * Draws a square map that has a path, the start at the top left and the goal at the bottom right.
   *
   * @param size fields along an edge
   * @param frozen probability of each field to be frozen, not a hole
   * @throws IllegalArgumentException if no map with a path turns up
   */
  public static FrozenLakeMap random(int size, double frozen, RandomGenerator random) {
    for (int attempt = 0; attempt < MOST_TRIES; attempt++) {
      List<String> rows = new ArrayList<>();
      for (int row = 0; row < size; row++) {
        StringBuilder text = new StringBuilder();
        for (int column = 0; column < size; column++) {
          text.append(random.nextDouble() < frozen ? 'F' : 'H');
        }
        rows.add(text.toString());
      }
      rows.set(0, "S" + rows.get(0).substring(1));
      rows.set(size - 1, rows.get(size - 1).substring(0, size - 1) + "G");
      FrozenLakeMap map = new FrozenLakeMap(rows);
      if (map.hasPath()) {
        return map;
      }
    }
    throw new IllegalArgumentException(
        "must leave a path: none in "
            + MOST_TRIES
            + " maps of "
            + size
            + " by "
            + size
            + " fields with a share of "
            + frozen
            + " frozen; raise the share or take a smaller map");
  }

  /** Whether the goal can be reached from every start. */
  public boolean hasPath() {
    for (int field = 0; field < size(); field++) {
      if (letter(field) == 'S' && !reachesGoal(field)) {
        return false;
      }
    }
    return true;
  }

  private boolean reachesGoal(int start) {
    boolean[] seen = new boolean[size()];
    Deque<Integer> open = new ArrayDeque<>(List.of(start));
    while (!open.isEmpty()) {
      int field = open.pop();
      if (letter(field) == 'G') {
        return true;
      }
      if (letter(field) != 'H' && !seen[field]) {
        seen[field] = true;
        for (int action = 0; action < FrozenLake.ACTIONS.size(); action++) {
          open.push(neighbour(field, action));
        }
      }
    }
    return false;
  }

  /** Number of columns. */
  public int columns() {
    return rows.get(0).length();
  }

  /** Number of fields. */
  public int size() {
    return rows.size() * columns();
  }

  /** The letter of a field. */
  public char letter(int field) {
    return rows.get(field / columns()).charAt(field % columns());
  }

  /** The field that a move leads to, itself at an edge. */
  int neighbour(int field, int action) {
    int row = field / columns();
    int column = field % columns();
    return switch (action) {
      case FrozenLake.LEFT -> field - (column > 0 ? 1 : 0);
      case FrozenLake.DOWN -> field + (row < rows.size() - 1 ? columns() : 0);
      case FrozenLake.RIGHT -> field + (column < columns() - 1 ? 1 : 0);
      case FrozenLake.UP -> field - (row > 0 ? columns() : 0);
      default -> throw new IllegalArgumentException("no such move: " + action);
    };
  }
}
