package org.ophiura.app.recording;

import java.util.List;
import java.util.Optional;
import org.ophiura.app.trial.EpisodeResult;
import org.ophiura.sim.mujoco.scene.Scene;

/**
 * An episode to look at: a row for its start, and one after each control step.
 *
 * @param trial name of the trial
 * @param seed of the trial
 * @param periodSeconds duration of a control step
 * @param scene what the robot looks like; empty where its plant is not simulated
 * @param poses of the bodies: {@link org.ophiura.sim.mujoco.scene.BodyPoses#NUMBERS} each
 * @param touching 1 for each segment that touches something, else 0
 * @param leader the arm that leads; -1 where none does
 * @param state index of the state that the first agent decides by; -1 where there is none
 * @param oscillators names
 * @param phases of the oscillators, rad, not wrapped
 * @param amplitudes of the oscillators, rad
 * @param outputs of the oscillators, rad
 * @param joints names of those with targets
 * @param targets of these joints, rad
 * @param positions of these joints, rad
 * @param disk x, y of the disk in the world frame, m; no columns where it is not known
 * @param target x, y of the target, m; no columns where there is none
 * @param result what came of it
 */
public record Recording(
    String trial,
    long seed,
    double periodSeconds,
    Optional<Scene> scene,
    Samples poses,
    Samples touching,
    Samples leader,
    Samples state,
    List<String> oscillators,
    Samples phases,
    Samples amplitudes,
    Samples outputs,
    List<String> joints,
    Samples targets,
    Samples positions,
    Samples disk,
    Samples target,
    EpisodeResult result) {

  /** Number of rows. */
  public int rows() {
    return leader.rows();
  }

  /** Time of a row, s. */
  public double seconds(int row) {
    return row * periodSeconds;
  }
}
