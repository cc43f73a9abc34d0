package org.ophiura.app.trial;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGenerator;
import org.ophiura.app.disturbance.Disturbance;
import org.ophiura.app.task.DirectedLocomotionPlugin;
import org.ophiura.app.task.DirectedLocomotionSettings;
import org.ophiura.app.task.Reward;
import org.ophiura.app.task.TargetPlacement;
import org.ophiura.learning.DecidingController;
import org.ophiura.learning.Learner;
import org.ophiura.learning.LearnerContext;
import org.ophiura.learning.LearnerPlugin;
import org.ophiura.learning.Policy;
import org.ophiura.learning.StateIndexer;
import org.ophiura.sim.Controller;
import org.ophiura.sim.CycleStatus;
import org.ophiura.sim.JointCommand;
import org.ophiura.sim.PlantFactory;
import org.ophiura.sim.PlantState;
import org.ophiura.sim.ResetSpec;
import org.ophiura.sim.RobotLayout;
import org.ophiura.sim.plugin.Choice;
import org.ophiura.sim.plugin.ControllerPlugin;
import org.ophiura.sim.plugin.PlantPlugin;

/**
 * A trial in one dimension, in which everything can be worked out by hand: a {@link LinePlant}
 * walks 0.1 m a step towards a target when action 1 is chosen, and stands still for action 0. Its
 * states are the tenths of a metre to the target.
 */
final class LineTrial {
  static final int STATES = 100;
  static final int ACTIONS = 2;

  /** A plug-in without settings of its own. */
  public record Nothing() {}

  private final LinePlant.Script script;
  private final AtomicBoolean opened = new AtomicBoolean();
  private int decisionPeriod = 1;
  private double timeLimitSeconds = 2;
  private TargetPlacement target = new TargetPlacement.Fixed(List.of(1.0, 0.0, 0.0));
  private Optional<TrainingSettings> training = Optional.empty();
  private List<Disturbance> disturbances = List.of();
  private int evaluateEvery = 0;
  private int evaluateEpisodes = 1;
  private int evaluationEpisodes = 4;
  private int agents = 1;
  private Merge merge = Merge.AVERAGE;

  LineTrial(LinePlant.Script script) {
    this.script = script;
  }

  LineTrial withDecisionPeriod(int ticks) {
    decisionPeriod = ticks;
    return this;
  }

  LineTrial withTimeLimit(double seconds) {
    timeLimitSeconds = seconds;
    return this;
  }

  LineTrial withDisturbances(Disturbance... happening) {
    disturbances = List.of(happening);
    return this;
  }

  LineTrial withTargetOnCircle() {
    target = new TargetPlacement.OnCircle(1);
    return this;
  }

  LineTrial withEvaluation(int episodes) {
    evaluationEpisodes = episodes;
    return this;
  }

  /** Several agents; what the first chooses is done. */
  LineTrial withAgents(int count) {
    agents = count;
    return this;
  }

  /** To be said before {@link #withTraining}. */
  LineTrial withMerge(Merge how) {
    merge = how;
    return this;
  }

  /** Judges the policy while it is trained; comes before {@link #withTraining}. */
  LineTrial withValidation(int every, int episodes) {
    evaluateEvery = every;
    evaluateEpisodes = episodes;
    return this;
  }

  /** Trains the learner that {@code learners} makes. */
  LineTrial withTraining(int episodes, int parallelEpisodes, Learners learners) {
    training =
        Optional.of(
            new TrainingSettings(
                episodes,
                parallelEpisodes,
                merge,
                evaluateEvery,
                evaluateEpisodes,
                Optional.empty(),
                new Choice<>(new LineLearnerPlugin(learners), new Nothing())));
    return this;
  }

  /** From here on the script is followed; the rehearsal of opening is not part of it. */
  Trial open() {
    Trial trial = Trial.open(settings());
    opened.set(true);
    return trial;
  }

  private LinePlant.Script onceOpened() {
    return new LinePlant.Script() {
      @Override
      public void began(ResetSpec start) {
        if (opened.get()) {
          script.began(start);
        }
      }

      @Override
      public CycleStatus stepped(ResetSpec start, int step) {
        return script.stepped(start, step);
      }
    };
  }

  private TrialSettings settings() {
    return new TrialSettings(
        "line",
        1,
        new Choice<>(new LinePlantPlugin(onceOpened()), new Nothing()),
        Optional.of(
            new Choice<>(
                new DirectedLocomotionPlugin(),
                // Between eight steps (0.2 m left) and seven (0.3 m), so no rounding decides.
                new DirectedLocomotionSettings(
                    timeLimitSeconds, target, 0.25, new Reward.Progress(), false, 0, 0))),
        Optional.of(
            new Choice<>(
                new LineControllerPlugin(decisionPeriod, agents, training.isPresent()),
                new Nothing())),
        disturbances,
        training,
        new EvaluationSettings(evaluationEpisodes));
  }

  /** Makes a learner. */
  interface Learners {
    Learner create(LearnerContext context);
  }

  private record LinePlantPlugin(LinePlant.Script script) implements PlantPlugin<Nothing> {
    @Override
    public String id() {
      return "line";
    }

    @Override
    public String summary() {
      return "A point on a line.";
    }

    @Override
    public Class<Nothing> settings() {
      return Nothing.class;
    }

    @Override
    public PlantFactory create(Nothing settings) {
      return new LinePlant.Factory(script);
    }
  }

  private record LineLearnerPlugin(Learners learners) implements LearnerPlugin<Nothing> {
    @Override
    public String id() {
      return "line";
    }

    @Override
    public String summary() {
      return "Whatever a test wants.";
    }

    @Override
    public Class<Nothing> settings() {
      return Nothing.class;
    }

    @Override
    public Learner create(Nothing settings, LearnerContext context) {
      return learners.create(context);
    }
  }

  private record LineControllerPlugin(int decisionPeriod, int agents, boolean learns)
      implements ControllerPlugin<Nothing> {
    @Override
    public String id() {
      return "line";
    }

    @Override
    public String summary() {
      return "Walks or stands.";
    }

    @Override
    public Class<Nothing> settings() {
      return Nothing.class;
    }

    @Override
    public Controller create(Nothing settings, RobotLayout layout, double controlPeriodSeconds) {
      Policy walk = (state, random) -> 1;
      return new LineController(decisionPeriod, agents, learns ? new UntrainedPolicy() : walk);
    }
  }

  private static final class LineController implements DecidingController {
    private final int decisionPeriod;
    private List<Policy> policies;
    private RandomGenerator random = RandomGenerator.getDefault();
    private int tick;
    private int action;

    LineController(int decisionPeriod, int agents, Policy policy) {
      this.decisionPeriod = decisionPeriod;
      policies = Collections.nCopies(agents, policy);
    }

    @Override
    public void reset(PlantState initial, RandomGenerator random) {
      this.random = random;
      tick = 0;
      policies.forEach(Policy::beginEpisode);
    }

    @Override
    public void update(PlantState state, double periodSeconds, JointCommand out) {
      if (tick++ % decisionPeriod == 0) {
        int index = indexer().indexOf(state);
        action = policies.get(0).choose(index, random);
        for (Policy other : policies.subList(1, policies.size())) {
          other.choose(index, random);
        }
      }
      out.set(0, action);
    }

    @Override
    public StateIndexer indexer() {
      return new StateIndexer() {
        @Override
        public int stateCount() {
          return STATES;
        }

        @Override
        public int indexOf(PlantState state) {
          return (int) Math.rint(10 * state.get(LinePlant.DISTANCE));
        }

        @Override
        public String nameOf(int state) {
          return "tenths-" + state;
        }
      };
    }

    @Override
    public String indexerId() {
      return "tenths";
    }

    @Override
    public int actionCount() {
      return ACTIONS;
    }

    @Override
    public String actionName(int action) {
      return action == 0 ? "stand" : "walk";
    }

    @Override
    public int agentCount() {
      return policies.size();
    }

    @Override
    public Policy policy() {
      return policies.get(0);
    }

    @Override
    public List<Policy> policies() {
      return policies;
    }

    @Override
    public void usePolicy(Policy policy) {
      policies = Collections.nCopies(policies.size(), policy);
    }

    @Override
    public void usePolicies(List<? extends Policy> newPolicies) {
      policies = List.copyOf(newPolicies);
    }

    @Override
    public int decisionPeriodTicks() {
      return decisionPeriod;
    }
  }
}
