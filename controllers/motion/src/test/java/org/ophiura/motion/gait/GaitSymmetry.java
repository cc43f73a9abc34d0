package org.ophiura.motion.gait;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.ophiura.motion.cpg.CpgNetwork;
import org.ophiura.motion.cpg.CpgParameters;
import org.ophiura.motion.cpg.Oscillator;

/** Compares the actions of gaits, number by number. */
final class GaitSymmetry {
  private GaitSymmetry() {}

  /** Action k is action 0 turned by k arms. */
  static void assertTurned(GaitModulator gait, CpgNetwork network) {
    CpgParameters first = new CpgParameters(network.size());
    CpgParameters turned = new CpgParameters(network.size());
    gait.modulate(0, first);
    for (int action = 0; action < gait.actionCount(); action++) {
      gait.modulate(action, turned);
      int[] place = new int[network.size()];
      for (int i = 0; i < place.length; i++) {
        Oscillator o = network.oscillators().get(i);
        place[i] =
            network
                .oscillators()
                .indexOf(new Oscillator((o.arm() + action) % 5, o.segment(), o.plane()));
      }
      assertSame(first, turned, place, 1, "action " + action);
    }
  }

  /**
   * Compares all parameters, 0 and -0 being the same.
   *
   * @param place where each oscillator of {@code expected} is in {@code actual}
   * @param sign of the biases: -1 if they are to be opposite
   */
  static void assertSame(
      CpgParameters expected, CpgParameters actual, int[] place, int sign, String what) {
    for (int i = 0; i < place.length; i++) {
      String which = what + ", oscillator " + i;
      int to = place[i];
      assertEquals(expected.amplitudes().get(i, 0), actual.amplitudes().get(to, 0), which);
      assertEquals(expected.offsets().get(i, 0) + 0.0, actual.offsets().get(to, 0) + 0.0, which);
      assertEquals(
          expected.angularFrequencies().get(i, 0), actual.angularFrequencies().get(to, 0), which);
      for (int j = 0; j < place.length; j++) {
        assertEquals(
            sign * expected.phaseBiases().get(i, j) + 0.0,
            actual.phaseBiases().get(to, place[j]) + 0.0,
            which + " to " + j);
      }
    }
  }

  /** Each oscillator in its own place. */
  static int[] unturned(CpgNetwork network) {
    int[] place = new int[network.size()];
    for (int i = 0; i < place.length; i++) {
      place[i] = i;
    }
    return place;
  }
}
