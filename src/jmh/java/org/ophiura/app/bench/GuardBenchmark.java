package org.ophiura.app.bench;

import org.bytedeco.javacpp.Loader;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.ophiura.mujoco.Mujoco;
import org.ophiura.mujoco.mjData;
import org.ophiura.mujoco.mjModel;

/**
 * What it costs to cross from Java into MuJoCo, on a model so small that it shows: a pendulum. A
 * control step of any plant crosses once, however many physics steps it makes.
 */
@State(Scope.Thread)
public class GuardBenchmark {
  private static final int PHYSICS_STEPS = 10;
  private static final String PENDULUM =
      """
      <mujoco model="pendulum">
        <option timestep="0.001"/>
        <worldbody>
          <body pos="0 0 1">
            <joint name="hinge" type="hinge" axis="0 1 0"/>
            <geom type="capsule" size="0.01" fromto="0 0 0 0.5 0 0" contype="0" conaffinity="0"/>
          </body>
        </worldbody>
      </mujoco>
      """;

  private final mjModel model = load();
  private final mjData data = Mujoco.guard_make_data(model);

  private static mjModel load() {
    Loader.load(Mujoco.class);
    return Mujoco.guard_load_model("pendulum.xml", PENDULUM);
  }

  /** A call that does nothing in C: the price of JNI itself. */
  @Benchmark
  public int bareCall() {
    return Mujoco.mj_version();
  }

  /** A guarded call without a step in it: JNI, the jump buffer, and the look at the warnings. */
  @Benchmark
  public int guardWithoutStep() {
    return Mujoco.guard_step(model, data, 0);
  }

  /** Ten steps by one guarded call, as plants make them. */
  @Benchmark
  public int tenStepsInOneGuardedCall() {
    return Mujoco.guard_step(model, data, PHYSICS_STEPS);
  }

  /** Ten steps by ten calls without guard. */
  @Benchmark
  public void tenStepsInTenBareCalls() {
    for (int i = 0; i < PHYSICS_STEPS; i++) {
      Mujoco.mj_step(model, data);
    }
  }

  /** Frees native memory. */
  @TearDown
  public void close() {
    Mujoco.mj_deleteData(data);
    Mujoco.mj_deleteModel(model);
  }
}
