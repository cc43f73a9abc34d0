package org.ophiura.app.hil;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ophiura.app.trial.EpisodeListener;
import org.ophiura.app.trial.EpisodeResult;
import org.ophiura.sim.JointCommand;
import org.ophiura.sim.PlantState;
import org.ophiura.sim.hardware.robot.HardwarePlant;

/**
 * Lets people see how a run on a robot goes on: the loop's thread counts and allocates nothing,
 * another one shows.
 */
public abstract class RobotRunWatch implements EpisodeListener {
  private @Nullable Divergence divergence;
  private @Nullable HardwarePlant plant;
  private volatile double seconds;
  private double sum;
  private volatile double totalReward;

  /** The robot is connected. */
  void begin(HardwarePlant robot, Optional<Divergence> apart) {
    plant = robot;
    divergence = apart.orElse(null);
    opened();
  }

  /** The run has come to its end. */
  void end() {
    closed();
  }

  /** Something can be shown from now on. */
  protected void opened() {}

  /** Nothing is to be shown any more. */
  protected void closed() {}

  /** An episode has ended; its torque is still on. */
  protected void ended(EpisodeResult result) {}

  @Override
  public void began(PlantState state) {
    sum = 0;
    totalReward = 0;
    seconds = 0;
  }

  @Override
  public void stepped(PlantState state, JointCommand command, double reward) {
    sum += reward;
    totalReward = sum;
    seconds = state.timeSeconds();
    Divergence apart = divergence;
    if (apart != null) {
      apart.compare(state);
    }
  }

  /** How it goes, in one line. For any thread. */
  protected final String line() {
    Divergence apart = divergence;
    HardwarePlant robot = plant;
    return String.format(
        java.util.Locale.ROOT,
        "%6.1f s  return %7.3f  %s%s",
        seconds,
        totalReward,
        robot == null ? "" : robot.safety().state().name().toLowerCase(java.util.Locale.ROOT),
        apart == null
            ? ""
            : String.format(
                java.util.Locale.ROOT, "  %.3f rad from the simulation", apart.latest()));
  }
}
