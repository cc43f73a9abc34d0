package org.ophiura.app.trial;

import java.util.List;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.ophiura.sim.ActuatorSpec;
import org.ophiura.sim.CycleStatus;
import org.ophiura.sim.JointCommand;
import org.ophiura.sim.ObservationSpec;
import org.ophiura.sim.Plant;
import org.ophiura.sim.PlantFactory;
import org.ophiura.sim.PlantState;
import org.ophiura.sim.Position;
import org.ophiura.sim.ResetSpec;
import org.ophiura.sim.RobotLayout;

/**
 * A point that walks straight towards its target: exact, and made to fail when a test wants it to.
 */
final class LinePlant implements Plant {
  /** Index of the distance to the target. */
  static final int DISTANCE = 0;

  private static final double PERIOD_SECONDS = 0.1;
  private static final double SPEED = 1;
  private static final RobotLayout LAYOUT =
      new RobotLayout(
          "line",
          List.of(),
          List.of(new ActuatorSpec("walk", "line", 0, 1, "")),
          List.of(ObservationSpec.uniform("xy_distance_to_target", DISTANCE, 1, 0, 100, "m")));

  /** What a test lets happen. Called by the thread that runs the episode. */
  interface Script {
    /** Nothing happens. */
    Script NOTHING = new Script() {};

    /** An episode begins. */
    default void began(ResetSpec start) {}

    /**
     * What becomes of a step of the episode that began at {@code start}.
     *
     * @param step from 1
     */
    default CycleStatus stepped(ResetSpec start, int step) {
      return CycleStatus.OK;
    }
  }

  /** Diverges at a step of those episodes whose target fits. */
  static Script failingWhere(Predicate<Position> fits, int failingStep) {
    return new Script() {
      @Override
      public CycleStatus stepped(ResetSpec start, int step) {
        return step == failingStep && fits.test(start.target().orElseThrow())
            ? CycleStatus.DIVERGED
            : CycleStatus.OK;
      }
    };
  }

  /** Makes plants that follow one script. */
  record Factory(Script script) implements PlantFactory {
    @Override
    public RobotLayout layout() {
      return LAYOUT;
    }

    @Override
    public double controlPeriodSeconds() {
      return PERIOD_SECONDS;
    }

    @Override
    public Plant newPlant() {
      return new LinePlant(script);
    }

    @Override
    public void close() {}
  }

  private final Script script;
  private ResetSpec start = ResetSpec.ORIGIN;
  private double distance;
  private int step;

  private LinePlant(Script script) {
    this.script = script;
  }

  private final PlantState state =
      new PlantState() {
        @Override
        public double timeSeconds() {
          return step * PERIOD_SECONDS;
        }

        @Override
        public double get(int index) {
          return distance;
        }
      };

  @Override
  public RobotLayout layout() {
    return LAYOUT;
  }

  @Override
  public double controlPeriodSeconds() {
    return PERIOD_SECONDS;
  }

  @Override
  public PlantState state() {
    return state;
  }

  @Override
  public void reset(ResetSpec spec, RandomGenerator random) {
    start = spec;
    step = 0;
    Position target = spec.target().orElseThrow();
    distance = Math.hypot(target.x() - spec.startX(), target.y() - spec.startY());
    script.began(spec);
  }

  @Override
  public CycleStatus step(JointCommand command) {
    step++;
    CycleStatus status = script.stepped(start, step);
    if (status == CycleStatus.OK) {
      distance -= SPEED * PERIOD_SECONDS * command.get(0);
    } else if (status == CycleStatus.DIVERGED) {
      distance = Double.NaN;
    }
    return status;
  }

  @Override
  public void placeTarget(double x, double y, double z) {
    throw new UnsupportedOperationException("the target stays where the reset put it");
  }

  @Override
  public void close() {}
}
