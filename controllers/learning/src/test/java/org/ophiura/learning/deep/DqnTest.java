package org.ophiura.learning.deep;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.DataInput;
import java.io.DataOutput;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.ophiura.learning.method.Corridor;
import org.ophiura.learning.method.Method;
import org.ophiura.learning.method.MethodContext;
import org.ophiura.learning.method.MethodContract;
import org.ophiura.learning.method.TrainingLog;
import org.ophiura.learning.network.Activation;
import org.ophiura.learning.network.MlpPlugin;
import org.ophiura.learning.network.MlpSettings;
import org.ophiura.learning.network.Network;
import org.ophiura.learning.schedule.ConstantPlugin;
import org.ophiura.learning.schedule.ConstantSchedule;
import org.ophiura.sim.plugin.Choice;

/** DQN as it was published, and with every improvement at once. */
final class DqnTest {
  private static final int BATCH = 32;

  private static Method dqn(MethodContext context, boolean improved) {
    return new DqnPlugin()
        .create(
            new DqnSettings(
                StateEncoding.ONE_HOT,
                new Choice<>(new MlpPlugin(), new MlpSettings(List.of(16), Activation.RELU, 0.005)),
                0.9,
                new Choice<>(new ConstantPlugin(), new ConstantSchedule(0.5)),
                0,
                200,
                16,
                32,
                1,
                improved ? 2 : 0,
                20,
                improved,
                improved,
                improved ? 3 : 1,
                improved ? 0.6 : 0,
                0.4,
                Optional.empty()),
            context);
  }

  @Nested
  final class Plain extends MethodContract {
    @Override
    protected Method newMethod(MethodContext context) {
      return dqn(context, false);
    }

    @Override
    protected int enough() {
      return 150;
    }
  }

  @Nested
  final class Improved extends MethodContract {
    @Override
    protected Method newMethod(MethodContext context) {
      return dqn(context, true);
    }

    @Override
    protected int enough() {
      return 150;
    }
  }

  /** Thinks that all is worth -50, which it is not, and hears how much it is wrong. */
  private static final class Stubborn implements Network {
    private double greatest;

    @Override
    public int inputs() {
      return Corridor.FIELDS;
    }

    @Override
    public int outputs() {
      return 2;
    }

    @Override
    public void compute(int rows, double[] in, double[] out) {
      Arrays.fill(out, 0, rows * 2, -50);
    }

    @Override
    public void improve(double[] gradient) {
      for (double value : gradient) {
        greatest = Math.max(greatest, Math.abs(value));
      }
    }

    @Override
    public Network copy() {
      return new Stubborn();
    }

    @Override
    public void copyFrom(Network other) {}

    @Override
    public void saveParameters(DataOutput out) {}

    @Override
    public void loadParameters(DataInput in) {}

    @Override
    public void save(DataOutput out) {}

    @Override
    public void load(DataInput in) {}
  }

  private static double greatestGradient(Optional<Double> errorLimit) {
    Stubborn network = new Stubborn();
    DqnSettings settings =
        new DqnSettings(
            StateEncoding.ONE_HOT,
            // Not used: the network is given.
            new Choice<>(new MlpPlugin(), new MlpSettings(List.of(16), Activation.RELU, 0.005)),
            0.9,
            new Choice<>(new ConstantPlugin(), new ConstantSchedule(1)),
            0,
            200,
            BATCH,
            BATCH,
            1,
            0,
            20,
            false,
            false,
            1,
            0,
            0.4,
            errorLimit);
    Corridor corridor = new Corridor();
    try (Method dqn = new Dqn(settings, network, corridor.spaces().observation(), 2)) {
      for (int i = 0; i < 40; i++) {
        dqn.iterate(
            corridor, new Method.Progress(i, 40), new SplittableRandom(i), TrainingLog.SILENT);
      }
    }
    return network.greatest;
  }

  /** The worst error is -50 - 1, at the end of the corridor; the loss is the mean of squares. */
  @Test
  void errorBeyondTheLimitPullsAsOneAtTheLimit() {
    assertEquals(2 * 51.0 / BATCH, greatestGradient(Optional.empty()));
    assertEquals(2 * 0.5 / BATCH, greatestGradient(Optional.of(0.5)));
  }
}
