package org.ophiura.sim.hardware.servo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.ophiura.sim.CycleStatus;
import org.ophiura.sim.JointCommand;
import org.ophiura.sim.hardware.dynamixel.ServoModel;
import org.ophiura.sim.hardware.emulator.EmulatedBus;
import org.ophiura.sim.hardware.emulator.EmulatedLink;
import org.ophiura.sim.hardware.emulator.EmulatedServo;
import org.ophiura.sim.hardware.emulator.Fault;
import org.ophiura.sim.hardware.emulator.RobotBody;
import org.ophiura.sim.hardware.emulator.ServoBody;

/**
 * One in a hundred bytes is lost and one in a hundred has a flipped bit, both ways.
 *
 * <p>What could pass: an answer with four or more flipped bits (of its 21 bytes: 21 over 4 times
 * 1e-8, or 6e-5 of all) has a right check sum one time in 65,536, which makes 1e-3 in a million. An
 * answer that lost a byte and took the next one's first has it one time in 65,536 too, 4 in a
 * million answers: these are what the bus doubts. So none is expected, and the seed is fixed.
 */
final class DisturbedLineTest {
  private static final int SERVOS = 6;
  private static final long PERIOD_NANOS = 20_000_000;
  private static final long SEED = 20_261_125;

  /**
   * Horns whose positions are drawn anew in each cycle, so that no wrong one can pass for right.
   */
  private static final class DrawnBody implements RobotBody {
    private final double[] positions = new double[SERVOS];
    private final List<ServoBody> horns = new ArrayList<>();
    private final Set<Integer> goals = new HashSet<>();

    DrawnBody() {
      for (int i = 0; i < SERVOS; i++) {
        int horn = i;
        horns.add(
            new ServoBody() {
              @Override
              public double position() {
                return positions[horn];
              }

              @Override
              public double velocity() {
                return -positions[horn];
              }

              @Override
              public double effort() {
                return 0;
              }

              @Override
              public void drive(double goal, boolean torque) {
                if (torque) {
                  goals.add(horn + SERVOS * (int) Math.rint(goal * 4096 / (2 * Math.PI)));
                }
              }

              @Override
              public void jam(boolean jammed) {}
            });
      }
    }

    @Override
    public int size() {
      return SERVOS;
    }

    @Override
    public ServoBody servo(int index) {
      return horns.get(index);
    }

    @Override
    public void advanceTo(long nanos) {}
  }

  @Test
  void aHundredThousandPackets() {
    disturb(100_000, false);
  }

  @Test
  void aHundredThousandPacketsOfFastReads() {
    disturb(100_000, true);
  }

  @Test
  @Tag("slow")
  void aMillionPackets() {
    disturb(1_000_000, false);
  }

  private static void disturb(long packets, boolean fast) {
    SplittableRandom random = new SplittableRandom(SEED);
    DrawnBody body = new DrawnBody();
    List<EmulatedServo> servos = new ArrayList<>();
    List<ServoJoint> joints = new ArrayList<>();
    JointCalibration plain = new JointCalibration(1, 0, 1, -3, 3);
    for (int i = 0; i < SERVOS; i++) {
      servos.add(
          new EmulatedServo(
              ServoModel.XL330_M288, i + 1, Robot.BAUD, 46, body.servo(i), random.split()));
      joints.add(new ServoJoint("joint" + i, i + 1, Optional.of(plain)));
    }
    EmulatedBus emulated =
        new EmulatedBus(
            servos,
            body,
            Robot.BAUD,
            List.of(
                new Fault.DropBytes(0.01, 0.1, Optional.empty()),
                new Fault.FlipBytes(0.01, 0.1, Optional.empty())),
            random.split());
    EmulatedLink link = new EmulatedLink(emulated);
    ServoBus bus =
        new ServoBus(
            link,
            new BusSettings(Robot.BAUD, 0, 0.002, 3, fast),
            joints,
            joints.stream().map(joint -> ServoModel.XL330_M288).toList());
    ServoReadings readings = new ServoReadings(SERVOS);
    assertEquals(CycleStatus.OK, bus.read(readings, PERIOD_NANOS));
    assertEquals(0, bus.torqueOn(readings, 2.54, link.nanoTime() + PERIOD_NANOS));
    link.sleepUntil(200_000_000);

    TickScale scale = new TickScale(plain);
    JointCommand command = new JointCommand(SERVOS);
    Set<Integer> sentGoals = new HashSet<>(body.goals);
    BusCounters counters = bus.counters();
    int wrong = 0;
    int cycles = 0;
    int stale = 0;
    while (counters.instructions() + counters.accepted() < packets) {
      long start = link.nanoTime();
      for (int i = 0; i < SERVOS; i++) {
        body.positions[i] = random.nextDouble(-3, 3);
        command.set(i, random.nextDouble(-3, 3));
      }
      CycleStatus read = bus.read(readings, start + PERIOD_NANOS / 2);
      int missing = 0;
      for (int i = 0; i < SERVOS; i++) {
        if (readings.age(i) == 0) {
          double sent = scale.angle(2048 + (int) Math.rint(body.positions[i] * 4096 / 2 / Math.PI));
          wrong += readings.position(i) == sent ? 0 : 1;
        } else {
          missing++;
        }
      }
      assertEquals(missing == 0 ? CycleStatus.OK : CycleStatus.STALE, read);
      stale += missing;
      if (cycles % 10 == 0) {
        for (int i = 0; i < SERVOS; i++) {
          sentGoals.add(i + SERVOS * (scale.ticks(command.get(i)) - 2048));
        }
        assertEquals(CycleStatus.OK, bus.write(command, start + PERIOD_NANOS));
      }
      cycles++;
      link.sleepUntil(start + PERIOD_NANOS);
    }
    body.goals.removeAll(sentGoals);
    String story = "seed " + SEED + ", " + cycles + " cycles: " + counters;
    assertEquals(0, wrong, story);
    assertEquals(Set.of(), body.goals, "no servo was given a goal that was not sent; " + story);
    assertEquals(
        counters.asked(), counters.accepted() + counters.lost() + counters.refused(), story);
    assertTrue(emulated.damagedBytes() > packets / 10, story);
    // The question is damaged too: all it asked are asked again, up to three times.
    assertTrue(stale < 0.3 * SERVOS * cycles, story);
    assertTrue(counters.lost() > 0 && counters.corrupt() > 0 && counters.retried() > 0, story);
  }
}
