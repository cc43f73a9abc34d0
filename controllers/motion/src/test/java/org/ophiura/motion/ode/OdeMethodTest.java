package org.ophiura.motion.ode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class OdeMethodTest {
  @Test
  void namesAreThoseOfTrialFiles() {
    assertEquals(
        List.of("euler", "rk4", "per-variable-euler", "per-variable-rk4"),
        Arrays.stream(OdeMethod.values()).map(OdeMethod::id).toList());
  }

  @Test
  void eachSolverHasScratchMemoryOfItsOwn() {
    for (OdeMethod method : OdeMethod.values()) {
      assertNotSame(method.create(), method.create());
    }
  }
}
