package org.ophiura.app.hil.gap;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ophiura.sim.ObservationSpec;
import org.ophiura.sim.hardware.gap.JointGap;
import org.ophiura.sim.hardware.gap.Play;
import org.ophiura.sim.mujoco.MujocoPlantFactory;
import org.ophiura.sim.mujoco.plugin.MujocoPlantPlugin;
import org.ophiura.sim.mujoco.plugin.MujocoPlantSettings;

/**
 * Where the search for the joints of a robot starts. Where servos say what they give, that tells
 * their stiffness and to half a tick their delay, whatever else the joint does: the middle one of
 * all joints counts. Of damping and armature a coarse grid around the trial's own is tried.
 *
 * @param model with which the search starts
 * @param gainTold whether its gain is what the servos' loads tell
 */
record FitStart(JointModel model, boolean gainTold) {
  private static final double[] FACTORS = {0.4, 0.65, 1, 1.5, 2.5};

  /** Where the trial has a 0, from which no factor leads away. */
  private static final double LEAST = 1e-3;

  /**
   * Looks for a start.
   *
   * @param loop the ticks that are to be fitted
   * @param joints of the log, in the order of the simulation's actuators
   */
  static FitStart of(
      MujocoPlantSettings simulation, OpenLoop loop, List<JointGap> joints, double periodSeconds) {
    JointModel own = JointModel.of(simulation);
    Optional<Double> told = gain(simulation, joints);
    double gain = told.orElse(own.positionGain());
    double delay =
        middle(
                told(joints).stream()
                    .map(play -> (play.commandAgeTicks() - 0.5) * periodSeconds)
                    .toList())
            .orElse(own.commandDelay());
    JointModel best = new JointModel(gain, own.damping(), own.armature(), delay);
    double least = Double.POSITIVE_INFINITY;
    for (double damping : FACTORS) {
      for (double armature : FACTORS) {
        JointModel tried =
            new JointModel(
                gain,
                damping * Math.max(LEAST, own.damping()),
                armature * Math.max(LEAST, own.armature()),
                delay);
        double rms = OpenLoop.rms(loop.votes(tried));
        if (rms < least) {
          least = rms;
          best = tried;
        }
      }
    }
    return new FitStart(best, told.isPresent());
  }

  private static List<Play> told(List<JointGap> joints) {
    return joints.stream()
        .flatMap(joint -> joint.play().stream())
        .filter(play -> play.fromLoad() && play.stiffness() > 0)
        .toList();
  }

  /** In N m/rad: the stiffness times what the simulated servo gives at most. */
  private static Optional<Double> gain(MujocoPlantSettings simulation, List<JointGap> joints) {
    List<Double> gains = new ArrayList<>();
    try (MujocoPlantFactory plants = new MujocoPlantPlugin().create(simulation)) {
      ObservationSpec force = plants.layout().observation("actuator_force");
      for (int i = 0; i < joints.size(); i++) {
        int servo = i;
        joints
            .get(i)
            .play()
            .filter(play -> play.fromLoad() && play.stiffness() > 0)
            .ifPresent(play -> gains.add(play.stiffness() * force.upper(servo)));
      }
    }
    return middle(gains);
  }

  private static Optional<Double> middle(List<Double> values) {
    return values.isEmpty()
        ? Optional.empty()
        : Optional.of(values.stream().sorted().toList().get(values.size() / 2));
  }
}
