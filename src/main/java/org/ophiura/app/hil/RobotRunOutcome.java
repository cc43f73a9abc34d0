package org.ophiura.app.hil;

import java.util.List;
import java.util.Optional;
import org.ophiura.app.trial.EpisodeResult;
import org.ophiura.app.trial.Evaluation;
import org.ophiura.app.trial.TrialOutcome;
import org.ophiura.sim.hardware.safety.StopReason;
import org.ophiura.sim.hardware.timing.TimingPassport;

/**
 * What came of a run on a robot.
 *
 * @param episodes the last is cut short if the robot was stopped
 * @param startProblems why it did not start, a sentence each; empty if it did
 * @param stop why it was stopped, in a sentence; empty if it was not
 * @param reason the same as a constant
 * @param passport how the loop kept time
 * @param apart how far the simulation beside it was away; empty without one
 * @param loggedTicks ticks in the log
 * @param unloggedTicks ticks that the disk was too slow for
 * @param logDamage what is wrong with the log; empty if nothing is
 * @param wallSeconds how long it took
 * @param interrupted whether the process was asked to end
 */
public record RobotRunOutcome(
    List<EpisodeResult> episodes,
    List<String> startProblems,
    Optional<String> stop,
    Optional<StopReason> reason,
    TimingPassport passport,
    Optional<Apart> apart,
    long loggedTicks,
    long unloggedTicks,
    Optional<String> logDamage,
    double wallSeconds,
    boolean interrupted) {
  /** Takes copies. */
  public RobotRunOutcome {
    episodes = List.copyOf(episodes);
    startProblems = List.copyOf(startProblems);
  }

  /**
   * How far the joints of robot and simulation were apart (rad).
   *
   * @param rootMeanSquare over joints and ticks
   * @param greatest of any joint at any tick
   */
  public record Apart(double rootMeanSquare, double greatest) {}

  /** The same, as the outcome of an evaluation. */
  public TrialOutcome asEvaluation() {
    return new TrialOutcome(
        Optional.empty(),
        Optional.empty(),
        new Evaluation(0, episodes),
        wallSeconds,
        interrupted || stop.isPresent());
  }
}
