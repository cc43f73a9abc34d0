package org.ophiura.sim.hardware.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.ophiura.sim.hardware.servo.BusSettings;

/**
 * How long a USB adapter keeps bytes before it hands them on. FTDI's do so for 16 ms unless told
 * otherwise, which is longer than a control period.
 */
final class LatencyTimer {
  private static final String SUBJECT = "latency";
  private static final int BEST_MILLIS = 1;

  private final Path root;

  /**
   * Looks at a machine.
   *
   * @param root the folder that holds {@code dev} and {@code sys}: {@code /}, or a copy of them
   */
  LatencyTimer(Path root) {
    this.root = root;
  }

  /** What is found about a port. */
  Finding examine(String port, BusSettings bus) {
    String device = device(port);
    Path adapter = adapter(device);
    Optional<String> setting = line(adapter.resolve("latency_timer"));
    if (setting.isEmpty()) {
      return Finding.well(
          SUBJECT,
          driver(adapter)
              .map(driver -> "the driver " + driver + " of " + port + " has no latency timer")
              .orElse(port + " is no USB adapter: it has no latency timer"));
    }
    int millis = millis(setting.get());
    if (millis == BEST_MILLIS) {
      return bus.patienceSeconds() > BEST_MILLIS * 1e-3
          ? Finding.well(SUBJECT, "the adapter hands bytes on after 1 ms")
          : Finding.problem(
              SUBJECT,
              "the adapter hands bytes on after 1 ms, and no answer is waited for longer than "
                  + bus.patienceSeconds()
                  + " s",
              "set patience to 0.003");
    }
    return Finding.problem(
        SUBJECT,
        "the adapter keeps bytes for " + setting.get() + " ms before it hands them on",
        "echo 1 | sudo tee /sys/bus/usb-serial/devices/"
            + device
            + "/latency_timer; to keep it so, write ACTION==\"add\", SUBSYSTEM==\"usb-serial\","
            + " ATTR{latency_timer}=\"1\" to /etc/udev/rules.d/99-servos.rules");
  }

  /** Name of the device behind a port, which may be a link such as those in /dev/serial/by-id. */
  private String device(String port) {
    Path path = root.resolve(Path.of("/").relativize(Path.of(port).toAbsolutePath()));
    try {
      return name(path.toRealPath());
    } catch (IOException e) {
      return name(path);
    }
  }

  private Path adapter(String device) {
    Path serial = root.resolve("sys/bus/usb-serial/devices").resolve(device);
    return Files.exists(serial)
        ? serial
        : root.resolve("sys/class/tty").resolve(device).resolve("device");
  }

  private static Optional<String> driver(Path adapter) {
    try {
      return Optional.of(name(adapter.resolve("driver").toRealPath()));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static int millis(String setting) {
    try {
      return Integer.parseInt(setting);
    } catch (NumberFormatException e) {
      return Integer.MAX_VALUE;
    }
  }

  private static Optional<String> line(Path file) {
    try {
      return Optional.of(Files.readString(file).strip());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static String name(Path path) {
    return String.valueOf(path.getFileName());
  }
}
