package org.ophiura.app.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CheckpointFileTest {
  private static final String CONTENT = "what has been learned";

  @TempDir private Path folder;

  private Path write(long number, String content) throws IOException {
    Path file = folder.resolve("checkpoint-1.bin");
    new CheckpointFile(number, ByteBuffer.wrap(content.getBytes(StandardCharsets.UTF_8)))
        .write(file, folder.resolve("checkpoint.part"));
    return file;
  }

  private List<String> entries() throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.map(entry -> String.valueOf(entry.getFileName())).sorted().toList();
    }
  }

  private static String text(CheckpointFile file) throws IOException {
    return new String(file.stream().readAllBytes(), StandardCharsets.UTF_8);
  }

  @Test
  void whatWasWrittenIsRead() throws IOException {
    Path file = write(7, CONTENT);
    write(8, CONTENT + "!");
    CheckpointFile read = CheckpointFile.read(file).orElseThrow();
    assertEquals(8, read.number());
    assertEquals(CONTENT + "!", text(read));
    assertEquals(List.of("checkpoint-1.bin"), entries());
    assertEquals("", text(CheckpointFile.read(write(9, "")).orElseThrow()));
  }

  @Test
  void aFileThatIsCutAtAnyByteIsNone() throws IOException {
    Path file = write(7, CONTENT);
    byte[] whole = Files.readAllBytes(file);
    for (int length = 0; length < whole.length; length++) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertEquals(Optional.empty(), CheckpointFile.read(file), "cut at byte " + length);
    }
    Files.write(file, Arrays.copyOf(whole, whole.length + 1));
    assertEquals(Optional.empty(), CheckpointFile.read(file), "a byte more");
    Files.write(file, whole);
    assertEquals(CONTENT, text(CheckpointFile.read(file).orElseThrow()));
  }

  @Test
  void aFileWithAnyOtherBitIsNone() throws IOException {
    Path file = write(7, CONTENT);
    byte[] whole = Files.readAllBytes(file);
    for (int bit = 0; bit < 8 * whole.length; bit++) {
      byte[] damaged = whole.clone();
      damaged[bit / 8] ^= (byte) (1 << bit % 8);
      Files.write(file, damaged);
      assertEquals(Optional.empty(), CheckpointFile.read(file), "bit " + bit);
    }
  }

  @Test
  void aFileOfAnotherKindIsNone() throws IOException {
    Path file = folder.resolve("checkpoint-1.bin");
    Files.writeString(
        file, "a letter that somebody saved here, long enough for a header and a sum");
    assertEquals(Optional.empty(), CheckpointFile.read(file));
    Files.write(file, new byte[1000]);
    assertEquals(Optional.empty(), CheckpointFile.read(file));
  }

  @Test
  void aFullDeviceLeavesTheOldFileAndNothingElse() throws IOException {
    assumeTrue(Files.exists(Path.of("/dev/full")), "only Linux has it");
    Path file = write(7, CONTENT);
    Files.createSymbolicLink(folder.resolve("checkpoint.part"), Path.of("/dev/full"));
    assertThrows(IOException.class, () -> write(8, "more"));
    assertEquals(CONTENT, text(CheckpointFile.read(file).orElseThrow()));
    assertEquals(List.of("checkpoint-1.bin"), entries());
    assertEquals("more", text(CheckpointFile.read(write(8, "more")).orElseThrow()));
  }
}
