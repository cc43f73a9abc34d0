package org.ophiura.sim.mujoco.draw;

/**
 * The path that a robot has left behind it: points at least a given length apart. When it is full,
 * every other point is dropped, so that it never ends. Allocates nothing.
 */
final class Trail {
  private static final int MOST_POINTS = 1024;
  private static final double STEP_METRES = 0.01;

  private final double[] points = new double[3 * MOST_POINTS];
  private int size;
  private double step = STEP_METRES;

  void clear() {
    size = 0;
    step = STEP_METRES;
  }

  /** Goes on to a point, if it is far enough from the last. */
  void add(double x, double y, double z) {
    if (size > 0) {
      int last = 3 * (size - 1);
      double dx = x - points[last];
      double dy = y - points[last + 1];
      double dz = z - points[last + 2];
      if (!(dx * dx + dy * dy + dz * dz >= step * step)) {
        return;
      }
    }
    if (size == MOST_POINTS) {
      thin();
    }
    points[3 * size] = x;
    points[3 * size + 1] = y;
    points[3 * size + 2] = z;
    size++;
  }

  private void thin() {
    size /= 2;
    for (int i = 1; i < size; i++) {
      System.arraycopy(points, 6 * i, points, 3 * i, 3);
    }
    step *= 2;
  }

  int size() {
    return size;
  }

  /** Copies a point: x, y, z. */
  void get(int index, double[] out) {
    System.arraycopy(points, 3 * index, out, 0, 3);
  }
}
