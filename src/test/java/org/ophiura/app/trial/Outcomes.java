package org.ophiura.app.trial;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.ophiura.learning.Learner;
import org.ophiura.learning.tabular.QLearner;

/** Writes results as text that is equal only if every number has the same bits. */
public final class Outcomes {
  private Outcomes() {}

  /** All that a result consists of but the wall clock. */
  public static String describe(TrialOutcome outcome) {
    return outcome.training().map(Outcomes::describe).orElse("no training\n")
        + outcome.learner().map(Outcomes::describe).orElse("")
        + describe(outcome.evaluation())
        + (outcome.interrupted() ? "interrupted" : "complete");
  }

  private static String describe(Training training) {
    StringBuilder text = new StringBuilder();
    for (TrainingEpisode episode : training.episodes()) {
      text.append(describe(episode.result()))
          .append(" epsilon ")
          .append(bits(episode.epsilon()))
          .append(" mean ")
          .append(bits(episode.meanValue()))
          .append('\n');
    }
    for (Evaluation validation : training.validations()) {
      text.append(describe(validation));
    }
    return text.toString();
  }

  private static String describe(Learner learned) {
    StringBuilder text = new StringBuilder();
    if (learned instanceof QLearner learner) {
      for (double[] row : learner.table().toRows()) {
        text.append(Arrays.stream(row).mapToObj(Outcomes::bits).toList()).append('\n');
      }
    }
    return text.toString();
  }

  /** All episodes of an evaluation. */
  public static String describe(Evaluation evaluation) {
    return "after "
        + evaluation.afterTrainingEpisodes()
        + "\n"
        + describe(evaluation.episodes())
        + "\n";
  }

  /** Episodes, one a line. */
  public static String describe(List<EpisodeResult> episodes) {
    return episodes.stream().map(Outcomes::describe).collect(Collectors.joining("\n"));
  }

  /** All that an episode's result consists of. */
  public static String describe(EpisodeResult result) {
    return result.kind().label()
        + " "
        + result.episode()
        + " reward "
        + bits(result.totalReward())
        + " steps "
        + result.steps()
        + " seconds "
        + bits(result.seconds())
        + (result.succeeded() ? " reached " : " missed ")
        + result.status()
        + " states "
        + Arrays.toString(result.decisions().states())
        + " actions "
        + Arrays.toString(result.decisions().actions());
  }

  private static String bits(double value) {
    return Double.toHexString(value);
  }
}
