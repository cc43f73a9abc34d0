package org.ophiura.app.policy;

import java.nio.file.Path;
import org.ophiura.app.trial.StartValues;
import org.ophiura.learning.DecidingController;
import org.ophiura.learning.tabular.QTable;
import org.ophiura.sim.RobotLayout;

/** Lets trainings start from a {@link PolicyFile}. */
public final class PolicyFileValues implements StartValues {
  /** Made by the service loader. */
  public PolicyFileValues() {}

  @Override
  public QTable read(Path file, RobotLayout layout, DecidingController controller) {
    return PolicyFile.read(file).tableFor(file, layout, controller);
  }
}
