package org.ophiura.sim.environment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link Environment} promises. A module that has some extends this with each. */
public abstract class EnvironmentContract {
  private static final long SEED = 20_261_125;
  private static final int EPISODES = 5;

  private Environment environment;
  private double[] observation;

  /** Makes a new environment whose episodes end after at most {@link #stepLimit()} steps. */
  protected abstract Environment newEnvironment();

  /** Steps after which an episode of {@link #newEnvironment()} is truncated. */
  protected abstract int stepLimit();

  @BeforeEach
  final void makeEnvironment() {
    environment = newEnvironment();
    observation = new double[environment.spaces().observation().dimension()];
  }

  @AfterEach
  final void closeEnvironment() {
    environment.close();
  }

  private int anyAction(RandomGenerator random) {
    return random.nextInt(environment.spaces().actions().count());
  }

  private List<Double> episode(Environment environment, RandomGenerator random) {
    List<Double> record = new ArrayList<>();
    environment.reset(random);
    while (!environment.over()) {
      environment.step(anyAction(random));
      environment.observe(observation);
      for (double value : observation) {
        record.add(value);
      }
      record.add(environment.reward());
    }
    record.add(environment.terminated() ? 1.0 : 0.0);
    return record;
  }

  @Test
  void observationsBelongToTheirSpaceWhileAnEpisodeGoesOn() {
    SplittableRandom random = new SplittableRandom(SEED);
    Space space = environment.spaces().observation();
    for (int i = 0; i < EPISODES; i++) {
      environment.reset(random);
      environment.observe(observation);
      assertTrue(space.contains(observation), "after the reset, seed " + SEED);
      while (!environment.over()) {
        environment.step(anyAction(random));
        environment.observe(observation);
        assertTrue(environment.over() || space.contains(observation), "seed " + SEED);
      }
    }
  }

  @Test
  void sameRandomNumbersGiveTheSameEpisode() {
    try (Environment other = newEnvironment()) {
      for (int i = 0; i < EPISODES; i++) {
        List<Double> first = episode(environment, new SplittableRandom(SEED + i));
        assertEquals(first, episode(other, new SplittableRandom(SEED + i)), "seed " + (SEED + i));
      }
    }
  }

  @Test
  void anEpisodeDoesNotDependOnThoseBeforeIt() {
    List<Double> first = episode(environment, new SplittableRandom(SEED));
    episode(environment, new SplittableRandom(SEED + 1));
    assertEquals(first, episode(environment, new SplittableRandom(SEED)));
  }

  @Test
  void aResetClearsRewardAndEnd() {
    environment.reset(new SplittableRandom(SEED));
    while (!environment.over()) {
      environment.step(0);
    }
    environment.reset(new SplittableRandom(SEED));
    assertEquals(0, environment.reward());
    assertFalse(environment.terminated());
    assertFalse(environment.truncated());
  }

  @Test
  void anEpisodeIsTruncatedAtItsLimitAndNotBefore() {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int i = 0; i < EPISODES; i++) {
      environment.reset(random);
      int steps = 0;
      while (!environment.over()) {
        environment.step(anyAction(random));
        steps++;
        assertEquals(steps == stepLimit(), environment.truncated(), "step " + steps);
      }
    }
  }

  @Test
  void anEpisodeThatIsOverOrWasNeverBegunTakesNoStep() {
    assertThrows(IllegalStateException.class, () -> environment.step(0));
    episode(environment, new SplittableRandom(SEED));
    assertThrows(IllegalStateException.class, () -> environment.step(0));
  }

  @Test
  void actionsThatDoNotExistAreRefusedAndChangeNothing() {
    environment.reset(new SplittableRandom(SEED));
    environment.observe(observation);
    double[] before = observation.clone();
    int actions = environment.spaces().actions().count();
    assertThrows(IllegalArgumentException.class, () -> environment.step(-1));
    assertThrows(IllegalArgumentException.class, () -> environment.step(actions));
    environment.observe(observation);
    assertArrayEquals(before, observation);
  }

  @Test
  void aDiscreteStateIsWhatIsObserved() {
    environment.reset(new SplittableRandom(SEED));
    if (environment.spaces().observation() instanceof Space.Discrete) {
      environment.observe(observation);
      assertEquals(observation[0], environment.state());
    } else {
      assertThrows(UnsupportedOperationException.class, environment::state);
    }
  }

  /** Least of several windows, for others allocate in between. */
  @Test
  void stepsAllocateNothing() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long least = Long.MAX_VALUE;
    for (int window = 0; window < 20; window++) {
      environment.reset(new SplittableRandom(SEED + window));
      environment.step(0);
      long before = threads.getCurrentThreadAllocatedBytes();
      for (int i = 0; i < 1000 && !environment.over(); i++) {
        environment.step(i % 2);
        environment.observe(observation);
      }
      least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
    }
    assertEquals(0, least);
  }
}
