package org.ophiura.app.hil.gap;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.ophiura.app.results.AtomicFiles;
import org.ophiura.sim.hardware.gap.JointGap;

/** Writes the figures of a log as JSON, units in the names; null where something is not known. */
public final class GapJson {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int FORMAT = 1;

  private GapJson() {}

  /** Writes a file; the fit is left out where there is none. */
  public static void write(
      Path file, GapLog log, List<JointGap> joints, Optional<FittedModel> fit) {
    ObjectNode root = JSON.createObjectNode();
    root.put("format", FORMAT);
    root.put("log", log.path().toString());
    root.put("control_period_seconds", log.motion().periodSeconds());
    root.put("ticks", log.motion().ticks());
    root.put("stretches", log.motion().stretches().size());
    log.damage().ifPresent(damage -> root.put("damage", damage));
    ArrayNode all = root.putArray("joints");
    joints.forEach(joint -> add(all.addObject(), joint, log.motion().periodSeconds()));
    fit.ifPresent(found -> add(root.putObject("fit"), found));
    AtomicFiles.write(file, out -> out.write(root.toPrettyString() + "\n"));
  }

  private static void add(ObjectNode node, JointGap gap, double period) {
    node.put("joint", gap.joint());
    node.put("samples", gap.tracking().samples());
    put(node, "rms_error_radians", gap.tracking().rmsRadians());
    put(node, "greatest_error_radians", gap.tracking().greatestRadians());
    gap.following()
        .ifPresentOrElse(
            following -> {
              put(node, "delay_seconds", following.delayTicks() * period);
              put(node, "correlation", following.correlation());
              put(node, "gain", following.gain());
              put(node, "offset_radians", following.offsetRadians());
            },
            () ->
                List.of("delay_seconds", "correlation", "gain", "offset_radians")
                    .forEach(node::putNull));
    gap.play()
        .ifPresentOrElse(
            play -> {
              put(node, "backlash_radians", play.backlashRadians());
              node.put("backlash_holds_friction", !play.fromLoad());
              node.put("command_age_ticks", play.commandAgeTicks());
              put(node, "stiffness_load_per_radian", play.stiffness());
            },
            () ->
                List.of(
                        "backlash_radians",
                        "backlash_holds_friction",
                        "command_age_ticks",
                        "stiffness_load_per_radian")
                    .forEach(node::putNull));
    gap.friction()
        .ifPresentOrElse(
            friction -> {
              put(node, "coulomb_friction_load", friction.coulomb());
              put(node, "coulomb_friction_standard_error", friction.coulombError());
              put(node, "viscous_friction_load_seconds_per_radian", friction.viscous());
              put(node, "viscous_friction_standard_error", friction.viscousError());
              put(node, "inertia_load_seconds_squared_per_radian", friction.inertia());
            },
            () ->
                List.of(
                        "coulomb_friction_load",
                        "coulomb_friction_standard_error",
                        "viscous_friction_load_seconds_per_radian",
                        "viscous_friction_standard_error",
                        "inertia_load_seconds_squared_per_radian")
                    .forEach(node::putNull));
  }

  private static void add(ObjectNode node, FittedModel fit) {
    for (int i = 0; i < JointModel.SETTINGS.size(); i++) {
      ObjectNode value = node.putObject(JointModel.SETTINGS.get(i));
      value.put("unit", JointModel.UNITS.get(i));
      value.put("before", fit.before().values().get(i));
      value.put("after", fit.after().values().get(i));
      put(value, "standard_error", fit.standardErrors().get(i));
    }
    add(node.putObject("fitted_ticks"), fit.fitted());
    add(node.putObject("unseen_ticks"), fit.judged());
  }

  private static void add(ObjectNode node, Agreement agreement) {
    node.put("ticks", agreement.ticks());
    node.put("rms_before_radians", agreement.rmsBefore());
    node.put("rms_after_radians", agreement.rmsAfter());
    ArrayNode joints = node.putArray("joints");
    for (Agreement.Joint joint : agreement.joints()) {
      joints
          .addObject()
          .put("joint", joint.joint())
          .put("rms_before_radians", joint.rmsBefore())
          .put("rms_after_radians", joint.rmsAfter());
    }
  }

  private static void put(ObjectNode node, String name, double value) {
    if (Double.isFinite(value)) {
      node.put(name, value);
    } else {
      node.putNull(name);
    }
  }
}
