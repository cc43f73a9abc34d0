package org.ophiura.sim.hardware.log;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.ophiura.sim.hardware.mcap.McapChannel;
import org.ophiura.sim.hardware.mcap.McapSchema;
import org.ophiura.sim.hardware.mcap.McapWriter;

/**
 * Writes a log beside a loop. The loop fills records that were made beforehand, and never waits: if
 * the disk is too slow for too long, ticks are lost and counted. Another thread writes the file.
 */
public final class TickLog implements AutoCloseable {
  /** What the metadata of a log are called that say what it is about. */
  static final String CONTENT = "ophiura";

  /** What the metadata of a log are called that say which run it is of. */
  static final String RUN = "run";

  /** What the metadata of a log are called that say how the run ended. */
  static final String OUTCOME = "outcome";

  private static final long NAP_NANOS = 1_000_000;
  private static final long FLUSH_NANOS = 250_000_000;

  private final Path path;
  private final TickRing ring;
  private final McapWriter writer;
  private final McapChannel channel;
  private final long wallMinusLoopNanos;
  private final Thread thread = new Thread(this::drain, "ophiura-log");
  private volatile boolean closing;
  private volatile @Nullable IOException failure;
  private final AtomicLong lost = new AtomicLong();
  private final AtomicLong written = new AtomicLong();
  private long sequence;

  /**
   * Begins a log. The file must not exist.
   *
   * @param run what is known of the run, such as the text of its trial file
   * @param capacity records that may wait to be written
   * @param loopNanos the loop's clock now
   * @param wallNanos now, in nanoseconds since 1970
   * @throws IOException if the file cannot be made
   */
  public TickLog(
      Path path,
      LogContent content,
      Map<String, String> run,
      int capacity,
      long loopNanos,
      long wallNanos)
      throws IOException {
    this(
        path,
        new BufferedOutputStream(Files.newOutputStream(path, StandardOpenOption.CREATE_NEW)),
        content,
        run,
        capacity,
        wallNanos - loopNanos);
  }

  /** Begins a log in a stream that takes the place of the file. */
  TickLog(
      Path path,
      OutputStream out,
      LogContent content,
      Map<String, String> run,
      int capacity,
      long wallMinusLoopNanos)
      throws IOException {
    this.path = path;
    TickFormat format = new TickFormat(content);
    ring = new TickRing(format, capacity);
    this.wallMinusLoopNanos = wallMinusLoopNanos;
    writer = new McapWriter(out, "ophiura");
    try {
      writer.addMetadata(CONTENT, content.toMetadata());
      writer.addMetadata(RUN, run);
      McapSchema schema =
          writer.addSchema(TickFormat.SCHEMA, TickFormat.SCHEMA_ENCODING, format.definition());
      channel = writer.addChannel(schema, TickFormat.TOPIC, TickFormat.MESSAGE_ENCODING, Map.of());
      writer.flush();
    } catch (IOException e) {
      writer.close();
      throw e;
    }
    thread.setDaemon(true);
    thread.start();
  }

  /**
   * A record to fill and then to {@link #commit}; null if none is free, and then the tick is lost
   * and counted. For the loop's thread; never waits and allocates nothing.
   */
  public @Nullable TickRecord claim() {
    TickRecord record = ring.toFill();
    if (record == null) {
      lost.incrementAndGet();
    } else {
      record.setSequence(sequence);
    }
    sequence++;
    return record;
  }

  /** Hands over the record that was claimed. */
  public void commit() {
    ring.handOver();
  }

  /** Ticks that were lost because the file was written too slowly. */
  public long lost() {
    return lost.get();
  }

  /** Ticks in the file so far. */
  public long written() {
    return written.get();
  }

  /** Why no more is written; empty while all is well. */
  public Optional<IOException> failure() {
    return Optional.ofNullable(failure);
  }

  private void drain() {
    long flushed = System.nanoTime();
    boolean fresh = false;
    boolean last = false;
    while (!last) {
      last = closing;
      fresh |= drainAll();
      long now = System.nanoTime();
      if (fresh && now - flushed > FLUSH_NANOS) {
        fresh = false;
        flushed = now;
        attempt(writer::flush);
      }
      if (!last) {
        LockSupport.parkNanos(NAP_NANOS);
      }
    }
  }

  private boolean drainAll() {
    boolean some = false;
    TickRecord record = ring.toEmpty();
    while (record != null) {
      write(record);
      ring.giveBack();
      some = true;
      record = ring.toEmpty();
    }
    return some;
  }

  private void write(TickRecord record) {
    long time = record.beginNanos() + wallMinusLoopNanos;
    boolean done =
        attempt(() -> writer.write(channel, record.sequence(), time, record.bytes().duplicate()));
    (done ? written : lost).incrementAndGet();
  }

  private interface Writing {
    void write() throws IOException;
  }

  /** Writes unless writing has failed before: a disk that is full stops the log, not the robot. */
  private boolean attempt(Writing writing) {
    if (failure != null) {
      return false;
    }
    try {
      writing.write();
      return true;
    } catch (IOException e) {
      failure = e;
      return false;
    }
  }

  /**
   * Writes what is still waiting and how the run ended, and closes the file. For the loop's thread,
   * after the loop.
   *
   * @param outcome what is known of the run now
   * @throws IOException if a part of the log could not be written
   */
  public void close(Map<String, String> outcome) throws IOException {
    if (closing) {
      return;
    }
    closing = true;
    join();
    attempt(() -> writer.addMetadata(OUTCOME, outcome));
    attempt(writer::close);
    IOException failed = failure;
    if (failed != null) {
      throw new IOException(
          path + " is not whole: " + failed.getMessage() + "; is there room on the disk?", failed);
    }
  }

  private void join() {
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Closes the file without a word about how the run ended. Closing again does nothing. */
  @Override
  public void close() throws IOException {
    close(Map.of());
  }
}
