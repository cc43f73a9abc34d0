package org.ophiura.app.view;

import java.util.List;
import org.ophiura.app.controller.VisibleMotion;
import org.ophiura.app.trial.Rig;
import org.ophiura.learning.DecidingController;
import org.ophiura.learning.tabular.GreedyPolicy;
import org.ophiura.learning.tabular.QTable;
import org.ophiura.motion.cpg.ArmJoint;
import org.ophiura.sim.ObservationSpec;
import org.ophiura.sim.RobotLayout;

/** Reads a rig's controller for those who watch it; whichever controller it has just then. */
final class RigSignals {
  private final Rig rig;
  private final int[] jointPlaces;

  /** Resolves the joints of a robot. */
  RigSignals(Rig rig, RobotLayout layout) {
    this.rig = rig;
    int first = layout.findObservation("joint_position").map(ObservationSpec::offset).orElse(0);
    List<ArmJoint> joints =
        rig.controller() instanceof VisibleMotion ? ArmJoint.of(layout) : List.of();
    jointPlaces = joints.stream().mapToInt(joint -> first + joint.index()).toArray();
  }

  /**
   * The signals as they are now.
   *
   * @param state that the values of the actions are wanted for
   */
  Frame.Signals of(int state) {
    if (!(rig.controller() instanceof VisibleMotion motion)) {
      return Frame.Signals.NONE;
    }
    double[] outputs = new double[motion.cpg().size()];
    for (int i = 0; i < outputs.length; i++) {
      outputs[i] = motion.cpg().output(i);
    }
    double[] positions = new double[jointPlaces.length];
    for (int k = 0; k < positions.length; k++) {
      positions[k] = rig.plant().state().get(jointPlaces[k]);
    }
    return new Frame.Signals(outputs, motion.jointTargets().clone(), positions, values(state));
  }

  private double[] values(int state) {
    if (!(rig.decider().map(DecidingController::policy).orElse(null)
        instanceof GreedyPolicy greedy)) {
      return new double[0];
    }
    QTable table = greedy.table();
    double[] values = new double[table.actions()];
    for (int action = 0; action < values.length; action++) {
      values[action] = table.get(state, action);
    }
    return values;
  }
}
