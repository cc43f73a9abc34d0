package org.ophiura.learning.tabular;

import java.util.SplittableRandom;
import org.ophiura.learning.LearnerContext;
import org.ophiura.learning.schedule.ConstantPlugin;
import org.ophiura.learning.schedule.ConstantSchedule;
import org.ophiura.learning.schedule.LinearPlugin;
import org.ophiura.learning.schedule.LinearSchedule;
import org.ophiura.learning.schedule.SchedulePlugin;
import org.ophiura.sim.plugin.Choice;

/** Settings and learners that several tests use. */
public final class QLearnerSamples {
  private QLearnerSamples() {}

  /** What suits a choice at each control tick: the documented defaults. */
  public static QLearningSettings heldNStep() {
    return new QLearningSettings(
        0.005, 0.97, 33, linear(0.8, 0.05, 0.75), 33, 0.001, Ties.RANDOM, false, false);
  }

  /** The first Q-learning notebook, with its habits. */
  public static QLearningSettings notebook() {
    return new QLearningSettings(0.1, 0.99, 1, constant(0.3), 1, 0.001, Ties.FIRST, true, false);
  }

  /** N-step returns from a table of zeros, exploring at random with a fixed probability. */
  public static QLearningSettings nStep(double alpha, double gamma, int steps, double epsilon) {
    return new QLearningSettings(
        alpha, gamma, steps, constant(epsilon), 1, 0, Ties.RANDOM, false, false);
  }

  /** A schedule that does not change. */
  public static Choice<SchedulePlugin<?>> constant(double value) {
    return new Choice<>(new ConstantPlugin(), new ConstantSchedule(value));
  }

  /** A schedule on a line. */
  public static Choice<SchedulePlugin<?>> linear(double from, double to, double overFraction) {
    return new Choice<>(new LinearPlugin(), new LinearSchedule(from, to, overFraction));
  }

  /** A new learner with a fixed seed. */
  public static QLearner learner(QLearningSettings settings, int states, int actions) {
    return new QLearningPlugin()
        .create(settings, new LearnerContext(states, actions, new SplittableRandom(1)));
  }
}
