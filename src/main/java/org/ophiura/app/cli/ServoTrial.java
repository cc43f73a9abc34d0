package org.ophiura.app.cli;

import java.util.function.Supplier;
import org.ophiura.app.hil.Protocol;
import org.ophiura.app.hil.ServoPlants;
import org.ophiura.app.hil.ServosSettings;
import org.ophiura.app.results.UserException;
import org.ophiura.app.trial.Trial;
import org.ophiura.sim.hardware.link.LinkException;
import org.ophiura.sim.hardware.servo.ServoException;
import org.ophiura.sim.plugin.SettingException;

/** The robot of servos that a trial names, for commands that set it up. */
final class ServoTrial implements AutoCloseable {
  private final TrialFile file;
  private final Trial trial;
  private final ServoPlants plants;

  private ServoTrial(TrialFile file, Trial trial, ServoPlants plants) {
    this.file = file;
    this.trial = trial;
    this.plants = plants;
  }

  /**
   * Opens a trial's simulation; the robot itself is not touched.
   *
   * @throws UserException if it has no servos
   */
  static ServoTrial open(TrialFile file) {
    Trial trial = file.openPlant();
    if (trial.plants() instanceof ServoPlants plants) {
      return new ServoTrial(file, trial, plants);
    }
    trial.close();
    throw new UserException(
        file.file()
            + ": this needs a plant of type servos, got "
            + trial.settings().plant().plugin().id()
            + "; put the settings of the plant under simulation: and see 'ophiura list plants'");
  }

  ServoPlants plants() {
    return plants;
  }

  ServosSettings settings() {
    return plants.settings();
  }

  /** Where the servos are. */
  String port() {
    return file.located(
        () ->
            settings()
                .port()
                .orElseThrow(
                    () ->
                        new SettingException(
                            "plant.port",
                            "must be given to talk to servos, such as /dev/ttyUSB0")));
  }

  boolean isUdp() {
    return settings().protocol() == Protocol.UDP;
  }

  /** Runs what talks to servos; what goes wrong there is the user's to mend. */
  <T> T talking(Supplier<T> work) {
    try {
      return file.located(work);
    } catch (LinkException | ServoException e) {
      throw new UserException(String.valueOf(e.getMessage()));
    }
  }

  @Override
  public void close() {
    trial.close();
  }
}
