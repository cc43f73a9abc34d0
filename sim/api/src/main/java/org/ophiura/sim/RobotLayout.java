package org.ophiura.sim;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a robot consists of, as far as control is concerned: the one place where names become
 * indices. Immutable; shared between threads; asked at construction, never within a tick.
 */
public final class RobotLayout {
  private final String robot;
  private final List<JointSpec> joints;
  private final List<ActuatorSpec> actuators;
  private final List<ObservationSpec> observations;
  private final Optional<BodyPlan> bodyPlan;
  private final Optional<Arena> arena;
  private final int observationSize;
  private final Map<String, Integer> jointIndices;
  private final Map<String, Integer> actuatorIndices;
  private final Map<String, Integer> observationIndices;

  /**
   * Describes a robot.
   *
   * @param robot what it is called in messages, such as the model's file name
   * @param joints in the order of the joint observations
   * @param actuators in the order of a command
   * @param observations their offsets and sizes tile the flat vector without gaps
   * @throws IllegalArgumentException if a name occurs twice or the observations leave a gap
   */
  public RobotLayout(
      String robot,
      List<JointSpec> joints,
      List<ActuatorSpec> actuators,
      List<ObservationSpec> observations) {
    this(robot, joints, actuators, observations, Optional.empty(), Optional.empty());
  }

  private RobotLayout(
      String robot,
      List<JointSpec> joints,
      List<ActuatorSpec> actuators,
      List<ObservationSpec> observations,
      Optional<BodyPlan> bodyPlan,
      Optional<Arena> arena) {
    this.robot = robot;
    this.bodyPlan = bodyPlan;
    this.arena = arena;
    this.joints = List.copyOf(joints);
    this.actuators = List.copyOf(actuators);
    this.observations = List.copyOf(observations);
    int end = 0;
    for (ObservationSpec observation : observations) {
      if (observation.offset() != end) {
        throw new IllegalArgumentException(
            "observation " + observation + " must start at " + end + " of the flat vector");
      }
      end += observation.size();
    }
    observationSize = end;
    jointIndices = index("joint", joints, JointSpec::name);
    actuatorIndices = index("actuator", actuators, ActuatorSpec::name);
    observationIndices = index("observation", observations, ObservationSpec::name);
  }

  private <T> Map<String, Integer> index(String kind, List<T> specs, Function<T, String> name) {
    Map<String, Integer> indices = new HashMap<>();
    for (int i = 0; i < specs.size(); i++) {
      if (indices.put(name.apply(specs.get(i)), i) != null) {
        throw new IllegalArgumentException(
            robot + " has two " + kind + "s named " + name.apply(specs.get(i)));
      }
    }
    return indices;
  }

  /** The same robot with its body and its arena described. */
  public RobotLayout with(BodyPlan newBodyPlan, Arena newArena) {
    return new RobotLayout(
        robot, joints, actuators, observations, Optional.of(newBodyPlan), Optional.of(newArena));
  }

  /**
   * The same robot with further observations, which follow its own.
   *
   * @param further their offsets go on where those of the robot's own end
   */
  public RobotLayout withObservations(List<ObservationSpec> further) {
    List<ObservationSpec> all = new ArrayList<>(observations);
    all.addAll(further);
    return new RobotLayout(robot, joints, actuators, all, bodyPlan, arena);
  }

  /** What the robot is called in messages. */
  public String robot() {
    return robot;
  }

  /** All joints, in the order of the joint observations. */
  public List<JointSpec> joints() {
    return joints;
  }

  /** All actuators, in the order of a {@link JointCommand}. */
  public List<ActuatorSpec> actuators() {
    return actuators;
  }

  /** Disk and segments; empty for a robot that is not known to be a brittle star. */
  public Optional<BodyPlan> bodyPlan() {
    return bodyPlan;
  }

  /** The ground that the robot moves on; empty where it is not known. */
  public Optional<Arena> arena() {
    return arena;
  }

  /** All observations, in the order of the flat vector. */
  public List<ObservationSpec> observations() {
    return observations;
  }

  /** Number of elements of the flat observation vector. */
  public int observationSize() {
    return observationSize;
  }

  /** Index of a joint; an unknown name is an error that lists the nearest. */
  public int jointIndex(String name) {
    return find("joint", name, jointIndices);
  }

  /** Index of an actuator; an unknown name is an error that lists the nearest. */
  public int actuatorIndex(String name) {
    return find("actuator", name, actuatorIndices);
  }

  /** An observation by name; an unknown name is an error that lists the nearest. */
  public ObservationSpec observation(String name) {
    return observations.get(find("observation", name, observationIndices));
  }

  /** An observation by name, where the robot may not have it. */
  public Optional<ObservationSpec> findObservation(String name) {
    return Optional.ofNullable(observationIndices.get(name)).map(observations::get);
  }

  private int find(String kind, String name, Map<String, Integer> indices) {
    Integer index = indices.get(name);
    if (index == null) {
      throw new IllegalArgumentException(
          robot
              + " has no "
              + kind
              + " named '"
              + name
              + "'"
              + NearestName.suggestion(name, indices.keySet()));
    }
    return index;
  }
}
