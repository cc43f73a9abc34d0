package org.ophiura.models.mjcf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.ophiura.models.BrittleStarScene;
import org.ophiura.models.PhysicsOptions;

/**
 * Writes a scene as one self-contained MJCF file that MuJoCo 3.3.2 and 4.0.0 load.
 *
 * <p>The same scene always gives the same text, on any machine and Java version; numbers read back
 * to the same bits. Stateless: safe for any thread.
 */
public final class MjcfWriter {
  private static final String COMMENT =
      " A brittle star in its aquarium, written by Ophiura: change the settings, not this file. ";

  /** Large enough for a full HD picture drawn without a window. */
  private static final double OFFSCREEN_WIDTH_PIXELS = 1920;

  private static final double OFFSCREEN_HEIGHT_PIXELS = 1080;

  private MjcfWriter() {}

  /** The scene as the text of an MJCF file. */
  public static String toXml(BrittleStarScene scene) {
    MjcfXml xml = new MjcfXml(COMMENT);
    xml.open("mujoco").attribute("model", "brittle star");
    xml.leaf("compiler").attribute("angle", "radian");
    writeOption(xml, scene.physics());
    writeVisual(xml);
    writeDefault(xml);
    AquariumMjcf aquarium = new AquariumMjcf(scene.arena());
    aquarium.writeAssets(xml);
    xml.open("worldbody");
    aquarium.writeWorld(xml, scene.targetPosition());
    new BodyMjcf(scene.morphology()).write(xml, scene.startHeightMetres());
    xml.close();
    new ActuationMjcf(scene.morphology()).write(xml);
    new SensorMjcf(scene.morphology()).write(xml);
    xml.close();
    return xml.finish();
  }

  /**
   * Writes the scene to a file, replacing one that is there. The text goes to a temporary file in
   * the same folder, which is then renamed: a half-written model never carries the file's name. A
   * folder of that name is not replaced.
   *
   * @throws IOException if the folder is missing or cannot be written; the message names the file
   */
  public static void write(BrittleStarScene scene, Path file) throws IOException {
    Path target = file.toAbsolutePath();
    Path folder = target.getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new IOException("cannot write the model to " + file + ": its folder does not exist");
    }
    if (Files.isDirectory(target)) {
      throw new IOException("cannot write the model to " + file + ": it is a folder");
    }
    Path temporary =
        folder.resolve(
            ".%s.%d-%d.tmp"
                .formatted(target.getFileName(), ProcessHandle.current().pid(), System.nanoTime()));
    try {
      Files.writeString(temporary, toXml(scene), StandardOpenOption.CREATE_NEW);
      Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException exception) {
      throw new IOException("cannot write the model to " + file + ": " + exception, exception);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  private static void writeOption(MjcfXml xml, PhysicsOptions physics) {
    xml.open("option")
        .attribute("timestep", physics.timestepSeconds())
        .attribute("density", AquariumMjcf.WATER_DENSITY)
        .attribute("viscosity", AquariumMjcf.WATER_VISCOSITY)
        .attribute("integrator", "Euler")
        .attribute("cone", "pyramidal")
        .attribute("solver", "Newton")
        .attribute("iterations", physics.solverIterations())
        .attribute("ls_iterations", physics.lineSearchIterations());
    xml.leaf("flag").attribute("eulerdamp", physics.eulerDamping() ? "enable" : "disable");
    xml.close();
  }

  private static void writeVisual(MjcfXml xml) {
    xml.open("visual");
    xml.leaf("headlight")
        .attribute("ambient", 0.4, 0.4, 0.4)
        .attribute("diffuse", 0.8, 0.8, 0.8)
        .attribute("specular", 0.1, 0.1, 0.1);
    xml.leaf("global")
        .attribute("offwidth", OFFSCREEN_WIDTH_PIXELS)
        .attribute("offheight", OFFSCREEN_HEIGHT_PIXELS);
    xml.close();
  }

  /** A class of the robot's own: its geoms meet the arena's, never each other. */
  private static void writeDefault(MjcfXml xml) {
    xml.open("default");
    xml.open("default").attribute("class", BodyMjcf.DEFAULT_CLASS);
    xml.leaf("geom").attribute("condim", 4).attribute("contype", 1).attribute("conaffinity", 0);
    xml.close();
    xml.close();
  }
}
