package org.ophiura.sim.hardware.link;

import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/**
 * A serial port, with eight bits, no parity and one stop bit; also one end of a pair of
 * pseudo-terminals. Its clock is {@link System#nanoTime}.
 *
 * <p>Waits by sleeping 50 us at a time, and spins for the last 0.2 ms before a deadline.
 */
public final class SerialLink implements ByteLink {
  private static final long NAP_NANOS = 50_000;
  private static final long SPIN_NANOS = 200_000;
  private static final int DATA_BITS = 8;

  /** How long a process that is asked to end keeps its ports for those who still need them. */
  private static final long LAST_WORDS_NANOS = 5_000_000_000L;

  private static final long LOOK_NANOS = 1_000_000;
  private static final Set<SerialLink> OPEN = ConcurrentHashMap.newKeySet();

  static {
    SerialPort.addShutdownHook(new Thread(SerialLink::awaitClosing, "ophiura-serial-last-words"));
  }

  /**
   * A pseudo-terminal takes some 64 KiB that nobody reads; then the library would wait in native
   * code for ever.
   */
  private static final int LONGEST_MONOLOGUE = 32_768;

  private final SerialPort port;
  private final String name;
  private final boolean pseudo;
  private int monologue;
  private volatile boolean open = true;

  private SerialLink(SerialPort port, String name) {
    this.port = port;
    this.name = name;
    pseudo = port.getSystemPortPath().startsWith("/dev/pts/");
  }

  /**
   * Opens a port for this process alone.
   *
   * @param path such as {@code /dev/ttyUSB0}
   * @param baud bits per second
   * @throws LinkException if it is absent, busy, not permitted, or no serial port
   */
  public static SerialLink open(String path, int baud) {
    Path device = Path.of(path);
    PortDiagnosis diagnosis = new PortDiagnosis();
    Optional<String> problem = diagnosis.before(device);
    if (problem.isPresent()) {
      throw new LinkException(problem.get());
    }
    SerialPort port;
    try {
      port = SerialPort.getCommPort(path);
    } catch (SerialPortInvalidPortException e) {
      throw new LinkException(path + " is not a serial port");
    }
    port.setComPortParameters(baud, DATA_BITS, SerialPort.ONE_STOP_BIT, SerialPort.NO_PARITY);
    port.setFlowControl(SerialPort.FLOW_CONTROL_DISABLED);
    port.setComPortTimeouts(SerialPort.TIMEOUT_NONBLOCKING, 0, 0);
    if (!port.openPort(0)) {
      throw new LinkException(diagnosis.after(device, port.getLastErrorCode()));
    }
    SerialLink link = new SerialLink(port, path);
    OPEN.add(link);
    return link;
  }

  /**
   * Holds the library back, which would close all ports as soon as the process is asked to end:
   * before the torque is off. Those that are open for too long are given up.
   */
  private static void awaitClosing() {
    long giveUp = System.nanoTime() + LAST_WORDS_NANOS;
    while (!OPEN.isEmpty() && System.nanoTime() < giveUp) {
      LockSupport.parkNanos(LOOK_NANOS);
    }
    // Nobody is to use a port that is about to be closed under him.
    OPEN.forEach(link -> link.open = false);
  }

  @Override
  public long nanoTime() {
    return System.nanoTime();
  }

  @Override
  public int read(byte[] into, int offset, int length, long deadlineNanos) {
    while (open) {
      int available = port.bytesAvailable();
      if (available < 0) {
        return GONE;
      }
      if (available > 0) {
        int count = port.readBytes(into, Math.min(available, length), offset);
        monologue = 0;
        return count < 0 ? GONE : count;
      }
      if (deadlineNanos == Long.MIN_VALUE) {
        return 0;
      }
      long left = deadlineNanos - System.nanoTime();
      if (left <= 0) {
        return 0;
      }
      if (left > SPIN_NANOS) {
        LockSupport.parkNanos(NAP_NANOS);
      } else {
        Thread.onSpinWait();
      }
    }
    return GONE;
  }

  @Override
  public boolean write(byte[] from, int offset, int length, long deadlineNanos) {
    if (!open || deadlineNanos - System.nanoTime() < 0) {
      return false;
    }
    monologue += length;
    if (pseudo && monologue > LONGEST_MONOLOGUE) {
      monologue = LONGEST_MONOLOGUE;
      return false;
    }
    return port.writeBytes(from, length, offset) == length;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void close() {
    open = false;
    port.closePort();
    OPEN.remove(this);
  }
}
