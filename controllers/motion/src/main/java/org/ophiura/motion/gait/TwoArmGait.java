package org.ophiura.motion.gait;

import java.util.List;
import org.ophiura.motion.cpg.CpgNetwork;
import org.ophiura.motion.cpg.CpgParameters;
import org.ophiura.motion.cpg.Oscillator;
import org.ophiura.motion.cpg.Plane;
import org.ophiura.sim.plugin.SettingException;

/**
 * Two arms that stroke together: in each arm the two planes run in anti-phase, the arms in phase.
 * There is one action: the gait runs open loop.
 *
 * <p>Source: notebook 000, as its text says. The biases of its code contradict each other around
 * the loop of four and are not used.
 */
public final class TwoArmGait implements GaitPlugin<TwoArmSettings> {

  /** Made by the service loader. */
  public TwoArmGait() {}

  @Override
  public String id() {
    return "two-arm";
  }

  @Override
  public String summary() {
    return "Two arms stroke together, open loop; there is one action.";
  }

  @Override
  public Class<TwoArmSettings> settings() {
    return TwoArmSettings.class;
  }

  @Override
  public GaitModulator create(TwoArmSettings settings, GaitContext context) {
    CpgNetwork network = context.network();
    List<Integer> arms = network.arms();
    if (arms.size() != 2) {
      throw new SettingException(
          "type", "two-arm needs oscillators for two arms, the network has arms " + arms);
    }
    CpgParameters parameters = new CpgParameters(network.size());
    parameters.setAngularFrequency(settings.angularFrequency());
    for (int i = 0; i < network.size(); i++) {
      Oscillator oscillator = network.oscillators().get(i);
      double limit =
          oscillator.plane() == Plane.IN_PLANE
              ? context.inPlaneLimitRadians()
              : context.outOfPlaneLimitRadians();
      parameters.setTarget(i, settings.jointLimitFraction() * limit, 0);
      for (int j = i + 1; j < network.size(); j++) {
        boolean samePlane = oscillator.plane() == network.oscillators().get(j).plane();
        if (network.weight(i, j) > 0 && !samePlane) {
          parameters.setCoupledBias(i, j, Math.PI);
        }
      }
    }
    return new PrecomputedGait(List.of(parameters), 0, 0);
  }
}
