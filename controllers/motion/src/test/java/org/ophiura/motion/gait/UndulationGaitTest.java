package org.ophiura.motion.gait;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ophiura.motion.cpg.CpgNetwork;
import org.ophiura.motion.cpg.CpgParameters;
import org.ophiura.motion.cpg.Oscillator;
import org.ophiura.motion.cpg.Plane;
import org.ophiura.sim.plugin.SettingException;

/** Waves along the two arms opposite to the leading one. */
final class UndulationGaitTest {
  private static final double IN_PLANE_LIMIT = 0.8;
  private static final double OUT_OF_PLANE_LIMIT = 0.5;
  private static final int SEGMENTS = 3;
  private static final CpgNetwork NETWORK = CpgNetwork.perJoint(new int[] {3, 3, 3, 3, 3}, 5);

  private static CpgParameters parameters(int leader) {
    GaitModulator gait =
        new UndulationGait()
            .create(
                UndulationSettings.DEFAULT,
                new GaitContext(NETWORK, IN_PLANE_LIMIT, OUT_OF_PLANE_LIMIT));
    Gaits.check("undulation", gait, NETWORK);
    assertEquals(5, gait.actionCount());
    CpgParameters parameters = new CpgParameters(NETWORK.size());
    gait.modulate(leader, parameters);
    return parameters;
  }

  private static int index(int arm, int segment, Plane plane) {
    return NETWORK.oscillators().indexOf(new Oscillator(Math.floorMod(arm, 5), segment, plane));
  }

  @Test
  void theLeadingArmPointsAheadAndTheOppositeTwoMove() {
    CpgParameters parameters = parameters(0);
    UndulationSettings settings = UndulationSettings.DEFAULT;
    for (int segment = 0; segment < SEGMENTS; segment++) {
      int ahead = index(0, segment, Plane.OUT_OF_PLANE);
      assertEquals(0, parameters.amplitudes().get(ahead));
      assertEquals(settings.lift() * OUT_OF_PLANE_LIMIT, parameters.offsets().get(ahead));
      for (int arm : new int[] {2, 3}) {
        assertEquals(
            settings.jointLimitFraction() * IN_PLANE_LIMIT,
            parameters.amplitudes().get(index(arm, segment, Plane.IN_PLANE)));
      }
      for (int arm : new int[] {1, 4}) {
        assertEquals(0, parameters.amplitudes().get(index(arm, segment, Plane.IN_PLANE)));
      }
    }
  }

  @Test
  void theWaveTravelsToTheTip() {
    CpgParameters parameters = parameters(0);
    for (int segment = 0; segment + 1 < SEGMENTS; segment++) {
      assertEquals(
          -UndulationSettings.DEFAULT.segmentLag(),
          parameters
              .phaseBiases()
              .get(index(2, segment, Plane.IN_PLANE), index(2, segment + 1, Plane.IN_PLANE)),
          1e-12);
    }
  }

  @Test
  void anotherLeaderIsTheSamePatternTurned() {
    CpgParameters first = parameters(0);
    for (int leader = 1; leader < 5; leader++) {
      CpgParameters turned = parameters(leader);
      for (int i = 0; i < NETWORK.size(); i++) {
        int to = turned(i, leader);
        assertEquals(first.amplitudes().get(i), turned.amplitudes().get(to));
        assertEquals(first.offsets().get(i), turned.offsets().get(to));
        for (int j = 0; j < NETWORK.size(); j++) {
          assertEquals(
              first.phaseBiases().get(i, j),
              turned.phaseBiases().get(to, turned(j, leader)),
              1e-12);
        }
      }
    }
  }

  private static int turned(int oscillator, int arms) {
    Oscillator from = NETWORK.oscillators().get(oscillator);
    return index(from.arm() + arms, from.segment(), from.plane());
  }

  @Test
  void oscillatorsOfWholeArmsCannotCarryAWave() {
    CpgNetwork perArm = CpgNetwork.perArm(List.of(0, 1, 2, 3, 4), 5);
    SettingException e =
        assertThrows(
            SettingException.class,
            () ->
                new UndulationGait()
                    .create(
                        UndulationSettings.DEFAULT,
                        new GaitContext(perArm, IN_PLANE_LIMIT, OUT_OF_PLANE_LIMIT)));
    assertTrue(e.getMessage().contains("use the layout per-joint"), e.getMessage());
  }
}
