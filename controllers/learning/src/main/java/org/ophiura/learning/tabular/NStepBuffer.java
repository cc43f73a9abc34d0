package org.ophiura.learning.tabular;

/** The latest decisions that still wait for their return: a ring of fixed size. */
final class NStepBuffer {
  private final int[] states;
  private final int[] actions;
  private final double[] rewards;
  private int oldest;
  private int size;

  NStepBuffer(int capacity) {
    states = new int[capacity];
    actions = new int[capacity];
    rewards = new double[capacity];
  }

  void clear() {
    oldest = 0;
    size = 0;
  }

  boolean isEmpty() {
    return size == 0;
  }

  boolean isFull() {
    return size == states.length;
  }

  /** Adds a decision and what it gained; the buffer must not be full. */
  void add(int state, int action, double reward) {
    int slot = slot(size);
    states[slot] = state;
    actions[slot] = action;
    rewards[slot] = reward;
    size++;
  }

  int oldestState() {
    return states[oldest];
  }

  int oldestAction() {
    return actions[oldest];
  }

  /**
   * Return of the oldest decision, {@code r1 + gamma (r2 + gamma (… (rn + gamma future)))}: summed
   * from the far end, so that one step gives the bits of {@code r + gamma * future} and no rounding
   * is carried from one decision to the next, as in a running sum.
   */
  double oldestReturn(double gamma, double future) {
    double sum = future;
    for (int i = size - 1; i >= 0; i--) {
      sum = rewards[slot(i)] + gamma * sum;
    }
    return sum;
  }

  void removeOldest() {
    oldest = slot(1);
    size--;
  }

  private int slot(int age) {
    int slot = oldest + age;
    return slot < states.length ? slot : slot - states.length;
  }
}
