package org.ophiura.sim.mujoco;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.ophiura.mujoco.Mujoco;
import org.ophiura.mujoco.mjModel;

/** The compiled model is the reference's: every name, kind, order and number. */
class GoldenModelTest {
  /** Numbers of order one, written with all their digits. */
  private static final double TOLERANCE = 1e-9;

  static final Iterable<String> CASES = GoldenCase.NAMES;

  @ParameterizedTest
  @FieldSource("CASES")
  void compiledModelIsTheReference(String name) {
    GoldenCase golden = GoldenCase.load(name);
    try (MujocoModel model = golden.compile()) {
      new Comparison(model.struct(), name).all(golden.model());
    }
  }

  /** Compares one compiled model; each message says the case and the element. */
  private static final class Comparison {
    private final mjModel model;
    private final String name;

    Comparison(mjModel model, String name) {
      this.model = model;
      this.name = name;
    }

    void all(JsonNode expected) {
      option(expected.get("option"));
      JsonNode bodies = expected.get("bodies");
      assertEquals(bodies.size(), Math.toIntExact(model.nbody()), name + " bodies");
      for (int i = 0; i < bodies.size(); i++) {
        body(i, bodies.get(i));
      }
      JsonNode joints = expected.get("joints");
      assertEquals(joints.size(), Math.toIntExact(model.njnt()), name + " joints");
      for (int i = 0; i < joints.size(); i++) {
        joint(i, joints.get(i));
      }
      JsonNode geoms = expected.get("geoms");
      assertEquals(geoms.size(), Math.toIntExact(model.ngeom()), name + " geoms");
      for (int i = 0; i < geoms.size(); i++) {
        geom(i, geoms.get(i));
      }
      JsonNode sites = expected.get("sites");
      assertEquals(sites.size(), Math.toIntExact(model.nsite()), name + " sites");
      for (int i = 0; i < sites.size(); i++) {
        site(i, sites.get(i));
      }
      JsonNode actuators = expected.get("actuators");
      assertEquals(actuators.size(), Math.toIntExact(model.nu()), name + " actuators");
      for (int i = 0; i < actuators.size(); i++) {
        actuator(i, actuators.get(i));
      }
      JsonNode tendons = expected.get("tendons");
      assertEquals(tendons.size(), Math.toIntExact(model.ntendon()), name + " tendons");
      for (int i = 0; i < tendons.size(); i++) {
        tendon(i, tendons.get(i));
      }
      JsonNode sensors = expected.get("sensors");
      assertEquals(sensors.size(), Math.toIntExact(model.nsensor()), name + " sensors");
      for (int i = 0; i < sensors.size(); i++) {
        sensor(i, sensors.get(i));
      }
      JsonNode cameras = expected.get("cameras");
      assertEquals(cameras.size(), Math.toIntExact(model.ncam()), name + " cameras");
      for (int i = 0; i < cameras.size(); i++) {
        camera(i, cameras.get(i));
      }
    }

    private void option(JsonNode expected) {
      close(expected.get("timestep"), model.opt().timestep(), "timestep");
      close(expected.get("density"), model.opt().density(), "density");
      close(expected.get("viscosity"), model.opt().viscosity(), "viscosity");
      assertEquals(expected.get("iterations").asInt(), model.opt().iterations());
      assertEquals(expected.get("ls_iterations").asInt(), model.opt().ls_iterations());
      // By meaning: the number of the flag is another one in each version.
      assertEquals(Mujoco.mjDSBL_EULERDAMP, model.opt().disableflags(), name + " disabled flags");
      assertEquals(expected.get("integrator").asInt(), model.opt().integrator());
      assertEquals(expected.get("cone").asInt(), model.opt().cone());
      assertEquals(expected.get("solver").asInt(), model.opt().solver());
      for (int i = 0; i < 3; i++) {
        close(expected.get("gravity").get(i), model.opt().gravity(i), "gravity");
      }
    }

    private void body(int i, JsonNode expected) {
      String where = named(expected, Mujoco.mjOBJ_BODY, i);
      parent(expected.get("parent"), model.body_parentid().get(i), where);
      close(expected.get("pos"), model.body_pos(), i, where + " pos");
      close(expected.get("quat"), model.body_quat(), i, where + " quat");
      close(expected.get("mass"), model.body_mass().get(i), where + " mass");
      if (!expected.get("name").asText().equals("target")) {
        // The massless target has no inertial element: its centre is nowhere in particular.
        close(expected.get("ipos"), model.body_ipos(), i, where + " ipos");
      }
      double[][] inertia =
          inertia(numbers(model.body_iquat(), i, 4), numbers(model.body_inertia(), i, 3));
      double[][] reference =
          inertia(numbers(expected.get("iquat")), numbers(expected.get("inertia")));
      for (int row = 0; row < 3; row++) {
        for (int column = 0; column < 3; column++) {
          assertEquals(
              reference[row][column], inertia[row][column], TOLERANCE, where + " inertia tensor");
        }
      }
    }

    /** The tensor in the body's frame: about an axis of symmetry the principal frame may turn. */
    private static double[][] inertia(double[] quaternion, double[] principal) {
      double w = quaternion[0];
      double x = quaternion[1];
      double y = quaternion[2];
      double z = quaternion[3];
      double[][] rotation = {
        {1 - 2 * (y * y + z * z), 2 * (x * y - w * z), 2 * (x * z + w * y)},
        {2 * (x * y + w * z), 1 - 2 * (x * x + z * z), 2 * (y * z - w * x)},
        {2 * (x * z - w * y), 2 * (y * z + w * x), 1 - 2 * (x * x + y * y)}
      };
      double[][] tensor = new double[3][3];
      for (int row = 0; row < 3; row++) {
        for (int column = 0; column < 3; column++) {
          for (int axis = 0; axis < 3; axis++) {
            tensor[row][column] += rotation[row][axis] * principal[axis] * rotation[column][axis];
          }
        }
      }
      return tensor;
    }

    private void joint(int i, JsonNode expected) {
      String where = named(expected, Mujoco.mjOBJ_JOINT, i);
      parent(expected.get("body"), model.jnt_bodyid().get(i), where);
      kind(
          expected.get("type"),
          model.jnt_type().get(i),
          new String[] {"free", "ball", "slide", "hinge"},
          where);
      close(expected.get("axis"), model.jnt_axis(), i, where + " axis");
      close(expected.get("range"), model.jnt_range(), i, where + " range");
      assertEquals(expected.get("limited").asBoolean(), flag(model.jnt_limited(), i), where);
      close(expected.get("stiffness"), model.jnt_stiffness().get(i), where + " stiffness");
      int dof = model.jnt_dofadr().get(i);
      close(expected.get("damping"), model.dof_damping().get(dof), where + " damping");
      close(expected.get("armature"), model.dof_armature().get(dof), where + " armature");
    }

    private void geom(int i, JsonNode expected) {
      String where = named(expected, Mujoco.mjOBJ_GEOM, i);
      parent(expected.get("body"), model.geom_bodyid().get(i), where);
      shape(expected.get("type"), model.geom_type().get(i), where);
      close(expected.get("size"), model.geom_size(), i, where + " size");
      close(expected.get("pos"), model.geom_pos(), i, where + " pos");
      close(expected.get("quat"), model.geom_quat(), i, where + " quat");
      close(expected.get("friction"), model.geom_friction(), i, where + " friction");
      equal(expected.get("contype"), model.geom_contype(), i, where + " contype");
      equal(expected.get("conaffinity"), model.geom_conaffinity(), i, where + " conaffinity");
      equal(expected.get("condim"), model.geom_condim(), i, where + " condim");
      FloatPointer colour = model.geom_rgba();
      for (int k = 0; k < 4; k++) {
        close(expected.get("rgba").get(k), colour.get(4L * i + k), where + " rgba");
      }
    }

    private void site(int i, JsonNode expected) {
      String where = named(expected, Mujoco.mjOBJ_SITE, i);
      parent(expected.get("body"), model.site_bodyid().get(i), where);
      shape(expected.get("type"), model.site_type().get(i), where);
      close(expected.get("size"), model.site_size(), i, where + " size");
      close(expected.get("pos"), model.site_pos(), i, where + " pos");
      close(expected.get("quat"), model.site_quat(), i, where + " quat");
    }

    private void actuator(int i, JsonNode expected) {
      String where = named(expected, Mujoco.mjOBJ_ACTUATOR, i);
      boolean tendon = model.actuator_trntype().get(i) == Mujoco.mjTRN_TENDON;
      assertEquals(
          expected.get("target").asText(),
          nameOf(
              tendon ? Mujoco.mjOBJ_TENDON : Mujoco.mjOBJ_JOINT,
              model.actuator_trnid().get(2L * i)),
          where);
      double[] gain = numbers(model.actuator_gainprm(), i, Mujoco.mjNGAIN);
      double[] bias = numbers(model.actuator_biasprm(), i, Mujoco.mjNBIAS);
      for (int k = 0; k < 3; k++) {
        close(expected.get("gain").get(k), gain[k], where + " gain");
        close(expected.get("bias").get(k), bias[k], where + " bias");
      }
      close(expected.get("gear"), model.actuator_gear(), i, where + " gear");
      close(expected.get("ctrlrange"), model.actuator_ctrlrange(), i, where + " ctrlrange");
      close(expected.get("forcerange"), model.actuator_forcerange(), i, where + " forcerange");
    }

    private void tendon(int i, JsonNode expected) {
      String where = named(expected, Mujoco.mjOBJ_TENDON, i);
      JsonNode sites = expected.get("sites");
      assertEquals(sites.size(), model.tendon_num().get(i), where);
      for (int k = 0; k < sites.size(); k++) {
        int wrap = model.tendon_adr().get(i) + k;
        assertEquals(Mujoco.mjWRAP_SITE, model.wrap_type().get(wrap), where);
        assertEquals(
            sites.get(k).asText(), nameOf(Mujoco.mjOBJ_SITE, model.wrap_objid().get(wrap)), where);
      }
      close(expected.get("width"), model.tendon_width().get(i), where + " width");
      close(expected.get("length0"), model.tendon_length0().get(i), where + " length0");
    }

    private void sensor(int i, JsonNode expected) {
      String where = named(expected, Mujoco.mjOBJ_SENSOR, i);
      assertEquals(sensorType(expected.get("type").asText()), model.sensor_type().get(i), where);
      assertEquals(
          expected.get("object").asText(),
          nameOf(model.sensor_objtype().get(i), model.sensor_objid().get(i)),
          where);
      equal(expected.get("dim"), model.sensor_dim(), i, where + " dim");
      equal(expected.get("adr"), model.sensor_adr(), i, where + " adr");
    }

    private void camera(int i, JsonNode expected) {
      String where = named(expected, Mujoco.mjOBJ_CAMERA, i);
      parent(expected.get("body"), model.cam_bodyid().get(i), where);
      kind(expected.get("mode"), model.cam_mode().get(i), new String[] {"fixed", "track"}, where);
      close(expected.get("pos"), model.cam_pos(), i, where + " pos");
      close(expected.get("quat"), model.cam_quat(), i, where + " quat");
      close(expected.get("fovy"), model.cam_fovy().get(i), where + " fovy");
    }

    // ---- helpers ----

    private String named(JsonNode expected, int type, int id) {
      assertEquals(expected.get("name").asText(), nameOf(type, id), name + ", element " + id);
      return name + ", " + expected.get("name").asText();
    }

    private String nameOf(int type, int id) {
      BytePointer text = Mujoco.mj_id2name(model, type, id);
      return text == null ? "" : text.getString(StandardCharsets.UTF_8);
    }

    private void parent(JsonNode expected, int body, String where) {
      assertEquals(expected.asText(), nameOf(Mujoco.mjOBJ_BODY, body), where);
    }

    private static void kind(JsonNode expected, int actual, String[] kinds, String where) {
      assertTrue(actual < kinds.length, where);
      assertEquals(expected.asText(), kinds[actual], where);
    }

    private static void shape(JsonNode expected, int actual, String where) {
      String[] shapes = {
        "plane", "hfield", "sphere", "capsule", "ellipsoid", "cylinder", "box", "mesh"
      };
      kind(expected, actual, shapes, where);
    }

    private static int sensorType(String type) {
      return switch (type.toLowerCase(Locale.ROOT)) {
        case "framepos" -> Mujoco.mjSENS_FRAMEPOS;
        case "framequat" -> Mujoco.mjSENS_FRAMEQUAT;
        case "framelinvel" -> Mujoco.mjSENS_FRAMELINVEL;
        case "frameangvel" -> Mujoco.mjSENS_FRAMEANGVEL;
        case "jointpos" -> Mujoco.mjSENS_JOINTPOS;
        case "jointvel" -> Mujoco.mjSENS_JOINTVEL;
        case "jointactfrc" -> Mujoco.mjSENS_JOINTACTFRC;
        case "actuatorfrc" -> Mujoco.mjSENS_ACTUATORFRC;
        case "tendonpos" -> Mujoco.mjSENS_TENDONPOS;
        case "tendonvel" -> Mujoco.mjSENS_TENDONVEL;
        case "touch" -> Mujoco.mjSENS_TOUCH;
        default -> throw new AssertionError("unknown sensor type " + type);
      };
    }

    private void close(JsonNode expected, double actual, String where) {
      assertEquals(expected.asDouble(), actual, TOLERANCE, where);
    }

    private void close(JsonNode expected, DoublePointer array, int row, String where) {
      double[] actual = numbers(array, row, expected.size());
      for (int k = 0; k < actual.length; k++) {
        close(expected.get(k), actual[k], where);
      }
    }

    private static void equal(JsonNode expected, IntPointer array, int row, String where) {
      assertEquals(expected.asInt(), array.get(row), where);
    }

    private static double[] numbers(DoublePointer array, int row, int size) {
      double[] values = new double[size];
      for (int k = 0; k < size; k++) {
        values[k] = array.get((long) size * row + k);
      }
      return values;
    }

    private static double[] numbers(JsonNode array) {
      double[] values = new double[array.size()];
      for (int k = 0; k < values.length; k++) {
        values[k] = array.get(k).asDouble();
      }
      return values;
    }

    private static boolean flag(Pointer flags, int index) {
      return new BytePointer(flags).get(index) != 0;
    }
  }
}
