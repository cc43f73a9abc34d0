package org.ophiura.app.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ophiura.app.config.Samples.Trial;

final class SchemaWriterTest {
  private static final long SEED = 11;
  private static final int RANDOM_TRIALS = 200;

  @TempDir Path folder;

  private final Schema schema =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(SchemaWriter.schema(Trial.class, "Sample"));

  private JsonNode json(String yaml) {
    Location at = new Location("text", 0, folder);
    return SchemaWriter.json(YamlText.parse(yaml, at, true, new Problems()).orElseThrow());
  }

  private Trial read(String yaml) throws IOException {
    return ConfigReader.read(
        Files.writeString(folder.resolve("trial.yaml"), yaml), Trial.class, List.of());
  }

  @Test
  void theSchemaIsTheOneThatIsKept() throws IOException {
    KeptFile.assertInStep(
        Path.of("test/resources/reference/sample.schema.json"),
        SchemaWriter.toText(Trial.class, "Sample"));
  }

  @Test
  void theSchemaIsItselfValid() throws IOException {
    Schema ofSchemas =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
    assertEquals(List.of(), ofSchemas.validate(SchemaWriter.schema(Trial.class, "Sample")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{name: 2024, seed: 1e3, table: 5}",
        "{seed: 3.0, time-limit: null}",
        "body: mujoco",
        "body: {physics-timestep: .001}",
        "body: {type: mujoco, model: {type: mjcf, file: a.xml}}",
        "body: {type: pair, first: {type: servos, port: a}}",
        "target: {distance: 3}",
        "target: {type: fixed, position: [1, 2, 3]}",
        "gait: {weights: [[1, -1], []], phases: [], reverse: true, fraction: 0}",
        "others: [mujoco, {type: servos, port: x, count: 253}]"
      })
  void readerAndSchemaAccept(String yaml) throws IOException {
    read(yaml);
    assertEquals(List.of(), schema.validate(json(yaml)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "{nmae: a}",
        "{seed: 1.5}",
        "{seed: '1'}",
        "{seed: -1}",
        "{name: [a]}",
        "{name: ~}",
        "body:",
        "body: servos",
        "body: mujoko",
        "body: {type: mujoko}",
        "body: {type: servos}",
        "body: {type: servos, port: a, count: 254}",
        "body: {type: mujoco, port: a}",
        "body: {type: pair, first: {port: a}}",
        "body: {physics-timestep: 0}",
        "target: {type: fixed, distance: 1}",
        "target: {type: fixed, position: [1, 2]}",
        "target: {type: fixed, position: [1, 2, 3, 4]}",
        "body: {model: {actuation: muscle}}",
        "gait: {fraction: 1.1}",
        "gait: {phases: 3}",
        "gait: {weights: [[2]]}",
        "gait: {reverse: yes}",
        "gait:",
        "others: mujoco"
      })
  void readerAndSchemaRefuse(String yaml) {
    assertThrows(ConfigException.class, () -> read(yaml));
    assertFalse(schema.validate(json(yaml)).isEmpty());
  }

  @Test
  void whatIsWrittenIsAccepted() {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int i = 0; i < RANDOM_TRIALS; i++) {
      JsonNode tree = Resolved.toTree(RandomTrials.next(random, folder.toAbsolutePath()));
      assertEquals(List.of(), schema.validate(tree), "seed " + SEED + ", trial " + i);
    }
  }
}
