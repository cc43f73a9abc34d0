package org.ophiura.sim.hardware.limit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.ophiura.sim.ActuatorSpec;
import org.ophiura.sim.JointSpec;
import org.ophiura.sim.NearestName;
import org.ophiura.sim.ObservationSpec;
import org.ophiura.sim.RobotLayout;
import org.ophiura.sim.hardware.limit.ActuatorLimits.Joint;
import org.ophiura.sim.plugin.SettingException;

/** The limits of a whole robot: those of its model, narrowed by the settings. Immutable. */
public final class Limits {
  private final List<ActuatorLimits> actuators;

  private Limits(List<ActuatorLimits> actuators) {
    this.actuators = List.copyOf(actuators);
  }

  /**
   * Works out the limits of a robot.
   *
   * @throws SettingException naming a joint that the robot does not have, or a limit that its
   *     actuator cannot be held to
   */
  public static Limits of(LimitSettings settings, RobotLayout layout) {
    checkNames(settings, layout);
    List<ActuatorLimits> actuators = new ArrayList<>();
    for (ActuatorSpec actuator : layout.actuators()) {
      actuators.add(limits(settings, layout, actuator));
    }
    return new Limits(actuators);
  }

  /** Number of actuators. */
  public int size() {
    return actuators.size();
  }

  /** The limits of an actuator. */
  public ActuatorLimits actuator(int index) {
    return actuators.get(index);
  }

  private static void checkNames(LimitSettings settings, RobotLayout layout) {
    Set<String> known = new TreeSet<>();
    layout.actuators().forEach(actuator -> known.add(actuator.joint()));
    for (int i = 0; i < settings.joints().size(); i++) {
      String joint = settings.joints().get(i).joint();
      if (!known.contains(joint)) {
        throw new SettingException(
            "joints[" + i + "].joint",
            "must be a joint with an actuator, got '"
                + joint
                + "'"
                + NearestName.suggestion(joint, known));
      }
    }
  }

  private static ActuatorLimits limits(
      LimitSettings settings, RobotLayout layout, ActuatorSpec actuator) {
    Joint measured = joint(layout, actuator);
    CommandKind kind = CommandKind.of(actuator);
    for (int i = 0; i < settings.joints().size(); i++) {
      JointLimitSettings own = settings.joints().get(i);
      if (own.joint().equals(actuator.joint())) {
        String path = "joints[" + i + "]";
        checkHeld(own, actuator, kind, measured, path);
        return limits(settings, Optional.of(own), actuator, kind, narrowed(own, measured, path));
      }
    }
    return limits(settings, Optional.empty(), actuator, kind, measured);
  }

  /** Refuses a limit that could only be kept on paper. */
  private static void checkHeld(
      JointLimitSettings own, ActuatorSpec actuator, CommandKind kind, Joint joint, String path) {
    boolean target = kind == CommandKind.POSITION;
    boolean motor = kind == CommandKind.EFFORT;
    boolean ranged = target || (motor && joint.measured());
    boolean timed = target || kind == CommandKind.VELOCITY;
    boolean slowed = timed || (motor && joint.velocityIndex() != Joint.NOT_MEASURED);
    boolean gentle = ((target && joint.measured()) || motor) && Double.isFinite(actuator.effort());
    refuse(own.lower(), ranged, path + ".lower", actuator);
    refuse(own.upper(), ranged, path + ".upper", actuator);
    refuse(own.velocity(), slowed, path + ".velocity", actuator);
    refuse(own.acceleration(), timed, path + ".acceleration", actuator);
    refuse(own.effort(), gentle, path + ".effort", actuator);
  }

  private static void refuse(
      Optional<Double> limit, boolean held, String path, ActuatorSpec actuator) {
    if (limit.isPresent() && !held) {
      throw new SettingException(
          path,
          "must be left out, got "
              + limit.get()
              + "; commands of "
              + actuator.name()
              + (actuator.unit().isEmpty() ? " have no unit" : " are in " + actuator.unit())
              + ", and cannot be held to it with what the robot measures");
    }
  }

  private static Joint narrowed(JointLimitSettings own, Joint joint, String path) {
    double lower = Math.max(joint.lower(), own.lower().orElse(Double.NEGATIVE_INFINITY));
    double upper = Math.min(joint.upper(), own.upper().orElse(Double.POSITIVE_INFINITY));
    if (!(lower < upper)) {
      throw new SettingException(
          path + (own.lower().isPresent() ? ".lower" : ".upper"),
          "must leave a part of the model's range ["
              + joint.lower()
              + ", "
              + joint.upper()
              + "] (rad), got "
              + (own.lower().isPresent() ? own.lower() : own.upper()).orElseThrow());
    }
    return new Joint(lower, upper, joint.direction(), joint.positionIndex(), joint.velocityIndex());
  }

  private static ActuatorLimits limits(
      LimitSettings all,
      Optional<JointLimitSettings> own,
      ActuatorSpec actuator,
      CommandKind kind,
      Joint joint) {
    double velocity = own.flatMap(JointLimitSettings::velocity).orElse(all.velocity());
    double acceleration = own.flatMap(JointLimitSettings::acceleration).orElse(all.acceleration());
    double effort =
        own.flatMap(JointLimitSettings::effort)
            .or(all::effort)
            .map(most -> most / Math.abs(actuator.effort()))
            .filter(Double::isFinite)
            .orElse(Double.POSITIVE_INFINITY);
    Optional<Double> ownStep = own.flatMap(JointLimitSettings::step);
    double step = ownStep.orElse(Double.POSITIVE_INFINITY);
    double lower = actuator.lower();
    double upper = actuator.upper();
    return switch (kind) {
      case POSITION ->
          new ActuatorLimits(
              actuator.name(),
              kind,
              Math.max(lower, joint.lower()),
              Math.min(upper, joint.upper()),
              velocity,
              acceleration,
              ownStep.or(all::step).orElse(Double.POSITIVE_INFINITY),
              joint.measured() ? effort : Double.POSITIVE_INFINITY,
              joint);
      case VELOCITY ->
          new ActuatorLimits(
              actuator.name(),
              kind,
              Math.max(lower, -velocity),
              Math.min(upper, velocity),
              velocity,
              acceleration,
              step,
              Double.POSITIVE_INFINITY,
              joint);
      case EFFORT ->
          new ActuatorLimits(
              actuator.name(),
              kind,
              Math.max(lower, -effort),
              Math.min(upper, effort),
              velocity,
              Double.POSITIVE_INFINITY,
              step,
              Double.POSITIVE_INFINITY,
              joint);
      case OTHER ->
          new ActuatorLimits(
              actuator.name(),
              kind,
              lower,
              upper,
              Double.POSITIVE_INFINITY,
              Double.POSITIVE_INFINITY,
              step,
              Double.POSITIVE_INFINITY,
              joint);
    };
  }

  /**
   * A joint that a motor pushes with unknown strength cannot be guarded: it counts as unmeasured.
   */
  private static Joint joint(RobotLayout layout, ActuatorSpec actuator) {
    boolean motor = CommandKind.of(actuator) == CommandKind.EFFORT;
    boolean known = !motor || (Double.isFinite(actuator.effort()) && actuator.effort() != 0);
    for (int i = 0; i < layout.joints().size(); i++) {
      JointSpec joint = layout.joints().get(i);
      if (known && joint.name().equals(actuator.joint())) {
        return new Joint(
            joint.lower(),
            joint.upper(),
            motor ? Math.signum(actuator.effort()) : 1,
            index(layout, "joint_position", i),
            index(layout, "joint_velocity", i));
      }
    }
    return new Joint(
        Double.NEGATIVE_INFINITY,
        Double.POSITIVE_INFINITY,
        1,
        Joint.NOT_MEASURED,
        Joint.NOT_MEASURED);
  }

  private static int index(RobotLayout layout, String observation, int element) {
    Optional<ObservationSpec> found = layout.findObservation(observation);
    return found.isPresent() && element < found.get().size()
        ? found.get().offset() + element
        : Joint.NOT_MEASURED;
  }
}
