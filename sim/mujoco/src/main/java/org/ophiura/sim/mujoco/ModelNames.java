package org.ophiura.sim.mujoco;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.BytePointer;
import org.jspecify.annotations.Nullable;
import org.ophiura.mujoco.Mujoco;
import org.ophiura.mujoco.mjModel;
import org.ophiura.sim.NearestName;

/** Resolves the names of a compiled model's elements to their ids, and back. */
final class ModelNames {
  private final mjModel model;
  private final String file;

  /**
   * Reads names of a model.
   *
   * @param file what the model is called in messages
   */
  ModelNames(mjModel model, String file) {
    this.model = model;
    this.file = file;
  }

  /** The id of an element, or -1. */
  int find(int type, String name) {
    try (BytePointer text = new BytePointer(name, StandardCharsets.UTF_8)) {
      return Mujoco.mj_name2id(model, type, text);
    }
  }

  /**
   * The id of an element that must be there.
   *
   * @param kind what such an element is called in messages
   * @param count number of elements of that type
   * @throws MujocoException naming the file, the name and the nearest names
   */
  int require(int type, String kind, String name, int count) {
    int id = find(type, name);
    if (id < 0) {
      List<String> known = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        String other = find(type, i);
        if (other != null) {
          known.add(other);
        }
      }
      throw new MujocoException(
          file + " has no " + kind + " named '" + name + "'" + NearestName.suggestion(name, known));
    }
    return id;
  }

  /** The name of an element; where it has none, one made of its kind and id. */
  String of(int type, String kind, int id) {
    String name = find(type, id);
    return name == null ? kind + "_" + id : name;
  }

  private @Nullable String find(int type, int id) {
    BytePointer name = Mujoco.mj_id2name(model, type, id);
    return name == null || name.isNull() ? null : name.getString(StandardCharsets.UTF_8);
  }
}
