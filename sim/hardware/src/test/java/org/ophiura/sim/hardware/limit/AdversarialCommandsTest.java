package org.ophiura.sim.hardware.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.ophiura.sim.JointCommand;
import org.ophiura.sim.hardware.ServoArm;
import org.ophiura.sim.hardware.limit.CommandLimiter.Verdict;

/**
 * The figure: of 1,000,000 commands made to break limits, none that passes breaks one. What
 * passes is judged here from the numbers alone, by the definitions of velocity and acceleration.
 */
final class AdversarialCommandsTest {
  private static final long SEED = 20_261_125;
  private static final int COMMANDS = 1_000_000;
  private static final int JOINTS = 4;
  private static final double PERIOD = ServoArm.PERIOD_SECONDS;
  private static final double EFFORT = 5;

  /** Differences of targets of up to 1 rad, in double precision; divided by a period below. */
  private static final double ROUNDING = 1e-15;

  private static final double[] VELOCITIES = {6, 1.5, 6, 6};
  private static final double[] ACCELERATIONS = {100, 40, 7, 100};
  private static final double[] STEPS = {1, 1, 1, 0.004};

  private final SplittableRandom random = new SplittableRandom(SEED);
  private final ServoArm arm = new ServoArm(JOINTS);
  private final double[] base = new double[JOINTS];
  private final double[] slope = new double[JOINTS];

  private static LimitSettings settings() {
    return new LimitSettings(
        VELOCITIES[0],
        ACCELERATIONS[0],
        Optional.of(EFFORT),
        Optional.empty(),
        List.of(
            joint(1, Optional.of(VELOCITIES[1]), Optional.of(ACCELERATIONS[1]), Optional.empty()),
            joint(2, Optional.empty(), Optional.of(ACCELERATIONS[2]), Optional.empty()),
            joint(3, Optional.empty(), Optional.empty(), Optional.of(STEPS[3]))));
  }

  private static JointLimitSettings joint(
      int joint, Optional<Double> velocity, Optional<Double> acceleration, Optional<Double> step) {
    return new JointLimitSettings(
        "joint-" + joint,
        Optional.empty(),
        Optional.empty(),
        velocity,
        acceleration,
        Optional.empty(),
        step);
  }

  @Test
  void noneOfAMillionHostileCommandsBreaksALimit() {
    CommandLimiter limiter = new CommandLimiter(Limits.of(settings(), arm.layout()), PERIOD);
    JointCommand wanted = new JointCommand(JOINTS);
    JointCommand passed = new JointCommand(JOINTS);
    double[] before = new double[JOINTS];
    double[] velocity = new double[JOINTS];
    limiter.start(arm.state());
    int passes = 0;
    int refused = 0;
    int overloads = 0;
    for (int tick = 0; tick < COMMANDS; tick++) {
      disturb(tick);
      hostile(wanted, tick);
      Verdict verdict = limiter.limit(wanted, arm.state(), passed);
      if (verdict == Verdict.PASSED) {
        passes++;
        for (int i = 0; i < JOINTS; i++) {
          check(i, passed.get(i), before, velocity, tick);
        }
        arm.step(passed);
      } else if (verdict == Verdict.NOT_FINITE) {
        refused++;
        assertTrue(!wanted.isFinite());
      } else {
        assertEquals(Verdict.OVERLOADED, verdict);
        overloads++;
        limiter.start(arm.state());
        for (int i = 0; i < JOINTS; i++) {
          before[i] = arm.state().get(i);
          velocity[i] = 0;
        }
      }
    }
    assertTrue(passes > COMMANDS / 2, passes + " passed");
    assertTrue(refused > COMMANDS / 100, refused + " were not finite");
    assertTrue(overloads > 100, overloads + " joints were pushed away");
  }

  private void check(int i, double target, double[] before, double[] velocity, int tick) {
    double move = target - before[i];
    double now = move / PERIOD;
    double acceleration = (now - velocity[i]) / PERIOD;
    double torque = ServoArm.STIFFNESS * (target - arm.state().get(i));
    within("position", target, ServoArm.RANGE, i, tick);
    within("velocity", now, VELOCITIES[i] + ROUNDING / PERIOD, i, tick);
    within(
        "acceleration", acceleration, ACCELERATIONS[i] + 4 * ROUNDING / (PERIOD * PERIOD), i, tick);
    within("torque", torque, EFFORT + STIFF_ROUNDING, i, tick);
    within("step", move, STEPS[i] + ROUNDING, i, tick);
    before[i] = target;
    velocity[i] = now;
  }

  private static void within(String what, double value, double limit, int joint, int tick) {
    assertTrue(
        Math.abs(value) <= limit,
        () ->
            "%s of joint %d is %s, more than %s, at tick %d (seed %d)"
                .formatted(what, joint, value, limit, tick, SEED));
  }

  private static final double STIFF_ROUNDING = ServoArm.STIFFNESS * ROUNDING;

  /** Hands push joints now and then, seldom far. */
  private void disturb(int tick) {
    if (tick % 50 == 0) {
      int joint = random.nextInt(JOINTS);
      double push = random.nextInt(40) == 0 ? 0.6 : 0.02;
      double position = arm.state().get(joint) + random.nextDouble(-push, push);
      arm.push(joint, Math.max(-ServoArm.RANGE, Math.min(ServoArm.RANGE, position)));
    }
  }

  private void hostile(JointCommand out, int tick) {
    for (int i = 0; i < JOINTS; i++) {
      if (tick % 200 == 0) {
        base[i] = random.nextDouble(-1.5, 1.5);
        slope[i] = random.nextDouble(-30, 30);
      }
      out.set(i, value(random, random.nextInt(200), base[i] + slope[i] * (tick % 200) * PERIOD));
    }
  }

  private static double value(RandomGenerator random, int kind, double ramp) {
    return switch (kind) {
      case 0 -> random.nextBoolean() ? Double.NaN : Double.NEGATIVE_INFINITY;
      case 1 -> random.nextBoolean() ? Double.POSITIVE_INFINITY : -Double.NaN;
      case 2 -> random.nextBoolean() ? Double.MAX_VALUE : -Double.MAX_VALUE;
      case 3 -> random.nextBoolean() ? Double.MIN_VALUE : -0.0;
      case 4, 5, 6 -> random.nextDouble(-3, 3);
      case 7 -> random.nextDouble(-1e-9, 1e-9);
      default -> ramp;
    };
  }
}
