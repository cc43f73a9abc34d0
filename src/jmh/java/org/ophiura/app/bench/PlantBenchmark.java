package org.ophiura.app.bench;

import java.util.random.RandomGenerator;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.ophiura.app.trial.RandomStreams;
import org.ophiura.app.trial.Rig;
import org.ophiura.app.trial.Trial;
import org.ophiura.sim.CycleStatus;
import org.ophiura.sim.JointCommand;
import org.ophiura.sim.ResetSpec;

/**
 * A control step of the plant (ten physics steps) along recorded controls of one evaluation
 * episode, which starts over at its end.
 */
@State(Scope.Thread)
public class PlantBenchmark {
  private static final int PHYSICS_STEPS = 10;

  private final Trial trial = BenchTrial.open();
  private final Rig rig = trial.newRig();
  private final JointCommand[] commands = commands();
  private final RandomGenerator random =
      trial.streams().stream(RandomStreams.Purpose.EVALUATION_NOISE, 0);
  private int next;

  private JointCommand[] commands() {
    return RecordedEpisodes.of(trial, PHYSICS_STEPS, 1).episodes().get(0).controls().stream()
        .map(PlantBenchmark::command)
        .toArray(JointCommand[]::new);
  }

  private static JointCommand command(double[] values) {
    JointCommand command = new JointCommand(values.length);
    for (int i = 0; i < values.length; i++) {
      command.set(i, values[i]);
    }
    return command;
  }

  /** A control step; one in some hundreds begins with a reset. */
  @Benchmark
  public CycleStatus step() {
    if (next == commands.length) {
      next = 0;
      reset();
    }
    return rig.plant().step(commands[next++]);
  }

  /** A reset to the start, with the forward pass that it ends with. */
  @Benchmark
  public void reset() {
    rig.plant().reset(ResetSpec.ORIGIN, random);
  }

  /** Frees native memory. */
  @TearDown
  public void close() {
    rig.close();
    trial.close();
  }
}
