package org.ophiura.motion.gait;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.ophiura.motion.cpg.CpgLayout;
import org.ophiura.motion.cpg.CpgNetwork;
import org.ophiura.motion.cpg.CpgParameters;
import org.ophiura.motion.cpg.Oscillator;
import org.ophiura.sim.plugin.SettingException;

/**
 * A gait written out number by number, so that one that was searched or worked out elsewhere can be
 * kept and run: amplitude R, offset X, angular frequency omega of each oscillator and phase bias
 * rho of each coupling, for each action.
 */
public final class ExplicitGait implements GaitPlugin<ExplicitSettings> {
  private static final int ARMS = CpgLayout.ARMS;

  /** Made by the service loader. */
  public ExplicitGait() {}

  @Override
  public String id() {
    return "explicit";
  }

  @Override
  public String summary() {
    return "Written out number by number; the actions are those that are written.";
  }

  @Override
  public Class<ExplicitSettings> settings() {
    return ExplicitSettings.class;
  }

  @Override
  public GaitModulator create(ExplicitSettings settings, GaitContext context) {
    CpgNetwork network = context.network();
    List<CpgParameters> actions = new ArrayList<>();
    for (int i = 0; i < settings.actions().size(); i++) {
      ExplicitSettings.Action action = settings.actions().get(i);
      actions.add(SettingException.under("actions[" + i + "]", () -> parameters(action, network)));
    }
    if (settings.rotate()) {
      CpgParameters first = actions.get(0);
      for (int turn = 1; turn < ARMS; turn++) {
        actions.add(turned(first, sources(network, turn)));
      }
    }
    return new PrecomputedGait(actions, settings.warmUpTicks(), settings.coolDownTicks());
  }

  private static CpgParameters parameters(ExplicitSettings.Action action, CpgNetwork network) {
    int n = network.size();
    requireCount("amplitudes", action.amplitudes(), "", network);
    requireCount("offsets", action.offsets(), "", network);
    List<Double> frequencies = action.angularFrequencies();
    boolean same = frequencies.size() == 1;
    if (!same) {
      requireCount("angular-frequencies", frequencies, ", or one for all", network);
    }
    CpgParameters parameters = new CpgParameters(n);
    for (int i = 0; i < n; i++) {
      parameters.setTarget(i, action.amplitudes().get(i), action.offsets().get(i));
      parameters.angularFrequencies().set(i, 0, frequencies.get(same ? 0 : i));
    }
    List<ExplicitSettings.Bias> biases = action.biases();
    for (int k = 0; k < biases.size(); k++) {
      requireCoupling("biases[" + k + "]", biases.get(k), network);
      parameters.setCoupledBias(biases.get(k).from(), biases.get(k).to(), biases.get(k).bias());
    }
    // A way back that is written stands, even against the way there: Gaits.check names the two.
    for (ExplicitSettings.Bias bias : biases) {
      parameters.phaseBiases().set(bias.from(), bias.to(), bias.bias());
    }
    return parameters;
  }

  private static void requireCount(
      String key, List<Double> values, String otherwise, CpgNetwork network) {
    int last = network.size() - 1;
    if (values.size() != network.size()) {
      throw new SettingException(
          key,
          "must list one number for each of the "
              + network.size()
              + " oscillators of the layout (0 is "
              + network.oscillators().get(0).name()
              + ", "
              + last
              + " is "
              + network.oscillators().get(last).name()
              + ")"
              + otherwise
              + "; got "
              + values.size());
    }
  }

  private static void requireCoupling(String path, ExplicitSettings.Bias bias, CpgNetwork network) {
    requireOscillator(path + ".from", bias.from(), network);
    requireOscillator(path + ".to", bias.to(), network);
    if (network.weight(bias.from(), bias.to()) == 0) {
      throw new SettingException(
          path,
          "must be of two oscillators that are coupled; "
              + numbered(bias.from(), network)
              + " is coupled to "
              + neighbours(bias.from(), network)
              + ", not to "
              + numbered(bias.to(), network));
    }
  }

  private static void requireOscillator(String path, int oscillator, CpgNetwork network) {
    if (oscillator < 0 || oscillator >= network.size()) {
      throw new SettingException(
          path,
          "must number an oscillator of the layout, from 0 ("
              + network.oscillators().get(0).name()
              + ") to "
              + numbered(network.size() - 1, network)
              + ", got "
              + oscillator);
    }
  }

  private static String neighbours(int oscillator, CpgNetwork network) {
    StringJoiner neighbours = new StringJoiner(", ");
    neighbours.setEmptyValue("none");
    for (int j = 0; j < network.size(); j++) {
      if (network.weight(oscillator, j) > 0) {
        neighbours.add(numbered(j, network));
      }
    }
    return neighbours.toString();
  }

  private static String numbered(int oscillator, CpgNetwork network) {
    return oscillator + " (" + network.oscillators().get(oscillator).name() + ")";
  }

  /**
   * Finds for each oscillator the one that is turned onto it.
   *
   * @param turn by how many arms
   */
  private static int[] sources(CpgNetwork network, int turn) {
    List<Oscillator> oscillators = network.oscillators();
    int[] sources = new int[network.size()];
    for (int i = 0; i < sources.length; i++) {
      Oscillator to = oscillators.get(i);
      int arm = Math.floorMod(to.arm() - turn, ARMS);
      sources[i] = oscillators.indexOf(new Oscillator(arm, to.segment(), to.plane()));
      if (sources[i] < 0) {
        throw new SettingException(
            "rotate",
            "needs the same oscillators on each of "
                + ARMS
                + " arms; there is "
                + to.name()
                + ", but none such on arm "
                + arm
                + "; use the layout ten-oscillator, or write all actions");
      }
    }
    return sources;
  }

  private static CpgParameters turned(CpgParameters first, int[] sources) {
    CpgParameters turned = new CpgParameters(first.size());
    for (int i = 0; i < sources.length; i++) {
      int source = sources[i];
      turned.setTarget(i, first.amplitudes().get(source, 0), first.offsets().get(source, 0));
      turned.angularFrequencies().set(i, 0, first.angularFrequencies().get(source, 0));
      for (int j = 0; j < sources.length; j++) {
        turned.phaseBiases().set(i, j, first.phaseBiases().get(source, sources[j]));
      }
    }
    return turned;
  }
}
