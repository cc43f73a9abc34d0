package org.ophiura.sim.hardware.servo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ophiura.sim.CycleStatus;
import org.ophiura.sim.hardware.dynamixel.ServoModel;
import org.ophiura.sim.hardware.emulator.EmulatorServer;
import org.ophiura.sim.hardware.link.PtyPair;
import org.ophiura.sim.hardware.link.SerialLink;
import org.ophiura.sim.hardware.link.Socat;

/** Bus and emulated servos on two ends of a real terminal, in real time. */
@Tag("slow")
final class PseudoTerminalTest {
  private static final int CYCLES = 250;
  private static final int TICKS = 2;

  @TempDir private Path folder;

  @Test
  void jointsGoWhereTheyAreToldAndThePulledCableIsAFault() throws Exception {
    Robot robot = new Robot(6, List.of(), 1);
    // A loaded machine may be slow: the answers are waited for, and asked for again.
    BusSettings patient = new BusSettings(Robot.BAUD, 0, 0.2, 3, false);
    AtomicBoolean stop = new AtomicBoolean();
    ExecutorService thread = Executors.newSingleThreadExecutor();
    PtyPair pair = Socat.pair(folder);
    try (SerialLink servos = SerialLink.open(pair.second().toString(), Robot.BAUD);
        SerialLink host = SerialLink.open(pair.first().toString(), Robot.BAUD)) {
      EmulatorServer server = new EmulatorServer(robot.emulated, servos);
      Future<Boolean> served = thread.submit(() -> server.serve(stop::get));
      List<ServoModel> models = new ServoAccess(host, patient).identify(robot.joints);
      assertEquals(6, models.size());
      ServoBus bus = new ServoBus(host, patient, robot.joints, models);
      long second = 1_000_000_000;
      assertEquals(CycleStatus.OK, bus.read(robot.readings, host.nanoTime() + second));
      assertEquals(0, bus.torqueOn(robot.readings, 2.54, host.nanoTime() + second));
      robot.command.fill(0.7);
      for (int i = 0; i < CYCLES; i++) {
        assertEquals(CycleStatus.OK, bus.read(robot.readings, host.nanoTime() + second));
        assertEquals(CycleStatus.OK, bus.write(robot.command, host.nanoTime() + second));
      }
      for (int i = 0; i < 6; i++) {
        assertEquals(0.7, robot.readings.position(i), TICKS * 2 * Math.PI / 4096);
      }
      assertEquals(0, bus.counters().corrupt());
      assertEquals(0, bus.torqueOff(host.nanoTime() + second));
      pair.close();
      assertEquals(CycleStatus.FAULT, bus.read(robot.readings, host.nanoTime() + second));
      assertEquals(false, served.get(10, TimeUnit.SECONDS), "the server sees it too");
    } finally {
      stop.set(true);
      pair.close();
      thread.shutdown();
      assertTrue(thread.awaitTermination(10, TimeUnit.SECONDS));
    }
  }
}
