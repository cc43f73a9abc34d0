package org.ophiura.app.recording;

import java.util.List;

/**
 * What a recorded episode says in numbers, without the shapes: a row for its start, and one after
 * each control step. See {@link Recording} for units.
 *
 * @param periodSeconds duration of a control step
 * @param leader the arm that leads; -1 where none does
 * @param oscillators names; none where the controller has no pattern generator
 * @param phases of the oscillators, not wrapped
 * @param amplitudes of the oscillators
 * @param outputs of the oscillators
 * @param joints names of those with targets
 * @param targets of these joints
 * @param positions of these joints
 * @param disk x, y of the disk; no columns where it is not known
 * @param target x, y of the target; no columns where there is none
 */
public record Signals(
    double periodSeconds,
    Samples leader,
    List<String> oscillators,
    Samples phases,
    Samples amplitudes,
    Samples outputs,
    List<String> joints,
    Samples targets,
    Samples positions,
    Samples disk,
    Samples target) {
  /** Keeps copies of the names. */
  public Signals {
    oscillators = List.copyOf(oscillators);
    joints = List.copyOf(joints);
  }

  /** Those of a recording. */
  public static Signals of(Recording recording) {
    return new Signals(
        recording.periodSeconds(),
        recording.leader(),
        recording.oscillators(),
        recording.phases(),
        recording.amplitudes(),
        recording.outputs(),
        recording.joints(),
        recording.targets(),
        recording.positions(),
        recording.disk(),
        recording.target());
  }

  /** Number of rows. */
  public int rows() {
    return leader.rows();
  }

  /** Time of a row, s. */
  public double seconds(int row) {
    return row * periodSeconds;
  }
}
