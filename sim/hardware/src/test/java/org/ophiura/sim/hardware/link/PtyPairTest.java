package org.ophiura.sim.hardware.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PtyPairTest {
  /** Far more than a shell takes to end a program. */
  private static final int PATIENCE_SECONDS = 20;

  @TempDir private Path folder;

  /** Holds a pair until it is killed. */
  static final class Holder {
    private Holder() {}

    /**
     * Makes a pair in a folder and says so.
     *
     * @param arguments the folder
     */
    public static void main(String[] arguments) throws IOException {
      try (PtyPair pair =
          PtyPair.open(Path.of(arguments[0], "host"), Path.of(arguments[0], "robot"))) {
        System.out.println(pair.first());
        System.out.flush();
        while (System.in.read() >= 0) {}
      }
    }
  }

  private static boolean there(Path link) {
    return Files.exists(link, LinkOption.NOFOLLOW_LINKS);
  }

  @Test
  void aPairIsGoneWhenItIsClosed() {
    PtyPair pair = Socat.pair(folder);
    assertTrue(there(pair.first()) && there(pair.second()));
    pair.close();
    assertFalse(there(pair.first()) || there(pair.second()));
    pair.close();
  }

  @Test
  void aPairIsGoneWhenItsProcessIsKilled() throws IOException, InterruptedException {
    Socat.pair(folder).close();
    Path first = folder.resolve("host");
    Path second = folder.resolve("robot");
    Process holder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Holder.class.getName(),
                folder.toString())
            .redirectErrorStream(true)
            .start();
    try (BufferedReader lines = holder.inputReader(StandardCharsets.UTF_8);
        WatchService watch = folder.getFileSystem().newWatchService()) {
      assertEquals(first.toString(), lines.readLine());
      assertTrue(there(first) && there(second));
      folder.register(watch, StandardWatchEventKinds.ENTRY_DELETE);
      holder.destroyForcibly();
      while (there(first) || there(second)) {
        WatchKey deleted = watch.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertNotNull(deleted, "the pair outlives the process that made it");
        deleted.reset();
      }
    } finally {
      holder.destroyForcibly();
    }
  }

  @Test
  void aPairThatIsInUseIsLeftAlone() {
    try (PtyPair pair = Socat.pair(folder)) {
      LinkException problem =
          assertThrows(
              LinkException.class, () -> PtyPair.open(pair.first(), folder.resolve("other")));
      assertTrue(problem.getMessage().contains("is a terminal already"), problem.getMessage());
      assertTrue(Files.exists(pair.first()));
    }
  }

  @Test
  void aPairThatCannotBeMadeIsToldInTheWordsOfSocat() {
    Socat.pair(folder).close();
    Path absent = folder.resolve("no/host");
    String message =
        assertThrows(LinkException.class, () -> PtyPair.open(absent, folder.resolve("robot")))
            .getMessage();
    assertTrue(message.startsWith("socat made no pseudo-terminals: "), message);
    assertTrue(message.contains("No such file or directory"), message);
  }
}
