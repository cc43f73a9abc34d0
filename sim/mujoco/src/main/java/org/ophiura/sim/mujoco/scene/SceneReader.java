package org.ophiura.sim.mujoco.scene;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.ophiura.models.BrittleStarNames;
import org.ophiura.mujoco.Mujoco;
import org.ophiura.mujoco.mjModel;
import org.ophiura.sim.mujoco.MujocoModel;
import org.ophiura.sim.mujoco.scene.Scene.Body;
import org.ophiura.sim.mujoco.scene.Scene.Form;
import org.ophiura.sim.mujoco.scene.Scene.Role;
import org.ophiura.sim.mujoco.scene.Scene.Shape;

/** Reads from a compiled model what can be seen of it. */
public final class SceneReader {
  private static final Pattern SEGMENT = Pattern.compile("arm_(\\d+)_segment_(\\d+)$");
  private static final int GROUP_SHOWN = 2; // MuJoCo's viewers hide groups from 3 on.

  private final mjModel model;
  private final List<Body> bodies = new ArrayList<>();
  private final List<Shape> shapes = new ArrayList<>();

  private SceneReader(MujocoModel model) {
    this.model = model.struct();
  }

  /** Reads a model, which stays as it is and may be closed afterwards. */
  public static Scene read(MujocoModel model) {
    SceneReader reader = new SceneReader(model);
    reader.readBodies();
    reader.readGeoms();
    reader.readTargetSites();
    return new Scene(reader.bodies, reader.shapes);
  }

  /** Names of all bodies of a model, in its order. */
  static List<String> bodyNames(MujocoModel model) {
    List<String> names = new ArrayList<>();
    for (int body = 0; body < model.struct().nbody(); body++) {
      names.add(name(model.struct(), Mujoco.mjOBJ_BODY, body));
    }
    return names;
  }

  private static String name(mjModel model, int kind, int index) {
    return Optional.ofNullable(Mujoco.mj_id2name(model, kind, index))
        .map(text -> text.getString())
        .orElse("");
  }

  private void readBodies() {
    boolean star =
        Mujoco.mj_name2id(model, Mujoco.mjOBJ_BODY, BrittleStarNames.DISK) >= 0; // By its name.
    for (int body = 0; body < model.nbody(); body++) {
      String name = name(model, Mujoco.mjOBJ_BODY, body);
      Matcher segment = SEGMENT.matcher(name);
      if (segment.find()) {
        bodies.add(
            new Body(
                name,
                Role.SEGMENT,
                Integer.parseInt(segment.group(1)),
                Integer.parseInt(segment.group(2))));
      } else {
        bodies.add(new Body(name, role(body, name, star), Scene.NONE, Scene.NONE));
      }
    }
  }

  private Role role(int body, String name, boolean star) {
    if (body == 0) {
      return Role.WORLD;
    }
    if (model.body_mocapid().get(body) >= 0) {
      return Role.TARGET;
    }
    boolean trunk = star ? name.equals(BrittleStarNames.DISK) : isFirstFree(body);
    return trunk ? Role.TRUNK : Role.OTHER;
  }

  private boolean isFirstFree(int body) {
    boolean free =
        model.body_jntnum().get(body) > 0
            && model.jnt_type().get(model.body_jntadr().get(body)) == Mujoco.mjJNT_FREE;
    return free && bodies.stream().noneMatch(earlier -> earlier.role() == Role.TRUNK);
  }

  private void readGeoms() {
    for (int geom = 0; geom < model.ngeom(); geom++) {
      List<Double> color = color(geom);
      if (model.geom_group().get(geom) > GROUP_SHOWN || color.get(3) == 0) {
        continue;
      }
      List<Double> size = numbers(model.geom_size(), geom, 3);
      List<Double> place = numbers(model.geom_pos(), geom, 3);
      Optional<Form> form = form(model.geom_type().get(geom));
      if (form.isEmpty()) { // A mesh, say: the box around it, whose middle is its own.
        List<Double> box = numbers(model.geom_aabb(), geom, 6);
        size = box.subList(3, 6);
        place = moved(place, numbers(model.geom_quat(), geom, 4), box.subList(0, 3));
      }
      shapes.add(
          new Shape(
              model.geom_bodyid().get(geom),
              form.orElse(Form.BOX),
              size,
              place,
              numbers(model.geom_quat(), geom, 4),
              color));
    }
  }

  /** The target of a brittle star is a site, which touches nothing. */
  private void readTargetSites() {
    for (int site = 0; site < model.nsite(); site++) {
      int body = model.site_bodyid().get(site);
      if (bodies.get(body).role() == Role.TARGET) {
        shapes.add(
            new Shape(
                body,
                form(model.site_type().get(site)).orElse(Form.SPHERE),
                numbers(model.site_size(), site, 3),
                numbers(model.site_pos(), site, 3),
                numbers(model.site_quat(), site, 4),
                floats(model.site_rgba(), 4 * site)));
      }
    }
  }

  /** A point of a frame, seen from the one that the frame stands in. */
  private static List<Double> moved(
      List<Double> origin, List<Double> quaternion, List<Double> point) {
    double w = quaternion.get(0);
    double[] axis = {quaternion.get(1), quaternion.get(2), quaternion.get(3)};
    double[] v = {point.get(0), point.get(1), point.get(2)};
    double[] t = cross(axis, v);
    double[] u = cross(axis, t);
    List<Double> moved = new ArrayList<>();
    for (int i = 0; i < 3; i++) { // v + 2 w (a x v) + 2 a x (a x v)
      moved.add(origin.get(i) + v[i] + 2 * (w * t[i] + u[i]));
    }
    return moved;
  }

  private static double[] cross(double[] a, double[] b) {
    return new double[] {
      a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]
    };
  }

  /** That of its material, where it has one. */
  private List<Double> color(int geom) {
    int material = model.geom_matid().get(geom);
    return material >= 0
        ? floats(model.mat_rgba(), 4 * material)
        : floats(model.geom_rgba(), 4 * geom);
  }

  private static Optional<Form> form(int type) {
    return switch (type) {
      case Mujoco.mjGEOM_PLANE -> Optional.of(Form.PLANE);
      case Mujoco.mjGEOM_SPHERE -> Optional.of(Form.SPHERE);
      case Mujoco.mjGEOM_CAPSULE -> Optional.of(Form.CAPSULE);
      case Mujoco.mjGEOM_ELLIPSOID -> Optional.of(Form.ELLIPSOID);
      case Mujoco.mjGEOM_CYLINDER -> Optional.of(Form.CYLINDER);
      case Mujoco.mjGEOM_BOX -> Optional.of(Form.BOX);
      default -> Optional.empty();
    };
  }

  private static List<Double> numbers(DoublePointer from, int index, int size) {
    List<Double> numbers = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      numbers.add(from.get((long) index * size + i));
    }
    return numbers;
  }

  private static List<Double> floats(FloatPointer from, int start) {
    List<Double> numbers = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      numbers.add(Math.round(from.get(start + i) * 1e4) / 1e4);
    }
    return numbers;
  }
}
