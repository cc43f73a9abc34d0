package org.ophiura.motion.gait;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.DoubleStream;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.ophiura.motion.Robots;
import org.ophiura.motion.cpg.CpgLayout;
import org.ophiura.motion.cpg.CpgNetwork;
import org.ophiura.motion.cpg.CpgParameters;
import org.ophiura.motion.gait.ExplicitSettings.Action;
import org.ophiura.motion.gait.ExplicitSettings.Bias;
import org.ophiura.sim.RobotLayout;
import org.ophiura.sim.plugin.Choice;
import org.ophiura.sim.plugin.SettingException;

final class ExplicitGaitTest {
  private static final RobotLayout TWO_ARMS = Robots.brittleStar(2, 0, 2, 0, 0);
  private static final CpgNetwork FOUR = CpgLayout.FOUR_OSCILLATOR.network(TWO_ARMS, 5);
  private static final RobotLayout ROBOT = Robots.brittleStar(3, 3, 3, 3, 3);
  private static final CpgNetwork TEN = CpgLayout.TEN_OSCILLATOR.network(ROBOT, 5);
  private static final CpgNetwork JOINTS = CpgLayout.PER_JOINT.network(ROBOT, 5);

  private static ExplicitSettings settings(boolean rotate, Action... actions) {
    return new ExplicitSettings(List.of(actions), rotate, 0, 0);
  }

  private static GaitModulator create(CpgNetwork network, ExplicitSettings settings) {
    GaitContext context = new GaitContext(network, 0.8, 0.5);
    return Gaits.create(new Choice<>(new ExplicitGait(), settings), context);
  }

  /** Four oscillators that move. */
  private static Action four(Bias... biases) {
    return new Action(constant(4, 0.5), constant(4, 0), List.of(6.0), List.of(biases));
  }

  private static List<Double> constant(int count, double value) {
    return Collections.nCopies(count, value);
  }

  private static List<GaitModulator> rowing(CpgNetwork network) {
    GaitContext context = GaitContext.of(network, ROBOT);
    double lag = network == JOINTS ? 0.6 : 0;
    double taper = network == JOINTS ? 0.9 : 1;
    List<GaitModulator> gaits = new ArrayList<>();
    for (boolean reverse : new boolean[] {false, true}) {
      RowingSettings settings = new RowingSettings(0.8, 3, true, reverse, 0, 0, lag, taper);
      gaits.add(new RowingGait().create(settings, context));
    }
    return gaits;
  }

  /** Writes an action of any gait out, each bias one way. */
  private static Action written(GaitModulator gait, int action, CpgNetwork network) {
    int n = network.size();
    CpgParameters parameters = new CpgParameters(n);
    gait.modulate(action, parameters);
    List<Bias> biases = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      for (int j = i + 1; j < n; j++) {
        if (network.weight(i, j) > 0) {
          biases.add(new Bias(i, j, parameters.phaseBiases().get(i, j)));
        }
      }
    }
    return new Action(
        list(parameters.amplitudes()),
        list(parameters.offsets()),
        list(parameters.angularFrequencies()),
        biases);
  }

  private static List<Double> list(DMatrixRMaj column) {
    return DoubleStream.of(column.data).boxed().toList();
  }

  @Test
  void rowingWrittenOutIsRowingToTheBit() {
    for (CpgNetwork network : List.of(TEN, JOINTS)) {
      for (GaitModulator rowing : rowing(network)) {
        Action[] actions = new Action[5];
        for (int action = 0; action < 5; action++) {
          actions[action] = written(rowing, action, network);
        }
        GaitModulator explicit = create(network, settings(false, actions));
        assertEquals(5, explicit.actionCount());
        CpgParameters expected = new CpgParameters(network.size());
        CpgParameters actual = new CpgParameters(network.size());
        for (int action = 0; action < 5; action++) {
          rowing.modulate(action, expected);
          explicit.modulate(action, actual);
          assertArrayEquals(expected.amplitudes().data, actual.amplitudes().data);
          assertArrayEquals(expected.offsets().data, actual.offsets().data);
          assertArrayEquals(expected.angularFrequencies().data, actual.angularFrequencies().data);
          assertArrayEquals(expected.phaseBiases().data, actual.phaseBiases().data);
        }
      }
    }
  }

  @Test
  void oneActionTurnedIsRowingLedByEachArm() {
    for (CpgNetwork network : List.of(TEN, JOINTS)) {
      for (GaitModulator rowing : rowing(network)) {
        GaitModulator explicit = create(network, settings(true, written(rowing, 0, network)));
        assertEquals(5, explicit.actionCount());
        GaitSymmetry.assertTurned(explicit, network);
        CpgParameters expected = new CpgParameters(network.size());
        CpgParameters actual = new CpgParameters(network.size());
        for (int action = 0; action < 5; action++) {
          rowing.modulate(action, expected);
          explicit.modulate(action, actual);
          GaitSymmetry.assertSame(
              expected, actual, GaitSymmetry.unturned(network), 1, "action " + action);
        }
      }
    }
  }

  @Test
  void oneFrequencyIsThatOfAllOscillators() {
    CpgParameters parameters = new CpgParameters(4);
    create(FOUR, settings(false, four())).modulate(0, parameters);
    assertEquals(constant(4, 6), list(parameters.angularFrequencies()));
    Action own = new Action(constant(4, 1), constant(4, 0), List.of(1.0, 2.0, 3.0, 4.0), List.of());
    create(FOUR, settings(false, own)).modulate(0, parameters);
    assertEquals(List.of(1.0, 2.0, 3.0, 4.0), list(parameters.angularFrequencies()));
  }

  @Test
  void theWayBackIsTheNegative() {
    CpgParameters parameters = new CpgParameters(4);
    Action action = four(new Bias(1, 0, 0.5), new Bias(3, 2, 0.5));
    create(FOUR, settings(false, action)).modulate(0, parameters);
    assertEquals(0.5, parameters.phaseBiases().get(1, 0));
    assertEquals(-0.5, parameters.phaseBiases().get(0, 1));
    Action both = four(new Bias(1, 0, 0.5), new Bias(0, 1, -0.5), new Bias(3, 2, 0.5));
    CpgParameters same = new CpgParameters(4);
    create(FOUR, settings(false, both)).modulate(0, same);
    assertArrayEquals(parameters.phaseBiases().data, same.phaseBiases().data);
  }

  @Test
  void aWayBackThatContradictsIsRefusedNamingTheTwo() {
    Action action = four(new Bias(0, 1, Math.PI), new Bias(1, 0, 0), new Bias(2, 3, Math.PI));
    SettingException e =
        assertThrows(SettingException.class, () -> create(FOUR, settings(false, four(), action)));
    assertTrue(e.rule().contains("of gait 'explicit', action 1"), e.getMessage());
    assertTrue(
        e.rule()
            .contains(
                "3.141593 rad (1.0 pi) around arm 0 in-plane -> arm 0 out-of-plane -> arm 0"
                    + " in-plane"),
        e.getMessage());
  }

  @Test
  void biasesThatContradictAroundALoopAreRefusedNamingIt() {
    Action action = four(new Bias(0, 1, Math.PI), new Bias(2, 3, Math.PI), new Bias(0, 2, Math.PI));
    SettingException e =
        assertThrows(SettingException.class, () -> create(FOUR, settings(false, action)));
    for (String name : List.of("arm 0 in", "arm 0 out-of", "arm 2 in", "arm 2 out-of")) {
      assertTrue(e.rule().contains(name + "-plane"), e.getMessage());
    }
    // An oscillator at rest pulls on nobody, so that the loop is open.
    Action open =
        new Action(List.of(0.5, 0.5, 0.5, 0.0), action.offsets(), List.of(6.0), action.biases());
    assertDoesNotThrow(() -> create(FOUR, settings(false, open)));
  }

  @Test
  void listsThatDoNotFitTheNetworkAreRefused() {
    String counts =
        "must list one number for each of the 4 oscillators of the layout (0 is arm 0 in-plane, 3"
            + " is arm 2 out-of-plane)";
    List<Double> four = constant(4, 0.1);
    List<Double> ten = constant(10, 0.1);
    assertRefused(
        new Action(ten, four, four, List.of()), "actions[1].amplitudes", counts + "; got 10");
    assertRefused(new Action(four, ten, four, List.of()), "actions[1].offsets", counts);
    assertRefused(
        new Action(four, four, ten, List.of()),
        "actions[1].angular-frequencies",
        counts + ", or one for all; got 10");
    assertRefused(
        new Action(four, four, List.of(), List.of()), "actions[1].angular-frequencies", "got 0");
  }

  @Test
  void biasesOfWhatIsNotCoupledAreRefused() {
    assertRefused(
        four(new Bias(0, 1, 0), new Bias(4, 1, 0)),
        "actions[1].biases[1].from",
        "must number an oscillator of the layout, from 0 (arm 0 in-plane) to 3 (arm 2"
            + " out-of-plane), got 4");
    assertRefused(four(new Bias(0, 17, 0)), "actions[1].biases[0].to", "got 17");
    assertRefused(
        four(new Bias(0, 3, 1)),
        "actions[1].biases[0]",
        "must be of two oscillators that are coupled; 0 (arm 0 in-plane) is coupled to 1 (arm 0"
            + " out-of-plane), 2 (arm 2 in-plane), not to 3 (arm 2 out-of-plane)");
    assertRefused(four(new Bias(2, 2, 1)), "actions[1].biases[0]", "not to 2 (arm 2 in-plane)");
  }

  private static void assertRefused(Action action, String path, String part) {
    SettingException e =
        assertThrows(SettingException.class, () -> create(FOUR, settings(false, four(), action)));
    assertEquals(path, e.path());
    assertTrue(e.rule().contains(part), e.getMessage());
  }

  @Test
  void settingsThatCannotBeMeantAreRefused() {
    SettingException none = assertThrows(SettingException.class, () -> settings(false));
    assertEquals("actions must list at least one action, got none", none.getMessage());
    SettingException two =
        assertThrows(SettingException.class, () -> settings(true, four(), four()));
    assertTrue(two.rule().contains("which rotate turns into five, got 2"), two.getMessage());
    SettingException twice =
        assertThrows(SettingException.class, () -> four(new Bias(0, 1, 1), new Bias(0, 1, 1)));
    assertEquals("biases[1]", twice.path());
    SettingException negative =
        assertThrows(
            SettingException.class,
            () -> new Action(List.of(0.1, -0.1), List.of(), List.of(), List.of()));
    assertEquals("amplitudes[1] must be >= 0 (rad), got -0.1", negative.getMessage());
  }

  @Test
  void armsThatDifferCannotBeTurned() {
    SettingException two =
        assertThrows(SettingException.class, () -> create(FOUR, settings(true, four())));
    assertEquals("rotate", two.path());
    assertTrue(two.rule().contains("none such on arm 4"), two.getMessage());
    CpgNetwork network = CpgLayout.PER_JOINT.network(Robots.brittleStar(2, 1, 2, 2, 2), 5);
    Action action = new Action(constant(18, 0.1), constant(18, 0), List.of(1.0), List.of());
    SettingException shorter =
        assertThrows(SettingException.class, () -> create(network, settings(true, action)));
    assertTrue(
        shorter.rule().contains("there is arm 2 segment 1 in-plane, but none such on arm 1"),
        shorter.getMessage());
  }

  @Test
  void restsReachTheSchedule() {
    GaitModulator gait = create(FOUR, new ExplicitSettings(List.of(four()), false, 5, 4));
    assertEquals(new DecisionSchedule(50, 5, 4), gait.schedule(50));
  }
}
