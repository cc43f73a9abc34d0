package org.ophiura.app.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Python package, with the real Gymnasium, which pip installs into a throw-away folder. */
@Tag("slow")
final class PythonPackageTest {
  private static final String VERSION = "1.4.0";

  @TempDir private Path folder;

  private String run(List<String> command) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder
        .environment()
        .put("PYTHONPATH", folder.resolve("packages") + ":" + Path.of("python").toAbsolutePath());
    builder.environment().put("PYTHONDONTWRITEBYTECODE", "1");
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), output);
    return output;
  }

  @Test
  void trialsPassGymnasiumsOwnChecker() throws IOException, InterruptedException {
    run(
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
            folder.resolve("packages").toString(),
            "gymnasium==" + VERSION));
    Path script = folder.resolve("check_environments.py");
    try (InputStream in =
        Objects.requireNonNull(
            PythonPackageTest.class.getResourceAsStream("check_environments.py"))) {
      Files.copy(in, script);
    }
    List<String> command = new ArrayList<>(List.of("python3", script.toString()));
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            "org.ophiura.app.cli.Main",
            Path.of("trials").toAbsolutePath().toString()));
    String output = run(command);
    assertTrue(output.contains("classic/cart-pole-dqn-003.yaml ndarray\n"), output);
    assertTrue(output.contains("classic/taxi-q-learning.yaml str\n"), output);
    assertTrue(output.contains("no-such.yaml: does not exist"), output);
    assertTrue(output.endsWith("checked\n"), output);
  }
}
