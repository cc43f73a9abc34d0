package org.ophiura.sim.hardware;

import java.util.ArrayList;
import java.util.List;
import org.ophiura.sim.hardware.emulator.RobotBody;
import org.ophiura.sim.hardware.emulator.ServoBody;

/** Horns that stay where a hand puts them. */
public final class HandMovedBody implements RobotBody {
  private final List<Horn> horns = new ArrayList<>();

  /** Makes horns at 0, the middle of their servos' turns. */
  public HandMovedBody(int servos) {
    for (int i = 0; i < servos; i++) {
      horns.add(new Horn());
    }
  }

  /** Puts a horn somewhere (rad of the servo). */
  public void move(int servo, double position) {
    horns.get(servo).position = position;
  }

  /** Lets a horn go to and fro between two readings (rad), or no more (0). */
  public void tremble(int servo, double width) {
    horns.get(servo).width = width;
  }

  /** Whether a servo holds its horn. */
  public boolean held(int servo) {
    return horns.get(servo).torque;
  }

  @Override
  public int size() {
    return horns.size();
  }

  @Override
  public ServoBody servo(int index) {
    return horns.get(index);
  }

  @Override
  public void advanceTo(long nanos) {}

  private static final class Horn implements ServoBody {
    private volatile double position;
    private volatile boolean torque;
    private double width;
    private boolean there;

    @Override
    public double position() {
      there = !there;
      return there ? position + width : position;
    }

    @Override
    public double velocity() {
      return 0;
    }

    @Override
    public double effort() {
      return 0;
    }

    @Override
    public void drive(double goal, boolean newTorque) {
      torque = newTorque;
    }

    @Override
    public void jam(boolean jammed) {}
  }
}
