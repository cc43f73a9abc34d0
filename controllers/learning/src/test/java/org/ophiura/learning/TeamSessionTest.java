package org.ophiura.learning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.ophiura.sim.JointCommand;
import org.ophiura.sim.PlantState;

class TeamSessionTest {
  private final RandomGenerator random = new SplittableRandom(5);
  private final RecordingLearner left = new RecordingLearner();
  private final RecordingLearner right = new RecordingLearner();
  private final TeamSession session = new TeamSession(List.of(left, right));

  /** Two agents; each sees the number that the plant shows for it. */
  private static final class TwoAgents implements DecidingController {
    @Override
    public int agentCount() {
      return 2;
    }

    @Override
    public StateIndexer indexer() {
      return indexer(0);
    }

    @Override
    public StateIndexer indexer(int agent) {
      return new StateIndexer() {
        @Override
        public int stateCount() {
          return 9;
        }

        @Override
        public int indexOf(PlantState state) {
          return (int) state.get(agent);
        }

        @Override
        public String nameOf(int state) {
          return "state-" + state;
        }
      };
    }

    @Override
    public String indexerId() {
      return "two";
    }

    @Override
    public int actionCount() {
      return 9;
    }

    @Override
    public String actionName(int action) {
      return "action " + action;
    }

    @Override
    public Policy policy() {
      return (state, random) -> 0;
    }

    @Override
    public void usePolicy(Policy policy) {}

    @Override
    public int decisionPeriodTicks() {
      return 1;
    }

    @Override
    public void reset(PlantState initial, RandomGenerator random) {}

    @Override
    public void update(PlantState state, double periodSeconds, JointCommand out) {}
  }

  @Test
  void everyAgentGetsTheWholeRewardAndItsOwnStates() {
    session.beginEpisode(2, 7, random);
    session.policies().forEach(LearningSession::beginEpisode);
    session.policies().get(0).choose(1, random);
    session.policies().get(1).choose(4, random);
    session.addReward(0.5);
    session.addReward(0.25);
    session.end(new TwoAgents(), new ArrayState(new double[] {3, 6}), true, false);
    assertEquals(
        List.of("begin 2 of 7", "begin", "choose 1", "observe 1 2 0.75 3 terminated -"),
        left.calls());
    assertEquals(
        List.of("begin 2 of 7", "begin", "choose 4", "observe 4 5 0.75 6 terminated -"),
        right.calls());
  }

  @Test
  void aControllerOfOneAgentTakesOnePolicy() {
    DecidingController two = new TwoAgents();
    List<Policy> policies = List.of(two.policy(), two.policy());
    assertThrows(IllegalArgumentException.class, () -> two.usePolicies(policies));
  }

  @Test
  void aLearnerThatCannotBeSharedMakesATeamOfOneOnly() {
    assertEquals(List.of(left), SharingLearner.team(left, 1));
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> SharingLearner.team(left, 5));
    assertEquals("a RecordingLearner cannot be shared by 5", e.getMessage());
  }
}
