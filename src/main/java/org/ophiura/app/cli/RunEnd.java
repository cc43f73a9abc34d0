package org.ophiura.app.cli;

import java.io.PrintWriter;
import org.ophiura.app.run.Published;
import org.ophiura.app.run.RunFolder;
import org.ophiura.app.trial.Experiment;

/** What a run says at its end. */
final class RunEnd {
  private RunEnd() {}

  /** Prints it; the exit code says whether the user interrupted. */
  static int print(Experiment experiment, Published published, RunFolder folder, PrintWriter out) {
    new OutcomeTable(experiment, published.outcome()).print(out);
    published.missing().forEach(out::println);
    if (published.continuable()) {
      out.println("Continue it with: ophiura run --resume " + folder.shown());
    }
    out.println("Results: " + folder.shown());
    published.earlier().ifPresent(path -> out.println("The earlier run there is now " + path));
    out.flush();
    return published.outcome().interrupted() ? ExitCode.INTERRUPTED : ExitCode.OK;
  }
}
