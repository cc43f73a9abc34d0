package org.ophiura.sim.hardware.link;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.ophiura.sim.NearestName;

/** Says why a serial port cannot be used, and what to do about it. */
public final class PortDiagnosis {
  private static final List<String> SERIAL_NAMES = List.of("ttyUSB*", "ttyACM*", "ttyAMA*");

  private final Path devices;
  private final Path processes;
  private final Predicate<Path> permitted;

  /** For this machine. */
  public PortDiagnosis() {
    this(
        Path.of("/dev"),
        Path.of("/proc"),
        port -> Files.isReadable(port) && Files.isWritable(port));
  }

  /**
   * For another one.
   *
   * @param devices its /dev
   * @param processes its /proc
   * @param permitted whether this process may use a port
   */
  public PortDiagnosis(Path devices, Path processes, Predicate<Path> permitted) {
    this.devices = devices;
    this.processes = processes;
    this.permitted = permitted;
  }

  /** What is wrong with a port before anybody opens it. */
  public Optional<String> before(Path port) {
    if (!Files.exists(port)) {
      List<String> ports = ports();
      return Optional.of(
          "there is no serial port "
              + port
              + (ports.isEmpty()
                  ? ", nor any other: is the adapter plugged in?"
                  : NearestName.suggestion(port.toString(), ports)));
    }
    if (!permitted.test(port)) {
      String group = group(port);
      return Optional.of(
          "this user may not use "
              + port
              + ": sudo usermod -a -G "
              + group
              + " $USER, then log in again (the port belongs to group "
              + group
              + ")");
    }
    return Optional.empty();
  }

  /** What is wrong with a port that is there, is permitted, and could not be opened. */
  public String after(Path port, int errorNumber) {
    Optional<String> holder = holder(port);
    if (holder.isPresent()) {
      return port + " is in use by " + holder.get() + ": stop it, or choose another port";
    }
    // ENOTTY of Linux.
    return errorNumber == 25
        ? port + " is not a serial port"
        : "cannot open "
            + port
            + " (system error "
            + errorNumber
            + "): unplug the adapter and plug it in again";
  }

  private List<String> ports() {
    return SERIAL_NAMES.stream().flatMap(name -> matches(name).stream()).toList();
  }

  private List<String> matches(String name) {
    List<String> found = new ArrayList<>();
    try (DirectoryStream<Path> matches = Files.newDirectoryStream(devices, name)) {
      matches.forEach(match -> found.add(match.toString()));
    } catch (IOException e) {
      // A system without such a folder has no such ports.
      return List.of();
    }
    return found;
  }

  private static String group(Path port) {
    try {
      return Files.readAttributes(port, PosixFileAttributes.class).group().getName();
    } catch (IOException | UnsupportedOperationException e) {
      return "dialout";
    }
  }

  /** Another process that has the port open, as far as this one may look. */
  private Optional<String> holder(Path port) {
    try (DirectoryStream<Path> all = Files.newDirectoryStream(processes, "[0-9]*")) {
      Path device = port.toRealPath();
      for (Path process : all) {
        if (holds(process, device)) {
          String name = Files.readString(process.resolve("comm")).strip();
          return Optional.of("process " + process.getFileName() + " (" + name + ")");
        }
      }
    } catch (IOException e) {
      return Optional.empty();
    }
    return Optional.empty();
  }

  private static boolean holds(Path process, Path device) {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(process.resolve("fd"))) {
      for (Path file : files) {
        if (Files.isSymbolicLink(file) && Files.readSymbolicLink(file).equals(device)) {
          return true;
        }
      }
    } catch (IOException e) {
      // It has ended, or belongs to somebody else.
      return false;
    }
    return false;
  }
}
