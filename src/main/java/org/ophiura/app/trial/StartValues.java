package org.ophiura.app.trial;

import java.nio.file.Path;
import java.util.ServiceLoader;
import org.ophiura.learning.DecidingController;
import org.ophiura.learning.tabular.QTable;
import org.ophiura.sim.RobotLayout;

/**
 * Reads what an earlier training has learned, for another to start from. Trials know no files; who
 * does offers this to the {@link ServiceLoader}.
 */
public interface StartValues {

  /**
   * Reads the values of a policy.
   *
   * @param layout the robot of the trial
   * @param controller that will be trained
   * @throws RuntimeException telling the user what is wrong with the file, or what differs, if it
   *     was not learned for such a controller
   */
  QTable read(Path file, RobotLayout layout, DecidingController controller);

  /** The one that is installed. */
  static StartValues installed() {
    return ServiceLoader.load(StartValues.class).findFirst().orElseThrow();
  }
}
