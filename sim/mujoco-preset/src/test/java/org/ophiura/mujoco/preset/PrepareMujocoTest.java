package org.ophiura.mujoco.preset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs the build's own program with what a user may lack, and reads the message. Slow: it compiles
 * itself each time.
 */
@Tag("slow")
class PrepareMujocoTest {
  private static final String VERSION = MujocoPreset.mujocoVersion();
  private static final String OTHER_VERSION = VERSION.equals("4.0.0") ? "3.3.2" : "4.0.0";

  /** What this build itself was made from, an unpacked release by its layout. */
  private static final Path RELEASE =
      Path.of("target", "mujoco-" + VERSION, "mujoco").toAbsolutePath();

  @TempDir private Path directory;
  private Path programs;

  @BeforeEach
  void makeAnEmptyPath() throws IOException {
    programs = Files.createDirectory(directory.resolve("bin"));
  }

  @Test
  void missingPipIsNamedWithItsPackage() throws Exception {
    assertProblem(
        prepare(VERSION, Map.of()), "pip is missing", "apt install python3-pip", "MUJOCO_HOME");
  }

  @Test
  void missingNetworkShowsWhatPipSaid() throws Exception {
    program("pip", "[ \"$1\" = --version ] || { echo 'ERROR: no route to host'; exit 1; }");
    assertProblem(
        prepare(VERSION, Map.of()), "no route to host", "Check the network", "MUJOCO_HOME");
  }

  @Test
  void fileWithAnotherHashIsRefusedAndNotKept() throws Exception {
    program(
        "pip3",
        "while [ $# -gt 0 ]; do if [ \"$1\" = --dest ]; then echo fake > \"$2/mujoco.whl\"; fi; shift; done");
    assertProblem(
        prepare(VERSION, Map.of()), "SHA-256 of mujoco.whl must be", "wheels.csv", "MUJOCO_HOME");
    try (Stream<Path> files = Files.walk(directory)) {
      assertEquals(List.of(), files.filter(path -> path.toString().endsWith(".whl")).toList());
    }
  }

  @Test
  void unknownVersionListsTheKnownOnes() throws Exception {
    assertProblem(
        prepare("9.9.9", Map.of()), "got 9.9.9", "3.3.2 linux-x86_64", "4.0.0 linux-x86_64");
  }

  @Test
  void homeOfAnotherVersionIsRefused() throws Exception {
    assertProblem(
        prepare(OTHER_VERSION, Map.of("MUJOCO_HOME", RELEASE.toString())),
        "MUJOCO_HOME",
        "must be MuJoCo " + OTHER_VERSION,
        "got mjVERSION_HEADER");
  }

  @Test
  void homeWithoutHeadersIsRefused() throws Exception {
    assertProblem(
        prepare(VERSION, Map.of("MUJOCO_HOME", directory.toString())),
        "must hold include/mujoco/mujoco.h",
        "unset");
  }

  @Test
  void homeNeedsNeitherPipNorNetwork() throws Exception {
    program("g++", "exit 0");
    program("clang++", "exit 0");
    Outcome outcome = prepare(VERSION, Map.of("MUJOCO_HOME", RELEASE.toString()));
    assertEquals(0, outcome.exitCode, outcome.output);
    assertTrue(Files.exists(directory.resolve("build/mujoco/include/mujoco/mujoco.h")));
    assertTrue(
        Files.exists(directory.resolve("build/mujoco/LICENSE")), "distributions need the licence");
    assertTrue(Files.exists(directory.resolve("build/binding.inputs")));
  }

  @Test
  void missingCompilerIsNamedWithItsPackage() throws Exception {
    assertProblem(
        prepare(VERSION, Map.of("MUJOCO_HOME", RELEASE.toString())),
        "g++",
        "is missing",
        "apt install g++");
  }

  private record Outcome(int exitCode, String output) {}

  private static void assertProblem(Outcome outcome, String... parts) {
    assertEquals(1, outcome.exitCode, outcome.output);
    for (String part : parts) {
      assertTrue(outcome.output.contains(part), outcome.output);
    }
    assertTrue(
        outcome.output.startsWith("[ERROR] ") || outcome.output.startsWith("[INFO] "),
        outcome.output);
    assertEquals(-1, outcome.output.indexOf("\tat "), "a stack trace: " + outcome.output);
  }

  private Outcome prepare(String version, Map<String, String> environment) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add(Path.of("src", "build", "PrepareMujoco.java").toString());
    command.addAll(List.of(version, "0", Path.of("").toAbsolutePath().toString()));
    command.add(directory.resolve("build").toString());
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> !name.startsWith("LC_"));
    builder.environment().put("PATH", programs.toString());
    builder.environment().put("XDG_CACHE_HOME", directory.resolve("cache").toString());
    builder.environment().putAll(environment);
    Process process = builder.start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Outcome(process.waitFor(), output);
  }

  private void program(String name, String script) throws IOException {
    Path file = Files.writeString(programs.resolve(name), "#!/bin/sh\n" + script + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
