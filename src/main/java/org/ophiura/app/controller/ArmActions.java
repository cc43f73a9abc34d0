package org.ophiura.app.controller;

import java.util.List;

/**
 * What each arm of a decentralised robot may choose from. Source: notebook 001, which only asks.
 */
public enum ArmActions {
  /** Lead, row left, row right: the five choices are resolved into one leader. */
  ROLES {
    @Override
    List<String> names() {
      return List.of("lead", "row left", "row right");
    }

    @Override
    int leader(int[] choices, int present) {
      return LeaderVote.byRoles(choices, present);
    }

    @Override
    double scale(int action) {
      return 1;
    }
  },
  /** Amplitude 0, 0.5 or 1 of the arm's own rowing: the arm that moves least leads. */
  AMPLITUDES {
    @Override
    List<String> names() {
      return List.of("amplitude 0", "amplitude 0.5", "amplitude 1");
    }

    @Override
    int leader(int[] choices, int present) {
      return LeaderVote.byLeast(choices, present);
    }

    @Override
    double scale(int action) {
      return action / 2.0;
    }
  };

  /** What the actions are called, in order. */
  abstract List<String> names();

  /** The arm that leads after these choices. */
  abstract int leader(int[] choices, int present);

  /** Factor of the amplitudes of an arm that chose this action. */
  abstract double scale(int action);
}
