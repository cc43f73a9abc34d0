package org.ophiura.app.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ophiura.app.config.Samples.Actuation;
import org.ophiura.app.config.Samples.BrittleStar;
import org.ophiura.app.config.Samples.FixedTarget;
import org.ophiura.app.config.Samples.ModelFile;
import org.ophiura.app.config.Samples.MujocoSettings;
import org.ophiura.app.config.Samples.OnCircle;
import org.ophiura.app.config.Samples.PairSettings;
import org.ophiura.app.config.Samples.ServoSettings;
import org.ophiura.app.config.Samples.Trial;
import org.ophiura.sim.Position;
import org.ophiura.sim.plugin.Choice;
import org.ophiura.sim.plugin.Setting;
import org.ophiura.sim.plugin.SettingException;

/** What files mean; what is wrong with them is in {@link ConfigProblemsTest}. */
final class ConfigReaderTest {
  @TempDir Path folder;

  private Trial read(String yaml, String... overrides) throws IOException {
    Path file = Files.writeString(folder.resolve("trial.yaml"), yaml);
    return ConfigReader.read(file, Trial.class, List.of(overrides));
  }

  private static MujocoSettings mujoco(Trial trial) {
    return assertInstanceOf(MujocoSettings.class, trial.body().settings());
  }

  private static BrittleStar brittleStar(Trial trial) {
    return assertInstanceOf(BrittleStar.class, mujoco(trial).model());
  }

  @Test
  void anEmptyBlockTakesEveryDefault() throws IOException {
    Trial trial = read("{}");
    assertEquals("trial", trial.name());
    assertEquals(1L, trial.seed());
    assertEquals("mujoco", trial.body().plugin().id());
    assertEquals(
        new MujocoSettings(new BrittleStar(List.of(3, 3, 3, 3, 3), Actuation.POSITION), 0.004, 10),
        trial.body().settings());
    assertEquals(new OnCircle(1.2), trial.target());
    assertEquals(List.of(0.0, 1.5, 3.0), trial.gait().phases());
    assertEquals(List.of(List.of(0.0, 1.0), List.of(1.0, 0.0)), trial.gait().weights());
    assertEquals(Optional.empty(), trial.table());
    assertEquals(Optional.of(20.0), trial.timeLimit());
    assertEquals(List.of(), trial.others());
  }

  @Test
  void everyKindOfValueIsRead() throws IOException {
    Trial trial =
        read(
            """
            name: my trial
            seed: 9223372036854775807
            body:
              type: mujoco
              model: {type: brittle-star, segments-per-arm: [3, 0, 3.0, 1e1, 3], actuation: tendon-torque}
              physics-timestep: 1e-3
            target: {type: fixed, position: [1, -.5, +2.5E-1]}
            gait:
              reverse: true
              phases:
              - 0
              - 1
            others: [mujoco, {type: servos, port: /dev/ttyUSB0}]
            table: tables/first.csv
            time-limit: null
            """);
    assertEquals("my trial", trial.name());
    assertEquals(Long.MAX_VALUE, trial.seed());
    assertEquals(
        new BrittleStar(List.of(3, 0, 3, 10, 3), Actuation.TENDON_TORQUE), brittleStar(trial));
    assertEquals(0.001, mujoco(trial).physicsTimestep());
    assertEquals(new FixedTarget(new Position(1, -0.5, 0.25)), trial.target());
    assertEquals(true, trial.gait().reverse());
    assertEquals(List.of(0.0, 1.0), trial.gait().phases());
    assertEquals(new ServoSettings("/dev/ttyUSB0", 30), trial.others().get(1).settings());
    assertEquals(Optional.of(folder.toAbsolutePath().resolve("tables/first.csv")), trial.table());
    assertEquals(Optional.empty(), trial.timeLimit());
  }

  @Test
  void aBareIdStandsForABlockWithThatType() throws IOException {
    assertEquals("mujoco", read("body: mujoco").body().plugin().id());
    assertEquals(new FixedTarget(new Position(0.9, -0.4, 0.05)), read("target: fixed").target());
  }

  @Test
  void aBlockThatIsGivenTakesThePlaceOfTheWholeDefault() throws IOException {
    assertEquals(0.002, mujoco(read("body: {type: mujoco}")).physicsTimestep());
  }

  @Test
  void aBlockWithoutTypeHasTheTypeOfItsDefault() throws IOException {
    assertEquals(new OnCircle(3), read("target: {distance: 3}").target());
    assertEquals(
        7, mujoco(read("body: {physics-steps-per-control-step: 7}")).physicsStepsPerControlStep());
  }

  @Test
  void wordsThatOtherReadersTakeForBooleansOrNumbersStayText() throws IOException {
    assertEquals("no", read("name: no").name());
    assertEquals("012", read("name: 012").name());
    assertEquals("1_000", read("name: 1_000").name());
    assertEquals("null", read("name: 'null'").name());
  }

  @Test
  void pluginsHoldPlugins() throws IOException {
    Trial trial = read("body: {type: pair, first: {type: servos, port: a}}");
    PairSettings pair = assertInstanceOf(PairSettings.class, trial.body().settings());
    assertEquals("servos", pair.first().plugin().id());
    assertEquals("mujoco", pair.second().plugin().id());
  }

  @Test
  void overridesReplaceOneSetting() throws IOException {
    String yaml = "seed: 3\nbody: {type: mujoco, physics-timestep: 0.001}";
    Trial trial = read(yaml, "seed=4", "body.physics-steps-per-control-step=5", "name=a=b");
    assertEquals(4, trial.seed());
    assertEquals(5, mujoco(trial).physicsStepsPerControlStep());
    assertEquals(0.001, mujoco(trial).physicsTimestep());
    assertEquals("a=b", trial.name());
  }

  @Test
  void overridesOfBlocksThatTheFileLeavesOutStartFromTheDefaults() throws IOException {
    Trial trial =
        read("{}", "body.physics-steps-per-control-step=5", "gait.gain=3", "target.distance=2");
    assertEquals(0.004, mujoco(trial).physicsTimestep());
    assertEquals(5, mujoco(trial).physicsStepsPerControlStep());
    assertEquals(3, trial.gait().gain());
    assertEquals(new OnCircle(2), trial.target());
  }

  @Test
  void overridesReachElementsOfLists() throws IOException {
    Trial trial =
        read(
            "others: [mujoco]",
            "gait.phases[1]=2",
            "gait.weights[1][0]=0.5",
            "body.model.segments-per-arm[4]=0",
            "others[0].physics-timestep=0.001");
    assertEquals(List.of(0.0, 2.0, 3.0), trial.gait().phases());
    assertEquals(List.of(List.of(0.0, 1.0), List.of(0.5, 0.0)), trial.gait().weights());
    assertEquals(List.of(3, 3, 3, 3, 0), brittleStar(trial).segmentsPerArm());
    MujocoSettings other = assertInstanceOf(MujocoSettings.class, trial.others().get(0).settings());
    assertEquals(0.001, other.physicsTimestep());
  }

  @Test
  void overridingTheTypeDropsTheSettingsOfTheFormerType() throws IOException {
    Trial explicit = read("body: {type: servos, port: a, count: 4}", "body.type=mujoco");
    assertEquals("mujoco", explicit.body().plugin().id());
    Trial byDefault = read("body: {physics-timestep: 0.001}", "body.type=servos", "body.port=b");
    assertEquals(new ServoSettings("b", 30), byDefault.body().settings());
    Trial shorthand = read("body: mujoco", "body.type=servos", "body.port=b");
    assertEquals(new ServoSettings("b", 30), shorthand.body().settings());
  }

  @Test
  void overridingTheTypeByTheSameKeepsTheSettings() throws IOException {
    assertEquals(
        new ServoSettings("a", 4),
        read("body: {type: servos, port: a, count: 4}", "body.type=servos").body().settings());
    assertEquals(
        0.001,
        mujoco(read("body: {physics-timestep: 0.001}", "body.type=mujoco")).physicsTimestep());
  }

  @Test
  void overridesMayBeBlocks() throws IOException {
    Trial trial = read("{}", "body={type: servos, port: c}", "gait={gain: 2}");
    assertEquals(new ServoSettings("c", 30), trial.body().settings());
    assertEquals(2, trial.gait().gain());
  }

  @Test
  void pathsOfTheFileAreRelativeToItAndPathsOfOverridesToTheWorkingDirectory() throws IOException {
    Trial inFile = read("body: {type: mujoco, model: {type: mjcf, file: ../robot.xml}}");
    assertEquals(
        new ModelFile(folder.resolveSibling("robot.xml").toAbsolutePath()), mujoco(inFile).model());
    Trial overridden = read("{}", "table=table.csv");
    assertEquals(Optional.of(Path.of("table.csv").toAbsolutePath()), overridden.table());
  }

  @Test
  void aProblemFoundLaterIsLocated() throws IOException {
    Path file = Files.writeString(folder.resolve("t.yaml"), "seed: 1\nbody:\n  type: mujoco\n");
    Config<Trial> config = ConfigReader.load(file, Trial.class, List.of("gait.phases=[1, 2]"));
    assertEquals(
        file + ":2: body.model.file must exist, got robot.xml",
        config
            .locate(new SettingException("model.file", "must exist, got robot.xml").under("body"))
            .getMessage());
    assertEquals(
        "--set gait.phases: gait.phases[1] must be 3, got 2",
        config.locate(new SettingException("gait.phases[1]", "must be 3, got 2")).getMessage());
  }

  @Test
  void byteOrderMarksAndWindowsLineEndsAreNoProblem() throws IOException {
    assertEquals(5, read("\uFEFFname: a\r\nseed: 5\r\n").seed());
  }

  /** A block that may be missing. */
  record Outer(
      @Setting(value = "May be left out.", defaultValue = Setting.NONE) Optional<Inner> inner) {}

  /** Complains in words of its own. */
  record Inner(
      @Setting(value = "Anything but 13.", defaultValue = "1") int first,
      @Setting(value = "Anything.", defaultValue = "2") int second) {
    Inner {
      if (first == 13) {
        throw new IllegalArgumentException("13 brings bad luck");
      }
    }
  }

  @Test
  void overridesMakeBlocksThatMayBeLeftOut() throws IOException {
    Path file = Files.writeString(folder.resolve("t.yaml"), "{}");
    assertEquals(Optional.empty(), ConfigReader.read(file, Outer.class, List.of()).inner());
    assertEquals(
        Optional.of(new Inner(1, 5)),
        ConfigReader.read(file, Outer.class, List.of("inner.second=5")).inner());
    assertEquals(
        Optional.empty(),
        ConfigReader.read(file, Outer.class, List.of("inner.second=5", "inner=null")).inner());
  }

  @Test
  void aRuleToldWithoutAPathIsToldOfItsBlock() throws IOException {
    Path file = Files.writeString(folder.resolve("t.yaml"), "\ninner:\n  first: 13\n");
    ConfigException e =
        assertThrows(ConfigException.class, () -> ConfigReader.read(file, Outer.class, List.of()));
    assertEquals(file + ":2: inner is not valid: 13 brings bad luck", e.getMessage());
  }

  /** Nothing that a file can hold. */
  record Untold(StringBuilder text) {}

  /** Nothing that a file can hold, either. */
  record Unreadable(@Setting("Some text.") StringBuilder text) {}

  /** A choice of what? */
  record Vague(@Setting("A part.") Choice<BodyPlugin<?>> part) {}

  /** Would hide the choice of a type. */
  record Hiding(@Setting("A type.") String type) {}

  @Test
  void aRecordThatFilesCannotHoldIsAProgrammersMistake() throws IOException {
    assertMistake(Untold.class, "text lacks @Setting");
    assertMistake(
        Unreadable.class,
        "text has a type that files cannot hold: " + StringBuilder.class.getName());
    assertMistake(Vague.class, "part is a Choice: name its kind in @Setting(plugin = …)");
    assertMistake(Hiding.class, "type is the key that chooses among types; use another name");
  }

  private void assertMistake(Class<? extends Record> type, String message) throws IOException {
    Path file = Files.writeString(folder.resolve("t.yaml"), "{}");
    IllegalStateException e =
        assertThrows(IllegalStateException.class, () -> ConfigReader.read(file, type, List.of()));
    assertEquals(type.getName() + ": " + message, e.getMessage());
  }
}
