package org.ophiura.sim.classic.lake;

import java.util.ArrayList;
import java.util.List;
import org.ophiura.sim.classic.TabularEnvironment;
import org.ophiura.sim.environment.Environment;
import org.ophiura.sim.environment.Space;
import org.ophiura.sim.environment.Spaces;
import org.ophiura.sim.environment.TransitionModel;
import org.ophiura.sim.environment.TransitionModel.Transition;

/**
 * FrozenLake: cross a frozen lake to the goal without falling into a hole. On slippery ice the
 * chosen direction and the two beside it are equally likely. Reward 1 at the goal. Source:
 * Gymnasium 1.4.0, FrozenLake-v1.
 */
public final class FrozenLake {
  static final int LEFT = 0;
  static final int DOWN = 1;
  static final int RIGHT = 2;
  static final int UP = 3;

  /** Names of the actions. */
  public static final List<String> ACTIONS = List.of("left", "down", "right", "up");

  private FrozenLake() {}

  /** The model of a lake. */
  public static TransitionModel model(FrozenLakeMap map, boolean slippery) {
    double[] start = new double[map.size()];
    long starts = String.join("", map.rows()).chars().filter(letter -> letter == 'S').count();
    for (int field = 0; field < start.length; field++) {
      start[field] = map.letter(field) == 'S' ? 1.0 / starts : 0;
    }
    return new TransitionModel(
        start, ACTIONS.size(), (field, action) -> outcomes(map, slippery, field, action));
  }

  private static List<Transition> outcomes(
      FrozenLakeMap map, boolean slippery, int field, int action) {
    if (ends(map, field)) {
      return List.of(new Transition(1, field, 0, true));
    }
    if (!slippery) {
      return List.of(move(map, field, action, 1));
    }
    List<Transition> outcomes = new ArrayList<>();
    for (int turn = -1; turn <= 1; turn++) {
      outcomes.add(move(map, field, Math.floorMod(action + turn, ACTIONS.size()), 1.0 / 3));
    }
    return outcomes;
  }

  private static Transition move(FrozenLakeMap map, int field, int action, double probability) {
    int next = map.neighbour(field, action);
    return new Transition(probability, next, map.letter(next) == 'G' ? 1 : 0, ends(map, next));
  }

  private static boolean ends(FrozenLakeMap map, int field) {
    return map.letter(field) == 'H' || map.letter(field) == 'G';
  }

  /**
   * A lake to walk on.
   *
   * @param stepLimit steps after which an episode is truncated; 0 for no limit
   */
  public static Environment environment(FrozenLakeMap map, boolean slippery, int stepLimit) {
    List<String> fields = new ArrayList<>();
    for (int field = 0; field < map.size(); field++) {
      String kind =
          switch (map.letter(field)) {
            case 'S' -> "start";
            case 'H' -> "hole";
            case 'G' -> "goal";
            default -> "frozen";
          };
      fields.add(
          "row " + field / map.columns() + ", column " + field % map.columns() + ", " + kind);
    }
    Spaces spaces = new Spaces(new Space.Discrete(fields), new Space.Discrete(ACTIONS));
    return new TabularEnvironment(model(map, slippery), spaces, new FrozenLakeLook(map), stepLimit);
  }
}
