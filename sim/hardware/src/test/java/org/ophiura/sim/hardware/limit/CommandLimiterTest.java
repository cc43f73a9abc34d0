package org.ophiura.sim.hardware.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.ophiura.sim.JointCommand;
import org.ophiura.sim.RobotLayout;
import org.ophiura.sim.hardware.Allocation;
import org.ophiura.sim.hardware.ServoArm;
import org.ophiura.sim.hardware.limit.CommandLimiter.Verdict;

final class CommandLimiterTest {
  private static final double PERIOD = ServoArm.PERIOD_SECONDS;

  /** Sums of doubles near 1. */
  private static final double ROUNDING = 1e-12;

  private final ServoArm arm = new ServoArm(1);
  private final JointCommand wanted = new JointCommand(1);
  private final JointCommand out = new JointCommand(1);

  private static LimitSettings settings(double velocity, double acceleration, double step) {
    return new LimitSettings(
        velocity,
        acceleration,
        Optional.empty(),
        step == Double.POSITIVE_INFINITY ? Optional.empty() : Optional.of(step),
        List.of());
  }

  private CommandLimiter limiter(LimitSettings settings) {
    return limiter(settings, arm.layout());
  }

  private CommandLimiter limiter(LimitSettings settings, RobotLayout layout) {
    CommandLimiter limiter = new CommandLimiter(Limits.of(settings, layout), PERIOD);
    assertEquals(Verdict.PASSED, limiter.start(arm.state()));
    return limiter;
  }

  private double pass(CommandLimiter limiter, double command) {
    wanted.set(0, command);
    assertEquals(Verdict.PASSED, limiter.limit(wanted, arm.state(), out));
    return out.get(0);
  }

  @Test
  void aCommandWithinTheLimitsPassesBitForBit() {
    CommandLimiter limiter = limiter(LimitSettings.DEFAULT);
    for (int tick = 0; tick < 1000; tick++) {
      double gait = 0.5 * (1 - Math.cos(2 * Math.PI * tick * PERIOD));
      assertEquals(gait, pass(limiter, gait), "tick " + tick);
      assertEquals(0, limiter.applied(0));
    }
  }

  @Test
  void aStepIsReachedInTheShortestTimeWithoutOvershoot() {
    // From rest to rest over 0.4 rad at 100 rad/s^2: 0.126 s with a top speed of 6.3; at most 6.
    CommandLimiter limiter = limiter(settings(6, 100, Double.POSITIVE_INFINITY));
    int ticks = 0;
    double before = 0;
    double target = 0;
    while (target != 0.4 && ticks < 1000) {
      target = pass(limiter, 0.4);
      assertTrue(target >= before - ROUNDING && target <= 0.4 + ROUNDING, "a target of " + target);
      before = target;
      ticks++;
    }
    double shortest = 0.4 / 6 + 6.0 / 100;
    assertEquals(Math.ceil(shortest / PERIOD), ticks, 2, "ticks, started and ended within one");
    assertEquals(0.4, pass(limiter, 0.4));
  }

  @Test
  void aRampThatIsTooFastIsFollowedAtFullSpeedAndCaughtWhenItStops() {
    CommandLimiter limiter = limiter(settings(2, 100, Double.POSITIVE_INFINITY));
    double before = 0;
    for (int tick = 1; tick <= 20; tick++) {
      double target = pass(limiter, 3 * PERIOD * tick);
      if (tick > 3) {
        assertEquals(2 * PERIOD, target - before, ROUNDING);
        assertEquals(Limit.VELOCITY.bit(), limiter.applied(0));
      }
      before = target;
    }
    for (int tick = 0; tick < 40; tick++) {
      before = pass(limiter, 0.6);
      assertTrue(before <= 0.6);
    }
    assertEquals(0.6, before);
  }

  @Test
  void theRangeIsApproachedWithBrakesInTime() {
    CommandLimiter limiter = limiter(LimitSettings.DEFAULT);
    double target = 0;
    for (int tick = 0; tick < 100; tick++) {
      target = pass(limiter, 1e300);
      assertTrue(target <= ServoArm.RANGE);
    }
    assertEquals(ServoArm.RANGE, target);
    assertEquals(Limit.POSITION.bit(), limiter.applied(0));
  }

  @Test
  void stepsAreCapped() {
    CommandLimiter limiter = limiter(settings(1e6, 1e9, 0.05));
    assertEquals(0.05, pass(limiter, 0.5));
    assertEquals(Limit.STEP.bit(), limiter.applied(0));
    assertEquals(0.1, pass(limiter, 0.5));
  }

  @Test
  void targetsStartWhereTheJointIs() {
    arm.push(0, 0.7);
    CommandLimiter limiter = limiter(LimitSettings.DEFAULT);
    assertEquals(0.7, pass(limiter, -1), 100 * PERIOD * PERIOD + ROUNDING);
  }

  @Test
  void aJointThatStartsOutsideOfItsRangeIsLedBackWithoutAJump() {
    arm.push(0, 1.05);
    CommandLimiter limiter = limiter(LimitSettings.DEFAULT);
    double before = 1.05;
    for (int tick = 0; tick < 20; tick++) {
      double target = pass(limiter, 1.5);
      assertTrue(target <= before, "never further out");
      before = target;
    }
    assertEquals(ServoArm.RANGE, before);
  }

  @Test
  void whatDoesNotPassChangesNothing() {
    CommandLimiter limiter = limiter(LimitSettings.DEFAULT);
    pass(limiter, 0.001);
    for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
      wanted.set(0, bad);
      assertEquals(Verdict.NOT_FINITE, limiter.limit(wanted, arm.state(), out));
      assertEquals(0.001, out.get(0));
      assertEquals(0, limiter.culprit());
      assertEquals(bad, limiter.culpritValue());
    }
    assertEquals(0.002, pass(limiter, 0.002));
  }

  @Test
  void motorsAreHeldToTheirEffortAndStep() {
    LimitSettings settings =
        new LimitSettings(
            6, 100, Optional.of(1.0), Optional.empty(), List.of(joint("joint-0", 0.25)));
    CommandLimiter limiter = limiter(settings, ServoArm.layout(1, "N m", 2));
    assertEquals(0.25, pass(limiter, 1));
    assertEquals(0.5, pass(limiter, 1), "1 N m at 2 N m per unit");
    assertEquals(Limit.EFFORT.bit(), limiter.applied(0));
  }

  @Test
  void motorsDoNotPushAJointBeyondItsRangeOrSpeed() {
    CommandLimiter limiter = limiter(LimitSettings.DEFAULT, ServoArm.layout(1, "N m", 2));
    arm.push(0, ServoArm.RANGE);
    assertEquals(0, pass(limiter, 1));
    assertEquals(Limit.POSITION.bit(), limiter.applied(0));
    assertEquals(-1, pass(limiter, -1));
    CommandLimiter turned = limiter(LimitSettings.DEFAULT, ServoArm.layout(1, "N m", -2));
    assertEquals(0, pass(turned, -1), "a negative command pushes up here");
    arm.push(0, 0.5);
    out.set(0, -0.9);
    arm.step(out);
    assertTrue(arm.state().get(1) < -6, "the joint flies");
    assertEquals(0, pass(limiter, -1));
    assertEquals(Limit.VELOCITY.bit(), limiter.applied(0));
    assertEquals(1, pass(limiter, 1));
  }

  @Test
  void velocityServosAreHeldToVelocityAndAcceleration() {
    CommandLimiter limiter =
        limiter(settings(0.5, 20, Double.POSITIVE_INFINITY), ServoArm.layout(1, "rad/s", 1));
    assertEquals(20 * PERIOD, pass(limiter, 1), ROUNDING);
    assertEquals(Limit.VELOCITY.bit() | Limit.ACCELERATION.bit(), limiter.applied(0));
    pass(limiter, 1);
    assertEquals(0.5, pass(limiter, 1));
  }

  private static JointLimitSettings joint(String name, double step) {
    return new JointLimitSettings(
        name,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(step));
  }

  @Test
  void limitingAllocatesNothing() {
    CommandLimiter limiter = limiter(LimitSettings.DEFAULT);
    double[] sign = {1};
    long bytes =
        Allocation.bytes(
            1000,
            () -> {
              sign[0] = -sign[0];
              wanted.set(0, sign[0] * 0.9);
              limiter.limit(wanted, arm.state(), out);
            });
    assertEquals(0, bytes);
  }
}
