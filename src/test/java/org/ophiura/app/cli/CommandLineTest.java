package org.ophiura.app.cli;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ophiura.app.Trials;
import org.ophiura.sim.mujoco.MujocoModel;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

final class CommandLineTest {
  private static final int LONGEST_LINE = 100;
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "run",
        "evaluate",
        "compare",
        "sweep",
        "simulate",
        "model",
        "model export",
        "model info",
        "list",
        "doctor"
      })
  void helpHasExamplesAndFitsATerminal(String command) {
    Object[] words = (command + " --help").strip().split(" ", -1);
    String help = Invocation.of(words).succeeded().out();
    List<String> lines = help.lines().toList();
    String name = ("ophiura " + command).strip();
    assertTrue(lines.get(0).startsWith("Usage: " + name), help);
    int examples = -1;
    for (int i = 0; i < lines.size(); i++) {
      assertTrue(lines.get(i).length() <= LONGEST_LINE, lines.get(i));
      if (lines.get(i).matches("Examples?:")) {
        examples = i;
      }
    }
    assertTrue(examples > 0, "no examples in:\n" + help);
    assertTrue(lines.get(examples + 1).startsWith("  " + name), help);
  }

  @Test
  void helpListsTheExitCodes() {
    String help = Invocation.of("--help").succeeded().out();
    assertTrue(
        help.contains(
            """
            Exit codes: 0 well, 1 a defect of Ophiura, 2 a mistake in arguments or files,
            3 something must be installed, 4 a robot was stopped or a replay differs,
            130 ended by Ctrl-C (what was finished is kept)."""),
        help);
  }

  @Test
  void theVersionNamesAllThatAResultDependsOn() {
    List<String> lines = Invocation.of("--version").succeeded().out().lines().toList();
    assertEquals(4, lines.size(), "" + lines);
    assertTrue(lines.get(0).matches("ophiura \\d+\\.\\d+\\.\\d+.*"), lines.get(0));
    assertEquals("mujoco " + MujocoModel.libraryVersion(), lines.get(1));
    assertTrue(lines.get(2).startsWith("java 1") || lines.get(2).startsWith("java 2"));
    assertTrue(lines.get(3).startsWith("platform "), lines.get(3));
  }

  @ParameterizedTest
  @CsvSource({
    "rn, run",
    "evalute, evaluate",
    "Model, model",
    "simulation, simulate",
    "doc, doctor"
  })
  void theNearestCommandIsNamed(String given, String meant) {
    Invocation.of(given)
        .refused(folder, "there is no command '" + given + "'; did you mean '" + meant + "'?");
  }

  @Test
  void theNearestSubcommandIsNamed() {
    Invocation.of("model", "exprt", Trials.defaultFile())
        .refused(folder, "there is no command 'exprt'; did you mean 'export'? Known: export, info");
  }

  @Test
  void whatIsMissing() {
    Invocation.of().refused(folder, "a command is missing\nTry 'ophiura --help'.");
    Invocation.of("run")
        .refused(folder, "Missing required parameter: 'TRIAL.yaml'\nTry 'ophiura run --help'.");
    Invocation.of("model")
        .refused(folder, "Missing required subcommand\nTry 'ophiura model --help'.");
    Invocation.of("list")
        .refused(folder, "Missing required parameter: 'KIND'\nTry 'ophiura list --help'.");
    Invocation.of("run", Trials.defaultFile(), "--out")
        .refused(
            folder,
            "Missing required parameter for option '--out' (DIR)\nTry 'ophiura run --help'.");
  }

  @Test
  void unknownOptionsComeWithTheNearest() {
    Invocation.of("run", Trials.defaultFile(), "--sed=3")
        .refused(folder, "Unknown option: '--sed=3'\nPossible solutions: --set, --seed");
    Invocation.of("run", Trials.defaultFile(), "--thread", "3")
        .refused(folder, "Unknown options: '--thread', '3'\nPossible solutions: --threads");
    Invocation.of("simulate", Trials.defaultFile(), "--threads", "3")
        .refused(
            folder,
            "Missing required options: '--controls=FILE', '--out=FILE'\n"
                + "Try 'ophiura simulate --help'.");
  }

  @ParameterizedTest
  @CsvSource({"0", "-1", "1025"})
  void threadsHaveLimits(int threads) {
    Invocation.of("run", Trials.defaultFile(), "--threads", threads, "--out", folder.resolve("x"))
        .refused(folder, "--threads must be in [1, 1024], got " + threads);
    assertEquals(List.of(), Folder.entries(folder));
  }

  @Test
  void numbersMustBeNumbers() {
    Invocation.of("run", Trials.defaultFile(), "--threads", "two")
        .refused(
            folder,
            "Invalid value for option '--threads': 'two' is not an int\n"
                + "Try 'ophiura run --help'.");
    Invocation.of("run", Trials.defaultFile(), "--seed", "1.5")
        .refused(
            folder,
            "Invalid value for option '--seed': '1.5' is not a long\nTry 'ophiura run --help'.");
  }

  @ParameterizedTest
  @CsvSource({
    "plants, mujoco servos",
    "controllers, decentralised frequency-sweep leading-arm",
    "gaits, explicit rowing two-arm undulation",
    "policies, fixed-arm follow-target q-table random",
    "indexers, compass darkest-arm grid-cell target-direction",
    "tasks, directed-locomotion light-escape undirected-locomotion",
    "learners, expected-sarsa q-learning sarsa",
    "schedules, constant exponential linear",
    "environments, atari cart-pole catch frozen-lake gymnasium robot taxi",
    "methods, dqn linear q-iteration random-search reinforce table-fit tabular value-iteration",
    "networks, mlp"
  })
  void partsOfEachKindAreListed(String kind, String ids) {
    List<String> lines = Invocation.of("list", kind).succeeded().out().lines().toList();
    assertEquals(
        List.of(ids.split(" ", -1)), lines.stream().map(line -> line.split(" ", -1)[0]).toList());
    for (String line : lines) {
      assertTrue(line.matches("\\S+ +[A-Z].*\\."), "a sentence: " + line);
    }
  }

  @Test
  void anUnknownKindOfPart() {
    Invocation.of("list", "polices")
        .refused(
            folder,
            "there is no kind of part called 'polices'; did you mean 'policies'? Known:"
                + " controllers, environments, gaits, indexers, learners, methods, networks,"
                + " plants, policies, schedules, tasks");
  }

  @Test
  void theDoctorFindsThisMachineWell() {
    String out = Invocation.of("doctor").succeeded().out();
    assertTrue(
        out.contains("MuJoCo " + MujocoModel.libraryVersion() + " loads and steps: OK"), out);
    assertTrue(out.endsWith("All is well.\n"), out);
  }

  /** picocli formats these texts: a lone percent sign spoils them. */
  @Test
  void helpOfEveryCommandCanBeFormatted() {
    assertTrue(formatted(Main.commandLine()) > 20);
  }

  private static int formatted(CommandLine command) {
    int commands = 1;
    UsageMessageSpec usage = command.getCommandSpec().usageMessage();
    for (String[] text : List.of(usage.description(), usage.header(), usage.footer())) {
      for (String line : text) {
        assertDoesNotThrow(() -> String.format(Locale.ROOT, line, ""), line);
      }
    }
    for (OptionSpec option : command.getCommandSpec().options()) {
      for (String line : option.description()) {
        assertDoesNotThrow(() -> String.format(Locale.ROOT, line, ""), line);
      }
    }
    for (CommandLine sub : command.getSubcommands().values()) {
      commands += formatted(sub);
    }
    return commands;
  }
}
