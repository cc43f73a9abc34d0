package org.ophiura.app.cli;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.ophiura.sim.hardware.loop.StopSource;
import org.ophiura.sim.hardware.safety.Stop;
import org.ophiura.sim.hardware.safety.StopReason;

/** Wants the robot to stop when Enter is pressed. An input that ends presses nothing. */
final class KeyStop implements StopSource, AutoCloseable {
  private final InputStream input;
  private final Thread thread = new Thread(this::listen, "ophiura-key");
  private volatile boolean pressed;

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

  @Override
  public @Nullable Stop poll() {
    return pressed ? new Stop(StopReason.KEY) : null;
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
