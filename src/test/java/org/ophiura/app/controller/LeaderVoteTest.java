package org.ophiura.app.controller;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ophiura.app.controller.LeaderVote.Role;

final class LeaderVoteTest {
  private static final int ARMS = 5;
  private static final int CHOICES = 3;

  /** Every possible vote: three choices of five arms. */
  private static Iterable<int[]> votes() {
    return () ->
        IntStream.range(0, CHOICES * CHOICES * CHOICES * CHOICES * CHOICES)
            .mapToObj(LeaderVoteTest::vote)
            .iterator();
  }

  private static int[] vote(int number) {
    int[] choices = new int[ARMS];
    int left = number;
    for (int arm = 0; arm < ARMS; arm++) {
      choices[arm] = left % CHOICES;
      left /= CHOICES;
    }
    return choices;
  }

  @Test
  void theRolesAreThoseOfTheRowingGait() {
    assertEquals(Role.LEAD, Role.of(3, 3, ARMS));
    assertEquals(Role.ROW_RIGHT, Role.of(4, 3, ARMS));
    assertEquals(Role.ROW_RIGHT, Role.of(0, 3, ARMS));
    assertEquals(Role.ROW_LEFT, Role.of(1, 3, ARMS));
    assertEquals(Role.ROW_LEFT, Role.of(2, 3, ARMS));
  }

  @Test
  void aUnanimousVoteIsFollowedWhoeverLeads() {
    for (int leader = 0; leader < ARMS; leader++) {
      int[] choices = new int[ARMS];
      for (int arm = 0; arm < ARMS; arm++) {
        choices[arm] = Role.of(arm, leader, ARMS).action();
      }
      for (int present = 0; present < ARMS; present++) {
        assertEquals(leader, LeaderVote.byRoles(choices, present));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    // choices of arms 0 to 4 (0 leads, 1 rows left, 2 rows right), present leader, leader
    "0 2 2 1 1, 3, 0", // all agree with arm 0
    "0 0 0 0 0, 3, 3", // one agrees with each: the present leader stays
    "1 1 1 1 1, 2, 2", // two agree with each
    "0 2 2 2 1, 3, 0", // four of five
    "0 2 0 2 1, 1, 0", // three agree with arm 0, three with arm 2 ...
    "0 2 2 1 0, 0, 0" // four agree with arm 0
  })
  void theArmWithWhomMostAgreeLeads(String choices, int present, int leader) {
    int[] vote = Arrays.stream(choices.split(" ")).mapToInt(Integer::parseInt).toArray();
    assertEquals(leader, LeaderVote.byRoles(vote, present));
  }

  /** The rule as its documentation has it, worked out in another way, over all votes. */
  @Test
  void everyVoteFollowsTheRule() {
    for (int[] choices : votes()) {
      for (int present = 0; present < ARMS; present++) {
        String what = Arrays.toString(choices) + " under " + present;
        int byRoles = LeaderVote.byRoles(choices, present);
        assertEquals(best(arm -> agreement(choices, arm), present), byRoles, what);
        int byLeast = LeaderVote.byLeast(choices, present);
        assertEquals(best(arm -> -choices[arm], present), byLeast, what);
      }
    }
  }

  private static int agreement(int[] choices, int leader) {
    return (int)
        IntStream.range(0, ARMS)
            .filter(arm -> choices[arm] == Role.of(arm, leader, ARMS).action())
            .count();
  }

  /** Most points, then nearest, then counter-clockwise. */
  private static int best(ToIntFunction<Integer> points, int present) {
    int most = IntStream.range(0, ARMS).map(arm -> points.applyAsInt(arm)).max().orElseThrow();
    int[] steps = {0, 1, -1, 2, -2};
    for (int step : steps) {
      int arm = (present + step + ARMS) % ARMS;
      if (points.applyAsInt(arm) == most) {
        return arm;
      }
    }
    throw new AssertionError("no arm has the most points");
  }

  @Test
  void aTurnedRobotVotesTheSame() {
    for (int[] choices : votes()) {
      int[] turned = new int[ARMS];
      for (int arm = 0; arm < ARMS; arm++) {
        turned[(arm + 1) % ARMS] = choices[arm];
      }
      assertEquals((LeaderVote.byRoles(choices, 2) + 1) % ARMS, LeaderVote.byRoles(turned, 3));
      assertEquals((LeaderVote.byLeast(choices, 2) + 1) % ARMS, LeaderVote.byLeast(turned, 3));
    }
  }

  @Test
  void theArmThatMovesLeastLeads() {
    assertEquals(2, LeaderVote.byLeast(new int[] {2, 1, 0, 2, 2}, 4));
    assertEquals(4, LeaderVote.byLeast(new int[] {2, 2, 2, 2, 2}, 4));
    assertEquals(0, LeaderVote.byLeast(new int[] {0, 1, 0, 0, 1}, 4), "0 follows 4");
    assertTrue(LeaderVote.byLeast(new int[] {1, 0, 1, 1, 1}, 4) == 1);
  }
}
