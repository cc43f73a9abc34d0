package org.ophiura.motion.cpg;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ophiura.motion.Golden;
import org.ophiura.motion.ode.OdeMethod;
import org.ophiura.motion.ode.OdeSolver;

final class CpgGoldenTest {
  /** The same steps in another order of summation: a few roundings of numbers around 10. */
  private static final double SAME_STEPS = 1e-12;

  /** The reference solution is good to 1e-13 per step; 20,000 steps of RK4 round a little more. */
  private static final double EXACT = 5e-12;

  @ParameterizedTest
  @CsvSource({
    "per_variable_euler.json.gz, PER_VARIABLE_EULER",
    "per_variable_euler.json.gz, EULER",
    "per_variable_rk4.json.gz, PER_VARIABLE_RK4"
  })
  void ticksAreThoseOfTheReference(String file, OdeMethod method) {
    JsonNode golden = Golden.read(file);
    Cpg cpg = cpg(golden, method.create(), golden.get("time_step").doubleValue());
    double[] phases = Golden.vector(golden.get("initial_phases"));
    cpg.reset(phases, new double[phases.length], new double[phases.length]);
    int ticks = 0;
    for (JsonNode row : golden.get("rows")) {
      Golden.modulate(row.get("modulation"), cpg.parameters());
      for (JsonNode tick : row.get("ticks")) {
        cpg.step();
        ticks++;
        for (int i = 0; i < cpg.size(); i++) {
          String where = "tick " + ticks + ", oscillator " + i;
          assertEquals(value(tick, "phases", i), cpg.phase(i), SAME_STEPS, where);
          assertEquals(value(tick, "amplitudes", i), cpg.amplitude(i), SAME_STEPS, where);
          assertEquals(value(tick, "offsets", i), cpg.offset(i), SAME_STEPS, where);
          assertEquals(value(tick, "outputs", i), cpg.output(i), SAME_STEPS, where);
        }
      }
    }
    assertEquals(file.contains("euler") ? 220 : 120, ticks);
  }

  @Test
  void wholeStateRungeKuttaReachesTheExactSolution() {
    JsonNode golden = Golden.read("exact_solution.json.gz");
    Cpg cpg = started(golden, OdeMethod.RK4, 1e-4);
    long steps = 0;
    for (JsonNode solution : golden.get("solution")) {
      long end = Math.round(solution.get("time").doubleValue() / 1e-4);
      for (; steps < end; steps++) {
        cpg.step();
      }
      for (int i = 0; i < cpg.size(); i++) {
        String where = "step " + steps + ", oscillator " + i;
        assertEquals(value(solution, "phases", i), cpg.phase(i), EXACT, where);
        assertEquals(value(solution, "amplitudes", i), cpg.amplitude(i), EXACT, where);
        assertEquals(value(solution, "amplitude_rates", i), cpg.amplitudeRate(i), EXACT, where);
        assertEquals(value(solution, "offsets", i), cpg.offset(i), EXACT, where);
        assertEquals(value(solution, "offset_rates", i), cpg.offsetRate(i), EXACT, where);
      }
    }
    assertEquals(20_000, steps);
  }

  @ParameterizedTest
  @CsvSource({
    "EULER, 0.002, 2",
    "PER_VARIABLE_EULER, 0.002, 2",
    "RK4, 0.005, 16",
    "PER_VARIABLE_RK4, 0.002, 2"
  })
  void halvingTheStepDividesTheErrorByTheOrderOfTheSolver(
      OdeMethod method, double stepSeconds, double expected) {
    // Higher orders of the step still contribute a few per cent at these steps.
    double tolerance = 0.1 * expected;
    JsonNode golden = Golden.read("exact_solution.json.gz");
    double ratio =
        errorAtOneSecond(golden, method, stepSeconds)
            / errorAtOneSecond(golden, method, stepSeconds / 2);
    assertEquals(expected, ratio, tolerance);
  }

  private static double errorAtOneSecond(JsonNode golden, OdeMethod method, double stepSeconds) {
    Cpg cpg = started(golden, method, stepSeconds);
    long steps = Math.round(1 / stepSeconds);
    for (long k = 0; k < steps; k++) {
      cpg.step();
    }
    JsonNode solution = golden.get("solution").get(2);
    assertEquals(1.0, solution.get("time").doubleValue());
    double squares = 0;
    for (int i = 0; i < cpg.size(); i++) {
      squares += Math.pow(cpg.phase(i) - value(solution, "phases", i), 2);
      squares += Math.pow(cpg.amplitude(i) - value(solution, "amplitudes", i), 2);
      squares += Math.pow(cpg.offset(i) - value(solution, "offsets", i), 2);
    }
    return Math.sqrt(squares);
  }

  private static Cpg started(JsonNode golden, OdeMethod method, double stepSeconds) {
    Cpg cpg = cpg(golden, method.create(), stepSeconds);
    Golden.modulate(golden.get("modulation"), cpg.parameters());
    cpg.reset(
        Golden.vector(golden.get("initial_phases")),
        Golden.vector(golden.get("initial_amplitudes")),
        Golden.vector(golden.get("initial_offsets")));
    return cpg;
  }

  private static Cpg cpg(JsonNode golden, OdeSolver solver, double stepSeconds) {
    return new Cpg(
        Golden.network(golden),
        golden.get("amplitude_gain").doubleValue(),
        golden.get("offset_gain").doubleValue(),
        solver,
        stepSeconds);
  }

  private static double value(JsonNode tick, String vector, int oscillator) {
    return tick.get(vector).get(oscillator).doubleValue();
  }
}
