package org.ophiura.app.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ophiura.sim.hardware.gap.Following;
import org.ophiura.sim.hardware.gap.Friction;
import org.ophiura.sim.hardware.gap.JointGap;
import org.ophiura.sim.hardware.gap.Play;

/** The table of a robot's joints: angles in degrees, times in ms, loads in % of the greatest. */
final class GapTable {
  private final double periodSeconds;
  private final List<JointGap> joints;

  GapTable(double periodSeconds, List<JointGap> joints) {
    this.periodSeconds = periodSeconds;
    this.joints = joints;
  }

  void print(PrintWriter out) {
    int width = joints.stream().mapToInt(gap -> name(gap).length()).max().orElse(5);
    String format = "%-" + Math.max(5, width) + "s %8s %8s %7s %9s %9s %9s %12s%n";
    out.printf(
        format, "joint", "error", "delay", "gain", "backlash", "stiffness", "friction", "viscous");
    out.printf(format, "", "deg rms", "ms", "", "deg", "%/deg", "%", "%/(deg/s)");
    boolean blind = false;
    for (JointGap gap : joints) {
      Optional<Following> following = gap.following();
      Optional<Play> play = gap.play();
      Optional<Friction> friction = gap.friction();
      boolean estimated = play.isPresent() && !play.get().fromLoad();
      blind |= estimated;
      out.printf(
          format,
          name(gap),
          number("%.2f", Math.toDegrees(gap.tracking().rmsRadians())),
          number("%.1f", following.map(f -> 1e3 * f.delayTicks() * periodSeconds)),
          number("%.3f", following.map(Following::gain)),
          number("%.2f", play.map(p -> Math.toDegrees(p.backlashRadians())))
              + (estimated ? "*" : ""),
          number("%.2f", play.map(p -> 100 * Math.toRadians(p.stiffness()))),
          number("%.1f", friction.map(f -> 100 * f.coulomb())),
          number("%.3f", friction.map(f -> 100 * Math.toRadians(f.viscous()))));
    }
    if (blind) {
      out.println("* holds friction too, which only readings of the load tell apart");
    }
  }

  /** Without what the models of a robot put before all their names. */
  private static String name(JointGap gap) {
    return gap.joint().substring(gap.joint().lastIndexOf('/') + 1);
  }

  private static String number(String format, Optional<Double> value) {
    return value.map(known -> number(format, known)).orElse("-");
  }

  private static String number(String format, double value) {
    return Double.isFinite(value) ? String.format(Locale.ROOT, format, value) : "-";
  }
}
