package org.ophiura.sim.hardware.source;

import java.util.random.RandomGenerator;
import org.ophiura.sim.CycleStatus;
import org.ophiura.sim.JointCommand;
import org.ophiura.sim.ResetSpec;

/**
 * Any source, with a simulation beside it that gets the same commands and has no say in anything:
 * it is there to be compared with the robot.
 */
public final class ShadowedSource implements StateSource {
  private final StateSource source;
  private final SimulatedSource shadow;

  /** Takes over both: closing this closes them. */
  public ShadowedSource(StateSource source, SimulatedSource shadow) {
    this.source = source;
    this.shadow = shadow;
  }

  @Override
  public CycleStatus read(double[] state) {
    return source.read(state);
  }

  @Override
  public boolean isKnown() {
    return source.isKnown();
  }

  @Override
  public void reset(ResetSpec spec, RandomGenerator random) {
    source.reset(spec, random);
    shadow.reset(spec, random);
  }

  @Override
  public void commanded(JointCommand command) {
    source.commanded(command);
    shadow.commanded(command);
  }

  @Override
  public void placeTarget(double x, double y, double z) {
    source.placeTarget(x, y, z);
  }

  @Override
  public void close() {
    source.close();
    shadow.close();
  }
}
