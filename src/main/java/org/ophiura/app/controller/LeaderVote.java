package org.ophiura.app.controller;

/**
 * Turns what the arms chose, each for itself, into one arm that leads.
 *
 * <p>Each arm that could lead is given points; the most points win. Among arms of equally many, the
 * one that leads already stays; if it is not among them, the one nearest to it around the disk is
 * taken, and of two equally near the one that follows it counter-clockwise. So a vote that is split
 * changes as little as it can. Pure functions; allocate nothing.
 */
final class LeaderVote {
  private LeaderVote() {}

  /** What an arm may choose to do, and the number of that action. */
  enum Role {
    /** Lead: point ahead, lifted. */
    LEAD(0),
    /** Row as the two arms before the leader do, in the order of their numbers. */
    ROW_LEFT(1),
    /** Row as the two arms after the leader do. */
    ROW_RIGHT(2);

    private final int action;

    Role(int action) {
      this.action = action;
    }

    /** Number of the action. */
    int action() {
      return action;
    }

    /** What an arm has to do under a leader. */
    static Role of(int arm, int leader, int arms) {
      int ahead = Math.floorMod(arm - leader, arms);
      return ahead == 0 ? LEAD : ahead <= arms / 2 ? ROW_RIGHT : ROW_LEFT;
    }
  }

  /**
   * The leader with whom most arms agree: under whom their role is what they chose.
   *
   * @param choices action of the {@link Role} that each arm chose. Not modified.
   * @param present the arm that leads now
   */
  static int byRoles(int[] choices, int present) {
    int arms = choices.length;
    int leader = present;
    int most = -1;
    for (int i = 0; i < arms; i++) {
      int candidate = inOrderOfNearness(i, present, arms);
      int points = 0;
      for (int arm = 0; arm < arms; arm++) {
        if (choices[arm] == Role.of(arm, candidate, arms).action()) {
          points++;
        }
      }
      if (points > most) {
        most = points;
        leader = candidate;
      }
    }
    return leader;
  }

  /**
   * The arm that chose to move least.
   *
   * @param choices what each arm chose: the greater, the more it moves. Not modified.
   * @param present the arm that leads now
   */
  static int byLeast(int[] choices, int present) {
    int arms = choices.length;
    int leader = present;
    for (int i = 1; i < arms; i++) {
      int candidate = inOrderOfNearness(i, present, arms);
      if (choices[candidate] < choices[leader]) {
        leader = candidate;
      }
    }
    return leader;
  }

  /** The present arm, the one after it, the one before it, the second after it, and so on. */
  private static int inOrderOfNearness(int place, int present, int arms) {
    int distance = (place + 1) / 2;
    return Math.floorMod(present + (place % 2 == 1 ? distance : -distance), arms);
  }
}
