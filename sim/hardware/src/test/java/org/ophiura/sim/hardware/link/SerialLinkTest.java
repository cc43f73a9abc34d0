package org.ophiura.sim.hardware.link;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ophiura.sim.hardware.Allocation;

/** On a pair of pseudo-terminals. */
final class SerialLinkTest {
  private static final int BAUD = 1_000_000;
  private static final long SECOND = 1_000_000_000;

  @TempDir private Path folder;

  private static void assertReads(ByteLink link, byte[] expected) {
    byte[] bytes = new byte[expected.length];
    long deadline = link.nanoTime() + 10 * SECOND;
    for (int done = 0; done < bytes.length; ) {
      int count = link.read(bytes, done, bytes.length - done, deadline);
      assertTrue(count > 0, "bytes arrive");
      done += count;
    }
    assertArrayEquals(expected, bytes);
  }

  @Test
  void bytesGoBothWaysAsTheyAre() {
    try (PtyPair pair = Socat.pair(folder);
        SerialLink host = SerialLink.open(pair.first().toString(), BAUD);
        SerialLink robot = SerialLink.open(pair.second().toString(), BAUD)) {
      byte[] all = new byte[256];
      for (int i = 0; i < all.length; i++) {
        all[i] = (byte) i;
      }
      assertTrue(host.write(all, 0, all.length, host.nanoTime() + SECOND));
      assertReads(robot, all);
      assertTrue(robot.write(all, 0, all.length, robot.nanoTime() + SECOND));
      assertReads(host, all);
    }
  }

  @Test
  void readingWaitsUntilTheDeadlineAndNoLessAndAllocatesNothing() {
    try (PtyPair pair = Socat.pair(folder);
        SerialLink host = SerialLink.open(pair.first().toString(), BAUD)) {
      byte[] bytes = new byte[16];
      long deadline = host.nanoTime() + SECOND / 50;
      assertEquals(0, host.read(bytes, 0, 16, deadline));
      assertTrue(host.nanoTime() >= deadline);
      assertEquals(0, host.read(bytes, 0, 16, Long.MIN_VALUE), "a past deadline does not wait");
      assertEquals(
          0,
          Allocation.bytes(
              100,
              () -> {
                host.read(bytes, 0, 16, host.nanoTime() + 20_000);
                host.write(bytes, 0, 1, host.nanoTime() + SECOND);
              }));
    }
  }

  @Test
  void aPulledCableIsGone() {
    PtyPair pair = Socat.pair(folder);
    try (SerialLink host = SerialLink.open(pair.first().toString(), BAUD)) {
      pair.close();
      byte[] bytes = new byte[16];
      assertEquals(ByteLink.GONE, host.read(bytes, 0, 16, host.nanoTime() + 10 * SECOND));
      assertFalse(host.write(bytes, 0, 16, host.nanoTime() + SECOND));
    }
  }

  @Test
  void aClosedLinkIsGone() {
    try (PtyPair pair = Socat.pair(folder)) {
      SerialLink host = SerialLink.open(pair.first().toString(), BAUD);
      host.close();
      host.close();
      byte[] bytes = new byte[16];
      assertEquals(ByteLink.GONE, host.read(bytes, 0, 16, host.nanoTime() + SECOND));
      assertFalse(host.write(bytes, 0, 16, host.nanoTime() + SECOND));
    }
  }

  @Test
  void aReaderThatNeverReadsDoesNotHangTheWriter() {
    try (PtyPair pair = Socat.pair(folder);
        SerialLink host = SerialLink.open(pair.first().toString(), BAUD)) {
      byte[] bytes = new byte[1024];
      int taken = 0;
      while (taken < 1000 && host.write(bytes, 0, bytes.length, host.nanoTime() + SECOND)) {
        taken++;
      }
      assertTrue(taken > 0 && taken < 1000, "some were taken, then no more: " + taken);
    }
  }

  @Test
  void aPortInUseIsToldWithItsUser() {
    try (PtyPair pair = Socat.pair(folder);
        SerialLink host = SerialLink.open(pair.first().toString(), BAUD)) {
      assertEquals(pair.first().toString(), host.name());
      String message =
          assertThrows(LinkException.class, () -> SerialLink.open(pair.first().toString(), BAUD))
              .getMessage();
      assertTrue(
          message.startsWith(
              pair.first() + " is in use by process " + ProcessHandle.current().pid() + " (java"),
          message);
    }
  }

  @Test
  void aFileInTheWayOfATerminalIsNotReplaced() throws IOException {
    Path file = Files.createFile(folder.resolve("notes"));
    LinkException told =
        assertThrows(LinkException.class, () -> PtyPair.open(file, folder.resolve("robot")));
    assertEquals(
        file + " exists and is not a link: choose another path for the pseudo-terminal",
        told.getMessage());
  }
}
