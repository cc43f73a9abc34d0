package org.ophiura.app.bench;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.ophiura.app.controller.LeadingArmController;
import org.ophiura.app.trial.Rig;
import org.ophiura.app.trial.Trial;
import org.ophiura.sim.JointCommand;
import org.ophiura.sim.PlantState;

/**
 * A controller tick (indexer, policy, gait, pattern generator, joint targets), and the step of its
 * ten-oscillator pattern generator alone.
 */
@State(Scope.Thread)
public class ControllerBenchmark {
  private final Brain euler = new Brain("euler");
  private final Brain rungeKutta = new Brain("rk4");
  private final Brain perVariableRungeKutta = new Brain("per-variable-rk4");

  private static final class Brain implements AutoCloseable {
    private final Trial trial;
    private final Rig rig;
    private final LeadingArmController controller;
    private final PlantState state;
    private final JointCommand command;
    private final double periodSeconds;

    Brain(String solver) {
      trial = BenchTrial.open("controller.cpg.solver=" + solver);
      rig = trial.newRig();
      controller = (LeadingArmController) rig.controller();
      state = rig.plant().state();
      command = new JointCommand(rig.plant().layout());
      periodSeconds = rig.plant().controlPeriodSeconds();
      // So that the pattern generator has a gait to follow.
      tick();
    }

    JointCommand tick() {
      controller.update(state, periodSeconds, command);
      return command;
    }

    double step() {
      controller.cpg().step();
      return controller.cpg().output(0);
    }

    @Override
    public void close() {
      rig.close();
      trial.close();
    }
  }

  /** The default. */
  @Benchmark
  public JointCommand tickEuler() {
    return euler.tick();
  }

  /** The classical method over the whole state. */
  @Benchmark
  public JointCommand tickRungeKutta() {
    return rungeKutta.tick();
  }

  /** The pattern generator alone. */
  @Benchmark
  public double cpgStepEuler() {
    return euler.step();
  }

  /** The pattern generator alone. */
  @Benchmark
  public double cpgStepRungeKutta() {
    return rungeKutta.step();
  }

  /** The pattern generator alone, as the source notebooks step it. */
  @Benchmark
  public double cpgStepPerVariableRungeKutta() {
    return perVariableRungeKutta.step();
  }

  /** Frees native memory. */
  @TearDown
  public void close() {
    euler.close();
    rungeKutta.close();
    perVariableRungeKutta.close();
  }
}
