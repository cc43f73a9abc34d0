package org.ophiura.app.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ophiura.app.problem.ProblemSettings;

final class OptionalPartsTest {
  @TempDir Path folder;

  @Test
  void aNetworkOfAnOptionalPartIsToldWithTheWayToInstallIt() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("catch.yaml"),
            "environment: catch\nmethod: {type: dqn, network: convolutional}\n");
    ConfigException e =
        assertThrows(
            ConfigException.class, () -> ConfigReader.read(file, ProblemSettings.class, List.of()));
    assertEquals(
        file
            + ":2: method.network.type must name a network, got 'convolutional', which is in an"
            + " optional part that is not installed; './ophiura extension learning-djl' in a clone"
            + " of the sources builds it into the folder extensions/learning-djl, which belongs"
            + " beside bin in an unpacked distribution (docs/pixels.md)",
        e.getMessage());
  }

  @Test
  void theSameWordElsewhereIsNoOptionalPart() {
    assertEquals(Optional.empty(), OptionalParts.remedy("method", "convolutional"));
    assertTrue(OptionalParts.remedy("network", "convolutional").isPresent());
  }
}
