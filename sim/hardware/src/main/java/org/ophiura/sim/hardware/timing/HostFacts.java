package org.ophiura.sim.hardware.timing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What of a machine bears on the timing of a loop; {@link #UNKNOWN} where it does not say.
 *
 * @param kernel release of the kernel
 * @param realTimeKernel whether it is a fully preemptible one
 * @param governor how the processors' clock rate is governed; several where they differ
 * @param processor model of the processors
 * @param processors how many this process may use
 * @param java version of the Java machine
 */
public record HostFacts(
    String kernel,
    boolean realTimeKernel,
    String governor,
    String processor,
    int processors,
    String java) {
  /** What the machine does not say. */
  public static final String UNKNOWN = "unknown";

  /**
   * Reads the facts of a Linux machine.
   *
   * @param root the folder that holds {@code proc} and {@code sys}: {@code /}, or a copy of them
   */
  public static HostFacts read(Path root) {
    return new HostFacts(
        line(root.resolve("proc/sys/kernel/osrelease")).orElse(UNKNOWN),
        realTime(root),
        governor(root.resolve("sys/devices/system/cpu")),
        processor(root.resolve("proc/cpuinfo")),
        Runtime.getRuntime().availableProcessors(),
        System.getProperty("java.version", UNKNOWN));
  }

  private static boolean realTime(Path root) {
    return line(root.resolve("sys/kernel/realtime")).orElse("0").equals("1")
        || line(root.resolve("proc/version")).orElse("").contains("PREEMPT_RT");
  }

  private static String governor(Path processors) {
    TreeSet<String> governors = new TreeSet<>();
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(processors, "cpu[0-9]*")) {
      for (Path folder : folders) {
        line(folder.resolve("cpufreq/scaling_governor")).ifPresent(governors::add);
      }
    } catch (IOException e) {
      return UNKNOWN;
    }
    return governors.isEmpty() ? UNKNOWN : String.join(", ", governors);
  }

  private static String processor(Path information) {
    return text(information)
        .flatMap(
            text ->
                text.lines()
                    .filter(line -> line.startsWith("model name") && line.indexOf(':') >= 0)
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst())
        .orElse(UNKNOWN);
  }

  private static Optional<String> line(Path file) {
    return text(file).map(String::strip).filter(line -> !line.isEmpty());
  }

  private static Optional<String> text(Path file) {
    try {
      return Optional.of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
