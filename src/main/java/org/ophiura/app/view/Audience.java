package org.ophiura.app.view;

import java.nio.ByteBuffer;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** All open pages: they see the same. Thread-safe. */
final class Audience {
  private final Set<Viewer> viewers = ConcurrentHashMap.newKeySet();
  private volatile @Nullable ByteBuffer latest;

  void add(Viewer viewer) {
    viewers.add(viewer);
    ByteBuffer frame = latest;
    if (frame != null) {
      viewer.show(frame);
    }
  }

  void remove(Viewer viewer) {
    viewers.remove(viewer);
  }

  boolean isEmpty() {
    return viewers.isEmpty();
  }

  int size() {
    return viewers.size();
  }

  void show(ByteBuffer frame) {
    latest = frame;
    viewers.forEach(viewer -> viewer.show(frame));
  }

  void tell(String text) {
    viewers.forEach(viewer -> viewer.tell(text));
  }

  void close() {
    viewers.forEach(Viewer::close);
  }
}
