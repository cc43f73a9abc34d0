package org.ophiura.app.hil.gap;

import java.util.List;
import org.ophiura.sim.mujoco.plugin.BrittleStarModelSettings;
import org.ophiura.sim.mujoco.plugin.MujocoPlantSettings;
import org.ophiura.sim.plugin.SettingException;

/**
 * What of a simulation is fitted: one value each for all joints of the robot.
 *
 * @param positionGain of the servos, N m/rad
 * @param damping viscous friction of a joint, N m s/rad
 * @param armature rotor inertia at a joint, kg m^2
 * @param commandDelay from the sending of a command to its effect, s
 */
public record JointModel(
    double positionGain, double damping, double armature, double commandDelay) {
  /** The settings by name, below those of the simulation, in the order of {@link #values}. */
  static final List<String> SETTINGS =
      List.of(
          "model.position-gain", "model.joint-damping", "model.joint-armature", "command-delay");

  /** Their units. */
  static final List<String> UNITS = List.of("N m/rad", "N m s/rad", "kg m^2", "s");

  /**
   * What a simulation has now.
   *
   * @throws SettingException if it is not one of a brittle star with servos
   */
  public static JointModel of(MujocoPlantSettings simulation) {
    BrittleStarModelSettings star = star(simulation);
    return new JointModel(
        star.positionGain(), star.jointDamping(), star.jointArmature(), simulation.commandDelay());
  }

  private static BrittleStarModelSettings star(MujocoPlantSettings simulation) {
    if (!(simulation.model() instanceof BrittleStarModelSettings star)) {
      throw new SettingException(
          "model.type",
          "must be brittle-star for a fit; the gains and joints of an mjcf file are in that file");
    }
    if (!star.actuation().equals("position")) {
      throw new SettingException(
          "model.actuation",
          "must be position for a fit, for servos are positioned, got " + star.actuation());
    }
    return star;
  }

  /** The same simulation with these values. */
  public MujocoPlantSettings applyTo(MujocoPlantSettings simulation) {
    BrittleStarModelSettings star = star(simulation);
    return new MujocoPlantSettings(
        new BrittleStarModelSettings(
            star.segmentsPerArm(),
            star.actuation(),
            star.contactSensorsPerSegment(),
            star.contactObservation(),
            star.radiusToStrengthFactor(),
            star.jointRangeDegrees(),
            positionGain,
            damping,
            armature),
        simulation.arena(),
        simulation.physicsTimestep(),
        simulation.physicsStepsPerControlStep(),
        simulation.solverIterations(),
        simulation.lineSearchIterations(),
        simulation.eulerDamping(),
        commandDelay);
  }

  /** All four values. */
  List<Double> values() {
    return List.of(positionGain, damping, armature, commandDelay);
  }
}
