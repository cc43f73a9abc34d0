package org.ophiura.app.hil.gap;

import java.util.List;
import java.util.stream.IntStream;

/**
 * How close simulated angles are to measured ones over the same ticks, with one model of the joints
 * and with another.
 *
 * @param ticks that were compared
 * @param rmsBefore root-mean-square of the differences with the first model, rad
 * @param rmsAfter the same with the second
 * @param joints the same for each joint
 */
public record Agreement(int ticks, double rmsBefore, double rmsAfter, List<Joint> joints) {
  /** Takes a copy of the list. */
  public Agreement {
    joints = List.copyOf(joints);
  }

  /**
   * How close one joint is.
   *
   * @param joint its name
   * @param rmsBefore root-mean-square of the differences with the first model, rad
   * @param rmsAfter the same with the second
   */
  public record Joint(String joint, double rmsBefore, double rmsAfter) {}

  static Agreement of(OpenLoop loop, List<String> joints, JointModel before, JointModel after) {
    double[] first = loop.errors(before);
    double[] second = loop.errors(after);
    return new Agreement(
        loop.ticks(),
        OpenLoop.rms(first),
        OpenLoop.rms(second),
        IntStream.range(0, joints.size())
            .mapToObj(
                i ->
                    new Joint(
                        joints.get(i),
                        OpenLoop.rms(ofJoint(first, i, joints.size())),
                        OpenLoop.rms(ofJoint(second, i, joints.size()))))
            .toList());
  }

  private static double[] ofJoint(double[] errors, int joint, int joints) {
    return IntStream.range(0, errors.length / joints)
        .mapToDouble(tick -> errors[tick * joints + joint])
        .toArray();
  }
}
