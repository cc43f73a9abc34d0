package org.ophiura.app.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.ophiura.sim.hardware.loop.StopSource;
import org.ophiura.sim.hardware.safety.Stop;
import org.ophiura.sim.hardware.safety.StopReason;

/**
 * Wants the robot to stop when Enter is pressed. An input that ends presses nothing, nor does one
 * that is no terminal.
 */
final class KeyStop implements StopSource, AutoCloseable {
  private final InputStream input;
  private final Thread thread = new Thread(this::listen, "ophiura-key");
  private volatile boolean pressed;

  /** Listens to the terminal, if there is one. */
  static KeyStop ofTerminal() {
    return new KeyStop(inputIsTerminal() ? System.in : InputStream.nullInputStream());
  }

  /** Whether standard input is a terminal, where somebody can press keys. */
  static boolean inputIsTerminal() {
    try {
      String device = Files.readSymbolicLink(Path.of("/proc/self/fd/0")).toString();
      return device.startsWith("/dev/pts/") || device.startsWith("/dev/tty");
    } catch (IOException e) {
      return false;
    }
  }

  KeyStop(InputStream input) {
    this.input = input;
    thread.setDaemon(true);
    thread.start();
  }

  private void listen() {
    try {
      int character = input.read();
      while (character >= 0 && character != '\n') {
        character = input.read();
      }
      pressed = character == '\n';
    } catch (IOException e) {
      // Nobody can press a key there.
    }
  }

  /** Waits until a key was pressed or the input has ended. */
  void await() throws InterruptedException {
    thread.join();
  }

  @Override
  public @Nullable Stop poll() {
    return pressed ? new Stop(StopReason.KEY) : null;
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
