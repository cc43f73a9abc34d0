package org.ophiura.sim.hardware.emulator;

/**
 * Horns without load: each goes to its goal exponentially, as fast as its motor can. Enough to test
 * wires with; the answer between two times does not depend on the steps in which it is asked for,
 * but for the moment at which the greatest velocity stops to matter.
 */
public final class FirstOrderBody implements RobotBody {
  private final Horn[] horns;
  private final double timeConstantSeconds;
  private final double greatestVelocity;
  private long now;

  /**
   * Makes horns at rest at 0.
   *
   * @param servos how many
   * @param timeConstantSeconds in which the distance to the goal shrinks to 37 %
   * @param greatestVelocity of each, rad/s
   */
  public FirstOrderBody(int servos, double timeConstantSeconds, double greatestVelocity) {
    this.timeConstantSeconds = timeConstantSeconds;
    this.greatestVelocity = greatestVelocity;
    horns = new Horn[servos];
    for (int i = 0; i < servos; i++) {
      horns[i] = new Horn();
    }
  }

  /** Horns with a time constant of 50 ms that turn at 57 rev/min at most, as an XL430's does. */
  public FirstOrderBody(int servos) {
    this(servos, 0.05, 6);
  }

  @Override
  public int size() {
    return horns.length;
  }

  @Override
  public ServoBody servo(int index) {
    return horns[index];
  }

  @Override
  public void advanceTo(long nanos) {
    double seconds = (nanos - now) * 1e-9;
    if (seconds > 0) {
      now = nanos;
      for (Horn horn : horns) {
        horn.advance(seconds);
      }
    }
  }

  private final class Horn implements ServoBody {
    private double position;
    private double velocity;
    private double goal;
    private boolean torque;
    private boolean jammed;

    private void advance(double seconds) {
      if (jammed || !torque) {
        velocity = 0;
        return;
      }
      double distance = (goal - position) * -Math.expm1(-seconds / timeConstantSeconds);
      double limit = greatestVelocity * seconds;
      double moved = Math.max(-limit, Math.min(limit, distance));
      position += moved;
      velocity = moved / seconds;
    }

    @Override
    public double position() {
      return position;
    }

    @Override
    public double velocity() {
      return velocity;
    }

    @Override
    public double effort() {
      double wanted = (goal - position) / (timeConstantSeconds * greatestVelocity);
      return torque ? Math.max(-1, Math.min(1, wanted)) : 0;
    }

    @Override
    public void drive(double newGoal, boolean newTorque) {
      goal = newGoal;
      torque = newTorque;
    }

    @Override
    public void jam(boolean newJammed) {
      jammed = newJammed;
    }
  }
}
