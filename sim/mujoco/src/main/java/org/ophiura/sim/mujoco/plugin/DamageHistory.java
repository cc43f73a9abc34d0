package org.ophiura.sim.mujoco.plugin;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.ophiura.models.BendingPlane;
import org.ophiura.models.BrittleStarMorphology;
import org.ophiura.models.JointProperties;
import org.ophiura.sim.PlantEvent;
import org.ophiura.sim.PlantEvent.LockJoint;
import org.ophiura.sim.PlantEvent.LoseArm;
import org.ophiura.sim.PlantEvent.Push;
import org.ophiura.sim.PlantEvent.ShortenArm;
import org.ophiura.sim.PlantEvent.WeakenJoint;
import org.ophiura.sim.mujoco.StagedPlantFactory;
import org.ophiura.sim.plugin.PlantEventException;

/** What becomes of a brittle star in the course of an episode, damage by damage. */
final class DamageHistory {
  private final double controlPeriodSeconds;
  private final SortedMap<Integer, BrittleStarMorphology> stages = new TreeMap<>();
  private BrittleStarMorphology robot;

  /**
   * Goes through the events in the order of their times; those of one time in the order given.
   *
   * @throws PlantEventException naming the first event that cannot happen
   */
  DamageHistory(BrittleStarMorphology whole, double controlPeriodSeconds, List<PlantEvent> events) {
    this.controlPeriodSeconds = controlPeriodSeconds;
    robot = whole;
    stages.put(0, whole);
    List<Integer> order = new ArrayList<>(IntStream.range(0, events.size()).boxed().toList());
    order.sort(Comparator.comparingDouble(i -> events.get(i).atSeconds()));
    for (int event : order) {
      if (!(events.get(event) instanceof Push)) {
        take(event, events.get(event));
      }
    }
  }

  /** The robot from each control step on at which it changes, the first being 0. */
  SortedMap<Integer, BrittleStarMorphology> stages() {
    return stages;
  }

  private void take(int event, PlantEvent damage) {
    if (damage instanceof LoseArm lost) {
      requireArm(event, lost.arm(), damage);
      robot = robot.withoutArm(lost.arm());
    } else if (damage instanceof ShortenArm shortened) {
      requireArm(event, shortened.arm(), damage);
      requireFewer(event, shortened);
      robot = robot.withArmShortened(shortened.arm(), shortened.segments());
    } else if (damage instanceof LockJoint locked) {
      requireSegment(event, locked.arm(), locked.segment(), damage);
      robot =
          robot.withJoint(
              locked.arm(), locked.segment(), plane(locked.plane()), JointProperties::lock);
    } else if (damage instanceof WeakenJoint weakened) {
      requireSegment(event, weakened.arm(), weakened.segment(), damage);
      if (!(weakened.strength() > 0 && weakened.strength() < 1)) {
        throw new PlantEventException(
            event, "strength", "must be in (0, 1), got " + weakened.strength());
      }
      robot =
          robot.withJoint(
              weakened.arm(),
              weakened.segment(),
              plane(weakened.plane()),
              joint -> joint.withStrengthFraction(weakened.strength()));
    }
    stages.put(StagedPlantFactory.tick(damage.atSeconds(), controlPeriodSeconds), robot);
  }

  private static BendingPlane plane(PlantEvent.BendingPlane plane) {
    return switch (plane) {
      case IN_PLANE -> BendingPlane.IN_PLANE;
      case OUT_OF_PLANE -> BendingPlane.OUT_OF_PLANE;
    };
  }

  private int segments(int arm) {
    return robot.arms().get(arm).segments().size();
  }

  private void requireArm(int event, int arm, PlantEvent damage) {
    List<String> left =
        IntStream.range(0, robot.arms().size())
            .filter(i -> segments(i) > 0)
            .mapToObj(String::valueOf)
            .toList();
    if (!left.contains(String.valueOf(arm))) {
      throw new PlantEventException(
          event,
          "arm",
          "must be an arm that the robot has at "
              + number(damage.atSeconds())
              + " s, "
              + (left.isEmpty() ? "but none is left" : "one of " + String.join(", ", left))
              + "; got "
              + arm);
    }
  }

  private void requireSegment(int event, int arm, int segment, PlantEvent damage) {
    requireArm(event, arm, damage);
    if (segment < 0 || segment >= segments(arm)) {
      throw new PlantEventException(
          event,
          "segment",
          "must be in [0, "
              + (segments(arm) - 1)
              + "], for arm "
              + arm
              + " has "
              + segments(arm)
              + (segments(arm) == 1 ? " segment at " : " segments at ")
              + number(damage.atSeconds())
              + " s; got "
              + segment);
    }
  }

  private void requireFewer(int event, ShortenArm shortened) {
    int present = segments(shortened.arm());
    if (shortened.segments() < 1 || shortened.segments() >= present) {
      String remedy =
          present == 1
              ? "must be fewer than the 1 segment that arm %d has at %s s; use lose-arm"
              : "must be in [1, "
                  + (present - 1)
                  + "], fewer than the "
                  + present
                  + " segments that arm %d has at %s s (lose-arm takes them all)";
      throw new PlantEventException(
          event,
          "segments",
          remedy.formatted(shortened.arm(), number(shortened.atSeconds()))
              + "; got "
              + shortened.segments());
    }
  }

  private static String number(double seconds) {
    return seconds == Math.rint(seconds) ? Long.toString((long) seconds) : Double.toString(seconds);
  }
}
