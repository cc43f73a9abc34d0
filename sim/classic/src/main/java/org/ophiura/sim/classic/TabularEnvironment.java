package org.ophiura.sim.classic;

import java.util.random.RandomGenerator;
import org.ophiura.sim.environment.Environment;
import org.ophiura.sim.environment.EpisodeClock;
import org.ophiura.sim.environment.Pictured;
import org.ophiura.sim.environment.Spaces;
import org.ophiura.sim.environment.TransitionModel;
import org.ophiura.sim.environment.TransitionModel.Transition;

/** A problem that is nothing but its model and its look. */
public final class TabularEnvironment implements Environment, Pictured {
  private static final double STEPS_PER_SECOND = 4;

  private static final RandomGenerator NONE =
      () -> {
        throw new IllegalStateException("no episode was begun: call reset first");
      };

  private final TransitionModel model;
  private final Spaces spaces;
  private final Look look;
  private final EpisodeClock clock;

  private RandomGenerator random = NONE;
  private int state;
  private double reward;
  private boolean terminated;

  /**
   * Puts a model to work.
   *
   * @param stepLimit steps after which an episode is truncated; 0 for no limit
   */
  public TabularEnvironment(TransitionModel model, Spaces spaces, Look look, int stepLimit) {
    this.model = model;
    this.look = look;
    this.spaces = spaces;
    clock = new EpisodeClock(stepLimit, model.actionCount());
  }

  @Override
  public Spaces spaces() {
    return spaces;
  }

  @Override
  public void reset(RandomGenerator random) {
    this.random = random;
    state = model.drawStart(random);
    reward = 0;
    terminated = false;
    clock.begin();
  }

  @Override
  public void step(int action) {
    clock.check(action);
    Transition outcome = model.draw(state, action, random);
    state = outcome.next();
    reward = outcome.reward();
    terminated = outcome.terminated();
    clock.count(terminated);
  }

  @Override
  public String text() {
    return look.text(state);
  }

  @Override
  public int pictureWidth() {
    return look.width();
  }

  @Override
  public int pictureHeight() {
    return look.height();
  }

  @Override
  public double stepsPerSecond() {
    return STEPS_PER_SECOND;
  }

  @Override
  public void picture(int[] rgb) {
    new Painting(look.width(), look.height()).paint(graphics -> look.paint(state, graphics), rgb);
  }

  @Override
  public void observe(double[] out) {
    out[0] = state;
  }

  @Override
  public int state() {
    return state;
  }

  @Override
  public double reward() {
    return reward;
  }

  @Override
  public boolean terminated() {
    return terminated;
  }

  /** In these problems a reward above 0 comes with the aim, and only there. */
  @Override
  public boolean succeeded() {
    return terminated && reward > 0;
  }

  @Override
  public boolean truncated() {
    return clock.truncated();
  }
}
