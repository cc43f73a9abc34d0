package org.ophiura.app.problem;

import org.ophiura.app.trial.Interruption;
import org.ophiura.sim.environment.Environment;

/** Another environment, until somebody insists on a stop: then a step throws. */
final class Abandonable extends Forwarding {
  private final Interruption interruption;

  Abandonable(Environment environment, Interruption interruption) {
    super(environment);
    this.interruption = interruption;
  }

  /** The episode was left, with whatever was being learned from it. */
  static final class Abandonment extends RuntimeException {
    private static final long serialVersionUID = 1;

    private Abandonment() {
      super("the episode was left before it was over");
    }
  }

  /**
   * {@inheritDoc}
   *
   * @throws Abandonment instead, when somebody insists on a stop
   */
  @Override
  public void step(int action) {
    if (interruption.insisted()) {
      throw new Abandonment();
    }
    super.step(action);
  }
}
