package org.ophiura.app.trial;

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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.ophiura.app.config.ConfigReader;
import org.ophiura.app.config.KeptFile;
import org.ophiura.app.config.ReferencePage;
import org.ophiura.app.config.Resolved;
import org.ophiura.app.config.SchemaWriter;
import org.yaml.snakeyaml.Yaml;

/**
 * The reference of trial files is generated from their settings; this holds the kept copy to them.
 */
final class TrialReferenceTest {
  private static final Path REFERENCE = Path.of("../docs/reference");
  private static final Path TRIALS = Path.of("trials");
  private static final String TITLE = "The trial file";

  private static final String INTRODUCTION =
      """
      A trial file is YAML. This page is generated from the settings that the program reads, by
      `mvn test -pl src -am -Dregenerate=true`; do not edit it. Editors that know JSON Schema complete
      and check a trial file whose first line is
      `# yaml-language-server: $schema=../../docs/reference/trial.schema.json`.

      - A block with a `type` chooses a part; the rest of the block are that part's settings. The type
        alone stands for a block of its defaults: `policy: follow-target`. Without a `type`, a block
        has the type of its default.
      - A block that is given replaces its default as a whole: what it leaves out has the default of
        the tables below.
      - File names are relative to the folder of the trial file.
      - Anchors, aliases and tags of YAML are refused.

      `--set KEY=VALUE` changes one setting: `KEY` is its path, such as `plant.physics-timestep` or
      `plant.model.segments-per-arm[2]`, and `VALUE` is YAML. A setting that the file leaves out starts
      from its default. Setting a `type` to another one takes the settings of the former type away, so
      set the type first. File names are relative to the working directory there.
      """;

  @Test
  void theReferencePageIsInStep() throws IOException {
    KeptFile.assertInStep(
        REFERENCE.resolve("trial-file.md"),
        ReferencePage.toMarkdown(TrialSettings.class, TITLE, INTRODUCTION));
  }

  @Test
  void theSchemaIsInStep() throws IOException {
    KeptFile.assertInStep(
        REFERENCE.resolve("trial.schema.json"), SchemaWriter.toText(TrialSettings.class, TITLE));
  }

  @Test
  void theSchemaAcceptsTheTrialsThatAreKept() throws IOException {
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(SchemaWriter.schema(TrialSettings.class, TITLE));
    try (Stream<Path> files = Files.list(TRIALS)) {
      List<Path> trials = files.filter(file -> file.toString().endsWith(".yaml")).toList();
      assertFalse(trials.isEmpty());
      for (Path trial : trials) {
        TrialSettings settings = ConfigReader.read(trial, TrialSettings.class, List.of());
        Object written = new Yaml().load(Files.readString(trial));
        JsonNode asWritten = new ObjectMapper().valueToTree(written);
        assertEquals(List.of(), schema.validate(asWritten), trial.toString());
        assertEquals(List.of(), schema.validate(Resolved.toTree(settings)), trial.toString());
      }
    }
  }

  @Test
  void theTrialsThatAreKeptReadBackEqual() throws IOException {
    Path copy = Files.createTempFile("trial", ".yaml");
    try (Stream<Path> files = Files.list(TRIALS)) {
      for (Path trial : files.filter(file -> file.toString().endsWith(".yaml")).toList()) {
        TrialSettings settings = ConfigReader.read(trial, TrialSettings.class, List.of());
        Files.writeString(copy, Resolved.toYaml(settings));
        assertEquals(
            settings, ConfigReader.read(copy, TrialSettings.class, List.of()), trial.toString());
      }
    } finally {
      Files.delete(copy);
    }
  }
}
