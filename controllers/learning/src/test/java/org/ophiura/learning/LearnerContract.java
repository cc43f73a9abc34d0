package org.ophiura.learning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link Learner} keeps. */
public abstract class LearnerContract {
  /** Number of states that {@link #newLearner} is made for. */
  protected static final int STATES = 5;

  /** Number of actions that {@link #newLearner} is made for. */
  protected static final int ACTIONS = 4;

  private static final int EPISODES = 20;
  private static final int DECISIONS = 200;
  private static final long SEED = 31_415;

  /** A learner of {@link #STATES} states and {@link #ACTIONS} actions. */
  protected abstract Learner newLearner(RandomGenerator random);

  @Test
  void policiesAreAlwaysTheSameObjects() {
    Learner learner = newLearner(new SplittableRandom(SEED));
    Policy behaviour = learner.behaviour();
    Policy greedy = learner.greedy();
    train(learner, 0, EPISODES, SEED);
    assertSame(behaviour, learner.behaviour());
    assertSame(greedy, learner.greedy());
  }

  @Test
  void bothPoliciesChooseActions() {
    Learner learner = newLearner(new SplittableRandom(SEED));
    RandomGenerator random = new SplittableRandom(SEED);
    for (int episode = 0; episode < EPISODES; episode++) {
      learner.beginEpisode(episode, EPISODES, random);
      for (int i = 0; i < DECISIONS; i++) {
        int state = i % STATES;
        int explored = learner.behaviour().choose(state, random);
        int best = learner.greedy().choose(state, random);
        assertTrue(explored >= 0 && explored < ACTIONS, "explored " + explored);
        assertTrue(best >= 0 && best < ACTIONS, "chose " + best);
      }
    }
  }

  @Test
  void sameSeedGivesSameBits() {
    assertEquals(fingerprint(SEED, SEED), fingerprint(SEED, SEED));
    assertNotEquals(fingerprint(SEED, SEED), fingerprint(SEED, SEED + 1));
  }

  @Test
  void greedyPolicyFindsTheActionThatPays() {
    Learner learner = newLearner(new SplittableRandom(SEED));
    RandomGenerator random = new SplittableRandom(SEED);
    int rounds = 2_000;
    for (int round = 0; round < rounds; round++) {
      for (int state = 0; state < STATES; state++) {
        for (int action = 0; action < ACTIONS; action++) {
          learner.beginEpisode(round, rounds, random);
          double reward = action == paying(state) ? 1 : 0;
          learner.observe(state, action, reward, 0, true, false);
        }
      }
    }
    for (int state = 0; state < STATES; state++) {
      assertEquals(paying(state), learner.greedy().choose(state, random));
    }
  }

  @Test
  void severalThreadsMayShareTheGreedyPolicy() {
    Learner learner = newLearner(new SplittableRandom(SEED));
    train(learner, 0, EPISODES, SEED);
    Policy greedy = learner.greedy();
    List<String> apart = IntStream.range(0, 8).mapToObj(i -> choices(greedy, i)).toList();
    List<String> together =
        IntStream.range(0, 8).parallel().mapToObj(i -> choices(greedy, i)).toList();
    assertEquals(apart, together);
  }

  @Test
  void epsilonIsAProbabilityInEveryEpisode() {
    Learner learner = newLearner(new SplittableRandom(SEED));
    for (int episode = 0; episode < EPISODES; episode++) {
      learner.beginEpisode(episode, EPISODES, new SplittableRandom(SEED));
      assertTrue(learner.epsilon() >= 0 && learner.epsilon() <= 1, "epsilon " + learner.epsilon());
    }
  }

  @Test
  void decidingAndObservingAllocateNothing() {
    Learner learner = newLearner(new SplittableRandom(SEED));
    RandomGenerator random = new SplittableRandom(SEED);
    assertEquals(0, Allocation.leastBytes(() -> trainEpisode(learner, 3, EPISODES, random)));
  }

  /** Trains on a made-up robot, from an episode to another. */
  protected static void train(Learner learner, int from, int to, long seed) {
    RandomGenerator random = new SplittableRandom(seed);
    for (int episode = from; episode < to; episode++) {
      trainEpisode(learner, episode, EPISODES, random);
    }
  }

  /** All values that can be seen from outside after a training, as text. */
  protected static String valuesOf(Learner learner) {
    StringBuilder text = new StringBuilder();
    text.append(Double.toHexString(learner.meanValue()));
    for (int state = 0; state < STATES; state++) {
      text.append(' ').append(learner.greedy().choose(state, new SplittableRandom(SEED)));
    }
    return text.toString();
  }

  private static String choices(Policy policy, long seed) {
    RandomGenerator random = new SplittableRandom(seed);
    return IntStream.range(0, DECISIONS)
        .mapToObj(i -> String.valueOf(policy.choose(i % STATES, random)))
        .collect(Collectors.joining());
  }

  private String fingerprint(long initialSeed, long trainingSeed) {
    Learner learner = newLearner(new SplittableRandom(initialSeed));
    train(learner, 0, EPISODES, trainingSeed);
    return valuesOf(learner) + " " + learner.epsilon();
  }

  /** A walk over the states with rewards that depend on both; every third episode terminates. */
  private static void trainEpisode(
      Learner learner, int episode, int episodes, RandomGenerator random) {
    learner.beginEpisode(episode, episodes, random);
    int state = episode % STATES;
    for (int i = 0; i < DECISIONS; i++) {
      int action = learner.behaviour().choose(state, random);
      int next = (state + action) % STATES;
      double reward = (action == paying(state) ? 1 : 0) + random.nextDouble(-0.1, 0.1);
      boolean last = i == DECISIONS - 1;
      boolean terminated = last && episode % 3 == 0;
      learner.observe(state, action, reward, next, terminated, last && !terminated);
      state = next;
    }
  }

  private static int paying(int state) {
    return (state + 1) % ACTIONS;
  }
}
