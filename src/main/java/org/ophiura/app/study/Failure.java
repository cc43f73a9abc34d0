package org.ophiura.app.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ophiura.app.trial.EpisodeResult;

/**
 * Something that went wrong, to be named and not averaged away.
 *
 * @param trial label of the trial
 * @param seed of the run
 * @param kind of the episode, or {@code run}
 * @param episode its number; empty if the whole run failed
 * @param status what ended it
 */
public record Failure(
    String trial, long seed, String kind, Optional<Integer> episode, String status) {

  /** All of a trial, by seed. */
  public static List<Failure> of(TrialFindings findings) {
    List<Failure> failures = new ArrayList<>();
    String label = findings.trial().label();
    for (SeedRun run : findings.runs()) {
      if (run.failure().isPresent()) {
        failures.add(new Failure(label, run.seed(), "run", Optional.empty(), run.failure().get()));
      } else {
        for (EpisodeResult episode : run.failedEpisodes()) {
          failures.add(
              new Failure(
                  label,
                  run.seed(),
                  episode.kind().label(),
                  Optional.of(episode.episode()),
                  episode.status().name()));
        }
      }
    }
    return failures;
  }

  /** As a line of a list. */
  public String inWords() {
    return trial
        + ", seed "
        + seed
        + episode.map(number -> ", " + kind + " episode " + number).orElse(", the whole run")
        + ": "
        + status;
  }
}
