package org.ophiura.app.controller;

import java.nio.file.Path;
import java.util.Optional;
import org.ophiura.app.policy.PolicyFile;
import org.ophiura.app.trial.UntrainedPolicy;
import org.ophiura.learning.DecidingController;
import org.ophiura.learning.Policy;
import org.ophiura.learning.PolicyContext;
import org.ophiura.learning.PolicyPlugin;
import org.ophiura.learning.policy.QTableSettings;
import org.ophiura.sim.RobotLayout;
import org.ophiura.sim.plugin.Choice;
import org.ophiura.sim.plugin.SettingException;

/** Makes the policy that a trial file chose: at once, from a file, or later by training. */
final class PolicyChoice {
  private PolicyChoice() {}

  /**
   * The policy to make a controller with. One that is learned, or read from a file that is checked
   * against the finished controller, is held a place for.
   */
  static Policy first(Choice<? extends PolicyPlugin<?>> choice, PolicyContext context) {
    return choice.plugin().learned() || tableFile(choice).isPresent()
        ? new UntrainedPolicy()
        : SettingException.under("policy", () -> PolicyPlugin.create(choice, context));
  }

  /**
   * Gives the controller the table of the file, if the trial names one.
   *
   * @throws org.ophiura.app.results.UserException if the file is unreadable or does not fit
   */
  static void readTable(
      Choice<? extends PolicyPlugin<?>> choice, RobotLayout layout, DecidingController controller) {
    tableFile(choice)
        .ifPresent(
            path ->
                controller.usePolicy(PolicyFile.read(path).policyFor(path, layout, controller)));
  }

  private static Optional<Path> tableFile(Choice<? extends PolicyPlugin<?>> choice) {
    return choice.settings() instanceof QTableSettings table ? table.file() : Optional.empty();
  }
}
