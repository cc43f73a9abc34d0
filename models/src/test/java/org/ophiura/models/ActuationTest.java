package org.ophiura.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ActuationTest {
  @ParameterizedTest
  @EnumSource(Actuation.class)
  void settingReadsBackAsTheSameActuation(Actuation actuation) {
    assertEquals(actuation, Actuation.fromSetting(actuation.setting()));
  }

  @Test
  void positionControlOfTendonsIsRefusedWithTheReasonAndTheRemedy() {
    String message = refusal("tendon-position");
    assertTrue(message.contains("a tendon only pulls"), message);
    assertTrue(message.contains("use tendon-torque"), message);
  }

  @Test
  void unknownWordListsTheKnownOnes() {
    assertEquals(
        "actuation must be one of position, torque, tendon-torque, got 'torqe'", refusal("torqe"));
  }

  private static String refusal(String word) {
    return String.valueOf(
        assertThrows(IllegalArgumentException.class, () -> Actuation.fromSetting(word))
            .getMessage());
  }
}
