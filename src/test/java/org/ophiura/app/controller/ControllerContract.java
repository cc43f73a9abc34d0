package org.ophiura.app.controller;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ophiura.app.Allocation;
import org.ophiura.sim.Controller;
import org.ophiura.sim.CycleStatus;
import org.ophiura.sim.JointCommand;
import org.ophiura.sim.Plant;
import org.ophiura.sim.ResetSpec;

/**
 * What every {@link Controller} promises. A test of a controller extends this with a plant for it.
 */
public abstract class ControllerContract {
  private static final long SEED = 20_260_101;
  private static final int TICKS = 100;

  private Plant plant;

  /** Makes a plant that the controller fits. */
  protected abstract Plant newPlant();

  /** Makes a controller for such a plant. */
  protected abstract Controller newController(Plant plant);

  @BeforeEach
  final void makePlant() {
    plant = newPlant();
  }

  @AfterEach
  final void closePlant() {
    plant.close();
  }

  @Test
  void commandsAreFinite() {
    for (double[] command : commands(newController(plant), SEED)) {
      for (double value : command) {
        assertTrue(Double.isFinite(value), "a command of " + value);
      }
    }
  }

  @Test
  void theSameRandomNumbersGiveTheSameCommands() {
    assertSame(commands(newController(plant), SEED), commands(newController(plant), SEED));
  }

  @Test
  void aResetMakesItAsNew() {
    List<double[]> fresh = commands(newController(plant), SEED);
    Controller used = newController(plant);
    commands(used, SEED + 1);
    assertSame(fresh, commands(used, SEED));
  }

  @Test
  void itLeavesTheStateOfThePlantAlone() {
    Controller controller = newController(plant);
    RandomGenerator random = new SplittableRandom(SEED);
    plant.reset(ResetSpec.ORIGIN, random);
    double[] before = observations();
    controller.reset(plant.state(), random);
    controller.update(
        plant.state(), plant.controlPeriodSeconds(), new JointCommand(plant.layout()));
    assertArrayEquals(before, observations());
  }

  @Test
  void aTickAllocatesNothing() {
    Controller controller = newController(plant);
    JointCommand command = new JointCommand(plant.layout());
    double period = plant.controlPeriodSeconds();
    RandomGenerator random = new SplittableRandom(SEED);
    plant.reset(ResetSpec.ORIGIN, random);
    controller.reset(plant.state(), random);
    assertEquals(
        0, Allocation.leastBytes(2_000, () -> controller.update(plant.state(), period, command)));
  }

  private double[] observations() {
    double[] values = new double[plant.layout().observationSize()];
    for (int i = 0; i < values.length; i++) {
      values[i] = plant.state().get(i);
    }
    return values;
  }

  /** The commands of an episode. */
  private List<double[]> commands(Controller controller, long seed) {
    RandomGenerator random = new SplittableRandom(seed);
    plant.reset(ResetSpec.ORIGIN, random);
    controller.reset(plant.state(), random);
    List<double[]> commands = new ArrayList<>();
    JointCommand command = new JointCommand(plant.layout());
    for (int tick = 0; tick < TICKS; tick++) {
      controller.update(plant.state(), plant.controlPeriodSeconds(), command);
      double[] values = new double[command.size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = command.get(i);
      }
      commands.add(values);
      assertEquals(CycleStatus.OK, plant.step(command), "seed " + seed);
    }
    return commands;
  }

  private static void assertSame(List<double[]> expected, List<double[]> actual) {
    assertEquals(expected.size(), actual.size());
    for (int tick = 0; tick < expected.size(); tick++) {
      assertArrayEquals(expected.get(tick), actual.get(tick), "tick " + tick);
    }
  }
}
