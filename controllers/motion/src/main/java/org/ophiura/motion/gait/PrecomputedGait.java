package org.ophiura.motion.gait;

import java.util.ArrayList;
import java.util.List;
import org.ophiura.motion.cpg.CpgParameters;

/** A gait whose parameters depend on the action alone, so that they are worked out once. */
final class PrecomputedGait implements GaitModulator {
  private final CpgParameters[] actions;
  private final int warmUpTicks;
  private final int coolDownTicks;

  /**
   * Takes the parameters of all actions.
   *
   * @param actions one element per action. Copied.
   */
  PrecomputedGait(List<CpgParameters> actions, int warmUpTicks, int coolDownTicks) {
    List<CpgParameters> copies = new ArrayList<>();
    for (CpgParameters action : actions) {
      CpgParameters copy = new CpgParameters(action.size());
      copy.set(action);
      copies.add(copy);
    }
    this.actions = copies.toArray(CpgParameters[]::new);
    this.warmUpTicks = warmUpTicks;
    this.coolDownTicks = coolDownTicks;
  }

  @Override
  public int actionCount() {
    return actions.length;
  }

  @Override
  public void modulate(int action, CpgParameters out) {
    out.set(actions[action]);
  }

  @Override
  public DecisionSchedule schedule(int periodTicks) {
    return new DecisionSchedule(periodTicks, warmUpTicks, coolDownTicks);
  }
}
