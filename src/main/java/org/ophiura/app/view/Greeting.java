package org.ophiura.app.view;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.ophiura.app.controller.VisibleMotion;
import org.ophiura.app.trial.Rig;
import org.ophiura.app.trial.Trial;
import org.ophiura.app.web.SceneJson;
import org.ophiura.learning.DecidingController;
import org.ophiura.motion.cpg.ArmJoint;
import org.ophiura.motion.cpg.Oscillator;
import org.ophiura.sim.mujoco.scene.Scene;

/** What a page is told of a live robot before it sees it, and whenever its controller changes. */
final class Greeting {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Greeting() {}

  /** The greeting as JSON. */
  static String of(Trial trial, Rig rig, Scene scene, LiveControls controls) {
    ObjectNode root = JSON.createObjectNode();
    root.put("type", "greeting");
    root.put("kind", "live");
    root.put("trial", trial.settings().name());
    root.put("seed", trial.settings().seed());
    root.put("period", rig.plant().controlPeriodSeconds());
    root.set("scene", SceneJson.of(scene));
    if (rig.controller() instanceof VisibleMotion motion) {
      root.put("leaders", motion.leaderCount());
      for (Oscillator oscillator : motion.cpg().network().oscillators()) {
        root.withArray("/oscillators").add(oscillator.name());
      }
      ArmJoint.of(trial.layout()).forEach(joint -> root.withArray("/joints").add(joint.name()));
    }
    rig.decider().ifPresent(decider -> addActions(decider, root));
    root.set("controls", controls.json());
    return root.toString();
  }

  private static void addActions(DecidingController decider, ObjectNode root) {
    for (int action = 0; action < decider.actionCount(); action++) {
      root.withArray("/actions").add(decider.actionName(action));
    }
    root.put("indexer", decider.indexerId());
  }
}
