package org.ophiura.app.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.ophiura.app.config.Samples.Trial;
import org.ophiura.sim.plugin.Setting;

final class ReferencePageTest {
  private static String page() {
    return ReferencePage.toMarkdown(Trial.class, "The sample file", "A file for tests.");
  }

  @Test
  void thePageDescribesEachBlockAndEachTypeOnce() throws IOException {
    KeptFile.assertInStep(Path.of("test/resources/reference/sample-file.md"), page());
  }

  @Test
  void eachLinkLeadsToAHeading() {
    String page = page();
    Matcher links = Pattern.compile("]\\(#([^)]*)\\)").matcher(page);
    int found = 0;
    while (links.find()) {
      found++;
      String anchor = links.group(1);
      assertTrue(
          page.lines()
              .filter(line -> line.startsWith("## "))
              .map(line -> line.substring(3).toLowerCase(Locale.ROOT))
              .map(line -> line.replaceAll("[`.\\[\\]]", "").replace(' ', '-'))
              .anyMatch(anchor::equals),
          anchor);
    }
    assertEquals(17, found);
  }

  /** A default that its own limits refuse. */
  record Careless(@Setting(value = "A share.", defaultValue = "2", max = 1) double share) {}

  @Test
  void aDefaultThatBreaksItsRuleIsAProgrammersMistake() {
    IllegalStateException e =
        assertThrows(
            IllegalStateException.class,
            () -> ReferencePage.toMarkdown(Careless.class, "Careless", ""));
    assertEquals(
        "a default breaks a rule: " + Careless.class.getName() + ": share must be <= 1, got 2",
        e.getMessage());
    assertThrows(
        IllegalStateException.class, () -> SchemaWriter.toText(Careless.class, "Careless"));
  }
}
