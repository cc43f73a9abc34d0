package org.ophiura.sim.hardware.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a copy of the few files that the system tells it by. */
final class PortDiagnosisTest {
  @TempDir private Path folder;
  private Path devices;
  private Path processes;
  private boolean permitted = true;
  private PortDiagnosis diagnosis;

  @BeforeEach
  void machine() throws IOException {
    devices = Files.createDirectories(folder.resolve("dev"));
    processes = Files.createDirectories(folder.resolve("proc"));
    diagnosis = new PortDiagnosis(devices, processes, port -> permitted);
  }

  private Path port(String name) throws IOException {
    return Files.createFile(devices.resolve(name));
  }

  @Test
  void anAbsentPortIsToldWithTheNearestOne() throws IOException {
    port("ttyUSB0");
    port("ttyACM3");
    port("tty7");
    assertEquals(
        Optional.of(
            "there is no serial port "
                + devices
                + "/ttyUSB1; did you mean '"
                + devices
                + "/ttyUSB0'? Known: "
                + devices
                + "/ttyACM3, "
                + devices
                + "/ttyUSB0"),
        diagnosis.before(devices.resolve("ttyUSB1")));
  }

  @Test
  void anAbsentPortOnAMachineWithoutAnyIsAPlugThatIsNotIn() {
    assertEquals(
        Optional.of(
            "there is no serial port "
                + devices
                + "/ttyUSB0, nor any other: is the adapter plugged in?"),
        diagnosis.before(devices.resolve("ttyUSB0")));
  }

  @Test
  void aPortThatIsNotPermittedIsToldWithItsGroup() throws IOException {
    permitted = false;
    Path port = port("ttyUSB0");
    String group = Files.readAttributes(port, PosixFileAttributes.class).group().getName();
    assertEquals(
        Optional.of(
            "this user may not use "
                + port
                + ": sudo usermod -a -G "
                + group
                + " $USER, then log in again (the port belongs to group "
                + group
                + ")"),
        diagnosis.before(port));
  }

  @Test
  void aBusyPortIsToldWithWhoHoldsIt() throws IOException {
    Path port = port("ttyUSB0");
    Path files = Files.createDirectories(processes.resolve("4711/fd"));
    Files.createSymbolicLink(files.resolve("3"), port.toRealPath());
    Files.writeString(processes.resolve("4711/comm"), "picocom\n");
    Files.createDirectories(processes.resolve("1/fd"));
    assertEquals(Optional.empty(), diagnosis.before(port));
    assertEquals(
        port + " is in use by process 4711 (picocom): stop it, or choose another port",
        diagnosis.after(port, 11));
  }

  @Test
  void aFileIsNoSerialPort() throws IOException {
    Path file = port("notes");
    assertEquals(file + " is not a serial port", diagnosis.after(file, 25));
    String message =
        assertThrows(LinkException.class, () -> SerialLink.open(file.toString(), 1_000_000))
            .getMessage();
    assertTrue(message.contains("is not a serial port"), message);
  }
}
