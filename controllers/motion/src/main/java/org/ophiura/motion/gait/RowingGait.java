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
 * Rowing led by one arm: the leading arm is lifted and points ahead, the two arms on each side row,
 * left and right in anti-phase. Action k is "arm k leads", or trails where the gait is reversed.
 * With one oscillator per joint, a wave may travel along the rowing arms.
 *
 * <p>Source: notebook 001; without the leading arm's biases, the later tutorial of its authors.
 */
public final class RowingGait implements GaitPlugin<RowingSettings> {
  private static final int ARMS = CpgLayout.ARMS;
  private static final int FEWEST_ARMS = 3;

  /** Made by the service loader. */
  public RowingGait() {}

  @Override
  public String id() {
    return "rowing";
  }

  @Override
  public String summary() {
    return "Rowing led by one of five arms; the action is the leading arm.";
  }

  @Override
  public Class<RowingSettings> settings() {
    return RowingSettings.class;
  }

  @Override
  public GaitModulator create(RowingSettings settings, GaitContext context) {
    List<Integer> arms = context.network().arms();
    if (arms.size() < FEWEST_ARMS) {
      throw new SettingException(
          "type",
          "rowing needs oscillators for at least "
              + FEWEST_ARMS
              + " arms (one leads, one rows on each side), the network has arms "
              + arms
              + "; use the gait two-arm, or the layout ten-oscillator");
    }
    ArmWave wave = new ArmWave(settings.segmentLag(), settings.taper());
    wave.requireFits(context.network(), settings.jointLimitFraction());
    List<CpgParameters> actions = new ArrayList<>();
    for (int leader = 0; leader < ARMS; leader++) {
      actions.add(parameters(leader, settings, wave, context));
    }
    return new PrecomputedGait(actions, settings.warmUpTicks(), settings.coolDownTicks());
  }

  private static CpgParameters parameters(
      int leader, RowingSettings settings, ArmWave wave, GaitContext context) {
    CpgNetwork network = context.network();
    CpgParameters parameters = new CpgParameters(network.size());
    parameters.setAngularFrequency(settings.angularFrequency());
    double amplitude = settings.jointLimitFraction() * context.inPlaneLimitRadians();
    for (int i = 0; i < network.size(); i++) {
      Oscillator oscillator = network.oscillators().get(i);
      if (side(oscillator, leader) != 0) {
        parameters.setTarget(i, amplitude * wave.factor(oscillator), 0);
      } else {
        parameters.setTarget(i, 0, oscillator.plane() == Plane.OUT_OF_PLANE ? amplitude : 0);
      }
      for (int j = i + 1; j < network.size(); j++) {
        if (network.weight(i, j) > 0) {
          Oscillator other = network.oscillators().get(j);
          double bias = bias(oscillator, other, leader, settings) - wave.lag(oscillator, other);
          // A pattern that runs backwards in time has all phase differences negated.
          parameters.setCoupledBias(i, j, settings.reverse() ? -bias : bias);
        }
      }
    }
    return parameters;
  }

  private static double bias(Oscillator from, Oscillator to, int leader, RowingSettings settings) {
    int fromSide = side(from, leader);
    int toSide = side(to, leader);
    if (fromSide != 0 && toSide != 0) {
      return rowingPhase(to, toSide) - rowingPhase(from, fromSide);
    }
    if (!settings.leadingArmBiases() || fromSide == toSide) {
      return 0;
    }
    // Around the leading arm: in-plane +pi/4 to its right-hand (next) neighbour, -pi/4 to the
    // other; out-of-plane the other way round.
    double biasOfRowerToTheRight = from.plane() == Plane.IN_PLANE ? Math.PI / 4 : -Math.PI / 4;
    return fromSide == 0 ? toSide * biasOfRowerToTheRight : -fromSide * biasOfRowerToTheRight;
  }

  /** Where in the stroke a rower is: left in-plane 0, out-of-plane pi/2 after; right pi, pi/2. */
  private static double rowingPhase(Oscillator oscillator, int side) {
    if (oscillator.plane() == Plane.OUT_OF_PLANE) {
      return Math.PI / 2;
    }
    return side < 0 ? 0 : Math.PI;
  }

  /** -1 for the two arms before the leader (left rowers), +1 for the two after it, 0 for itself. */
  private static int side(Oscillator oscillator, int leader) {
    int ahead = Math.floorMod(oscillator.arm() - leader, ARMS);
    return ahead == 0 ? 0 : ahead <= ARMS / 2 ? 1 : -1;
  }
}
