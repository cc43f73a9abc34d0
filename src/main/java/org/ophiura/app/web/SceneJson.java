package org.ophiura.app.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.ophiura.sim.mujoco.scene.Scene;

/** Writes what a robot looks like, for the script {@code scene.js}. */
public final class SceneJson {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int FORMAT = 1;

  private SceneJson() {}

  /** The scene as {@code scene.js} reads it. */
  public static ObjectNode of(Scene scene) {
    ObjectNode root = JSON.createObjectNode();
    root.put("format", FORMAT);
    for (Scene.Body body : scene.bodies()) {
      root.withArray("/bodies")
          .addObject()
          .put("name", body.name())
          .put("role", body.role().name().toLowerCase(Locale.ROOT))
          .put("arm", body.arm())
          .put("segment", body.segment());
    }
    for (Scene.Shape shape : scene.shapes()) {
      ObjectNode node = root.withArray("/geoms").addObject();
      node.put("body", shape.body());
      node.put("type", shape.form().name().toLowerCase(Locale.ROOT));
      node.set("size", JSON.valueToTree(shape.size()));
      node.set("position", JSON.valueToTree(shape.position()));
      node.set("quaternion", JSON.valueToTree(shape.quaternion()));
      node.set("color", JSON.valueToTree(shape.color()));
    }
    return root;
  }
}
