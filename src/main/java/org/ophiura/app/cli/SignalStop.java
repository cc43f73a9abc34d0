package org.ophiura.app.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.ophiura.app.trial.Interruption;

/**
 * Turns Ctrl-C (or a polite kill) into an {@link Interruption}, and keeps the process alive until
 * what was finished is written. The Java runtime then ends with 130 by itself.
 */
final class SignalStop implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 30;

  private final Interruption interruption = new Interruption();
  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch finished = new CountDownLatch(1);
  private final Thread hook = new Thread(this::stop, "ophiura-stop");

  SignalStop() {
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** Requested as soon as the signal arrives. */
  Interruption interruption() {
    return interruption;
  }

  /** Waits for the signal. */
  void await() throws InterruptedException {
    asked.await();
  }

  private void stop() {
    interruption.request();
    asked.countDown();
    try {
      if (finished.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        return;
      }
      interruption.insist();
      if (!finished.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        System.err.println("ophiura: gave up waiting for the current episode");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Says that everything worth keeping is written. */
  @Override
  public void close() {
    finished.countDown();
    if (!interruption.requested()) {
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException e) {
        // The shutdown has begun just now: the hook sees the latch and ends.
      }
    }
  }
}
