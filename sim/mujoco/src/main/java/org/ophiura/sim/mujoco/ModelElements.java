package org.ophiura.sim.mujoco;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.Pointer;
import org.ophiura.models.BrittleStarNames;
import org.ophiura.mujoco.Mujoco;
import org.ophiura.mujoco.mjModel;
import org.ophiura.sim.ActuatorSpec;
import org.ophiura.sim.JointSpec;

/**
 * The joints and actuators of a compiled model, and what of it can be placed: robot and target. A
 * joint is one with a single degree of freedom (hinge or slide).
 */
final class ModelElements {
  static final double UNLIMITED = Double.POSITIVE_INFINITY;

  private final mjModel model;
  private final ModelNames names;
  private final int[] joints;
  private final int actuatorCount;
  private final OptionalInt freeJoint;
  private final OptionalInt targetBody;

  ModelElements(mjModel model, ModelNames names) {
    this.model = model;
    this.names = names;
    actuatorCount = Mujoco.guard_actuator_count(model);
    joints = singleDegreeJoints();
    freeJoint =
        IntStream.range(0, Math.toIntExact(model.njnt()))
            .filter(joint -> model.jnt_type().get(joint) == Mujoco.mjJNT_FREE)
            .findFirst();
    targetBody = found(names.find(Mujoco.mjOBJ_BODY, BrittleStarNames.TARGET_BODY));
  }

  /** The ids of the joints, in layout order. */
  int[] joints() {
    return joints;
  }

  int actuatorCount() {
    return actuatorCount;
  }

  private int[] singleDegreeJoints() {
    int count = Math.toIntExact(model.njnt());
    int[] found = new int[count];
    int size = 0;
    for (int joint = 0; joint < count; joint++) {
      int type = model.jnt_type().get(joint);
      if (type == Mujoco.mjJNT_HINGE || type == Mujoco.mjJNT_SLIDE) {
        found[size++] = joint;
      }
    }
    return Arrays.copyOf(found, size);
  }

  private static OptionalInt found(int id) {
    return id < 0 ? OptionalInt.empty() : OptionalInt.of(id);
  }

  /** Addresses in {@code qpos} of the joints, in layout order. */
  int[] jointPositionAddresses() {
    return Arrays.stream(joints).map(joint -> model.jnt_qposadr().get(joint)).toArray();
  }

  /** Addresses in {@code qvel} of the joints, in layout order. */
  int[] jointVelocityAddresses() {
    return Arrays.stream(joints).map(joint -> model.jnt_dofadr().get(joint)).toArray();
  }

  /** Address in {@code qpos} of the first free joint, which carries the robot. */
  OptionalInt freeJointAddress() {
    return freeJoint.isPresent()
        ? OptionalInt.of(model.jnt_qposadr().get(freeJoint.getAsInt()))
        : OptionalInt.empty();
  }

  /** Address in {@code qvel} of the first free joint. */
  OptionalInt freeJointVelocityAddress() {
    return freeJoint.isPresent()
        ? OptionalInt.of(model.jnt_dofadr().get(freeJoint.getAsInt()))
        : OptionalInt.empty();
  }

  /** The body of the first free joint. */
  OptionalInt freeBody() {
    return freeJoint.isPresent()
        ? OptionalInt.of(model.jnt_bodyid().get(freeJoint.getAsInt()))
        : OptionalInt.empty();
  }

  /** What a push acts on: the disk of a brittle star, otherwise the body of the free joint. */
  OptionalInt pushedBody() {
    OptionalInt disk = found(names.find(Mujoco.mjOBJ_BODY, BrittleStarNames.DISK));
    return disk.isPresent() ? disk : freeBody();
  }

  /** Index among the mocap bodies of the target, where it is one. */
  OptionalInt targetMocap() {
    return targetBody.isPresent()
        ? found(model.body_mocapid().get(targetBody.getAsInt()))
        : OptionalInt.empty();
  }

  OptionalInt targetBody() {
    return targetBody;
  }

  List<JointSpec> jointSpecs() {
    List<JointSpec> specs = new ArrayList<>();
    for (int joint : joints) {
      specs.add(new JointSpec(jointName(joint), jointLower(joint), jointUpper(joint)));
    }
    return specs;
  }

  /**
   * One per control: an actuator of several controls appears as {@code name[0]}, {@code name[1]}.
   */
  List<ActuatorSpec> actuatorSpecs() {
    List<ActuatorSpec> specs = new ArrayList<>();
    for (int actuator = 0; actuator < actuatorCount; actuator++) {
      String name = names.of(Mujoco.mjOBJ_ACTUATOR, "actuator", actuator);
      int first = Mujoco.guard_control_address(model, actuator);
      int end = Mujoco.guard_control_address(model, actuator + 1);
      for (int control = first; control < end; control++) {
        boolean limited = flag(model.actuator_ctrllimited(), control);
        specs.add(
            new ActuatorSpec(
                end - first == 1 ? name : name + "[" + (control - first) + "]",
                drivenElement(actuator),
                limited ? model.actuator_ctrlrange().get(2L * control) : -UNLIMITED,
                limited ? model.actuator_ctrlrange().get(2L * control + 1) : UNLIMITED,
                controlUnit(actuator),
                effort(actuator)));
      }
    }
    return specs;
  }

  private String jointName(int joint) {
    return names.of(Mujoco.mjOBJ_JOINT, "joint", joint);
  }

  double jointLower(int joint) {
    return flag(model.jnt_limited(), joint) ? model.jnt_range().get(2L * joint) : -UNLIMITED;
  }

  double jointUpper(int joint) {
    return flag(model.jnt_limited(), joint) ? model.jnt_range().get(2L * joint + 1) : UNLIMITED;
  }

  private String drivenElement(int actuator) {
    int id = model.actuator_trnid().get(2L * actuator);
    int transmission = model.actuator_trntype().get(actuator);
    if (transmission == Mujoco.mjTRN_JOINT || transmission == Mujoco.mjTRN_JOINTINPARENT) {
      return jointName(id);
    }
    if (transmission == Mujoco.mjTRN_TENDON) {
      return names.of(Mujoco.mjOBJ_TENDON, "tendon", id);
    }
    if (transmission == Mujoco.mjTRN_BODY) {
      return names.of(Mujoco.mjOBJ_BODY, "body", id);
    }
    return names.of(Mujoco.mjOBJ_SITE, "site", id);
  }

  /** The unit of a servo's or motor's control, as far as its kind shows; otherwise empty. */
  private String controlUnit(int actuator) {
    int transmission = model.actuator_trntype().get(actuator);
    int id = model.actuator_trnid().get(2L * actuator);
    boolean turns =
        (transmission == Mujoco.mjTRN_JOINT || transmission == Mujoco.mjTRN_JOINTINPARENT)
            && model.jnt_type().get(id) == Mujoco.mjJNT_HINGE;
    boolean slides =
        transmission == Mujoco.mjTRN_TENDON
            || (transmission == Mujoco.mjTRN_JOINT
                && model.jnt_type().get(id) == Mujoco.mjJNT_SLIDE);
    if (!turns && !slides) {
      return "";
    }
    double gain = model.actuator_gainprm().get((long) Mujoco.mjNGAIN * actuator);
    DoublePointer bias = model.actuator_biasprm();
    double positionBias = bias.get((long) Mujoco.mjNBIAS * actuator + 1);
    double velocityBias = bias.get((long) Mujoco.mjNBIAS * actuator + 2);
    int biasType = model.actuator_biastype().get(actuator);
    if (biasType == Mujoco.mjBIAS_NONE) {
      return turns ? "N m" : "N";
    }
    if (biasType == Mujoco.mjBIAS_AFFINE && positionBias == -gain) {
      return turns ? "rad" : "m";
    }
    if (biasType == Mujoco.mjBIAS_AFFINE && velocityBias == -gain) {
      return turns ? "rad/s" : "m/s";
    }
    return "";
  }

  private double effort(int actuator) {
    boolean constant = model.actuator_gaintype().get(actuator) == Mujoco.mjGAIN_FIXED;
    return constant
        ? gear(actuator) * model.actuator_gainprm().get((long) Mujoco.mjNGAIN * actuator)
        : Double.NaN;
  }

  /** How much stronger an actuator's force arrives at the joint or tendon that it drives. */
  double gear(int actuator) {
    return model.actuator_gear().get(6L * Mujoco.guard_output_address(model, actuator));
  }

  /** One element of an array of flags, which are bytes in 3.3.2 and booleans in 4.0.0. */
  static boolean flag(Pointer flags, int index) {
    return new BytePointer(flags).get(index) != 0;
  }
}
