package org.ophiura.motion.cpg;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.ophiura.motion.Robots;
import org.ophiura.motion.SettingsDefaults;
import org.ophiura.motion.ode.OdeMethod;
import org.ophiura.sim.RobotLayout;
import org.ophiura.sim.plugin.SettingException;

final class CpgSettingsTest {
  private static final RobotLayout ROBOT = Robots.brittleStar(3, 3, 3, 3, 3);

  @Test
  void defaultsAreThoseDeclared() throws ReflectiveOperationException {
    SettingsDefaults.assertDeclared(CpgSettings.DEFAULT);
  }

  @Test
  void theDefaultIsTheFirstTutorialsGenerator() {
    CpgNetwork network = CpgSettings.DEFAULT.network(ROBOT);
    assertEquals(10, network.size());
    assertEquals(5, network.weight(0, 1));
    assertEquals(10, CpgSettings.DEFAULT.create(network, 0.04).size());
    assertEquals(new InitialRanges(Math.PI, 0, 0), CpgSettings.DEFAULT.initialRanges());
  }

  @Test
  void aValueOutOfRangeIsRefusedByName() {
    SettingException e = assertThrows(SettingException.class, () -> settings(OdeMethod.EULER, -3));
    assertEquals("amplitude-gain must be > 0 (1/s), got -3", e.getMessage());
  }

  @Test
  void aGainThatWouldBlowUpIsRefusedByName() {
    CpgNetwork network = CpgSettings.DEFAULT.network(ROBOT);
    // A critically damped pair has the eigenvalue -gain/2; Euler is stable below 2/step.
    assertDoesNotThrow(() -> settings(OdeMethod.EULER, 99).create(network, 0.04));
    SettingException e =
        assertThrows(
            SettingException.class, () -> settings(OdeMethod.EULER, 101).create(network, 0.04));
    assertEquals("amplitude-gain", e.path());
    assertTrue(e.rule().contains("0.04 s by euler"), e.getMessage());
    // The limit of RK4 is 2.785/step.
    assertDoesNotThrow(() -> settings(OdeMethod.RK4, 139).create(network, 0.04));
    assertThrows(SettingException.class, () -> settings(OdeMethod.RK4, 140).create(network, 0.04));
  }

  @Test
  void whatIsRefusedForItsGainDoesBlowUp() {
    for (OdeMethod method : OdeMethod.values()) {
      double limit = 0;
      while (CpgEquations.growthPerStep(limit + 1, method.create(), 0.04) < 1) {
        limit++;
      }
      // A twentieth to either side, so that 1,000 steps tell decay from growth.
      assertTrue(deviationAfter(1_000, method, 0.95 * limit) < 1e-6, method + " at " + limit);
      assertTrue(deviationAfter(1_000, method, 1.05 * (limit + 1)) > 1e6, method + " at " + limit);
    }
  }

  private static double deviationAfter(int steps, OdeMethod method, double gain) {
    Cpg cpg = new Cpg(CpgSettings.DEFAULT.network(ROBOT), gain, 20, method.create(), 0.04);
    double[] amplitudes = new double[10];
    amplitudes[0] = 0.5;
    cpg.reset(new double[10], amplitudes, new double[10]);
    for (int k = 0; k < steps; k++) {
      cpg.step();
    }
    return Math.abs(cpg.amplitude(0));
  }

  private static CpgSettings settings(OdeMethod solver, double amplitudeGain) {
    return new CpgSettings(CpgLayout.TEN_OSCILLATOR, solver, 5, amplitudeGain, 20, Math.PI, 0, 0);
  }
}
