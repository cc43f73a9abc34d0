package org.ophiura.sim.environment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * The exact model of a problem with discrete states and actions: for each pair the outcomes with
 * their probabilities, and how likely an episode is to start in each state. Immutable.
 */
public final class TransitionModel {
  private static final double TOLERANCE = 1e-9;

  private final int actionCount;
  private final double[] start;
  private final double[] startSums;
  private final List<List<Transition>> outcomes;

  /**
   * One outcome of an action.
   *
   * @param probability in (0, 1]
   * @param next state that it leads to
   * @param reward that it brings
   * @param terminated whether the episode is over
   */
  public record Transition(double probability, int next, double reward, boolean terminated) {}

  /** What becomes of an action in a state. */
  @FunctionalInterface
  public interface Rule {
    /** All outcomes, in the order in which chance goes through them. */
    List<Transition> outcomes(int state, int action);
  }

  /**
   * Writes a rule out.
   *
   * @param start probability of each state to be the first. Not modified.
   * @throws IllegalArgumentException if probabilities do not sum to 1 or a state is out of range
   */
  public TransitionModel(double[] start, int actionCount, Rule rule) {
    this.actionCount = actionCount;
    this.start = start.clone();
    requireOne("the start", Arrays.stream(start).sum());
    startSums = start.clone();
    Arrays.parallelPrefix(startSums, Double::sum);
    outcomes = new ArrayList<>(start.length * actionCount);
    for (int state = 0; state < start.length; state++) {
      for (int action = 0; action < actionCount; action++) {
        List<Transition> all = List.copyOf(rule.outcomes(state, action));
        String where = "action " + action + " in state " + state;
        requireOne(where, all.stream().mapToDouble(Transition::probability).sum());
        for (Transition outcome : all) {
          if (outcome.next() < 0 || outcome.next() >= start.length) {
            throw new IllegalArgumentException(
                where + " must lead to a state below " + start.length + ", got " + outcome.next());
          }
        }
        outcomes.add(all);
      }
    }
  }

  private static void requireOne(String what, double sum) {
    if (!(Math.abs(sum - 1) <= TOLERANCE)) {
      throw new IllegalArgumentException("probabilities of " + what + " must sum to 1, got " + sum);
    }
  }

  /** Number of states. */
  public int stateCount() {
    return start.length;
  }

  /** Number of actions. */
  public int actionCount() {
    return actionCount;
  }

  /** Probability of a state to be the first of an episode. */
  public double startProbability(int state) {
    return start[state];
  }

  /** What may become of an action. Allocates nothing. */
  public List<Transition> outcomes(int state, int action) {
    return outcomes.get(state * actionCount + action);
  }

  /** Draws the first state of an episode. */
  public int drawStart(RandomGenerator random) {
    double drawn = random.nextDouble();
    int state = 0;
    while (state < startSums.length - 1 && startSums[state] <= drawn) {
      state++;
    }
    return state;
  }

  /** Draws an outcome. Allocates nothing. */
  public Transition draw(int state, int action, RandomGenerator random) {
    List<Transition> all = outcomes(state, action);
    int last = all.size() - 1;
    if (last == 0) {
      return all.get(0);
    }
    double drawn = random.nextDouble();
    double sum = 0;
    for (int i = 0; i < last; i++) {
      sum += all.get(i).probability();
      if (drawn < sum) {
        return all.get(i);
      }
    }
    return all.get(last);
  }
}
