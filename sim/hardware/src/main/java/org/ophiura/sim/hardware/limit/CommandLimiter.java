package org.ophiura.sim.hardware.limit;

import org.ophiura.sim.JointCommand;
import org.ophiura.sim.PlantState;

/**
 * Holds commands to the limits of a robot, tick by tick: a command within them passes unchanged,
 * bit for bit; others become the nearest that can be followed without breaking a limit in this tick
 * or, with the brakes full on, in a later one.
 *
 * <p>What passes from one tick to the next keeps all limits of a position servo: range, velocity,
 * acceleration and step of the target, and, as the greatest distance between target and measured
 * position, the effort. Where the joint was pushed so fast that no target keeps them all, nothing
 * passes ({@link Verdict#OVERLOADED}). A motor's effort keeps its range and step; beyond the
 * joint's range or speed it may only push back, which no step cap delays.
 *
 * <p>Belongs to one thread. Allocates nothing after construction.
 */
public final class CommandLimiter {
  /** Part of the allowed distance that is kept back, so that noise of a sensor stops no robot. */
  private static final double ERROR_IN_USE = 0.9;

  /** What became of a command. */
  public enum Verdict {
    /** It passes, perhaps changed. */
    PASSED,
    /** It has NaN or an infinity. Nothing passes. */
    NOT_FINITE,
    /** A measurement that a limit needs is NaN or infinite. Nothing passes. */
    NOT_MEASURED,
    /** No target keeps all limits. Nothing passes. */
    OVERLOADED
  }

  private final ActuatorLimits[] limits;
  private final double[] longest;
  private final double[] change;
  private final double[] passed;
  private final double[] before;
  private final double[] move;
  private final double[] aim;
  private final double[] next;
  private final double[] nextAim;
  private final int[] applied;
  private int culprit = -1;
  private double culpritValue = Double.NaN;

  /** Makes a limiter; {@link #start} comes before the first command. */
  public CommandLimiter(Limits limits, double periodSeconds) {
    int size = limits.size();
    this.limits = new ActuatorLimits[size];
    longest = new double[size];
    change = new double[size];
    for (int i = 0; i < size; i++) {
      ActuatorLimits own = limits.actuator(i);
      this.limits[i] = own;
      boolean target = own.kind() == CommandKind.POSITION;
      longest[i] = target ? Math.min(own.velocity() * periodSeconds, own.step()) : own.step();
      double seconds = target ? periodSeconds * periodSeconds : periodSeconds;
      change[i] = own.acceleration() * seconds;
    }
    passed = new double[size];
    before = new double[size];
    move = new double[size];
    aim = new double[size];
    next = new double[size];
    nextAim = new double[size];
    applied = new int[size];
  }

  /**
   * Starts where the joints are and at rest, so that nothing jumps. Motors start without effort; so
   * do targets of joints that are not measured, at 0 or as near as their range allows.
   *
   * @return {@link Verdict#NOT_MEASURED} if a position is not a finite number
   */
  public Verdict start(PlantState state) {
    for (int i = 0; i < limits.length; i++) {
      ActuatorLimits own = limits[i];
      double first = clamp(0, own.lower(), own.upper());
      if (own.kind() == CommandKind.POSITION && own.joint().measured()) {
        first = state.get(own.joint().positionIndex());
        if (!Double.isFinite(first)) {
          return blame(i, first, Verdict.NOT_MEASURED);
        }
      }
      passed[i] = first;
      aim[i] = first;
      move[i] = 0;
      applied[i] = 0;
    }
    return Verdict.PASSED;
  }

  /**
   * Limits one command.
   *
   * @param wanted as the controller gave it. Not modified.
   * @param state the measurements that the command answers to. Not modified.
   * @param out what may be sent. Modified if the command passes, otherwise not.
   */
  public Verdict limit(JointCommand wanted, PlantState state, JointCommand out) {
    for (int i = 0; i < limits.length; i++) {
      if (!Double.isFinite(wanted.get(i))) {
        return blame(i, wanted.get(i), Verdict.NOT_FINITE);
      }
    }
    for (int i = 0; i < limits.length; i++) {
      Verdict verdict =
          switch (limits[i].kind()) {
            case POSITION -> target(i, wanted.get(i), state);
            case EFFORT -> effort(i, wanted.get(i), state);
            case VELOCITY, OTHER -> value(i, wanted.get(i));
          };
      if (verdict != Verdict.PASSED) {
        return verdict;
      }
    }
    for (int i = 0; i < limits.length; i++) {
      move[i] = next[i] - passed[i];
      before[i] = passed[i];
      passed[i] = next[i];
      aim[i] = nextAim[i];
      out.set(i, next[i]);
    }
    return Verdict.PASSED;
  }

  /**
   * The command that passed last was not sent after all. What comes next is measured by the one
   * before it, which has held for this period.
   */
  public void takeBack() {
    for (int i = 0; i < limits.length; i++) {
      passed[i] = before[i];
    }
    hold();
  }

  /** No command passed in this period: the last one holds, and the targets are at rest. */
  public void hold() {
    for (int i = 0; i < limits.length; i++) {
      aim[i] = passed[i];
      move[i] = 0;
    }
  }

  /** Which limits changed the last command of an actuator: a sum of {@link Limit#bit()}s. */
  public int applied(int actuator) {
    return applied[actuator];
  }

  /** The actuator because of which the last command did not pass. */
  public int culprit() {
    return culprit;
  }

  /** What was commanded or measured there. */
  public double culpritValue() {
    return culpritValue;
  }

  private Verdict blame(int actuator, double value, Verdict verdict) {
    culprit = actuator;
    culpritValue = value;
    return verdict;
  }

  private Verdict target(int i, double wanted, PlantState state) {
    ActuatorLimits own = limits[i];
    double low = own.lower();
    double high = own.upper();
    double goal = clamp(wanted, low, high);
    applied[i] = goal == wanted ? 0 : Limit.POSITION.bit();
    double measured = 0;
    boolean gentle = own.error() < Double.POSITIVE_INFINITY;
    if (gentle) {
      measured = state.get(own.joint().positionIndex());
      if (!Double.isFinite(measured)) {
        return blame(i, measured, Verdict.NOT_MEASURED);
      }
      low = Math.max(low, measured - ERROR_IN_USE * own.error());
      high = Math.min(high, measured + ERROR_IN_USE * own.error());
      double gentler = clamp(goal, low, high);
      applied[i] |= gentler == goal ? 0 : Limit.EFFORT.bit();
      goal = gentler;
    }
    double target = follow(i, goal, low, high);
    // Only the rounding of the sums can have led out of the range.
    target = clamp(target, Math.min(own.lower(), passed[i]), Math.max(own.upper(), passed[i]));
    if (gentle && !(Math.abs(target - measured) <= own.error())) {
      return blame(i, target - measured, Verdict.OVERLOADED);
    }
    next[i] = target;
    nextAim[i] = goal;
    return Verdict.PASSED;
  }

  /** The next target on the way to a goal that moves on as it did in this tick. */
  private double follow(int i, double goal, double low, double high) {
    double behind = aim[i] - passed[i];
    double catchUp = Math.copySign(Braking.longestMove(Math.abs(behind), change[i]), behind);
    double wish = catchUp == behind ? goal - passed[i] : goal - aim[i] + catchUp;
    double least = Math.max(-longest[i], move[i] - change[i]);
    double most = Math.min(longest[i], move[i] + change[i]);
    double stoppable = Braking.longestMove(high - passed[i], change[i]);
    double stoppableDown = -Braking.longestMove(passed[i] - low, change[i]);
    double allowed =
        clamp(
            wish,
            Math.min(most, Math.max(least, stoppableDown)),
            Math.max(least, Math.min(most, stoppable)));
    if (allowed == wish) {
      return catchUp == behind ? goal : passed[i] + wish;
    }
    if (Math.abs(allowed) < longest[i]) {
      applied[i] |= Limit.ACCELERATION.bit();
    } else {
      applied[i] |= (longest[i] == limits[i].step() ? Limit.STEP : Limit.VELOCITY).bit();
    }
    return passed[i] + allowed;
  }

  private Verdict effort(int i, double wanted, PlantState state) {
    ActuatorLimits own = limits[i];
    double effort = within(i, wanted, Limit.EFFORT);
    effort = stepped(i, effort, longest[i], Limit.STEP);
    if (own.joint().measured()) {
      double position = state.get(own.joint().positionIndex());
      if (!Double.isFinite(position)) {
        return blame(i, position, Verdict.NOT_MEASURED);
      }
      double push = effort * own.joint().direction();
      boolean outwards =
          (push > 0 && position >= own.joint().upper())
              || (push < 0 && position <= own.joint().lower());
      boolean faster = false;
      if (own.joint().velocityIndex() != ActuatorLimits.Joint.NOT_MEASURED) {
        double velocity = state.get(own.joint().velocityIndex());
        if (!Double.isFinite(velocity)) {
          return blame(i, velocity, Verdict.NOT_MEASURED);
        }
        faster = push * velocity > 0 && Math.abs(velocity) >= own.velocity();
      }
      if (outwards || faster) {
        applied[i] |= (outwards ? Limit.POSITION : Limit.VELOCITY).bit();
        effort = clamp(0, own.lower(), own.upper());
      }
    }
    next[i] = effort;
    return Verdict.PASSED;
  }

  private Verdict value(int i, double wanted) {
    boolean velocity = limits[i].kind() == CommandKind.VELOCITY;
    double value = within(i, wanted, velocity ? Limit.VELOCITY : Limit.POSITION);
    value = stepped(i, value, longest[i], Limit.STEP);
    next[i] = stepped(i, value, change[i], Limit.ACCELERATION);
    return Verdict.PASSED;
  }

  private double within(int i, double wanted, Limit limit) {
    double value = clamp(wanted, limits[i].lower(), limits[i].upper());
    applied[i] = value == wanted ? 0 : limit.bit();
    return value;
  }

  private double stepped(int i, double wanted, double longestStep, Limit limit) {
    double difference = wanted - passed[i];
    if (Math.abs(difference) <= longestStep) {
      return wanted;
    }
    applied[i] |= limit.bit();
    return passed[i] + Math.copySign(longestStep, difference);
  }

  /** Where the ends contradict each other, the lower one holds. */
  private static double clamp(double value, double low, double high) {
    return Math.max(low, Math.min(high, value));
  }
}
