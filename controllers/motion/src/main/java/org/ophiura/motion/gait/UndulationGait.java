package org.ophiura.motion.gait;

import java.util.ArrayList;
import java.util.List;
import org.ophiura.motion.cpg.CpgLayout;
import org.ophiura.motion.cpg.CpgNetwork;
import org.ophiura.motion.cpg.CpgParameters;
import org.ophiura.motion.cpg.Oscillator;
import org.ophiura.motion.cpg.Plane;

/** Undulation. */
public final class UndulationGait implements GaitPlugin<UndulationSettings> {
  private static final int ARMS = CpgLayout.ARMS;

  /** Made by the service loader. */
  public UndulationGait() {}

  @Override
  public String id() {
    return "undulation";
  }

  @Override
  public String summary() {
    return "Waves along the arms opposite to the leading one; the action is the leading arm.";
  }

  @Override
  public Class<UndulationSettings> settings() {
    return UndulationSettings.class;
  }

  @Override
  public GaitModulator create(UndulationSettings settings, GaitContext context) {
    List<CpgParameters> actions = new ArrayList<>();
    ArmWave wave = new ArmWave(settings.segmentLag(), settings.taper());
    for (int leader = 0; leader < ARMS; leader++) {
      actions.add(parameters(leader, settings, wave, context));
    }
    return new PrecomputedGait(actions, settings.warmUpTicks(), settings.coolDownTicks());
  }

  private static CpgParameters parameters(
      int leader, UndulationSettings s, ArmWave wave, GaitContext context) {
    CpgNetwork network = context.network();
    CpgParameters parameters = new CpgParameters(network.size());
    parameters.setAngularFrequency(s.angularFrequency());
    for (int i = 0; i < network.size(); i++) {
      Oscillator o = network.oscillators().get(i);
      boolean inPlane = o.plane() == Plane.IN_PLANE;
      double limit = inPlane ? context.inPlaneLimitRadians() : context.outOfPlaneLimitRadians();
      int ahead = Math.floorMod(o.arm() - leader, ARMS);
      boolean pusher = ahead == 2 || ahead == 3;
      int side = ahead == 0 ? 0 : ahead <= 2 ? 1 : -1;
      boolean moves = pusher || (ahead != 0 && s.sideArms());
      double amplitude = moves ? limit * (inPlane ? s.jointLimitFraction() : s.roll()) : 0;
      double offset;
      if (inPlane) {
        // The arm on the left (+1) bends backwards by bending to its left.
        offset = side * limit * (pusher ? s.trail() : s.sideTrail());
      } else {
        offset = limit * (ahead == 0 ? s.lift() : pusher ? s.raise() : s.sideRaise());
      }
      parameters.setTarget(i, amplitude * wave.factor(o), offset);
      for (int j = i + 1; j < network.size(); j++) {
        if (network.weight(i, j) > 0) {
          Oscillator other = network.oscillators().get(j);
          parameters.setCoupledBias(
              i, j, phase(other, leader, s, wave) - phase(o, leader, s, wave));
        }
      }
    }
    return parameters;
  }

  private static double phase(Oscillator o, int leader, UndulationSettings s, ArmWave wave) {
    int ahead = Math.floorMod(o.arm() - leader, ARMS);
    boolean left = ahead == 1 || ahead == 2;
    double phase = left ? s.sidePhase() : 0;
    phase -= wave.lagRadians() * Math.max(0, o.segment());
    if (o.plane() == Plane.OUT_OF_PLANE) {
      phase += left ? -s.rollPhase() : s.rollPhase();
    }
    return phase;
  }
}
