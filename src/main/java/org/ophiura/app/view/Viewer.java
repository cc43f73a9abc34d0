package org.ophiura.app.view;

import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.jspecify.annotations.Nullable;

/**
 * One open page. Holds the latest frame only: a page that reads slowly misses frames, and nobody
 * waits for it. Thread-safe.
 */
final class Viewer {
  private static final int MOST_TEXTS_WAITING = 32;

  private final Session session;
  private final AtomicReference<@Nullable ByteBuffer> latest = new AtomicReference<>();
  private final AtomicBoolean sending = new AtomicBoolean();
  private final AtomicInteger texts = new AtomicInteger();

  Viewer(Session session) {
    this.session = session;
  }

  /** Shows a frame as soon as the one before has left. */
  void show(ByteBuffer frame) {
    latest.set(frame);
    sendNext();
  }

  private void sendNext() {
    while (latest.get() != null && sending.compareAndSet(false, true)) {
      ByteBuffer frame = latest.getAndSet(null);
      if (frame != null) {
        session.sendBinary(
            frame.duplicate(),
            Callback.from(
                () -> {
                  sending.set(false);
                  sendNext();
                },
                problem -> sending.set(false)));
        return;
      }
      sending.set(false); // Somebody else sent it; look again, for one that came meanwhile.
    }
  }

  /** Sends a message; to a page that does not read it, nothing more. */
  void tell(String text) {
    if (texts.incrementAndGet() > MOST_TEXTS_WAITING) {
      texts.decrementAndGet();
      return;
    }
    session.sendText(
        text, Callback.from(texts::decrementAndGet, problem -> texts.decrementAndGet()));
  }

  void close() {
    session.close();
  }
}
