package org.ophiura.sim.hardware.log;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.ophiura.sim.hardware.mcap.McapFormatException;
import org.ophiura.sim.hardware.mcap.McapReader;

/** The ticks of a log, from the first to the last whole one. Belongs to one thread. */
public final class LoggedTicks implements AutoCloseable {
  private final Path path;
  private final McapReader reader;
  private final Optional<McapReader.Message> firstMessage;
  private final TickFormat format;
  private boolean begun;

  /**
   * Opens a log.
   *
   * @throws McapFormatException if it is no log of a loop
   * @throws IOException if it cannot be read
   */
  public LoggedTicks(Path path) throws IOException {
    this.path = path;
    reader = new McapReader(path);
    try {
      firstMessage = reader.next();
      Map<String, String> about = reader.metadata().get(TickLog.CONTENT);
      if (about == null) {
        throw new McapFormatException(
            path
                + " must be a log of a robot's loop, but says nothing of a robot; if it was cut off,"
                + " its beginning is too short");
      }
      format = new TickFormat(LogContent.fromMetadata(about));
    } catch (IOException e) {
      reader.close();
      throw e;
    }
  }

  /** What the log is about. */
  public LogContent content() {
    return format.content();
  }

  /** What is known of the run since its start. */
  public Map<String, String> run() {
    return reader.metadata().getOrDefault(TickLog.RUN, Map.of());
  }

  /**
   * What is known of the run since its end; empty before the last tick was read, or without one.
   */
  public Map<String, String> outcome() {
    return reader.metadata().getOrDefault(TickLog.OUTCOME, Map.of());
  }

  /**
   * The next tick; empty after the last one that is whole.
   *
   * @throws IOException if the file cannot be read
   */
  public Optional<TickRecord> next() throws IOException {
    Optional<McapReader.Message> message = begun ? reader.next() : firstMessage;
    begun = true;
    while (message.isPresent() && !message.get().channel().topic().equals(TickFormat.TOPIC)) {
      message = reader.next();
    }
    if (message.isEmpty()) {
      return Optional.empty();
    }
    McapReader.Message tick = message.get();
    if (tick.data().remaining() != format.size()) {
      throw new McapFormatException(
          path
              + " must have ticks of "
              + format.size()
              + " bytes, got one of "
              + tick.data().remaining());
    }
    return Optional.of(new TickRecord(format, tick.data()));
  }

  /** What is wrong with the file, after its last tick; empty if it is whole. */
  public Optional<String> damage() {
    return reader.damage();
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
