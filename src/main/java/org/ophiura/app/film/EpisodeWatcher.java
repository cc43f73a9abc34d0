package org.ophiura.app.film;

import java.util.Optional;
import org.ophiura.app.controller.VisibleMotion;
import org.ophiura.app.results.UserException;
import org.ophiura.app.trial.EpisodeListener;
import org.ophiura.app.trial.Rig;
import org.ophiura.sim.JointCommand;
import org.ophiura.sim.PlantState;
import org.ophiura.sim.mujoco.SimulatedPlant;
import org.ophiura.sim.mujoco.draw.Renderer;

/**
 * Follows an episode and draws the moments that it is asked for. Frame {@code k} is at {@code first
 * + k * interval} of the simulation; what lies between two control steps is interpolated.
 */
final class EpisodeWatcher implements EpisodeListener {
  /** Of a control step: a frame that is due with the step must not come one later by rounding. */
  private static final double ROUNDING = 1e-9;

  private final Renderer renderer;
  private final SimulatedPlant plant;
  private final Optional<VisibleMotion> motion;
  private final double periodSeconds;
  private final double firstSeconds;
  private final double intervalSeconds;
  private final Runnable drawn;
  private long frames;
  private long steps;

  /**
   * Prepares for an episode.
   *
   * @param intervalSeconds infinite for a single frame
   * @param drawn is told of each picture while it can be read from the renderer
   */
  EpisodeWatcher(
      Rig rig, Renderer renderer, double firstSeconds, double intervalSeconds, Runnable drawn) {
    if (!(rig.plant().innermost() instanceof SimulatedPlant simulated)) {
      throw new UserException(
          "only robots that MuJoCo simulates can be drawn; use a plant of type mujoco or servos");
    }
    plant = simulated;
    this.renderer = renderer;
    motion =
        rig.controller() instanceof VisibleMotion visible ? Optional.of(visible) : Optional.empty();
    periodSeconds = plant.controlPeriodSeconds();
    this.firstSeconds = firstSeconds;
    this.intervalSeconds = intervalSeconds;
    this.drawn = drawn;
  }

  @Override
  public void began(PlantState state) {
    renderer.begin(plant);
    draw(Renderer.NO_ARM); // Nothing has been decided yet.
  }

  @Override
  public void stepped(PlantState state, JointCommand command, double reward) {
    steps++;
    renderer.observe(plant);
    draw(motion.map(VisibleMotion::leadingArm).orElse(Renderer.NO_ARM));
  }

  private void draw(int leadingArm) {
    while (true) {
      double at = nextSeconds() / periodSeconds;
      if (!(at <= steps + ROUNDING)) {
        return;
      }
      renderer.draw(Math.max(0, Math.min(1, at - (steps - 1))), leadingArm);
      drawn.run();
      frames++;
    }
  }

  private double nextSeconds() {
    return frames == 0 ? firstSeconds : firstSeconds + frames * intervalSeconds;
  }

  /** Frames that were drawn. */
  long frames() {
    return frames;
  }
}
