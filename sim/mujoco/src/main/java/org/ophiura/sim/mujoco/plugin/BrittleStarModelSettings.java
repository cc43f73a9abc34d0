package org.ophiura.sim.mujoco.plugin;

import java.util.List;
import java.util.stream.Collectors;
import org.ophiura.models.Actuation;
import org.ophiura.models.Arm;
import org.ophiura.models.ArmProfile;
import org.ophiura.models.BrittleStarMorphology;
import org.ophiura.sim.mujoco.ContactObservation;
import org.ophiura.sim.plugin.Setting;
import org.ophiura.sim.plugin.SettingException;
import org.ophiura.sim.plugin.Settings;
import org.ophiura.sim.plugin.Variant;

/** The brittle star of the reference model, as far as trials vary it. */
@Variant("A brittle star: a disk with up to five arms of any number of segments.")
public record BrittleStarModelSettings(
    @Setting(
            value =
                "Segments of each arm, counter-clockwise from +x, at most five arms; 0 leaves an arm"
                    + " out.",
            defaultValue = "[3, 3, 3, 3, 3]",
            min = 0,
            max = Arm.MAXIMUM_SEGMENTS)
        List<Integer> segmentsPerArm,
    @Setting(
            value =
                "What drives the arms: position (servos on the joints), torque (motors on the joints)"
                    + " or tendon-torque (motors that pull tendons, which cannot hold a position).",
            defaultValue = "position")
        String actuation,
    @Setting(
            value =
                "Contact sensors on each segment: none, one around it, or several along its sides"
                    + " (biorobot 0.4.2: 1).",
            defaultValue = "1",
            min = 0,
            max = 100)
        int contactSensorsPerSegment,
    @Setting(
            value =
                "What segment_contact says of each contact sensor: its force (N), or binary, 1 where"
                    + " something touches it and otherwise 0 (the source notebooks' older model).",
            defaultValue = "force")
        ContactObservation contactObservation,
    @Setting(
            value = "Strength of a joint per radius of its segment (biorobot 0.4.2).",
            unit = "N",
            defaultValue = "150",
            min = 0,
            exclusiveMin = true)
        double radiusToStrengthFactor,
    @Setting(value = "Range of the joints.", defaultValue = "{}")
        JointRangeSettings jointRangeDegrees,
    @Setting(
            value =
                "Gain of the servos of actuation position: torque per angle between joint and target,"
                    + " up to the joint's strength (biorobot 0.4.2).",
            unit = "N m/rad",
            defaultValue = "20",
            min = 0,
            exclusiveMin = true)
        double positionGain,
    @Setting(
            value = "Viscous friction of every joint (biorobot 0.4.2).",
            unit = "N m s/rad",
            defaultValue = "1",
            min = 0)
        double jointDamping,
    @Setting(
            value = "Rotor inertia that is added to every joint (biorobot 0.4.2).",
            unit = "kg m^2",
            defaultValue = "0.2",
            min = 0)
        double jointArmature)
    implements ModelSettings {

  /** Checks the limits. */
  public BrittleStarModelSettings {
    segmentsPerArm = List.copyOf(segmentsPerArm);
    Settings.check(
        BrittleStarModelSettings.class,
        segmentsPerArm,
        actuation,
        contactSensorsPerSegment,
        contactObservation,
        radiusToStrengthFactor,
        jointRangeDegrees,
        positionGain,
        jointDamping,
        jointArmature);
    actuation(actuation);
    if (segmentsPerArm.size() > BrittleStarMorphology.MAXIMUM_ARMS) {
      throw new SettingException(
          "segments-per-arm",
          "must list at most "
              + BrittleStarMorphology.MAXIMUM_ARMS
              + " arms, got "
              + segmentsPerArm.size());
    }
  }

  private static Actuation actuation(String word) {
    try {
      return Actuation.fromSetting(word);
    } catch (IllegalArgumentException e) {
      throw ModelRules.broken(e);
    }
  }

  /** What the robot is called in messages, such as {@code brittle star 3-3-3-3-3 (position)}. */
  String inWords() {
    String segments = segmentsPerArm.stream().map(String::valueOf).collect(Collectors.joining("-"));
    return "brittle star " + segments + " (" + actuation + ")";
  }

  /** The robot that they describe. */
  BrittleStarMorphology morphology() {
    ArmProfile profile =
        ArmProfile.reference()
            .withJointRanges(
                Math.toRadians(jointRangeDegrees.inPlane()),
                Math.toRadians(jointRangeDegrees.outOfPlane()))
            .withJointDynamics(jointDamping, jointArmature);
    return BrittleStarMorphology.tapered(segmentsPerArm, profile)
        .withActuation(actuation(actuation))
        .withRadiusToStrengthFactor(radiusToStrengthFactor)
        .withPositionGain(positionGain)
        .withContactSensorsPerSegment(contactSensorsPerSegment);
  }
}
