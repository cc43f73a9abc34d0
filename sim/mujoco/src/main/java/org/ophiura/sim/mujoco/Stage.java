package org.ophiura.sim.mujoco;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ophiura.models.BendingPlane;
import org.ophiura.models.BrittleStarMorphology;
import org.ophiura.models.BrittleStarNames;
import org.ophiura.models.Segment;
import org.ophiura.sim.ActuatorSpec;
import org.ophiura.sim.JointSpec;
import org.ophiura.sim.ObservationSpec;
import org.ophiura.sim.RobotLayout;

/**
 * One of the models that a robot goes through in an episode, and how the whole robot's commands,
 * observations and state are found in it. Immutable; shared between plants.
 */
final class Stage {
  /** Stands where the whole robot has an element that this stage lacks. */
  static final int LOST = -1;

  private final int startTick;
  private final MujocoModel model;
  private final int[] observations;
  private final int[] controls;
  private final int[] lockedDofs;
  private final Optional<StateTransfer> transfer;

  private Stage(
      int startTick,
      MujocoModel model,
      int[] observations,
      int[] controls,
      int[] lockedDofs,
      Optional<StateTransfer> transfer) {
    this.startTick = startTick;
    this.model = model;
    this.observations = observations;
    this.controls = controls;
    this.lockedDofs = lockedDofs;
    this.transfer = transfer;
  }

  /** The only stage of a robot that nothing is done to but pushing. */
  static Stage only(MujocoModel whole) {
    RobotLayout layout = whole.layout();
    return new Stage(
        0,
        whole,
        IntStream.range(0, layout.observationSize()).toArray(),
        IntStream.range(0, layout.actuators().size()).toArray(),
        new int[0],
        Optional.empty());
  }

  /**
   * Matches a stage with the whole robot.
   *
   * @param before the stage before it; empty for the first
   */
  static Stage of(
      MujocoModel whole,
      BrittleStarMorphology wholeMorphology,
      RobotStage stage,
      Optional<RobotStage> before) {
    RobotLayout layout = stage.model().layout();
    return new Stage(
        stage.startTick(),
        stage.model(),
        indices(
            observationNames(whole.layout(), wholeMorphology, whole.layout()),
            observationNames(layout, stage.morphology(), whole.layout())),
        indices(actuatorNames(layout), actuatorNames(whole.layout())),
        lockedDofs(stage.morphology(), stage.model()),
        before.map(earlier -> new StateTransfer(earlier.model(), stage.model())));
  }

  /** Where each of {@code names} stands in {@code among}, or {@link #LOST}. */
  private static int[] indices(List<String> names, List<String> among) {
    Map<String, Integer> known = new HashMap<>();
    for (int i = 0; i < among.size(); i++) {
      known.put(among.get(i), i);
    }
    return names.stream().mapToInt(name -> known.getOrDefault(name, LOST)).toArray();
  }

  private static List<String> actuatorNames(RobotLayout layout) {
    return layout.actuators().stream().map(ActuatorSpec::name).toList();
  }

  /** A name for each element of the observation vector, the same in every stage of the robot. */
  private static List<String> observationNames(
      RobotLayout layout, BrittleStarMorphology morphology, RobotLayout whole) {
    List<String> joints = layout.joints().stream().map(JointSpec::name).toList();
    List<String> names = new ArrayList<>();
    for (ObservationSpec observation : layout.observations()) {
      List<String> elements =
          switch (observation.name()) {
            case "joint_position", "joint_velocity", "joint_actuator_force" -> joints;
            case "actuator_force" -> actuatorNames(layout);
            case "tendon_position", "tendon_velocity" -> BrittleStarNames.tendons(morphology);
            case "tendon_moment_arm" -> momentArmNames(layout);
            case "segment_contact" -> BrittleStarNames.contactSensors(morphology);
            default -> numbers(observation, whole.observation(observation.name()));
          };
      if (elements.size() != observation.size()) {
        throw new IllegalStateException(observation + " has " + elements.size() + " names");
      }
      elements.forEach(element -> names.add(observation.name() + " " + element));
    }
    return names;
  }

  /** For what is there as a whole or not at all, such as the disk's position or one sensor. */
  private static List<String> numbers(ObservationSpec observation, ObservationSpec whole) {
    if (observation.size() != whole.size()) {
      throw new IllegalStateException(
          observation + " has lost elements, of " + whole + "; give them names here");
    }
    return IntStream.range(0, observation.size()).mapToObj(String::valueOf).toList();
  }

  /** Two for each motor of a tendon; see {@link TendonMomentArms}. */
  private static List<String> momentArmNames(RobotLayout layout) {
    List<String> names = new ArrayList<>();
    for (String actuator : actuatorNames(layout)) {
      for (BendingPlane plane : BendingPlane.values()) {
        names.add(actuator + " " + plane.nameInModel());
      }
    }
    return names;
  }

  private static int[] lockedDofs(BrittleStarMorphology morphology, MujocoModel model) {
    List<Integer> dofs = new ArrayList<>();
    for (int arm = 0; arm < morphology.arms().size(); arm++) {
      List<Segment> segments = morphology.arms().get(arm).segments();
      for (int segment = 0; segment < segments.size(); segment++) {
        for (BendingPlane plane : BendingPlane.values()) {
          if (segments.get(segment).joint(plane).locked()) {
            String joint = BrittleStarNames.joint(arm, segment, plane);
            dofs.add(model.jointVelocityAddresses()[model.layout().jointIndex(joint)]);
          }
        }
      }
    }
    return dofs.stream().mapToInt(Integer::intValue).toArray();
  }

  int startTick() {
    return startTick;
  }

  MujocoModel model() {
    return model;
  }

  MujocoPlant newPlant(int physicsStepsPerControlStep) {
    return new MujocoPlant(model, physicsStepsPerControlStep, lockedDofs);
  }

  /** For each element of the whole robot's observations, the index of it here, or {@link #LOST}. */
  int[] observations() {
    return Arrays.copyOf(observations, observations.length);
  }

  /** For each control of this stage, the index of it in the whole robot's command. */
  int[] controls() {
    return Arrays.copyOf(controls, controls.length);
  }

  /** From the stage before it. */
  StateTransfer transfer() {
    return transfer.orElseThrow();
  }
}
