package org.ophiura.sim.hardware.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ophiura.sim.hardware.servo.BusSettings;

/** On a copy of the few files that the kernel shows of an adapter. */
final class LatencyTimerTest {
  private static final BusSettings BUS = new BusSettings(1_000_000, 0, 0.003, 1, false);
  private static final String FIX =
      "echo 1 | sudo tee /sys/bus/usb-serial/devices/ttyUSB0/latency_timer; to keep it so, write"
          + " ACTION==\"add\", SUBSYSTEM==\"usb-serial\", ATTR{latency_timer}=\"1\" to"
          + " /etc/udev/rules.d/99-servos.rules";

  @TempDir private Path root;

  private Finding examine(String port) {
    return new LatencyTimer(root).examine(port, BUS);
  }

  @Test
  void theDefaultOf16MillisecondsIsToldWithItsRemedy() throws IOException {
    Patient.plugIn(root, "16");
    assertEquals(
        new Finding(
            false,
            "latency",
            "the adapter keeps bytes for 16 ms before it hands them on",
            Optional.of(FIX)),
        examine("/dev/ttyUSB0"));
  }

  @Test
  void theRemedyIsOne() throws IOException {
    Patient.plugIn(root, "16");
    Files.writeString(root.resolve("sys/bus/usb-serial/devices/ttyUSB0/latency_timer"), "1\n");
    assertTrue(examine("/dev/ttyUSB0").well());
  }

  @Test
  void aLinkByTheAdaptersSerialNumberIsFollowed() throws IOException {
    Patient.plugIn(root, "16");
    Path byId = Files.createDirectories(root.resolve("dev/serial/by-id"));
    Files.createSymbolicLink(byId.resolve("usb-FTDI_U2D2_FT1"), Path.of("../../ttyUSB0"));
    Finding finding = examine("/dev/serial/by-id/usb-FTDI_U2D2_FT1");
    assertEquals(Optional.of(FIX), finding.fix());
  }

  @Test
  void aKernelThatListsItWithTheTerminalsAloneIsUnderstood() throws IOException {
    Patient.plugIn(root, "16");
    Files.delete(root.resolve("sys/bus/usb-serial/devices/ttyUSB0"));
    assertFalse(examine("/dev/ttyUSB0").well());
  }

  @Test
  void anAdapterWithoutATimerNeedsNone() throws IOException {
    Patient.adapter(root, "cp210x");
    assertEquals(
        Finding.well("latency", "the driver cp210x of /dev/ttyUSB0 has no latency timer"),
        examine("/dev/ttyUSB0"));
  }

  @Test
  void aPseudoTerminalHasNone() {
    assertEquals(
        Finding.well("latency", "/dev/pts/3 is no USB adapter: it has no latency timer"),
        examine("/dev/pts/3"));
  }

  @Test
  void patienceThatIsShorterThanTheAdaptersIsTold() throws IOException {
    Patient.plugIn(root, "1");
    BusSettings hasty = new BusSettings(1_000_000, 0, 0.001, 1, false);
    assertEquals(
        Optional.of("set patience to 0.003"),
        new LatencyTimer(root).examine("/dev/ttyUSB0", hasty).fix());
  }
}
