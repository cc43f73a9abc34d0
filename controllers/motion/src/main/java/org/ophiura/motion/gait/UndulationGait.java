package org.ophiura.motion.gait;

import java.util.ArrayList;
import java.util.List;
import org.ophiura.motion.cpg.CpgLayout;
import org.ophiura.motion.cpg.CpgNetwork;
import org.ophiura.motion.cpg.CpgParameters;
import org.ophiura.motion.cpg.Oscillator;
import org.ophiura.motion.cpg.Plane;
import org.ophiura.sim.plugin.SettingException;

/**
 * Undulation led by one arm: it points ahead, and waves that travel from the disk to the tips of
 * the two arms opposite to it, and of the two beside it unless they rest, push the robot. Action k
 * is "arm k leads".
 *
 * <p>All these arms bend to the same side at the same time, so that those on one side of the robot
 * sweep backwards while those on the other sweep forwards. Out of the plane each segment runs a
 * quarter of a stroke behind or ahead, so that it is down while it sweeps backwards and up while it
 * sweeps forwards.
 *
 * <p>Source: none of the notebooks; the default numbers were found by a search in simulation.
 */
public final class UndulationGait implements GaitPlugin<UndulationSettings> {
  private static final int ARMS = CpgLayout.ARMS;
  private static final int FEWEST_ARMS = 3;

  /** Made by the service loader. */
  public UndulationGait() {}

  @Override
  public String id() {
    return "undulation";
  }

  @Override
  public String summary() {
    return "Waves along the arms behind the leading one push; the action is the leading arm.";
  }

  @Override
  public Class<UndulationSettings> settings() {
    return UndulationSettings.class;
  }

  @Override
  public GaitModulator create(UndulationSettings settings, GaitContext context) {
    CpgNetwork network = context.network();
    if (network.oscillators().stream().anyMatch(o -> o.segment() == Oscillator.WHOLE_ARM)) {
      throw new SettingException(
          "type",
          "undulation needs an oscillator for each joint, the network has one for each plane of an"
              + " arm; use the layout per-joint");
    }
    if (network.arms().size() < FEWEST_ARMS) {
      throw new SettingException(
          "type",
          "undulation needs at least "
              + FEWEST_ARMS
              + " arms (one leads, two push), the network has arms "
              + network.arms());
    }
    ArmWave wave = new ArmWave(settings.segmentLag(), settings.taper());
    wave.requireFits(
        network, Math.max(settings.jointLimitFraction(), settings.outOfPlaneFraction()));
    List<CpgParameters> actions = new ArrayList<>();
    for (int leader = 0; leader < ARMS; leader++) {
      actions.add(parameters(leader, settings, wave, context));
    }
    return new PrecomputedGait(actions, settings.warmUpTicks(), settings.coolDownTicks());
  }

  private static CpgParameters parameters(
      int leader, UndulationSettings settings, ArmWave wave, GaitContext context) {
    CpgNetwork network = context.network();
    CpgParameters parameters = new CpgParameters(network.size());
    parameters.setAngularFrequency(settings.angularFrequency());
    for (int i = 0; i < network.size(); i++) {
      Oscillator oscillator = network.oscillators().get(i);
      Role role = Role.of(oscillator, leader);
      boolean inPlane = oscillator.plane() == Plane.IN_PLANE;
      double limit = inPlane ? context.inPlaneLimitRadians() : context.outOfPlaneLimitRadians();
      parameters.setTarget(
          i,
          limit * role.amplitude(inPlane, settings) * wave.factor(oscillator),
          limit * role.offset(inPlane, settings));
      for (int j = i + 1; j < network.size(); j++) {
        if (network.weight(i, j) > 0) {
          Oscillator other = network.oscillators().get(j);
          double bias = strokePhase(other, leader) - strokePhase(oscillator, leader);
          parameters.setCoupledBias(i, j, bias - wave.lag(oscillator, other));
        }
      }
    }
    return parameters;
  }

  /** Where in the stroke an arm is; the arms after the leader sweep backwards by bending to +. */
  private static double strokePhase(Oscillator oscillator, int leader) {
    if (oscillator.plane() == Plane.IN_PLANE) {
      return 0;
    }
    return Role.of(oscillator, leader).side() > 0 ? -Math.PI / 2 : Math.PI / 2;
  }

  /**
   * What an arm does.
   *
   * @param pushes whether it is opposite to the leading arm
   * @param side 1 for the two arms after the leading one, -1 for those before it, 0 for itself
   */
  private record Role(boolean pushes, int side) {
    static Role of(Oscillator oscillator, int leader) {
      int ahead = Math.floorMod(oscillator.arm() - leader, ARMS);
      return new Role(ahead == 2 || ahead == 3, ahead == 0 ? 0 : ahead <= ARMS / 2 ? 1 : -1);
    }

    private boolean leads() {
      return side == 0;
    }

    /** As a fraction of the joint limit. */
    double amplitude(boolean inPlane, UndulationSettings settings) {
      boolean joins = settings.sideArms() == UndulationSettings.SideArms.PUSH;
      if (leads() || (!pushes && !joins)) {
        return 0;
      }
      return inPlane ? settings.jointLimitFraction() : settings.outOfPlaneFraction();
    }

    /** As a fraction of the joint limit; bending backwards is + after the leader, - before it. */
    double offset(boolean inPlane, UndulationSettings settings) {
      if (!inPlane) {
        return leads() ? settings.lift() : 0;
      }
      if (pushes) {
        return side * -settings.spread();
      }
      boolean rests = settings.sideArms() == UndulationSettings.SideArms.REST;
      return rests ? side * settings.sideArmBend() : 0;
    }
  }
}
