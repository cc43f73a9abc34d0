package org.ophiura.sim.classic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Python packages in a throw-away folder, and a command that runs Python with them. */
public final class PythonPackages {
  private PythonPackages() {}

  /**
   * Installs packages with pip and writes a command that knows them.
   *
   * @return the command's path
   */
  public static String install(Path folder, String... packages)
      throws IOException, InterruptedException {
    Path target = folder.resolve("packages");
    List<String> command =
        new ArrayList<>(
            List.of(
                "python3",
                "-m",
                "pip",
                "install",
                "--quiet",
                "--disable-pip-version-check",
                "--only-binary",
                ":all:",
                "--target",
                target.toString()));
    command.addAll(List.of(packages));
    run(command);
    Path python = folder.resolve("python");
    Files.writeString(python, "#!/bin/sh\nPYTHONPATH='" + target + "' exec python3 \"$@\"\n");
    if (!python.toFile().setExecutable(true)) {
      throw new IOException(python + " cannot be made executable");
    }
    return python.toString();
  }

  /** Runs a command that must succeed. */
  public static void run(List<String> command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), command + "\n" + output);
  }
}
