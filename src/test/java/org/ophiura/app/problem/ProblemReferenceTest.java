package org.ophiura.app.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ophiura.app.Trials;
import org.ophiura.app.config.ConfigReader;
import org.ophiura.app.config.KeptFile;
import org.ophiura.app.config.ReferencePage;
import org.ophiura.app.config.Resolved;
import org.ophiura.app.config.SchemaWriter;
import org.yaml.snakeyaml.Yaml;

/** The reference of problems is generated from their settings, as that of trials. */
final class ProblemReferenceTest {
  private static final Path REFERENCE = Path.of("../docs/reference");
  private static final String TITLE = "The problem file";

  private static final String INTRODUCTION =
      """
      A trial file with a block `environment` is that of a problem: an environment, a method that
      learns in it, and when it counts as solved. It is YAML like [that of a robot](trial-file.md), by
      the same rules, with the same `--set KEY=VALUE`. This page is generated from the settings that the
      program reads, by `mvn test -pl src -am -Dregenerate=true`; do not edit it. Editors that know JSON
      Schema complete and check a file whose first line is
      `# yaml-language-server: $schema=../../../docs/reference/problem.schema.json`.
      """;

  @TempDir private Path folder;

  @Test
  void theReferencePageIsInStep() throws IOException {
    KeptFile.assertInStep(
        REFERENCE.resolve("problem-file.md"),
        ReferencePage.toMarkdown(ProblemSettings.class, TITLE, INTRODUCTION));
  }

  @Test
  void theSchemaIsInStep() throws IOException {
    KeptFile.assertInStep(
        REFERENCE.resolve("problem.schema.json"),
        SchemaWriter.toText(ProblemSettings.class, TITLE));
  }

  @Test
  void theSchemaAcceptsTheProblemsThatAreKept() throws IOException {
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(SchemaWriter.schema(ProblemSettings.class, TITLE));
    List<Path> problems = Trials.problems();
    assertFalse(problems.isEmpty());
    for (Path file : problems) {
      ProblemSettings settings = ConfigReader.read(file, ProblemSettings.class, List.of());
      Object written = new Yaml().load(Files.readString(file));
      JsonNode asWritten = new ObjectMapper().valueToTree(written);
      assertEquals(List.of(), schema.validate(asWritten), file.toString());
      assertEquals(List.of(), schema.validate(Resolved.toTree(settings)), file.toString());
      Path copy = folder.resolve("copy.yaml");
      Files.writeString(copy, Resolved.toYaml(settings));
      assertEquals(
          settings, ConfigReader.read(copy, ProblemSettings.class, List.of()), file.toString());
    }
  }
}
