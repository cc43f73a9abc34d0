package org.ophiura.app.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ophiura.app.config.ConfigReader;
import org.ophiura.app.trial.EpisodeKind;
import org.ophiura.app.trial.EpisodeListener;
import org.ophiura.app.trial.EpisodeResult;
import org.ophiura.app.trial.Evaluator;
import org.ophiura.app.trial.Interruption;
import org.ophiura.app.trial.Rollouts;
import org.ophiura.app.trial.Trial;
import org.ophiura.app.trial.TrialSettings;

/** The trial that is measured: the default one under the oracle, so that it needs no training. */
final class BenchTrial {
  private static final Path FILE = Path.of("src/trials/target-locomotion.yaml");
  private static final String ORACLE = "controller.policy.type=follow-target";

  private BenchTrial() {}

  /** Opens it with further changes, as {@code --set} takes them. */
  static Trial open(String... changes) {
    List<String> all = Stream.concat(Stream.of(ORACLE), Stream.of(changes)).toList();
    return Trial.open(settings(all));
  }

  /** The settings of the default trial with changes. */
  static TrialSettings settings(List<String> changes) {
    return ConfigReader.read(FILE, TrialSettings.class, changes);
  }

  /** Threads with a rig each. */
  static Rollouts rollouts(Trial trial, int threads) {
    return new Rollouts(trial, threads, new Interruption());
  }

  /** Evaluates as {@code ophiura run} does. */
  static List<EpisodeResult> evaluate(Trial trial, Rollouts rollouts, int episodes) {
    return new Evaluator(trial, rollouts)
        .run(
            EpisodeKind.EVALUATION,
            episodes,
            Optional.empty(),
            EpisodeListener.NONE,
            finished -> {});
  }

  /** The one thread of {@code rollouts}. */
  static long threadOf(Rollouts rollouts) {
    return rollouts.run(1, (rig, index) -> Thread.currentThread().getId(), finished -> {}).get(0);
  }
}
