package org.ophiura.sim.mujoco;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.bytedeco.javacpp.BytePointer;
import org.ophiura.mujoco.Mujoco;
import org.ophiura.mujoco.mjSpec;
import org.ophiura.mujoco.mjsBody;
import org.ophiura.sim.Position;

/**
 * Writes a user's model as one MJCF text: what it includes is in it. Meshes and other assets stay
 * the files that they are.
 */
public final class ModelExport {
  private static final int FIRST_SIZE = 1 << 20;

  private ModelExport() {}

  /**
   * Reads a model file, changes it and writes it out.
   *
   * @param overrides options that replace the file's own
   * @param target where the body {@code target} is to be; empty leaves it where it is
   * @throws MujocoException with MuJoCo's message if the file cannot be parsed or written
   */
  public static String toXml(Path file, PhysicsOverrides overrides, Optional<Position> target) {
    mjSpec spec;
    try (BytePointer path = new BytePointer(file.toString(), StandardCharsets.UTF_8)) {
      spec = Mujoco.guard_parse_spec(path);
    }
    if (spec == null) {
      throw new MujocoException(file + ": " + MujocoModel.lastError());
    }
    try {
      overrides.applyTo(spec.option());
      target.ifPresent(position -> place(spec, position));
      return save(file, spec);
    } finally {
      Mujoco.mj_deleteSpec(spec);
    }
  }

  private static void place(mjSpec spec, Position position) {
    mjsBody body = Mujoco.mjs_findBody(spec, "target");
    if (body != null) {
      body.pos(0, position.x()).pos(1, position.y()).pos(2, position.z());
    }
  }

  private static String save(Path file, mjSpec spec) {
    int size = FIRST_SIZE;
    while (true) {
      try (BytePointer xml = new BytePointer(size)) {
        int result = Mujoco.guard_save_spec(spec, xml, size);
        if (result == Mujoco.GUARD_OK) {
          return xml.getString(StandardCharsets.UTF_8).split("\0", 2)[0];
        }
        if (result < 0) {
          throw new MujocoException(file + ": " + MujocoModel.lastError());
        }
        size = Math.max(2 * size, result + 1);
      }
    }
  }
}
