package org.ophiura.learning;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Writes down what the agents of a robot do in one episode, to be learned from later: the team
 * behaves as its learners do, but what they should observe is kept here instead. Belongs to one
 * thread at a time; allocates nothing while it records, but where an episode outgrows it.
 */
public final class TransitionLog {
  private static final int FIRST_CAPACITY = 1024;

  private final List<Learner> recorders;
  private int size;
  private int[] agents = new int[FIRST_CAPACITY];
  private int[] states = new int[FIRST_CAPACITY];
  private int[] actions = new int[FIRST_CAPACITY];
  private double[] rewards = new double[FIRST_CAPACITY];
  private int[] nexts = new int[FIRST_CAPACITY];
  private byte[] ends = new byte[FIRST_CAPACITY];

  private static final int TERMINATED = 1;
  private static final int TRUNCATED = 2;

  /**
   * Makes an empty log.
   *
   * @param team a learner for each agent, whose behaviour is followed; they learn nothing
   */
  public TransitionLog(List<? extends Learner> team) {
    recorders =
        IntStream.range(0, team.size())
            .mapToObj(agent -> (Learner) new Recorder(agent, team.get(agent)))
            .toList();
  }

  /** Behave as the team does and record what happens. */
  public List<Learner> team() {
    return recorders;
  }

  /** Number of transitions of all agents. */
  public int size() {
    return size;
  }

  /**
   * Lets learners observe all transitions, in the order in which they happened.
   *
   * @param team a learner for each agent, with its episode begun
   */
  public void replay(List<? extends Learner> team) {
    for (int i = 0; i < size; i++) {
      team.get(agents[i])
          .observe(
              states[i],
              actions[i],
              rewards[i],
              nexts[i],
              (ends[i] & TERMINATED) != 0,
              (ends[i] & TRUNCATED) != 0);
    }
  }

  private void add(int agent, int state, int action, double reward, int next, int end) {
    if (size == agents.length) {
      grow(2 * size);
    }
    agents[size] = agent;
    states[size] = state;
    actions[size] = action;
    rewards[size] = reward;
    nexts[size] = next;
    ends[size] = (byte) end;
    size++;
  }

  private void grow(int capacity) {
    agents = Arrays.copyOf(agents, capacity);
    states = Arrays.copyOf(states, capacity);
    actions = Arrays.copyOf(actions, capacity);
    rewards = Arrays.copyOf(rewards, capacity);
    nexts = Arrays.copyOf(nexts, capacity);
    ends = Arrays.copyOf(ends, capacity);
  }

  /** One agent's learner, its observations diverted. */
  private final class Recorder implements Learner {
    private final int agent;
    private final Learner learner;

    Recorder(int agent, Learner learner) {
      this.agent = agent;
      this.learner = learner;
    }

    /** Begins a log anew with the first agent. */
    @Override
    public void beginEpisode(int episode, int episodes, RandomGenerator random) {
      if (agent == 0) {
        size = 0;
      }
      learner.beginEpisode(episode, episodes, random);
    }

    @Override
    public Policy behaviour() {
      return learner.behaviour();
    }

    @Override
    public Policy greedy() {
      return learner.greedy();
    }

    @Override
    public void observe(
        int state, int action, double reward, int next, boolean terminated, boolean truncated) {
      int end = (terminated ? TERMINATED : 0) | (truncated ? TRUNCATED : 0);
      add(agent, state, action, reward, next, end);
    }

    @Override
    public double epsilon() {
      return learner.epsilon();
    }

    @Override
    public double meanValue() {
      return learner.meanValue();
    }
  }
}
