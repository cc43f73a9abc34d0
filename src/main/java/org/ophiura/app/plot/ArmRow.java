package org.ophiura.app.plot;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a joint or an oscillator is on the robot, as its name says.
 *
 * @param arm number of the arm
 * @param segment number of the segment, from 0; 0 for one of a whole arm
 * @param inPlane whether it bends in the plane of the disk
 */
record ArmRow(int arm, int segment, boolean inPlane) {
  private static final Pattern JOINT =
      Pattern.compile("(?:.*/)?arm_(\\d+)_segment_(\\d+)_(in|out_of)_plane_joint");
  private static final Pattern OSCILLATOR =
      Pattern.compile("arm (\\d+) (?:segment (\\d+) )?(in|out-of)-plane");

  /** The place that a name tells; empty for others. */
  static Optional<ArmRow> of(String name) {
    Matcher joint = JOINT.matcher(name);
    if (joint.matches()) {
      return Optional.of(of(joint));
    }
    Matcher oscillator = OSCILLATOR.matcher(name);
    return oscillator.matches() ? Optional.of(of(oscillator)) : Optional.empty();
  }

  private static ArmRow of(Matcher matcher) {
    String segment = Optional.ofNullable(matcher.group(2)).orElse("0");
    return new ArmRow(
        Integer.parseInt(matcher.group(1)),
        Integer.parseInt(segment),
        matcher.group(3).equals("in"));
  }
}
