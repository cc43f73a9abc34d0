package org.ophiura.app.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ophiura.app.config.Samples.Trial;

/** Every message a user can get, word for word. {@code FILE} stands for the file's name. */
final class ConfigProblemsTest {
  @TempDir Path folder;

  private String problemsOf(Path file, String... overrides) {
    ConfigException e =
        assertThrows(
            ConfigException.class, () -> ConfigReader.read(file, Trial.class, List.of(overrides)));
    assertEquals(String.join("\n", e.problems()), e.getMessage());
    return String.join("\n", e.problems())
        .replace(file.toString(), "FILE")
        .replace(folder.toString(), "FOLDER");
  }

  private String problems(String yaml, String... overrides) throws IOException {
    return problemsOf(Files.writeString(folder.resolve("trial.yaml"), yaml), overrides);
  }

  private static String lines(String... lines) {
    return Arrays.stream(lines).collect(Collectors.joining("\n"));
  }

  @Test
  void allProblemsAreToldInTheOrderOfTheFile() throws IOException {
    assertEquals(
        lines(
            "FILE:1: seed must be >= 0, got -1",
            "FILE:3: body.modle is not a setting; did you mean 'body.model'?"
                + " Known: model, physics-timestep, physics-steps-per-control-step",
            "FILE:4: body.physics-timestep must be > 0 (s), got 0",
            "FILE:6: gait.fraction must be in [0, 1], got 1.5",
            "FILE:7: gait.gain must be > 0 (1/s), got -3",
            "FILE:8: nmae is not a setting; did you mean 'name'?"
                + " Known: name, seed, body, target, gait, others, table, time-limit",
            "--set gait.revers: gait.revers is not a setting; did you mean 'gait.reverse'?"
                + " Known: gain, lowest, highest, fraction, phases, weights, reverse"),
        problems(
            """
            seed: -1
            body:
              modle: brittle-star
              physics-timestep: 0
            gait:
              fraction: 1.5
              gain: -3
            nmae: x
            """,
            "gait.revers=true"));
  }

  private void assertProblem(String expected, String yaml, String... overrides) throws IOException {
    assertEquals(expected, problems(yaml, overrides));
  }

  @Test
  void filesThatHoldNoText() throws IOException {
    Files.writeString(folder.resolve("target-locomotion.yaml"), "{}");
    assertEquals(
        "FILE: does not exist; did you mean 'target-locomotion.yaml'? Known: target-locomotion.yaml",
        problemsOf(folder.resolve("target-locomotoin.yaml")));
    assertEquals(
        "FILE: does not exist, nor does the folder FOLDER/trails",
        problemsOf(folder.resolve("trails/a.yaml")));
    Path empty = Files.createDirectory(folder.resolve("empty"));
    assertEquals(
        "FILE: does not exist; there is no YAML file in FOLDER/empty",
        problemsOf(empty.resolve("a.yaml")));
    assertEquals("FILE: is a folder; name a YAML file", problemsOf(empty));
    String nothing = "FILE: is empty; write settings as key: value, or {} for the defaults";
    assertProblem(nothing, "");
    assertProblem(nothing, "# only a comment\n");
    assertProblem(nothing, "---\n");
    assertProblem(
        "FILE: is larger than 1 MB; a settings file is not", "# " + "x".repeat(1 << 20) + "\n{}");
    Path latin = folder.resolve("latin.yaml");
    Files.write(latin, "seed: 1\nname: é\n".getBytes(StandardCharsets.ISO_8859_1));
    assertEquals("FILE:2: is not UTF-8 text; save the file in that encoding", problemsOf(latin));
  }

  @Test
  void aFileThatMayNotBeRead() throws IOException {
    Path file = Files.writeString(folder.resolve("a.yaml"), "{}");
    Files.setPosixFilePermissions(file, Set.of());
    assumeFalse(Files.isReadable(file), "the super-user may read everything");
    assertEquals("FILE: may not be read: permission denied", problemsOf(file));
  }

  @Test
  void textThatIsNotYaml() throws IOException {
    assertProblem(
        "FILE:2: column 5 is not valid YAML: mapping values are not allowed here",
        "seed: 1\nx: y: z\n");
    assertProblem(
        "FILE:2: column 1 is not valid YAML: found character '\\t(TAB)' that cannot start any"
            + " token. (Do not use \\t(TAB) for indentation)",
        "gait:\n\tgain: 1\n");
    assertProblem(
        "FILE:3: column 1 is not valid YAML: expected ',' or ']', but got <stream end>",
        "gait:\n  phases: [1, 2\n");
    assertProblem(
        "FILE:2: has a control character (U+0001); take it out", "seed: 1\nname: \u0001\n");
  }

  @Test
  void theRestOfYamlIsRefused() throws IOException {
    assertProblem(
        "FILE:2: sets an anchor (&g); write the values out", "seed: 1\ngait: &g {gain: 2}\n");
    assertProblem("FILE:1: uses an alias (*g); write the value out", "gait: *g\n");
    assertProblem(
        "FILE:2: uses an alias (*defaults); write the value out", "gait:\n  <<: *defaults\n");
    assertProblem("FILE:1: has a tag (!!int); write the value without it", "seed: !!int 3\n");
    assertProblem(
        "FILE:2: starts a second document (---); a file holds one", "seed: 1\n---\nseed: 2\n");
    assertProblem(
        "FILE:1: has a list or a block as a key; a key is a setting's name", "[a, b]: 1\n");
    assertProblem(
        "FILE:1: is nested deeper than 40 levels",
        "gait: {phases: " + "[".repeat(50_000) + "]".repeat(50_000) + "}\n");
  }

  @Test
  void keysThatAreGivenTwice() throws IOException {
    assertProblem(
        lines(
            "FILE:4: gait.gain is given twice, first in line 2; keep one",
            "FILE:5: gait is given twice, first in line 1; keep one"),
        "gait:\n  gain: 1\n  reverse: true\n  gain: 2\ngait: {}\n");
  }

  @Test
  void aFileThatIsNotABlock() throws IOException {
    assertProblem("FILE:1: must be a block of settings, got a list", "- seed: 1\n");
    assertProblem("FILE:1: must be a block of settings, got 'seed=1'", "seed=1\n");
  }

  @Test
  void numbers() throws IOException {
    assertProblem("FILE:1: seed must be a whole number, got 1.5", "seed: 1.5");
    assertProblem("FILE:1: seed must be a whole number, got 'one'", "seed: one");
    assertProblem("FILE:1: seed must be a whole number, got '0x10'", "seed: 0x10");
    assertProblem("FILE:1: seed must be a whole number, got nothing", "seed:");
    assertProblem("FILE:1: seed must be a whole number, got true", "seed: true");
    assertProblem("FILE:1: seed must be a whole number, got a list", "seed: [1]");
    assertProblem("FILE:1: seed must be a whole number, got a block of settings", "seed: {a: 1}");
    assertProblem(
        "FILE:1: seed must be a whole number, got the text '1'; take the quotes away", "seed: '1'");
    assertProblem(
        "FILE:1: seed must be a whole number in [-9223372036854775808, 9223372036854775807], got"
            + " 9223372036854775808",
        "seed: 9223372036854775808");
    assertProblem(
        "FILE:1: body.physics-steps-per-control-step must be a whole number in [-2147483648,"
            + " 2147483647], got 1e999999999",
        "body: {physics-steps-per-control-step: 1e999999999}");
    assertProblem("FILE:1: gait.gain must be a number (1/s), got 'fast'", "gait: {gain: fast}");
    assertProblem("FILE:1: gait.gain must be a number (1/s), got '.nan'", "gait: {gain: .nan}");
    assertProblem(
        "FILE:1: gait.gain must be a number (1/s), got the text '2'; take the quotes away",
        "gait: {gain: \"2\"}");
    assertProblem(
        "FILE:1: gait.gain must be a finite number (1/s), got 1e999", "gait: {gain: 1e999}");
    assertProblem("FILE:1: gait.gain must be > 0 (1/s), got -3", "gait: {gain: -3}");
    assertProblem("FILE:1: time-limit must be > 0 (s), got 0.0", "time-limit: 0.0");
  }

  @Test
  void flagsWordsTextAndFileNames() throws IOException {
    assertProblem("FILE:1: gait.reverse must be true or false, got 'yes'", "gait: {reverse: yes}");
    assertProblem(
        "FILE:1: gait.reverse must be true or false, got the text 'true'; take the quotes away",
        "gait: {reverse: 'true'}");
    assertProblem(
        "FILE:1: body.model.actuation must be one of position, torque, tendon-torque, got"
            + " 'tendon_torque'; did you mean 'tendon-torque'?",
        "body: {model: {type: brittle-star, actuation: tendon_torque}}");
    assertProblem(
        "FILE:1: body.model.actuation must be one of position, torque, tendon-torque, got nothing",
        "body: {model: {actuation: }}");
    assertProblem("FILE:1: name must be text, got nothing", "name: ~");
    assertProblem("FILE:1: name must be text, got a list", "name: [a]");
    assertProblem("FILE:1: table must be a file name, got the text ''", "table: ''");
    assertProblem("FILE:1: table must be a file name, got a list", "table: [a]");
    assertProblem("FILE:1: table must be a file name, got the text 'a?b'", "table: \"a\\0b\"");
    assertProblem("FILE:1: seed must be a whole number, got the text '?[31m'", "seed: \"\\e[31m\"");
    assertProblem(
        "FILE:1: seed must be a whole number, got '" + "x".repeat(60) + "…'",
        "seed: " + "x".repeat(200));
    assertProblem(
        "FILE:1: seed must be a whole number, got the text 'a\\nb'", "seed:\n  |-\n  a\n  b");
  }

  @Test
  void lists() throws IOException {
    assertProblem("FILE:1: gait.phases must be a list, got 3; write [3]", "gait: {phases: 3}");
    assertProblem("FILE:1: gait.phases must be a list, got nothing", "gait: {phases: }");
    assertProblem(
        lines(
            "FILE:4: gait.phases[1] must be a number (rad), got 'x'",
            "FILE:5: gait.weights[0][1] must be in [-1, 1], got 2",
            "FILE:5: gait.weights[1] must be a list, got 7; write [7]"),
        "gait:\n  phases:\n  - 1\n  - x\n  weights: [[1, 2], 7]\n");
    assertProblem(
        "FILE:1: target.position must be a list [x, y, z], got 2 values",
        "target: {type: fixed, position: [1, 2]}");
    assertProblem(
        "FILE:1: target.position must be a list [x, y, z], got 1",
        "target: {type: fixed, position: 1}");
    assertProblem(
        "FILE:1: target.position[2] must be a number (m), got 'z'",
        "target: {type: fixed, position: [1, 2, z]}");
  }

  @Test
  void blocks() throws IOException {
    assertProblem(
        "FILE:1: gait must be a block of settings, got nothing; leave it out for its defaults, or"
            + " write {}",
        "gait:\nseed: 1");
    assertProblem("FILE:1: gait must be a block of settings, got 'rowing'", "gait: rowing");
    assertProblem(
        "FILE:3: body.port must be given: The serial port.",
        "seed: 1\n\nbody:\n  type: servos\n  count: 3\n");
    assertProblem("FILE:1: body.port must be given: The serial port.", "body: servos");
  }

  @Test
  void types() throws IOException {
    assertProblem(
        "FILE:2: body.type must name a body, got 'mujoko'; did you mean 'mujoco'?"
            + " Known: mujoco, pair, servos",
        "body:\n  type: mujoko\n  anything: 3\n");
    assertProblem(
        "FILE:1: target.type must name a target, got 'circle'; did you mean 'on-circle'?"
            + " Known: fixed, on-circle",
        "target: circle");
    assertProblem(
        "FILE:1: body.first.type must be given: one of mujoco, pair, servos",
        "body: {type: pair, first: {}}");
    assertProblem("FILE:1: body.type must name a body, got a list", "body: {type: [mujoco]}");
    assertProblem("FILE:1: body must name a body, got nothing", "body:");
    assertProblem("FILE:1: body must name a body, got a list", "body: [mujoco]");
    assertProblem(
        "FILE:1: target.distence is not a setting; did you mean 'target.distance'?"
            + " Known: distance",
        "target: {type: on-circle, distance: 1, distence: 2}");
    assertProblem(
        "FILE:2: others[1].type must name a body, got 'x'; did you mean 'pair'?"
            + " Known: mujoco, pair, servos",
        "others:\n  [mujoco, x]\n");
  }

  @Test
  void rulesOfRecordsAreToldWithTheLineOfTheirSetting() throws IOException {
    assertProblem(
        "FILE:3: gait.lowest must be <= highest (0.5 rad), got 2.0",
        "gait:\n  gain: 1\n  lowest: 2");
    assertProblem(
        "FILE:1: gait.lowest must be <= highest (-2.0 rad), got -0.5", "gait:\n  highest: -2");
    assertProblem(
        "FILE:4: gait.phases[1] must not fall, got 1.0", "gait:\n  phases:\n  - 2\n  - 1\n");
    assertProblem(
        "FILE:3: body.model.segments-per-arm must list at most 5 arms, got 6",
        "body:\n  model:\n    segments-per-arm: [1, 2, 3, 4, 5, 6]\n");
  }

  @Test
  void overrides() throws IOException {
    String form = "must be KEY=VALUE, such as seed=7 or plant.arena.half-size[0]=2";
    assertProblem("--set seed: " + form, "{}", "seed");
    assertProblem("--set : " + form, "{}", "=3");
    assertProblem("--set gait..gain: " + form, "{}", "gait..gain=3");
    assertProblem("--set gait.phases[a]: " + form, "{}", "gait.phases[a]=3");
    assertProblem(
        "--set seed: column 3 is not valid YAML: expected ',' or ']', but got <stream end>",
        "{}",
        "seed=[1");
    assertProblem("--set seed: seed must be a whole number, got nothing", "{}", "seed=");
    assertProblem("--set seed: seed must be >= 0, got -2", "seed: 1", "seed=-2");
    assertProblem(
        "--set seed.x: seed must be a whole number, got a block of settings", "{}", "seed.x=1");
    assertProblem("--set seed: uses an alias (*a); write the value out", "{}", "seed=*a");
    assertProblem(
        "--set body.modle.type: body.modle is not a setting; did you mean 'body.model'?"
            + " Known: model, physics-timestep, physics-steps-per-control-step",
        "{}",
        "body.modle.type=mjcf");
    assertProblem(
        "--set gait.phases[3]: gait.phases has 3 elements, the last is [2]",
        "{}",
        "gait.phases[3]=1");
    assertProblem("--set others[0]: others has 0 elements", "{}", "others[0]=mujoco");
    assertProblem("FILE:1: must be a block of settings, got a list", "[1]", "seed=1");
    assertProblem(
        "FILE:1: gait must be a block of settings, got 'rowing'", "gait: rowing", "gait.gain=1");
    assertProblem("FILE:1: body must name a body, got a list", "body: [a]", "body.type=mujoco");
    assertProblem(
        "--set gait.gain[0]: gait.gain is not a list here; set it as a whole, such as [1, 2]",
        "{}",
        "gait.gain[0]=1");
    assertProblem(
        "--set body.type: body.port must be given: The serial port.", "{}", "body.type=servos");
    assertProblem(
        "--set body.model.type: body.model.file must be given: The MJCF file.",
        "body: {model: {segments-per-arm: [1]}}",
        "body.model.type=mjcf");
  }
}
