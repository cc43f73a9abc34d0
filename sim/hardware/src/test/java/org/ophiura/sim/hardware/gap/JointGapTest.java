package org.ophiura.sim.hardware.gap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class JointGapTest {
  private static final int TICKS = 1500;
  private static final double PERIOD = KnownJoint.PERIOD;

  /** What issue 6 asks of a fit, and what rounding to 4096 ticks leaves room for. */
  private static final double TENTH = 0.1;

  /** Two of the smallest steps that the servo's position can make. */
  private static final double TWO_STEPS = 2 * KnownJoint.RESOLUTION;

  private static JointGap gap(Stretch... stretches) {
    return JointGap.all(new MotionLog(List.of("joint"), PERIOD, List.of(stretches))).get(0);
  }

  private static JointGap gap(KnownJoint joint) {
    return gap(joint.follow(KnownJoint::gait, TICKS));
  }

  private static Stretch rows(DoubleUnaryOperator command, DoubleUnaryOperator position) {
    double[] rows = new double[TICKS * Stretch.width(1)];
    for (int tick = 0; tick < TICKS; tick++) {
      int row = tick * Stretch.width(1);
      rows[row + Stretch.index(0, Stretch.COMMAND)] = command.applyAsDouble(tick * PERIOD);
      rows[row + Stretch.index(0, Stretch.POSITION)] = position.applyAsDouble(tick * PERIOD);
      rows[row + Stretch.index(0, Stretch.VELOCITY)] = Double.NaN;
      rows[row + Stretch.index(0, Stretch.LOAD)] = Double.NaN;
    }
    return new Stretch(1, rows);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 1.5, 2.4, 7.9})
  void delayIsFoundToAPartOfATick(double ticks) {
    Following following =
        gap(rows(KnownJoint::gait, t -> 0.8 * KnownJoint.gait(t - ticks * PERIOD) + 0.05))
            .following()
            .orElseThrow();
    // A parabola is not a correlation, but near its peak it is close.
    assertEquals(ticks, following.delayTicks(), 0.02);
    assertEquals(0.8, following.gain(), 0.002);
    assertEquals(0.05, following.offsetRadians(), 1e-3);
    // Half a tick beside the peak, the gait has changed a little.
    assertEquals(1, following.correlation(), 3e-3);
  }

  @Test
  void delayOfAFastGaitIsTheFirstOfThosePossible() {
    // At 3 Hz a delay of 2 ticks looks like one of 18.7 ticks.
    DoubleUnaryOperator fast = t -> 0.2 * Math.sin(2 * Math.PI * 3 * t);
    Following following =
        gap(rows(fast, t -> fast.applyAsDouble(t - 2 * PERIOD))).following().orElseThrow();
    assertEquals(2, following.delayTicks(), 0.02);
  }

  @Test
  void errorIsAgainstTheCommandInForceWhenItWasMeasured() {
    JointGap gap = gap(rows(KnownJoint::gait, t -> KnownJoint.gait(t - PERIOD) + 0.01));
    assertEquals(0.01, gap.tracking().rmsRadians(), 1e-12);
    assertEquals(0.01, gap.tracking().greatestRadians(), 1e-12);
    assertEquals(TICKS - 1, gap.tracking().samples());
  }

  @Test
  void stillJointHasAnErrorButNothingElse() {
    JointGap gap = gap(rows(t -> 0.1, t -> 0.1 - KnownJoint.RESOLUTION));
    assertEquals(KnownJoint.RESOLUTION, gap.tracking().rmsRadians(), 1e-12);
    assertEquals(Optional.empty(), gap.following());
    assertEquals(Optional.empty(), gap.play());
    assertEquals(Optional.empty(), gap.friction());
  }

  @Test
  void noMeasurementIsNoError() {
    JointGap gap = gap(rows(KnownJoint::gait, t -> Double.NaN));
    assertEquals(0, gap.tracking().samples());
    assertTrue(Double.isNaN(gap.tracking().rmsRadians()));
    assertEquals(Optional.empty(), gap.following());
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.01, 0.04, 0.1})
  void backlashIsFoundFromTheLoad(double play) {
    Play found = gap(KnownJoint.swift().withPlay(play)).play().orElseThrow();
    assertTrue(found.fromLoad());
    assertEquals(play, found.backlashRadians(), TWO_STEPS);
    assertEquals(4, found.stiffness(), TENTH * 4);
  }

  @Test
  void backlashIsToldFromFrictionByTheLoad() {
    KnownJoint joint = KnownJoint.swift().withFriction(0.12, 0.1).withPlay(0.04);
    Play found = gap(joint).play().orElseThrow();
    assertEquals(0.04, found.backlashRadians(), TWO_STEPS);
    Play blind = gap(joint.withoutLoad()).play().orElseThrow();
    assertFalse(blind.fromLoad());
    // Friction holds the joint until the spring is stretched by it, to either side.
    assertEquals(0.04 + 2 * 0.12 / 4, blind.backlashRadians(), 0.02);
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "0.013, 1", "0.05, 3", "0.061, 4"})
  void deadTimeIsToldFromTheLagOfMassAndFriction(double seconds, int ticks) {
    JointGap gap = gap(KnownJoint.swift().withDeadSeconds(seconds));
    assertEquals(ticks, gap.play().orElseThrow().commandAgeTicks());
    // Viscous friction over stiffness is 0.05 s for a slow motion.
    double delay = gap.following().orElseThrow().delayTicks() * PERIOD;
    assertEquals(seconds + 0.05, delay, 0.75 * PERIOD);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.05, 0.15})
  void frictionIsFoundFromTheLoad(double coulomb) {
    Friction friction =
        gap(KnownJoint.swift().withFriction(coulomb, 0.15)).friction().orElseThrow();
    assertEquals(coulomb, friction.coulomb(), 0.01);
    assertEquals(0.15, friction.viscous(), TENTH * 0.15);
    assertEquals(0.01, friction.inertia(), TENTH * 0.01);
    assertTrue(friction.coulombError() < 0.005, "error " + friction.coulombError());
  }

  @Test
  void frictionIsUnknownWithoutTheLoad() {
    assertEquals(Optional.empty(), gap(KnownJoint.swift().withoutLoad()).friction());
  }

  @Test
  void stretchesAreNotJoined() {
    // Between the stretches the robot was elsewhere: as one, they would show a jump.
    Stretch all = KnownJoint.swift().withDeadSeconds(0.03).follow(KnownJoint::gait, TICKS);
    JointGap whole = gap(all);
    JointGap parts = gap(all.part(700, TICKS), all.part(0, 700));
    assertEquals(
        whole.following().orElseThrow().delayTicks(),
        parts.following().orElseThrow().delayTicks(),
        0.05);
    assertEquals(whole.tracking().samples() - 1, parts.tracking().samples());
  }
}
