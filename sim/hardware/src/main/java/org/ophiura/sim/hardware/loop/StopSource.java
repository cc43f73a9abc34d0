package org.ophiura.sim.hardware.loop;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.ophiura.sim.hardware.safety.Stop;
import org.ophiura.sim.hardware.safety.StopReason;

/** Somebody or something that may want the robot to stop. Asked by the watchdog's thread. */
@FunctionalInterface
public interface StopSource {

  /** The stop that is wanted; null where none is. */
  @Nullable Stop poll();

  /** Wants a stop as soon as a file exists. */
  static StopSource file(Path file) {
    return () -> Files.exists(file) ? new Stop(StopReason.FILE) : null;
  }
}
