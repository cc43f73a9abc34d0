package org.ophiura.app.task;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.ophiura.app.Allocation;
import org.ophiura.sim.ObservationSpec;
import org.ophiura.sim.Position;
import org.ophiura.sim.ResetSpec;
import org.ophiura.sim.Task;
import org.ophiura.sim.plugin.Choice;
import org.ophiura.sim.plugin.TaskPlugin;

/** What every {@link Task} keeps. A test of a task extends this with a choice of its settings. */
public abstract class TaskContract {
  private static final long SEED = 31_415;
  private static final int STEPS = 200;

  /** The task, as a trial file chooses it, for a {@link FakeStar}. */
  protected abstract Choice<? extends TaskPlugin<?>> choice();

  private FakeStar newStar() {
    return new FakeStar(choice());
  }

  @Test
  void anEpisodeBeginsWithNothingGainedAndNothingReached() {
    FakeStar star = newStar();
    begin(star, new SplittableRandom(SEED));
    assertEquals(0, star.task().reward());
    assertFalse(star.task().terminated());
    assertFalse(star.task().succeeded());
    assertTrue(star.task().nextTarget().isEmpty());
    assertTrue(star.task().timeLimitSeconds() > 0);
  }

  @Test
  void theSameRandomNumbersGiveTheSameEpisode() {
    assertSame(episode(newStar(), SEED), episode(newStar(), SEED));
  }

  @Test
  void anEpisodeOwesNothingToTheOneBefore() {
    FakeStar used = newStar();
    episode(used, SEED + 1);
    used.task().targetMoved();
    assertSame(episode(newStar(), SEED), episode(used, SEED));
  }

  @Test
  void aStateThatDoesNotChangeIsNoProgress() {
    FakeStar star = newStar();
    RandomGenerator random = new SplittableRandom(SEED);
    begin(star, random);
    star.anywhere(random).target(1.9, 0.9);
    star.task().observe(star);
    star.task().observe(star);
    assertEquals(0, star.task().reward());
  }

  @Test
  void everyAddedObservationIsComputedAndWithinItsBounds() {
    FakeStar star = newStar();
    RandomGenerator random = new SplittableRandom(SEED);
    begin(star, random);
    List<ObservationSpec> all = TaskPlugin.layout(choice(), FakeStar.ROBOT).observations();
    List<ObservationSpec> further = all.subList(FakeStar.ROBOT.observations().size(), all.size());
    for (int step = 0; step < STEPS; step++) {
      star.anywhere(random);
      for (ObservationSpec observation : further) {
        for (int i = 0; i < observation.size(); i++) {
          double value = star.get(observation.offset() + i);
          assertTrue(
              value >= observation.lower(i) && value <= observation.upper(i),
              observation.name() + " is " + value);
        }
      }
    }
  }

  @Test
  void theStateIsLeftAlone() {
    FakeStar star = newStar();
    RandomGenerator random = new SplittableRandom(SEED);
    begin(star, random);
    star.anywhere(random);
    double[] before = values(star);
    star.task().observe(star);
    star.task().reward();
    star.task().nextTarget();
    assertArrayEquals(before, values(star));
  }

  @Test
  void aControlStepAllocatesNothing() {
    FakeStar star = newStar();
    begin(star, new SplittableRandom(SEED));
    Task task = star.task();
    double[] added = star.added();
    double[] sum = {0};
    assertEquals(
        0,
        Allocation.leastBytes(
            2_000,
            () -> {
              task.sense(star, added);
              task.observe(star);
              sum[0] += task.reward() + task.decisionReward();
              sum[0] += task.terminated() || task.succeeded() ? 1 : 0;
              sum[0] += task.nextTarget().isPresent() ? 1 : 0;
            }));
  }

  @Test
  void aTaskWithoutAnAimNeitherSucceedsNorEnds() {
    if (!choice().plugin().hasAim()) {
      FakeStar star = newStar();
      RandomGenerator random = new SplittableRandom(SEED);
      begin(star, random);
      for (int step = 0; step < STEPS; step++) {
        star.anywhere(random);
        star.task().observe(star);
        assertFalse(star.task().terminated() || star.task().succeeded());
      }
    }
  }

  private static ResetSpec begin(FakeStar star, RandomGenerator random) {
    ResetSpec start = star.task().start(random);
    start.target().ifPresent(target -> star.target(target.x(), target.y()));
    for (int segment = 0; segment < FakeStar.SEGMENTS; segment++) {
      star.segment(segment, start.startX() + 0.1, start.startY());
    }
    star.disk(start.startX(), start.startY());
    star.task().begin(star);
    return start;
  }

  /** All that a task says in an episode of random jumps. */
  private static List<Object> episode(FakeStar star, long seed) {
    RandomGenerator random = new SplittableRandom(seed);
    List<Object> said = new ArrayList<>();
    said.add(begin(star, random));
    for (int step = 0; step < STEPS && !star.task().terminated(); step++) {
      star.anywhere(random);
      star.task().observe(star);
      for (double value : star.added()) {
        said.add(value);
      }
      assertTrue(Double.isFinite(star.task().reward()));
      said.addAll(
          List.of(
              star.task().reward(),
              star.task().decisionReward(),
              star.task().terminated(),
              star.task().succeeded(),
              star.task().nextTarget()));
      if (star.task().nextTarget().isPresent()) {
        Position target = star.task().nextTarget().get();
        star.target(target.x(), target.y());
      }
    }
    return said;
  }

  private static void assertSame(List<Object> expected, List<Object> actual) {
    assertEquals(expected.size(), actual.size());
    for (int i = 0; i < expected.size(); i++) {
      assertEquals(expected.get(i), actual.get(i), "number " + i + " of what was said");
    }
  }

  private static double[] values(FakeStar star) {
    double[] values = new double[FakeStar.ROBOT.observationSize()];
    for (int i = 0; i < values.length; i++) {
      values[i] = star.get(i);
    }
    return values;
  }
}
