package org.ophiura.sim;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link Plant} promises. A module that has plants extends this with one of them. */
public abstract class PlantContract {
  private static final long SEED = 20_260_101;
  private static final int STEPS = 20;

  /** Products and sums of doubles: a few units in the last place of a second. */
  private static final double CLOCK_TOLERANCE_SECONDS = 1e-9;

  private Plant plant;
  private JointCommand command;

  /** Makes a new plant whose actuators are limited and whose joints have observations. */
  protected abstract Plant newPlant();

  @BeforeEach
  final void makePlant() {
    plant = newPlant();
    command = new JointCommand(plant.layout());
    plant.reset(ResetSpec.ORIGIN, new SplittableRandom(SEED));
  }

  @AfterEach
  final void closePlant() {
    plant.close();
  }

  @Test
  void clockStartsAtZeroAndAdvancesByAPeriodEachStep() {
    assertEquals(0, plant.state().timeSeconds());
    for (int i = 1; i <= STEPS; i++) {
      assertEquals(CycleStatus.OK, plant.step(command));
      assertEquals(
          i * plant.controlPeriodSeconds(), plant.state().timeSeconds(), CLOCK_TOLERANCE_SECONDS);
    }
    plant.reset(ResetSpec.ORIGIN, new SplittableRandom(SEED));
    assertEquals(0, plant.state().timeSeconds());
  }

  @Test
  void stateIsOneLiveView() {
    PlantState state = plant.state();
    plant.step(command);
    assertSame(state, plant.state());
    plant.reset(ResetSpec.ORIGIN, new SplittableRandom(SEED));
    assertSame(state, plant.state());
  }

  @Test
  void observationsAreFinite() {
    plant.step(command);
    for (double value : observations()) {
      assertTrue(Double.isFinite(value));
    }
  }

  @Test
  void sameCommandsGiveTheSameBits() {
    double[] first = observationsAfterRandomCommands();
    plant.reset(ResetSpec.ORIGIN, new SplittableRandom(SEED));
    assertArrayEquals(first, observationsAfterRandomCommands());
  }

  @Test
  void plantsAreIndependent() {
    double[] alone = observationsAfterRandomCommands();
    plant.reset(ResetSpec.ORIGIN, new SplittableRandom(SEED));
    try (Plant other = newPlant()) {
      JointCommand high = new JointCommand(other.layout());
      for (int i = 0; i < high.size(); i++) {
        high.set(i, other.layout().actuators().get(i).upper());
      }
      other.step(high);
      assertArrayEquals(alone, observationsAfterRandomCommands());
    }
  }

  @Test
  void valuesThatAreNotFiniteAreRefusedWithoutStepping() {
    plant.step(command);
    double[] before = observations();
    double time = plant.state().timeSeconds();
    for (double bad :
        new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
      command.set(command.size() - 1, bad);
      assertEquals(CycleStatus.FAULT, plant.step(command));
      assertEquals(time, plant.state().timeSeconds());
      assertArrayEquals(before, observations());
    }
    command.fill(0);
    assertEquals(CycleStatus.OK, plant.step(command));
  }

  @Test
  void valuesBeyondTheRangeAreClampedToIt() {
    setAllToUpper(0);
    double[] expected = observationsAfterSteps();
    plant.reset(ResetSpec.ORIGIN, new SplittableRandom(SEED));
    setAllToUpper(1e300);
    assertArrayEquals(expected, observationsAfterSteps());
  }

  private void setAllToUpper(double excess) {
    for (int i = 0; i < command.size(); i++) {
      command.set(i, plant.layout().actuators().get(i).upper() + excess);
    }
  }

  @Test
  void commandOfAnotherSizeIsAnError() {
    JointCommand wrong = new JointCommand(command.size() + 1);
    assertThrows(IllegalArgumentException.class, () -> plant.step(wrong));
  }

  @Test
  void jointNoiseStaysWithinItsWidthAndFollowsTheSeed() {
    double width = 0.01;
    ResetSpec noisy = new ResetSpec(0, 0, 0, width, width, Optional.empty());
    ObservationSpec positions = plant.layout().observation("joint_position");
    double[] rest = read(positions);
    plant.reset(noisy, new SplittableRandom(SEED));
    double[] disturbed = read(positions);
    plant.reset(noisy, new SplittableRandom(SEED));
    assertArrayEquals(disturbed, read(positions));
    for (int i = 0; i < rest.length; i++) {
      assertNotEquals(rest[i], disturbed[i]);
      assertEquals(rest[i], disturbed[i], width);
    }
  }

  @Test
  void useAfterClosingThrowsAndClosingAgainDoesNothing() {
    PlantState state = plant.state();
    plant.close();
    assertThrows(IllegalStateException.class, () -> plant.step(command));
    assertThrows(
        IllegalStateException.class,
        () -> plant.reset(ResetSpec.ORIGIN, new SplittableRandom(SEED)));
    assertThrows(IllegalStateException.class, plant::state);
    assertThrows(IllegalStateException.class, plant::layout);
    assertThrows(IllegalStateException.class, plant::controlPeriodSeconds);
    assertThrows(IllegalStateException.class, () -> plant.placeTarget(0, 0, 0));
    assertThrows(IllegalStateException.class, () -> state.get(0));
    assertThrows(IllegalStateException.class, state::timeSeconds);
    assertDoesNotThrow(plant::close);
  }

  @Test
  void steppingAndReadingAllocateNothing() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    PlantState state = plant.state();
    int size = plant.layout().observationSize();
    double sum = 0;
    long least = Long.MAX_VALUE;
    int windows = 10;
    int stepsPerWindow = 200;
    for (int window = 0; window < windows; window++) {
      plant.reset(ResetSpec.ORIGIN, new SplittableRandom(SEED));
      long before = threads.getCurrentThreadAllocatedBytes();
      for (int i = 0; i < stepsPerWindow; i++) {
        plant.step(command);
        for (int j = 0; j < size; j++) {
          sum += state.get(j);
        }
        sum += state.timeSeconds();
      }
      least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
    }
    assertTrue(Double.isFinite(sum));
    assertEquals(0, least, "bytes in " + stepsPerWindow + " steps");
  }

  private double[] observationsAfterRandomCommands() {
    RandomGenerator random = new SplittableRandom(SEED);
    for (int i = 0; i < STEPS; i++) {
      for (int actuator = 0; actuator < command.size(); actuator++) {
        ActuatorSpec spec = plant.layout().actuators().get(actuator);
        command.set(actuator, random.nextDouble(spec.lower(), spec.upper()));
      }
      assertEquals(CycleStatus.OK, plant.step(command), "seed " + SEED);
    }
    return observations();
  }

  private double[] observationsAfterSteps() {
    for (int i = 0; i < STEPS; i++) {
      assertEquals(CycleStatus.OK, plant.step(command));
    }
    return observations();
  }

  private double[] observations() {
    double[] values = new double[plant.layout().observationSize()];
    for (int i = 0; i < values.length; i++) {
      values[i] = plant.state().get(i);
    }
    return values;
  }

  private double[] read(ObservationSpec observation) {
    double[] values = new double[observation.size()];
    plant.state().copyTo(observation, values, 0);
    return values;
  }
}
