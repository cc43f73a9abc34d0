package org.ophiura.app.trial;

import java.util.Optional;
import org.ophiura.sim.plugin.SettingException;

/** What a settings file describes: it is run with a seed and judged by episodes. A record. */
public interface Experiment {

  /** Its name: that of a folder. */
  String name();

  /** The one seed that all its random streams are split from. */
  long seed();

  /** Episodes of the evaluation. */
  int evaluationEpisodes();

  /** Whether episodes succeed or fail; without an aim only the return says how well one went. */
  boolean hasAim();

  /**
   * Whether an outcome solves it; empty where it has no criterion.
   *
   * @param outcome that is complete
   */
  default Optional<Boolean> solvedBy(TrialOutcome outcome) {
    return Optional.empty();
  }

  /** The same with another seed. */
  Experiment withSeed(long other);

  /** What is to be done: equal where the episodes of one seed are alike. */
  Object challenge();

  /** The settings record itself. */
  Record settings();

  /**
   * Checks that a name can be that of a folder.
   *
   * @throws SettingException if not
   */
  static void checkName(String name) {
    if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
      throw new SettingException(
          "name",
          "must consist of letters, digits, '.', '_' and '-' (it names a folder), got '"
              + name
              + "'");
    }
  }
}
