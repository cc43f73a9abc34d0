package org.ophiura.app.cli;

import java.nio.file.Path;
import org.ophiura.app.policy.PolicyFile;
import org.ophiura.app.results.UserException;
import org.ophiura.app.trial.Rig;
import org.ophiura.app.trial.Trial;
import org.ophiura.learning.DecidingController;
import org.ophiura.learning.Policy;

/** The policy file that a command names with {@code --policy}. */
final class TrainedPolicy {
  private TrainedPolicy() {}

  /**
   * Makes its policy for a trial.
   *
   * @param file where {@code policy} comes from, for messages
   * @throws UserException if the trial's controller does not choose, or the policy does not fit it
   */
  static Policy of(Trial trial, Path file, PolicyFile policy) {
    try (Rig rig = trial.newRig()) {
      DecidingController controller =
          rig.decider()
              .orElseThrow(
                  () ->
                      new UserException(
                          "--policy needs a controller that chooses by a policy, such as"
                              + " leading-arm; this trial's makes no such choices"));
      return policy.policyFor(file, trial.layout(), controller);
    }
  }
}
