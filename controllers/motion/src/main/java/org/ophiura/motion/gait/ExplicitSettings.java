package org.ophiura.motion.gait;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ophiura.sim.plugin.Setting;
import org.ophiura.sim.plugin.SettingException;
import org.ophiura.sim.plugin.Settings;

/**
 * Settings of {@link ExplicitGait}.
 *
 * @param actions what each action tells the oscillators
 * @param rotate whether the other four actions follow from the first one by symmetry
 * @param warmUpTicks control ticks of warm-up in each decision
 * @param coolDownTicks control ticks of cool-down in each decision
 */
public record ExplicitSettings(
    @Setting("What each action tells the oscillators: one block per action.") List<Action> actions,
    @Setting(
            value =
                "Whether the one action that is written, for arm 0 leading, is turned about the"
                    + " disk to give five: action k is its pattern turned by k arms.",
            defaultValue = "false")
        boolean rotate,
    @Setting(
            value =
                "First ticks of each decision, in which the generator starts afresh with amplitude"
                    + " 0.",
            unit = "control ticks",
            defaultValue = "0",
            min = 0)
        int warmUpTicks,
    @Setting(
            value = "Last ticks of each decision, in which the amplitude goes to 0.",
            unit = "control ticks",
            defaultValue = "0",
            min = 0)
        int coolDownTicks) {

  /** Checks the limits, and that there is an action. */
  public ExplicitSettings {
    Settings.check(ExplicitSettings.class, actions, rotate, warmUpTicks, coolDownTicks);
    actions = List.copyOf(actions);
    if (actions.isEmpty()) {
      throw new SettingException("actions", "must list at least one action, got none");
    }
    if (rotate && actions.size() != 1) {
      throw new SettingException(
          "actions",
          "must list one action, which rotate turns into five, got "
              + actions.size()
              + "; write one, or rotate: false");
    }
  }

  /**
   * The numbers of one action. Oscillators are numbered as the layout orders them: arm by arm,
   * segment by segment, in-plane before out-of-plane.
   *
   * @param amplitudes R, rad, one per oscillator
   * @param offsets X, rad, one per oscillator
   * @param angularFrequencies omega, rad/s, one per oscillator or one for all
   * @param biases rho of couplings; 0 for those not written
   */
  public record Action(
      @Setting(
              value =
                  "Amplitude R of each oscillator, in the order of the layout: arm by arm, segment"
                      + " by segment, in-plane before out-of-plane.",
              unit = "rad",
              min = 0)
          List<Double> amplitudes,
      @Setting(value = "Offset X of each oscillator, in the same order.", unit = "rad")
          List<Double> offsets,
      @Setting(
              value =
                  "Angular frequency omega of each oscillator, in the same order; or a list of one"
                      + " number for all.",
              unit = "rad/s")
          List<Double> angularFrequencies,
      @Setting(
              value =
                  "Phase biases rho of the couplings; those that are not written are 0. Around each"
                      + " loop of oscillators that move they sum to a multiple of 2 pi.",
              defaultValue = "[]")
          List<Bias> biases) {

    /** Checks the limits, and that no bias is written twice. */
    public Action {
      Settings.check(Action.class, amplitudes, offsets, angularFrequencies, biases);
      amplitudes = List.copyOf(amplitudes);
      offsets = List.copyOf(offsets);
      angularFrequencies = List.copyOf(angularFrequencies);
      biases = List.copyOf(biases);
      Set<List<Integer>> written = new HashSet<>();
      for (int i = 0; i < biases.size(); i++) {
        Bias bias = biases.get(i);
        if (!written.add(List.of(bias.from, bias.to))) {
          throw new SettingException(
              "biases[" + i + "]",
              "must not repeat the bias from " + bias.from + " to " + bias.to + "; write it once");
        }
      }
    }
  }

  /**
   * The phase bias of a coupling: the phase difference phi_to - phi_from that it pulls towards.
   *
   * @param from number of an oscillator
   * @param to number of another, coupled to it
   * @param bias rho, rad; on the way back it is the negative, unless that is written too
   */
  public record Bias(
      @Setting(value = "Number of an oscillator, from 0.", min = 0) int from,
      @Setting(value = "Number of another oscillator, coupled to it.", min = 0) int to,
      @Setting(
              value =
                  "Phase of `to` minus phase of `from` that the coupling pulls towards, rho. On the"
                      + " way back it is the negative, unless that is written too.",
              unit = "rad")
          double bias) {

    /** Checks the limits. */
    public Bias {
      Settings.check(Bias.class, from, to, bias);
    }
  }
}
