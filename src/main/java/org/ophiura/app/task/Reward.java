package org.ophiura.app.task;

import org.ophiura.sim.plugin.Setting;
import org.ophiura.sim.plugin.Settings;
import org.ophiura.sim.plugin.Variant;

/** What the way to a target is worth. Each waypoint that is reached counts as a target. */
public sealed interface Reward {

  /**
   * Reward of a control step.
   *
   * @param progressMetres by how much the distance to the target has decreased
   * @param reached whether the step has reached the target
   */
  double ofStep(double progressMetres, boolean reached);

  /** Reward, at most 0, of each decision whatever comes of it. */
  default double ofDecision() {
    return 0;
  }

  /** Nothing but the progress. */
  @Variant("By how many metres the distance to the target has decreased.")
  record Progress() implements Reward {
    @Override
    public double ofStep(double progressMetres, boolean reached) {
      return progressMetres;
    }
  }

  /** Nothing but reaching the target. */
  @Variant(
      "Only for reaching the target (each waypoint); every decision that does not has a small cost.")
  record Sparse(
      @Setting(
              value =
                  "Reward of reaching the target. Default of the later tutorial of the reference"
                      + " model's authors.",
              defaultValue = "20",
              min = 0,
              max = 1e6)
          double reached,
      @Setting(
              value =
                  "Cost of each decision; the one that reaches the target costs nothing. Default of"
                      + " the later tutorial.",
              defaultValue = "0.001",
              min = 0,
              max = 1e6)
          double decisionCost)
      implements Reward {
    /** Checks the limits. */
    public Sparse {
      Settings.check(Sparse.class, reached, decisionCost);
    }

    @Override
    public double ofStep(double progressMetres, boolean nowReached) {
      return nowReached ? reached + decisionCost : 0;
    }

    @Override
    public double ofDecision() {
      return -decisionCost;
    }
  }

  /** Progress and reaching the target. */
  @Variant(
      "For reaching the target (each waypoint), and otherwise for the progress, less a small cost of"
          + " every decision.")
  record Rich(
      @Setting(
              value =
                  "Reward of the control step that reaches the target, instead of its progress."
                      + " Default of the later tutorial of the reference model's authors.",
              defaultValue = "20",
              min = 0,
              max = 1e6)
          double reached,
      @Setting(
              value = "Reward of a metre of progress. Default of the later tutorial.",
              unit = "1/m",
              defaultValue = "2",
              min = 0,
              max = 1e6)
          double progressFactor,
      @Setting(
              value =
                  "Cost of each decision; the one that reaches the target costs nothing. Default of"
                      + " the later tutorial.",
              defaultValue = "0.001",
              min = 0,
              max = 1e6)
          double decisionCost)
      implements Reward {
    /** Checks the limits. */
    public Rich {
      Settings.check(Rich.class, reached, progressFactor, decisionCost);
    }

    @Override
    public double ofStep(double progressMetres, boolean nowReached) {
      return nowReached ? reached + decisionCost : progressFactor * progressMetres;
    }

    @Override
    public double ofDecision() {
      return -decisionCost;
    }
  }
}
