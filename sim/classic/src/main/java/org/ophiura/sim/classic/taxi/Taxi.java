package org.ophiura.sim.classic.taxi;

import java.util.ArrayList;
import java.util.List;
import org.ophiura.sim.classic.TabularEnvironment;
import org.ophiura.sim.environment.Environment;
import org.ophiura.sim.environment.Space;
import org.ophiura.sim.environment.Spaces;
import org.ophiura.sim.environment.TransitionModel;
import org.ophiura.sim.environment.TransitionModel.Transition;

/**
 * Taxi: pick the passenger up at one of four stands of a 5 by 5 grid and drop it at another. A
 * state is ((row * 5 + column) * 5 + passenger) * 4 + destination, where passenger 4 sits in the
 * taxi. Source: Dietterich 2000, in the version of Gymnasium 1.4.0, Taxi-v4.
 */
public final class Taxi {
  static final int SIZE = 5;
  static final int IN_TAXI = 4;
  private static final int PICK_UP = 4;
  private static final int DROP_OFF = 5;
  private static final double STEP = -1;
  private static final double DELIVERED = 20;
  private static final double ILLEGAL = -10;

  /** Names of the actions. */
  public static final List<String> ACTIONS =
      List.of("south", "north", "east", "west", "pick up", "drop off");

  /** The stands red, green, yellow, blue as row * 5 + column. */
  static final List<Integer> STANDS = List.of(0, 4, 20, 23);

  static final List<String> STAND_NAMES = List.of("red", "green", "yellow", "blue", "taxi");

  /** Whether a wall stands to the east of a column, row by row. */
  private static final List<String> WALLS = List.of(".|...", ".|...", ".....", "|.|..", "|.|..");

  private Taxi() {}

  /** The model. */
  public static TransitionModel model() {
    int states = SIZE * SIZE * (IN_TAXI + 1) * STANDS.size();
    double[] start = new double[states];
    int starts = SIZE * SIZE * STANDS.size() * (STANDS.size() - 1);
    for (int state = 0; state < states; state++) {
      boolean waits = passenger(state) != IN_TAXI && passenger(state) != destination(state);
      start[state] = waits ? 1.0 / starts : 0;
    }
    return new TransitionModel(
        start, ACTIONS.size(), (state, action) -> List.of(outcome(state, action)));
  }

  private static int state(int place, int passenger, int destination) {
    return (place * (IN_TAXI + 1) + passenger) * STANDS.size() + destination;
  }

  static int place(int state) {
    return state / STANDS.size() / (IN_TAXI + 1);
  }

  static int passenger(int state) {
    return state / STANDS.size() % (IN_TAXI + 1);
  }

  static int destination(int state) {
    return state % STANDS.size();
  }

  private static Transition outcome(int state, int action) {
    int place = place(state);
    int passenger = passenger(state);
    int destination = destination(state);
    boolean carries = passenger == IN_TAXI;
    return switch (action) {
      case PICK_UP ->
          !carries && STANDS.get(passenger) == place
              ? to(state(place, IN_TAXI, destination), STEP)
              : to(state, ILLEGAL);
      case DROP_OFF -> {
        if (carries && STANDS.get(destination) == place) {
          yield new Transition(1, state(place, destination, destination), DELIVERED, true);
        }
        yield carries && STANDS.contains(place)
            ? to(state(place, STANDS.indexOf(place), destination), STEP)
            : to(state, ILLEGAL);
      }
      default -> to(state(drive(place, action), passenger, destination), STEP);
    };
  }

  private static Transition to(int state, double reward) {
    return new Transition(1, state, reward, false);
  }

  private static int drive(int place, int action) {
    int row = place / SIZE;
    int column = place % SIZE;
    return switch (action) {
      case 0 -> row < SIZE - 1 ? place + SIZE : place;
      case 1 -> row > 0 ? place - SIZE : place;
      case 2 -> column < SIZE - 1 && isOpen(row, column) ? place + 1 : place;
      case 3 -> column > 0 && isOpen(row, column - 1) ? place - 1 : place;
      default -> throw new IllegalArgumentException("no such drive: " + action);
    };
  }

  /** Whether a wall stands to the east of a place. */
  static boolean wallToTheEast(int place) {
    return !isOpen(place / SIZE, place % SIZE);
  }

  private static boolean isOpen(int row, int column) {
    return WALLS.get(row).charAt(column) != '|';
  }

  /**
   * A taxi to drive.
   *
   * @param stepLimit steps after which an episode is truncated; 0 for no limit
   */
  public static Environment environment(int stepLimit) {
    TransitionModel model = model();
    List<String> names = new ArrayList<>();
    for (int state = 0; state < model.stateCount(); state++) {
      names.add(
          "row "
              + place(state) / SIZE
              + ", column "
              + place(state) % SIZE
              + ", passenger "
              + STAND_NAMES.get(passenger(state))
              + ", to "
              + STAND_NAMES.get(destination(state)));
    }
    Spaces spaces = new Spaces(new Space.Discrete(names), new Space.Discrete(ACTIONS));
    return new TabularEnvironment(model, spaces, new TaxiLook(), stepLimit);
  }
}
