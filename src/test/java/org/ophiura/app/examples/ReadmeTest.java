package org.ophiura.app.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ophiura.app.config.ConfigReader;
import org.ophiura.app.trial.EpisodeListener;
import org.ophiura.app.trial.EpisodeResult;
import org.ophiura.app.trial.Interruption;
import org.ophiura.app.trial.Trial;
import org.ophiura.app.trial.TrialProgress;
import org.ophiura.app.trial.TrialRunner;
import org.ophiura.app.trial.TrialSettings;
import org.ophiura.sim.CycleStatus;

/**
 * The examples of the README are these files, and they work. Their service file is on the class
 * path of this test alone, so that the reference page does not list them.
 */
final class ReadmeTest {
  private static final Path ROOT = Path.of("..");
  private static final Pattern SNIPPET =
      Pattern.compile("<!-- (\\S+) -->\\n+```\\w+\\n(.*?)```", Pattern.DOTALL);

  private final ClassLoader usual = Thread.currentThread().getContextClassLoader();

  @BeforeEach
  void findTheExamples() throws MalformedURLException {
    URL folder = ROOT.resolve("src/test/resources/examples/").toUri().toURL();
    Thread.currentThread()
        .setContextClassLoader(
            new URLClassLoader(new URL[] {folder}, ReadmeTest.class.getClassLoader()));
  }

  @AfterEach
  void forgetTheExamples() {
    Thread.currentThread().setContextClassLoader(usual);
  }

  @Test
  void theSnippetsOfTheReadmeAreTheFilesThatTheyName() throws IOException {
    Matcher snippets = SNIPPET.matcher(Files.readString(ROOT.resolve("README.md")));
    int found = 0;
    while (snippets.find()) {
      found++;
      String file = Files.readString(ROOT.resolve(snippets.group(1)));
      assertTrue(
          withoutLayout(file).contains(withoutLayout(snippets.group(2))),
          "README.md shows other text than " + snippets.group(1) + " has");
    }
    assertTrue(found >= 3, "README.md names only " + found + " files of its snippets");
  }

  private static String withoutLayout(String text) {
    return text.replaceAll("(?m)^(package|import) .*$", "").replaceAll("\\s+", " ").strip();
  }

  @ParameterizedTest
  @CsvSource({
    "src/test/resources/examples/swimmer.yaml, swims towards its target",
    "src/trials/follow-target.yaml, reaches its target"
  })
  void theExampleMakesProgress(String file, String claim) {
    List<String> overrides = List.of("evaluation.episodes=1");
    TrialSettings settings = ConfigReader.read(ROOT.resolve(file), TrialSettings.class, overrides);
    try (Trial trial = Trial.open(settings)) {
      EpisodeResult episode =
          new TrialRunner(trial, 1, new Interruption(), TrialProgress.SILENT)
              .run(EpisodeListener.NONE)
              .evaluation()
              .episodes()
              .get(0);
      assertEquals(CycleStatus.OK, episode.status());
      assertTrue(episode.totalReward() > 0.3, file + " " + claim + ": " + episode.totalReward());
    }
  }
}
