package org.ophiura.sim.classic.gymnasium;

import java.util.random.RandomGenerator;
import org.ophiura.sim.environment.Environment;
import org.ophiura.sim.environment.EpisodeClock;
import org.ophiura.sim.environment.Pictured;
import org.ophiura.sim.environment.Space;
import org.ophiura.sim.environment.Spaces;

/** One environment in a Python process of its own. */
final class GymnasiumEnvironment implements Environment, Pictured {
  private static final double STEPS_PER_SECOND = 30;

  private final GymnasiumProcess process;
  private final EpisodeClock clock;
  private final int[] action = new int[1];
  private final double[] number = new double[1];
  private int[] picture = new int[0];
  private boolean begun;

  /**
   * Takes over the process: closing the environment closes it.
   *
   * @param process with one environment
   * @param stepLimit steps after which an episode is truncated besides; 0 for no such limit
   */
  GymnasiumEnvironment(GymnasiumProcess process, int stepLimit) {
    this.process = process;
    clock = new EpisodeClock(stepLimit, process.spaces().actions().count());
  }

  @Override
  public Spaces spaces() {
    return process.spaces();
  }

  @Override
  public void reset(RandomGenerator random) {
    process.reset(0, random);
    clock.begin();
    begun = true;
  }

  @Override
  public void step(int chosen) {
    clock.check(chosen);
    action[0] = chosen;
    process.step(action);
    clock.count(process.terminated(0) || process.truncated(0));
  }

  @Override
  public void observe(double[] out) {
    process.observe(0, out);
  }

  @Override
  public int state() {
    if (!(spaces().observation() instanceof Space.Discrete)) {
      throw new UnsupportedOperationException(
          "these observations are vectors; read them with observe");
    }
    process.observe(0, number);
    return (int) number[0];
  }

  @Override
  public double reward() {
    return process.reward(0);
  }

  @Override
  public boolean terminated() {
    return process.terminated(0);
  }

  @Override
  public boolean truncated() {
    return process.truncated(0) || clock.truncated();
  }

  /** Looks once, for only then the size is known. */
  private void see() {
    if (picture.length == 0) {
      if (!begun) {
        process.reset(0, () -> 0);
      }
      picture = process.picture(0);
    }
  }

  @Override
  public int pictureWidth() {
    see();
    return picture[1] / 2 * 2;
  }

  @Override
  public int pictureHeight() {
    see();
    return picture[0] / 2 * 2;
  }

  @Override
  public double stepsPerSecond() {
    return STEPS_PER_SECOND;
  }

  @Override
  public void picture(int[] rgb) {
    picture = process.picture(0);
    int width = pictureWidth();
    for (int row = 0; row < pictureHeight(); row++) {
      System.arraycopy(picture, 2 + row * picture[1], rgb, row * width, width);
    }
  }

  @Override
  public void close() {
    process.close();
  }
}
