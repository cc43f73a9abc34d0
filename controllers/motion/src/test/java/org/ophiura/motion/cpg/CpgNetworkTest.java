package org.ophiura.motion.cpg;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.ophiura.motion.Golden;
import org.ophiura.sim.plugin.SettingException;

final class CpgNetworkTest {
  private static final CpgNetwork TWO_ARMS = CpgNetwork.perArm(List.of(0, 1), 5);
  private static final CpgNetwork FIVE_ARMS = CpgNetwork.perArm(List.of(0, 1, 2, 3, 4), 5);

  @Test
  void fiveArmsAreCoupledAsInTheReference() {
    DMatrixRMaj expected = Golden.network(Golden.read("per_variable_euler.json.gz")).weights();
    for (int i = 0; i < 10; i++) {
      for (int j = 0; j < 10; j++) {
        assertEquals(expected.get(i, j), FIVE_ARMS.weight(i, j), i + " to " + j);
      }
    }
    assertEquals("arm 3 out-of-plane", FIVE_ARMS.oscillators().get(7).name());
  }

  @Test
  void twoArmsAreCoupledAsInTheFirstDraft() {
    assertEquals(Set.of("0-1", "0-2", "1-3", "2-3"), couplings(TWO_ARMS));
  }

  @Test
  void jointsAreCoupledAlongTheArmsAndAroundTheDisk() {
    // Arm 0: oscillators 0 to 3 (two segments), arm 1: 4 and 5, arm 3: 6 and 7, none on arm 2.
    CpgNetwork network = CpgNetwork.perJoint(new int[] {2, 1, 0, 1}, 5);
    assertEquals(
        Set.of(
            "0-1", "2-3", "4-5", "6-7", // both planes of each segment
            "0-2", "1-3", // along arm 0
            "0-4", "4-6", "0-6", "1-5", "5-7", "1-7"), // around the disk
        couplings(network));
    assertEquals("arm 0 segment 1 in-plane", network.oscillators().get(2).name());
    assertEquals(List.of(0, 1, 3), network.arms());
  }

  private static Set<String> couplings(CpgNetwork network) {
    Set<String> couplings = new TreeSet<>();
    for (int i = 0; i < network.size(); i++) {
      for (int j = i + 1; j < network.size(); j++) {
        if (network.weight(i, j) != 0) {
          assertEquals(5, network.weight(i, j));
          couplings.add(i + "-" + j);
        }
      }
    }
    return couplings;
  }

  @Test
  void weightsThatDifferByDirectionAreRefusedByName() {
    DMatrixRMaj weights = TWO_ARMS.weights();
    weights.set(0, 1, 4);
    assertRefused(weights, "arm 0 in-plane to arm 0 out-of-plane", "4.0", "5.0");
  }

  @Test
  void negativeInfiniteAndOwnWeightsAreRefusedByName() {
    DMatrixRMaj negative = TWO_ARMS.weights();
    negative.set(2, 3, -5);
    negative.set(3, 2, -5);
    assertRefused(negative, "arm 1 in-plane to arm 1 out-of-plane", "-5");
    DMatrixRMaj infinite = TWO_ARMS.weights();
    infinite.set(0, 1, Double.NaN);
    assertRefused(infinite, "NaN", "arm 0 in-plane");
    DMatrixRMaj own = TWO_ARMS.weights();
    own.set(3, 3, 1);
    assertRefused(own, "arm 1 out-of-plane to itself");
  }

  private static void assertRefused(DMatrixRMaj weights, String... parts) {
    SettingException e =
        assertThrows(SettingException.class, () -> new CpgNetwork(TWO_ARMS.oscillators(), weights));
    assertEquals("weights", e.path());
    assertNames(e, parts);
  }

  @Test
  void theBiasesThatTheDraftMeansPass() {
    CpgParameters parameters = running(TWO_ARMS);
    parameters.setCoupledBias(0, 1, Math.PI);
    parameters.setCoupledBias(2, 3, Math.PI);
    assertDoesNotThrow(() -> TWO_ARMS.check(parameters));
  }

  @Test
  void theLiteralBiasesOfTheDraftAreRefusedNamingTheLoops() {
    CpgParameters parameters = running(TWO_ARMS);
    parameters.phaseBiases().set(0, 1, Math.PI);
    parameters.phaseBiases().set(2, 3, Math.PI);
    parameters.phaseBiases().set(0, 2, Math.PI);
    SettingException e = assertThrows(SettingException.class, () -> TWO_ARMS.check(parameters));
    assertNames(
        e,
        "3.141593 rad (1.0 pi) around arm 0 in-plane -> arm 0 out-of-plane -> arm 0 in-plane",
        "around arm 0 in-plane -> arm 1 in-plane -> arm 0 in-plane",
        "(1.0 pi) around arm 1 in-plane -> arm 0 in-plane -> arm 0 out-of-plane"
            + " -> arm 1 out-of-plane -> arm 1 in-plane");
  }

  @Test
  void theDraftsBiasesMadeOppositeBothWaysStillBreakTheLoopOfFour() {
    CpgParameters parameters = running(TWO_ARMS);
    parameters.setCoupledBias(0, 1, Math.PI);
    parameters.setCoupledBias(2, 3, Math.PI);
    parameters.setCoupledBias(0, 2, Math.PI);
    SettingException e = assertThrows(SettingException.class, () -> TWO_ARMS.check(parameters));
    String rule = e.rule();
    assertNames(e, "pi) around ");
    for (Oscillator oscillator : TWO_ARMS.oscillators()) {
      assertTrue(rule.contains(oscillator.name()), rule);
    }
  }

  @Test
  void aLoopThroughAnOscillatorOfAmplitudeZeroMayHaveAnySum() {
    CpgParameters parameters = running(TWO_ARMS);
    parameters.setCoupledBias(0, 2, 1);
    assertThrows(SettingException.class, () -> TWO_ARMS.check(parameters));
    parameters.setTarget(2, 0, 0);
    assertDoesNotThrow(() -> TWO_ARMS.check(parameters));
  }

  @Test
  void wholeTurnsAroundALoopPass() {
    CpgParameters parameters = running(FIVE_ARMS);
    for (int arm = 0; arm < 5; arm++) {
      parameters.setCoupledBias(2 * arm, 2 * ((arm + 1) % 5), 2 * Math.PI / 5);
      parameters.setCoupledBias(2 * arm + 1, 2 * ((arm + 1) % 5) + 1, 2 * Math.PI / 5);
    }
    assertDoesNotThrow(() -> FIVE_ARMS.check(parameters));
    parameters.setCoupledBias(0, 2, 2 * Math.PI / 5 + 1e-6);
    SettingException e = assertThrows(SettingException.class, () -> FIVE_ARMS.check(parameters));
    assertEquals("phase-biases", e.path());
    assertNames(e, "arm 0 in-plane -> ");
  }

  @Test
  void aChangedBiasOnAnyLoopIsFound() {
    // Every coupling of this network lies on a loop.
    CpgNetwork network = CpgNetwork.perJoint(new int[] {3, 2, 0, 1, 0}, 5);
    for (int i = 0; i < network.size(); i++) {
      for (int j = i + 1; j < network.size(); j++) {
        if (network.weight(i, j) > 0) {
          CpgParameters parameters = running(network);
          parameters.setCoupledBias(i, j, 0.5);
          SettingException e =
              assertThrows(SettingException.class, () -> network.check(parameters));
          assertNames(e, network.name(i), network.name(j), "0.5 rad");
        }
      }
    }
  }

  @Test
  void aTreeOfCouplingsMayHaveAnyBiases() {
    DMatrixRMaj weights = new DMatrixRMaj(4, 4);
    for (int i = 0; i < 3; i++) {
      weights.set(i, i + 1, 5);
      weights.set(i + 1, i, 5);
    }
    CpgNetwork chain = new CpgNetwork(TWO_ARMS.oscillators(), weights);
    CpgParameters parameters = running(chain);
    parameters.setCoupledBias(0, 1, 1);
    parameters.setCoupledBias(1, 2, 0.3);
    assertDoesNotThrow(() -> chain.check(parameters));
  }

  @Test
  void aBiasThatIsNotANumberIsRefused() {
    CpgParameters parameters = running(TWO_ARMS);
    parameters.setCoupledBias(0, 1, Double.NaN);
    SettingException e = assertThrows(SettingException.class, () -> TWO_ARMS.check(parameters));
    assertNames(e, "NaN", "arm 0 in-plane");
  }

  private static CpgParameters running(CpgNetwork network) {
    CpgParameters parameters = new CpgParameters(network.size());
    for (int i = 0; i < network.size(); i++) {
      parameters.setTarget(i, 0.5, 0);
    }
    return parameters;
  }

  private static void assertNames(SettingException e, String... parts) {
    for (String part : parts) {
      assertTrue(e.rule().contains(part), e.getMessage());
    }
  }
}
