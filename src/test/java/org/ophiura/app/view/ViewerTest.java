package org.ophiura.app.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.junit.jupiter.api.Test;

/** A page that reads slowly: what is sent to it leaves only when the test says so. */
final class ViewerTest {
  private final List<Integer> sent = new ArrayList<>();
  private final List<String> texts = new ArrayList<>();
  private final Deque<Callback> leaving = new ArrayDeque<>();

  private final Viewer viewer =
      new Viewer(
          (Session)
              Proxy.newProxyInstance(
                  Session.class.getClassLoader(),
                  new Class<?>[] {Session.class},
                  (proxy, method, arguments) -> {
                    switch (method.getName()) {
                      case "sendBinary" -> {
                        sent.add(((ByteBuffer) arguments[0]).getInt());
                        leaving.add((Callback) arguments[1]);
                      }
                      case "sendText" -> texts.add((String) arguments[0]);
                      default -> throw new AssertionError(method);
                    }
                    return null;
                  }));

  private void show(int number) {
    viewer.show(ByteBuffer.allocate(Integer.BYTES).putInt(0, number));
  }

  @Test
  void aSlowPageMissesFramesAndGetsTheLatest() {
    show(1);
    for (int number = 2; number <= 500; number++) {
      show(number);
    }
    assertEquals(List.of(1), sent, "one is on its way, the others are not queued");
    leaving.remove().succeed();
    assertEquals(List.of(1, 500), sent);
    leaving.remove().succeed();
    assertEquals(List.of(1, 500), sent, "nothing is sent twice");
    show(501);
    assertEquals(List.of(1, 500, 501), sent);
  }

  @Test
  void aFrameThatCouldNotBeSentDoesNotStopTheNext() {
    show(1);
    leaving.remove().fail(new IllegalStateException("broken"));
    show(2);
    assertEquals(List.of(1, 2), sent);
  }

  @Test
  void messagesDoNotPileUpForAPageThatReadsNone() {
    for (int i = 0; i < 1000; i++) {
      viewer.tell("message " + i);
    }
    assertEquals(32, texts.size());
  }
}
