package org.ophiura.sim.classic.gymnasium;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.ophiura.sim.environment.EnvironmentException;
import org.ophiura.sim.plugin.SettingException;

/**
 * A Python process that answers frames with frames; see {@code bridge.py} for what is in them. One
 * that crashes, or does not answer in time, gives an {@link EnvironmentException} and never ends
 * this virtual machine. It ends by itself when its input does. Belongs to one thread.
 */
final class HelperProcess implements AutoCloseable {
  private static final int BUFFER_BYTES = 1 << 18;
  private static final int MOST_BYTES = 1 << 30;
  private static final int SHOWN_CHARACTERS = 1500;
  private static final long WATCH_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
  private static final long NEVER = Long.MAX_VALUE;

  private final Process process;
  private final DataInputStream in;
  private final OutputStream out;
  private final String name;
  private final double timeoutSeconds;
  private volatile String complaints = "";
  private final Thread complaintReader;
  private ByteBuffer answer = ByteBuffer.allocate(BUFFER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
  private final byte[] head = new byte[Integer.BYTES];
  private final ByteBuffer headNumber = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN);
  private volatile long deadlineNanos = NEVER;
  private volatile boolean late;
  private volatile boolean closed;

  /**
   * Starts the process.
   *
   * @param python command of the interpreter
   * @param name of what it serves, for messages
   * @param timeoutSeconds for each answer
   * @throws SettingException if there is no such interpreter
   */
  HelperProcess(String python, String name, double timeoutSeconds) {
    this.name = name;
    this.timeoutSeconds = timeoutSeconds;
    try {
      // The script is an argument: no file is left behind, however this process ends.
      process = new ProcessBuilder(python, "-u", "-c", script()).start();
    } catch (IOException e) {
      throw new SettingException(
          "python",
          "must be a command that starts Python 3 with the package gymnasium, got '"
              + python
              + "', which does not start; install it (Debian: apt install python3 python3-pip), or"
              + " name another");
    }
    in = new DataInputStream(new BufferedInputStream(process.getInputStream(), BUFFER_BYTES));
    out = new BufferedOutputStream(process.getOutputStream(), BUFFER_BYTES);
    complaintReader = start("gymnasium-stderr", this::readComplaints);
    start("gymnasium-watch", this::watch);
  }

  private static String script() throws IOException {
    try (InputStream script = HelperProcess.class.getResourceAsStream("bridge.py")) {
      if (script == null) {
        throw new IllegalStateException("the resource bridge.py is missing");
      }
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static Thread start(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private void readComplaints() {
    try (InputStream errors = process.getErrorStream()) {
      byte[] bytes = new byte[1024];
      for (int count = errors.read(bytes); count >= 0; count = errors.read(bytes)) {
        String all = complaints + new String(bytes, 0, count, StandardCharsets.UTF_8);
        complaints = all.substring(Math.max(0, all.length() - SHOWN_CHARACTERS));
      }
    } catch (IOException e) {
      // The process is gone: nothing more will be said.
    }
  }

  /** Ends a process that does not answer: whoever waits for it then reads the end of its output. */
  private void watch() {
    while (!closed && process.isAlive()) {
      long deadline = deadlineNanos;
      if (deadline != NEVER && System.nanoTime() - deadline > 0) {
        late = true;
        process.destroyForcibly();
      }
      LockSupport.parkNanos(WATCH_NANOS);
    }
  }

  /**
   * Sends a frame and waits for the answer.
   *
   * @param frame from its position to its limit. Modified: read to its end.
   * @return the answer, its letter first; stays valid until the next call
   * @throws EnvironmentException if the process has crashed or does not answer
   */
  ByteBuffer ask(ByteBuffer frame) {
    if (closed) {
      throw new IllegalStateException("the environment is closed");
    }
    deadlineNanos = System.nanoTime() + (long) (timeoutSeconds * TimeUnit.SECONDS.toNanos(1));
    try {
      int length = frame.remaining();
      for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
        out.write(length >> shift);
      }
      out.write(frame.array(), frame.arrayOffset() + frame.position(), length);
      out.flush();
      frame.position(frame.limit());
      in.readFully(head);
      int size = headNumber.getInt(0);
      if (size < 1 || size > MOST_BYTES) {
        throw new IOException("a frame of " + size + " bytes");
      }
      if (size > answer.capacity()) {
        answer = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
      }
      in.readFully(answer.array(), 0, size);
      return answer.clear().limit(size);
    } catch (IOException e) {
      throw lost();
    } finally {
      deadlineNanos = NEVER;
    }
  }

  private EnvironmentException lost() {
    if (late) {
      return new EnvironmentException(
          name
              + " did not answer within "
              + timeoutSeconds
              + " s, so its Python process was ended; raise environment.timeout if it is only slow");
    }
    try {
      process.waitFor(1, TimeUnit.SECONDS);
      complaintReader.join(TimeUnit.SECONDS.toMillis(1));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    String said = complaints.strip();
    return new EnvironmentException(
        name
            + ": its Python process has ended unexpectedly"
            + (process.isAlive() ? "" : " (exit code " + process.exitValue() + ")")
            + (said.isEmpty() ? "" : "; it said:\n" + said));
  }

  /** The number of the process, for tests. */
  long pid() {
    return process.pid();
  }

  /** Ends the process. Closing again does nothing. */
  @Override
  public void close() {
    closed = true;
    try {
      out.close();
    } catch (IOException e) {
      // It is gone already.
    }
    try {
      if (!process.waitFor(2, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
      in.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
