package org.ophiura.sim.hardware.limit;

/** How fast something may move that must be able to stop in time, in whole control periods. */
final class Braking {
  private Braking() {}

  /**
   * The longest move in one period after which a distance can still be kept, if each move may be
   * shorter than the one before by {@code change} at most.
   *
   * <p>Moves s, s - c, s - 2c, … over n periods cover n s - c n (n - 1) / 2. With the least n whose
   * moves reach the distance, n (n + 1) / 2 >= d / c, the last one is just used up: s = d / n + c
   * (n - 1) / 2.
   *
   * @param distance what is left; 0 is given for a negative one
   * @param change greatest difference between two moves; above 0, may be infinite
   */
  static double longestMove(double distance, double change) {
    if (distance <= 0) {
      return 0;
    }
    if (distance <= change || distance == Double.POSITIVE_INFINITY) {
      return distance;
    }
    double periods = Math.ceil((Math.sqrt(1 + 8 * distance / change) - 1) / 2);
    return distance / periods + change * (periods - 1) / 2;
  }
}
