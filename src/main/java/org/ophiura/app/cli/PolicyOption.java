package org.ophiura.app.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.ophiura.app.policy.MethodPolicyFile;
import org.ophiura.app.policy.PolicyFile;
import org.ophiura.app.problem.Problem;
import org.ophiura.app.problem.ProblemSettings;
import org.ophiura.app.results.UserException;
import org.ophiura.learning.method.Method;
import picocli.CommandLine.Option;

/** The policy that acts where a command shows an episode of a problem. */
final class PolicyOption {
  @Option(
      names = "--policy",
      paramLabel = "FILE",
      description =
          "The policy that acts, such as runs/taxi-q-learning/1/policy.json; default: that of the"
              + " trial's own run, if there is one.")
  private Optional<Path> file = Optional.empty();

  /**
   * The method that acts by it. A method that does not train needs no file.
   *
   * @throws UserException if there is none, or it is of another problem
   */
  Method method(Problem problem) {
    return method(file, problem);
  }

  /** The same for a command that has such an option already. */
  static Method method(Optional<Path> file, Problem problem) {
    ProblemSettings settings = problem.settings();
    Path own = Path.of("runs", settings.name(), Long.toString(settings.seed()), PolicyFile.NAME);
    Path found = file.orElse(own);
    if (file.isEmpty() && !Files.exists(own)) {
      if (settings.training().iterations() == 0) {
        return problem.newMethod();
      }
      throw new UserException(
          "there is no policy yet in "
              + own
              + ": train one with 'ophiura run', or name one with --policy");
    }
    return MethodPolicyFile.read(found).methodFor(found, problem);
  }
}
