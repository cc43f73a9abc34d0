package org.ophiura.sim.hardware.gap;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How one joint differs from what it was told.
 *
 * @param joint its name
 * @param tracking its error
 * @param following delay and gain; empty if it was still
 * @param play backlash and stiffness; empty if it was still
 * @param friction empty if it was still, or its load was not read
 */
public record JointGap(
    String joint,
    Tracking tracking,
    Optional<Following> following,
    Optional<Play> play,
    Optional<Friction> friction) {

  /** All joints of a log, in its order. */
  public static List<JointGap> all(MotionLog log) {
    return IntStream.range(0, log.joints().size()).parallel().mapToObj(i -> of(log, i)).toList();
  }

  private static JointGap of(MotionLog log, int joint) {
    List<Stretch> stretches = log.stretches();
    double period = log.periodSeconds();
    Optional<Following> following = Following.of(stretches, joint, period);
    Optional<Play> play =
        following.flatMap(moved -> Play.of(stretches, joint, period, moved.delayTicks()));
    return new JointGap(
        log.joints().get(joint),
        Tracking.of(stretches, joint),
        following,
        play,
        play.flatMap(servo -> Friction.of(stretches, joint, period, servo)));
  }
}
