package org.ophiura.sim.classic.cartpole;

import java.util.List;
import java.util.random.RandomGenerator;
import org.ophiura.sim.classic.Painting;
import org.ophiura.sim.environment.Environment;
import org.ophiura.sim.environment.EpisodeClock;
import org.ophiura.sim.environment.Pictured;
import org.ophiura.sim.environment.Space;
import org.ophiura.sim.environment.Space.Box.Dimension;
import org.ophiura.sim.environment.Spaces;

/**
 * CartPole: keep a pole upright by pushing its cart to the left or to the right. Reward 1 for each
 * step. Source: Barto, Sutton and Anderson 1983, with the constants and the corrected equations of
 * Gymnasium 1.4.0, CartPole-v1; unlike there, numbers are doubles throughout.
 */
public final class CartPole implements Environment, Pictured {
  /** Steps after which an episode is truncated. Source: Gymnasium's CartPole-v1. */
  public static final int STEP_LIMIT = 500;

  private static final double GRAVITY = 9.8; // m/s^2
  private static final double POLE_MASS = 0.1; // kg
  private static final double TOTAL_MASS = 1.0 + POLE_MASS; // kg
  private static final double HALF_LENGTH = 0.5; // m
  private static final double FORCE = 10.0; // N
  private static final double PERIOD = 0.02; // s
  private static final double POSITION_LIMIT = 2.4; // m
  private static final double ANGLE_LIMIT = Math.toRadians(12); // rad
  private static final double START_LIMIT = 0.05;

  private static final Spaces SPACES =
      new Spaces(
          new Space.Box(
              List.of(
                  new Dimension("position", "m", -2 * POSITION_LIMIT, 2 * POSITION_LIMIT),
                  unbounded("velocity", "m/s"),
                  new Dimension("angle", "rad", -2 * ANGLE_LIMIT, 2 * ANGLE_LIMIT),
                  unbounded("angular velocity", "rad/s"))),
          new Space.Discrete(List.of("left", "right")));

  /** How velocities become positions. */
  public enum Integrator {
    /** From the velocities before the step. */
    EULER,
    /** From the velocities after the step. */
    SEMI_IMPLICIT_EULER
  }

  private final Integrator integrator;
  private final EpisodeClock clock;

  private double position;
  private double velocity;
  private double angle;
  private double angularVelocity;
  private double reward;
  private boolean terminated;

  /**
   * Makes a cart.
   *
   * @param stepLimit steps after which an episode is truncated; 0 for no limit
   */
  public CartPole(Integrator integrator, int stepLimit) {
    this.integrator = integrator;
    clock = new EpisodeClock(stepLimit, SPACES.actions().count());
  }

  private static Dimension unbounded(String name, String unit) {
    return new Dimension(name, unit, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
  }

  @Override
  public Spaces spaces() {
    return SPACES;
  }

  @Override
  public void reset(RandomGenerator random) {
    begin(
        random.nextDouble(-START_LIMIT, START_LIMIT),
        random.nextDouble(-START_LIMIT, START_LIMIT),
        random.nextDouble(-START_LIMIT, START_LIMIT),
        random.nextDouble(-START_LIMIT, START_LIMIT));
  }

  /**
   * Begins an episode in a state of one's own.
   *
   * @param position of the cart, m
   * @param velocity of the cart, m/s
   * @param angle of the pole from upright, rad
   * @param angularVelocity of the pole, rad/s
   */
  public void begin(double position, double velocity, double angle, double angularVelocity) {
    this.position = position;
    this.velocity = velocity;
    this.angle = angle;
    this.angularVelocity = angularVelocity;
    reward = 0;
    terminated = false;
    clock.begin();
  }

  @Override
  public void step(int action) {
    clock.check(action);
    double cos = Math.cos(angle);
    double sin = Math.sin(angle);
    double force = action == 1 ? FORCE : -FORCE;
    double poleMoment = POLE_MASS * HALF_LENGTH;
    double push = (force + poleMoment * angularVelocity * angularVelocity * sin) / TOTAL_MASS;
    double angularAcceleration =
        (GRAVITY * sin - cos * push)
            / (HALF_LENGTH * (4.0 / 3 - POLE_MASS * cos * cos / TOTAL_MASS));
    double acceleration = push - poleMoment * angularAcceleration * cos / TOTAL_MASS;
    double velocityBefore = velocity;
    double angularVelocityBefore = angularVelocity;
    velocity += PERIOD * acceleration;
    angularVelocity += PERIOD * angularAcceleration;
    boolean after = integrator == Integrator.SEMI_IMPLICIT_EULER;
    position += PERIOD * (after ? velocity : velocityBefore);
    angle += PERIOD * (after ? angularVelocity : angularVelocityBefore);
    terminated = Math.abs(position) > POSITION_LIMIT || Math.abs(angle) > ANGLE_LIMIT;
    reward = 1;
    clock.count(terminated);
  }

  @Override
  public void observe(double[] out) {
    out[0] = position;
    out[1] = velocity;
    out[2] = angle;
    out[3] = angularVelocity;
  }

  @Override
  public int state() {
    throw new UnsupportedOperationException(
        "CartPole's observations are vectors; read them with observe");
  }

  @Override
  public String text() {
    return CartPoleLook.text(position, angle, POSITION_LIMIT);
  }

  @Override
  public int pictureWidth() {
    return CartPoleLook.WIDTH;
  }

  @Override
  public int pictureHeight() {
    return CartPoleLook.HEIGHT;
  }

  @Override
  public double stepsPerSecond() {
    return 1 / PERIOD;
  }

  @Override
  public void picture(int[] rgb) {
    new Painting(CartPoleLook.WIDTH, CartPoleLook.HEIGHT)
        .paint(
            graphics ->
                CartPoleLook.paint(graphics, position, angle, POSITION_LIMIT, 2 * HALF_LENGTH),
            rgb);
  }

  @Override
  public double secondsPerStep() {
    return PERIOD;
  }

  @Override
  public double reward() {
    return reward;
  }

  @Override
  public boolean terminated() {
    return terminated;
  }

  @Override
  public boolean truncated() {
    return clock.truncated();
  }
}
