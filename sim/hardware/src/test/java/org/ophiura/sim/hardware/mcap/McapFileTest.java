package org.ophiura.sim.hardware.mcap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class McapFileTest {
  private static final long SEED = 20_261_125;
  private static final int MESSAGES = 30;

  @TempDir private Path folder;
  private Path file;

  /** What was read of a message: its number, topic and content. */
  private record Read(long sequence, long time, String topic, long content) {}

  @BeforeEach
  void writeFile() throws IOException {
    file = folder.resolve("log.mcap");
    try (McapWriter writer = new McapWriter(Files.newOutputStream(file), "test")) {
      McapSchema schema = writer.addSchema("ophiura/Number", "ros1msg", "int64 number\n");
      McapChannel even = writer.addChannel(schema, "/even", "ros1", Map.of("unit", "rad"));
      McapChannel odd = writer.addChannel(schema, "/odd", "ros1", Map.of());
      writer.addMetadata("run", Map.of("trial", "line 1\nline 2", "empty", ""));
      for (int i = 0; i < MESSAGES; i++) {
        ByteBuffer data = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
        data.putLong(content(i)).flip();
        writer.write(i % 2 == 0 ? even : odd, i, 1_000 + i, data);
        if (i % 8 == 7) {
          writer.flush();
        }
      }
    }
  }

  private static long content(int i) {
    return 0x0102_0304_0506_0708L * (i + 1);
  }

  private static List<Read> written(int count) {
    List<Read> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      all.add(new Read(i, 1_000 + i, i % 2 == 0 ? "/even" : "/odd", content(i)));
    }
    return all;
  }

  private static List<Read> read(McapReader reader) throws IOException {
    List<Read> all = new ArrayList<>();
    for (Optional<McapReader.Message> next = reader.next();
        next.isPresent();
        next = reader.next()) {
      McapReader.Message message = next.get();
      all.add(
          new Read(
              message.sequence(),
              message.timeNanos(),
              message.channel().topic(),
              message.data().getLong()));
    }
    return all;
  }

  @Test
  void whatIsWrittenIsRead() throws IOException {
    try (McapReader reader = new McapReader(file)) {
      assertEquals(written(MESSAGES), read(reader));
      assertEquals(Optional.empty(), reader.damage());
      assertEquals(
          Map.of("run", Map.of("trial", "line 1\nline 2", "empty", "")), reader.metadata());
      McapChannel channel = reader.channels().get(0);
      assertEquals(Map.of("unit", "rad"), channel.metadata());
      assertEquals("ros1", channel.messageEncoding());
      assertEquals(
          Optional.of(new McapSchema(1, "ophiura/Number", "ros1msg", "int64 number\n")),
          reader.schema(channel));
    }
  }

  @Test
  void aFileThatBreaksOffAnywhereIsReadUpToItsLastWholeMessage() throws IOException {
    byte[] whole = Files.readAllBytes(file);
    Path cut = folder.resolve("cut.mcap");
    int before = 0;
    for (int length = Opcode.magic().length; length < whole.length; length++) {
      Files.write(cut, Arrays.copyOf(whole, length));
      try (McapReader reader = new McapReader(cut)) {
        List<Read> read = read(reader);
        assertEquals(written(read.size()), read, "cut at " + length);
        assertTrue(read.size() >= before, "a longer file has no fewer messages");
        before = read.size();
        if (reader.damage().isPresent()) {
          assertEquals(
              cut
                  + " breaks off after "
                  + before
                  + " messages, as if its writer had been killed; what was read is whole",
              reader.damage().get());
        } else {
          assertEquals(MESSAGES, before, "only the index is missing");
        }
      }
    }
    assertEquals(MESSAGES, before);
  }

  @Test
  void aDamagedFileNeverGivesAMessageThatWasNotWritten() throws IOException {
    SplittableRandom random = new SplittableRandom(SEED);
    byte[] whole = Files.readAllBytes(file);
    Path damaged = folder.resolve("damaged.mcap");
    int noticed = 0;
    for (int round = 0; round < 2000; round++) {
      byte[] bytes = whole.clone();
      int at = random.nextInt(Opcode.magic().length, bytes.length);
      bytes[at] ^= (byte) (1 << random.nextInt(8));
      Files.write(damaged, bytes);
      String where = "seed " + SEED + ", round " + round + ", byte " + at;
      try (McapReader reader = new McapReader(damaged)) {
        List<Long> contents = read(reader).stream().map(Read::content).toList();
        List<Long> all = written(MESSAGES).stream().map(Read::content).toList();
        assertTrue(isPart(contents, all), where + ": " + contents);
        noticed += reader.damage().isPresent() ? 1 : 0;
      } catch (McapFormatException e) {
        noticed++;
      }
    }
    assertTrue(noticed > 500, noticed + " were noticed");
  }

  /** Whether all of {@code some} are in {@code all}, in their order. */
  private static boolean isPart(List<Long> some, List<Long> all) {
    int next = 0;
    for (long value : some) {
      int found = all.subList(next, all.size()).indexOf(value);
      if (found < 0) {
        return false;
      }
      next += found + 1;
    }
    return true;
  }

  @Test
  void aFileOfAnotherKindIsAnError() throws IOException {
    Path text = folder.resolve("trial.yaml");
    Files.writeString(text, "plant: {type: mujoco}\n");
    assertEquals(
        text + " must be an MCAP log, but does not begin like one; logs end in .mcap",
        assertThrows(McapFormatException.class, () -> new McapReader(text)).getMessage());
  }
}
