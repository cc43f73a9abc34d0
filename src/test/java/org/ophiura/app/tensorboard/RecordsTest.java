package org.ophiura.app.tensorboard;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RecordsTest {
  @TempDir private Path folder;

  private Path written(String... contents) throws IOException {
    Path file = folder.resolve("records");
    Files.deleteIfExists(file);
    try (Records records = Records.open(file, 0)) {
      for (String content : contents) {
        records.write(content.getBytes(StandardCharsets.UTF_8));
      }
    }
    return file;
  }

  /** The bytes that the public TensorBoard computes. */
  @Test
  void aRecordIsFramedByItsLengthAndMaskedChecksums() throws IOException {
    assertEquals(
        "0300000000000000" + "b099490e" + "616263" + "6e57f121",
        HexFormat.of().formatHex(Files.readAllBytes(written("abc"))));
  }

  @Test
  void whatFollowsTheRecordsThatAreKeptIsCutOff() throws IOException {
    byte[] whole = Files.readAllBytes(written("one", "two", "three", "four"));
    Path file = folder.resolve("records");
    for (int length = 0; length <= whole.length; length++) {
      Files.write(file, Arrays.copyOf(whole, length));
      int kept = Math.min(2, Records.count(file));
      try (Records records = Records.open(file, 2)) {
        for (String missing : Arrays.asList("one", "two", "three", "four").subList(kept, 4)) {
          records.write(missing.getBytes(StandardCharsets.UTF_8));
        }
      }
      assertArrayEquals(whole, Files.readAllBytes(file), "cut after " + length + " bytes");
    }
  }
}
