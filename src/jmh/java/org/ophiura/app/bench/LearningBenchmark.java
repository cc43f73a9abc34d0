package org.ophiura.app.bench;

import java.util.List;
import java.util.random.RandomGenerator;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.ophiura.app.trial.RandomStreams;
import org.ophiura.app.trial.TrialSettings;
import org.ophiura.learning.Learner;
import org.ophiura.learning.LearnerContext;
import org.ophiura.learning.LearnerPlugin;
import org.ophiura.learning.LearningSession;

/** Q-learning in training: one decision, with all that is learned from the one before it. */
@State(Scope.Thread)
public class LearningBenchmark {
  private static final int STATES = 5;
  private static final double REWARD = 0.001;

  private final Student oneStep = new Student(List.of("training.learner.steps=1"));
  private final Student overOneStroke = new Student(List.of());

  private static final class Student {
    private final LearningSession session;
    private final RandomGenerator random;
    private int state;

    Student(List<String> changes) {
      TrialSettings settings = BenchTrial.settings(changes);
      RandomStreams streams = new RandomStreams(settings.seed());
      random = streams.stream(RandomStreams.Purpose.TRAINING_CHOICE, 0);
      Learner learner =
          LearnerPlugin.create(
              settings.training().orElseThrow().learner(),
              new LearnerContext(
                  STATES, STATES, streams.stream(RandomStreams.Purpose.INITIAL_VALUES, 0)));
      learner.beginEpisode(0, 1, streams.stream(RandomStreams.Purpose.LEARNER, 0));
      session = new LearningSession(learner);
      session.beginEpisode();
    }

    int decide() {
      state = state + 1 == STATES ? 0 : state + 1;
      int action = session.choose(state, random);
      session.addReward(REWARD);
      return action;
    }
  }

  /** The notebook's. */
  @Benchmark
  public int decideAndLearnFromOneStep() {
    return oneStep.decide();
  }

  /** The default trial's: returns over 33 decisions, exploration held as long. */
  @Benchmark
  public int decideAndLearnFromOneStroke() {
    return overOneStroke.decide();
  }
}
