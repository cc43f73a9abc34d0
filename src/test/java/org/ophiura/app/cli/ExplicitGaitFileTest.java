package org.ophiura.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ophiura.app.config.ConfigReader;
import org.ophiura.app.config.Resolved;
import org.ophiura.app.controller.LeadingArmSettings;
import org.ophiura.app.trial.TrialSettings;
import org.ophiura.motion.gait.ExplicitSettings;
import org.ophiura.motion.gait.ExplicitSettings.Action;
import org.ophiura.motion.gait.ExplicitSettings.Bias;

/** Gaits that a trial file writes out number by number: lists of blocks within blocks. */
final class ExplicitGaitFileTest {
  private static final String ACTION = "controller.gait.actions[0]";

  @TempDir private Path folder;

  private static Path literal() throws URISyntaxException {
    URL file = ExplicitGaitFileTest.class.getResource("/trials/two-arm-literal.yaml");
    return Path.of(Objects.requireNonNull(file).toURI());
  }

  private static TrialSettings read(Path file, String... changes) {
    return ConfigReader.read(file, TrialSettings.class, List.of(changes));
  }

  private static ExplicitSettings gait(TrialSettings trial) {
    LeadingArmSettings controller =
        assertInstanceOf(LeadingArmSettings.class, trial.controller().orElseThrow().settings());
    return assertInstanceOf(ExplicitSettings.class, controller.gait().settings());
  }

  private Invocation run(String... changes) throws URISyntaxException {
    List<Object> arguments = new ArrayList<>();
    arguments.addAll(List.of("run", literal(), "--out", folder.resolve("out")));
    for (String change : changes) {
      arguments.addAll(List.of("--set", change));
    }
    return Invocation.of(arguments.toArray());
  }

  @Test
  void theNumbersAreReadAndChangedOneByOne() throws URISyntaxException {
    ExplicitSettings gait =
        gait(
            read(
                literal(),
                ACTION + ".amplitudes[3]=0.25",
                ACTION + ".biases[4].bias=0",
                "controller.gait.warm-up-ticks=2"));
    Action action = gait.actions().get(0);
    assertEquals(List.of(0.7, 0.5, 0.7, 0.25), action.amplitudes());
    assertEquals(List.of(2 * Math.PI), action.angularFrequencies());
    assertEquals(new Bias(0, 1, Math.PI), action.biases().get(0));
    assertEquals(new Bias(0, 2, 0), action.biases().get(4));
    assertEquals(2, gait.warmUpTicks());
  }

  @Test
  void aGaitThatWasWrittenDownIsReadBackTheSame() throws URISyntaxException, IOException {
    TrialSettings trial = read(literal());
    Path again = folder.resolve("again.yaml");
    Files.writeString(again, Resolved.toYaml(trial));
    assertEquals(gait(trial), gait(read(again)));
  }

  @Test
  void theLiteralBiasesOfTheDraftAreRefusedNamingTheLoop() throws URISyntaxException {
    Invocation run = run();
    assertEquals(ExitCode.USER_MISTAKE, run.code());
    assertTrue(run.err().contains("controller.gait.phase-biases of gait 'explicit'"), run.err());
    assertTrue(
        run.err()
            .contains(
                "3.141593 rad (1.0 pi) around arm 0 in-plane -> arm 0 out-of-plane -> arm 0"
                    + " in-plane"),
        run.err());
    assertTrue(
        run.err()
            .contains(
                "around arm 2 in-plane -> arm 0 in-plane -> arm 0 out-of-plane -> arm 2"
                    + " out-of-plane -> arm 2 in-plane"),
        run.err());
  }

  /** Opposite both ways, they still break the loop of four; without (0, 2) they are the text's. */
  @Test
  void theDraftsBiasesRunOnceTheLoopIsMended() throws URISyntaxException {
    String bothWays =
        "{from: 0, to: 1, bias: 3.141592653589793}, {from: 2, to: 3, bias: 3.141592653589793}";
    Invocation broken =
        run(ACTION + ".biases=[" + bothWays + ", {from: 0, to: 2, bias: 3.141592653589793}]");
    assertEquals(ExitCode.USER_MISTAKE, broken.code());
    assertTrue(broken.err().contains(" pi) around arm "), broken.err());
    run(ACTION + ".biases=[" + bothWays + "]", "task.time-limit=1", "evaluation.episodes=1")
        .succeeded();
  }

  @Test
  void aMistakeIsToldWithItsPlaceInTheList() throws URISyntaxException {
    Invocation unknown = run(ACTION + ".biases[1].to=7");
    assertEquals(ExitCode.USER_MISTAKE, unknown.code());
    assertTrue(
        unknown.err().contains(ACTION + ".biases[1].to must number an oscillator"), unknown.err());
    Invocation count = run(ACTION + ".offsets=[0, 0]");
    assertEquals(ExitCode.USER_MISTAKE, count.code());
    assertTrue(count.err().contains(ACTION + ".offsets must list one number"), count.err());
    Invocation misspelt = run(ACTION + ".biases[1].bia=0");
    assertEquals(ExitCode.USER_MISTAKE, misspelt.code());
    assertTrue(
        misspelt.err().contains("did you mean '" + ACTION + ".biases[1].bias'"), misspelt.err());
  }
}
