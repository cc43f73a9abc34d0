package org.ophiura.app.hil.gap;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.ophiura.app.hil.LogReplay;
import org.ophiura.app.hil.ServosSettings;
import org.ophiura.app.results.UserException;
import org.ophiura.app.trial.Trial;
import org.ophiura.app.trial.TrialSettings;
import org.ophiura.sim.RobotLayout;
import org.ophiura.sim.hardware.gap.JointGap;
import org.ophiura.sim.hardware.gap.MotionLog;
import org.ophiura.sim.hardware.log.LoggedTicks;
import org.ophiura.sim.hardware.mcap.McapFormatException;
import org.ophiura.sim.mujoco.plugin.MujocoPlantSettings;
import org.ophiura.sim.plugin.SettingException;

/**
 * A log of a robot's loop, and the trial that says what the robot is.
 *
 * @param path where the log is
 * @param trial as it was given, or as the log has it; empty if neither
 * @param motion of the joints while they were driven
 * @param damage what is wrong with the file, after its last tick
 */
public record GapLog(
    Path path, Optional<TrialSettings> trial, MotionLog motion, Optional<String> damage) {

  /**
   * Reads a log.
   *
   * @param given the trial; empty takes that of the log, if it has one
   * @throws UserException if the log cannot be read, is of another robot, or nothing was driven
   */
  public static GapLog read(Path path, Optional<TrialSettings> given) {
    Optional<TrialSettings> trial =
        given.or(
            () ->
                LogReplay.about(path).containsKey(LogReplay.TRIAL)
                    ? Optional.of(LogReplay.trial(path))
                    : Optional.empty());
    Optional<RobotLayout> layout = trial.map(GapLog::layout);
    try (LoggedTicks ticks = new LoggedTicks(path)) {
      MotionLog motion = MotionLog.read(ticks, layout);
      if (motion.ticks() == 0) {
        throw new UserException(
            path
                + " must have ticks in which the robot was driven, got none; a run with --dry has"
                + " none, for it sends no commands");
      }
      return new GapLog(path, trial, motion, ticks.damage());
    } catch (McapFormatException e) {
      throw new UserException(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw new UserException(path + " cannot be read: " + e.getMessage());
    }
  }

  private static RobotLayout layout(TrialSettings settings) {
    try (Trial trial = Trial.openPlant(settings)) {
      return trial.layout();
    }
  }

  /**
   * Fits the trial's simulation to the log.
   *
   * @param joints of the log, where the search for the delay starts
   * @throws UserException if there is no trial, or too little motion
   * @throws SettingException if the trial's simulation is not one of a brittle star with servos
   */
  public FittedModel fit(List<JointGap> joints) {
    MujocoPlantSettings simulation = simulation();
    return SettingException.under(block(), () -> ModelFit.of(simulation, motion, joints));
  }

  /**
   * Finds before long work what a fit would miss.
   *
   * @throws UserException if there is no trial
   * @throws SettingException if its simulation is not one of a brittle star with servos
   */
  public void requireTrial() {
    MujocoPlantSettings simulation = simulation();
    SettingException.under(block(), () -> JointModel.of(simulation));
  }

  private MujocoPlantSettings simulation() {
    Record plant = known().plant().settings();
    if (plant instanceof ServosSettings servos) {
      return servos.simulation();
    }
    if (plant instanceof MujocoPlantSettings simulation) {
      return simulation;
    }
    throw new SettingException("plant.type", "must be servos or mujoco for a fit");
  }

  /** Where the settings of the simulation stand in the trial file, such as plant.simulation. */
  public String block() {
    return known().plant().settings() instanceof ServosSettings ? "plant.simulation" : "plant";
  }

  private TrialSettings known() {
    return trial.orElseThrow(
        () ->
            new UserException(
                path + " does not say which trial it is of; name its file with --trial"));
  }
}
