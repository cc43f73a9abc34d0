package org.ophiura.app.disturbance;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ophiura.app.disturbance.Disturbance.MoveTarget;
import org.ophiura.sim.Arena;
import org.ophiura.sim.ObservationSpec;
import org.ophiura.sim.PlantEvent;
import org.ophiura.sim.PlantState;
import org.ophiura.sim.Position;
import org.ophiura.sim.ResetSpec;
import org.ophiura.sim.RobotLayout;
import org.ophiura.sim.Task;
import org.ophiura.sim.TimeLimit;
import org.ophiura.sim.plugin.PlantEventException;
import org.ophiura.sim.plugin.SettingException;

/** The disturbances of a trial: makes what carries them out, and checks that they can happen. */
public final class Disturbances {
  private final List<Disturbance> all;

  /** Keeps a copy of the list, which stands in the setting {@code disturbances}. */
  public Disturbances(List<Disturbance> all) {
    this.all = List.copyOf(all);
  }

  /** What happens to the plant, in the order of the list. */
  public List<PlantEvent> events() {
    return all.stream().flatMap(disturbance -> disturbance.event().stream()).toList();
  }

  /** A plant's report of one of the {@link #events}, seen from the file. */
  public SettingException broken(PlantEventException report) {
    int event = 0;
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).event().isPresent() && event++ == report.event()) {
        return report.broken().under(path(i));
      }
    }
    throw new IllegalArgumentException("there is no such event", report);
  }

  private static String path(int disturbance) {
    return "disturbances[" + disturbance + "]";
  }

  /**
   * Makes sure that all happen within an episode, and where they can.
   *
   * @param start of one of the task's episodes
   * @throws SettingException naming the first that cannot happen
   */
  public void check(Task task, ResetSpec start, RobotLayout layout) {
    for (int i = 0; i < all.size(); i++) {
      try {
        check(all.get(i), task, start, layout);
      } catch (SettingException e) {
        throw e.under(path(i));
      }
    }
  }

  private static void check(
      Disturbance disturbance, Task task, ResetSpec start, RobotLayout layout) {
    double limit = task.timeLimitSeconds();
    if (disturbance.at() >= limit) {
      throw new SettingException(
          "at",
          "must be < "
              + number(limit)
              + " (s), the time limit of the task, got "
              + number(disturbance.at()));
    }
    if (disturbance instanceof MoveTarget move) {
      if (start.target().isEmpty()) {
        throw new SettingException(
            "type",
            "must fit the task, which has no target to move; take it out, or choose a task with"
                + " a target, such as directed-locomotion");
      }
      Position to = move.position();
      Optional<Arena> arena = layout.arena();
      if (arena.isPresent() && !arena.get().contains(to.x(), to.y())) {
        throw new SettingException(
            "to",
            "must lie within the walls of the arena, x in plus or minus "
                + number(arena.get().halfSizeXMetres())
                + " and y in plus or minus "
                + number(arena.get().halfSizeYMetres())
                + " (m), got "
                + move.to());
      }
    }
  }

  /** Moves the target in the episodes of one plant. */
  public TargetMoves targetMoves(double controlPeriodSeconds) {
    List<TargetMoves.Move> moves = new ArrayList<>();
    for (Disturbance disturbance : all) {
      if (disturbance instanceof MoveTarget move) {
        moves.add(new TargetMoves.Move(tick(move.at(), controlPeriodSeconds), move.position()));
      }
    }
    return new TargetMoves(moves);
  }

  /**
   * Disturbs what the controller of one plant sees.
   *
   * @param truth the live state
   * @param layout of that state
   * @throws SettingException naming an observation that there is not
   */
  public Senses senses(PlantState truth, RobotLayout layout, double controlPeriodSeconds) {
    List<Senses.Noise> noises = new ArrayList<>();
    List<Senses.Delay> delays = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      int tick = tick(all.get(i).at(), controlPeriodSeconds);
      if (all.get(i) instanceof Disturbance.SensorNoise noise) {
        noises.add(
            new Senses.Noise(
                observations(i, noise.observation(), layout), noise.standardDeviation(), tick));
      } else if (all.get(i) instanceof Disturbance.SensorDelay delay) {
        delays.add(
            new Senses.Delay(observations(i, delay.observation(), layout), delay.ticks(), tick));
      }
    }
    return new Senses(truth, layout.observationSize(), noises, delays);
  }

  private static List<ObservationSpec> observations(
      int disturbance, Optional<String> name, RobotLayout layout) {
    if (name.isEmpty()) {
      return layout.observations();
    }
    try {
      return List.of(layout.observation(name.get()));
    } catch (IllegalArgumentException e) {
      throw new SettingException(
          path(disturbance) + ".observation", "must be one of the robot's: " + e.getMessage());
    }
  }

  /** The first control step that starts at or after a time, counted from 0. */
  private static int tick(double seconds, double controlPeriodSeconds) {
    return seconds > 0 ? TimeLimit.steps(seconds, controlPeriodSeconds) : 0;
  }

  private static String number(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }
}
