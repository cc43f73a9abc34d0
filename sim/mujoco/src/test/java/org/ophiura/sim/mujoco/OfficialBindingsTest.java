package org.ophiura.sim.mujoco;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.bytedeco.javacpp.DoublePointer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.ophiura.models.mjcf.MjcfWriter;
import org.ophiura.sim.CycleStatus;
import org.ophiura.sim.JointCommand;
import org.ophiura.sim.ObservationSpec;

/**
 * The adapter adds nothing of its own: the official Python bindings of the same version, given the
 * same model and controls, compute the same bits. Installs them with pip into a throw-away folder.
 */
@Tag("slow")
class OfficialBindingsTest {
  private static final int CONTROL_STEPS = 200;
  private static final long SEED = 12;

  static final Iterable<String> CASES = GoldenCase.NAMES;

  /** A robot of one's own: legs in contact with the ground, MuJoCo's default solver options. */
  private static final String WALKER =
      """
      <mujoco>
        <worldbody>
          <geom type="plane" size="5 5 0.1"/>
          <body pos="0 0 0.3">
            <freejoint/>
            <geom type="box" size="0.2 0.1 0.05"/>
            <body pos="0.2 0 0">
              <joint name="front" axis="0 1 0" range="-60 60" damping="0.1"/>
              <geom type="capsule" size="0.03" fromto="0 0 0 0 0 -0.25"/>
            </body>
            <body pos="-0.2 0 0">
              <joint name="back" axis="0 1 0" range="-60 60" damping="0.1"/>
              <geom type="capsule" size="0.03" fromto="0 0 0 0 0 -0.25"/>
            </body>
          </body>
        </worldbody>
        <actuator>
          <position joint="front" kp="5" ctrlrange="-1 1"/>
          <motor joint="back" ctrlrange="-2 2"/>
        </actuator>
        <sensor><jointpos joint="front"/><jointpos joint="back"/></sensor>
      </mujoco>
      """;

  @TempDir private static Path folder;
  private static Path packages = Path.of("");

  @BeforeAll
  static void installTheOfficialBindings() throws Exception {
    packages = folder.resolve("packages");
    run(
        List.of(
            "python3",
            "-m",
            "pip",
            "install",
            "--quiet",
            "--disable-pip-version-check",
            "--only-binary",
            ":all:",
            "--target",
            packages.toString(),
            "mujoco==" + MujocoModel.libraryVersion()));
  }

  @ParameterizedTest
  @FieldSource("CASES")
  void brittleStarTakesTheSameBits(String name) throws Exception {
    GoldenCase golden = GoldenCase.load(name);
    compare(name, MjcfWriter.toXml(golden.scene()), golden.physicsStepsPerControlStep());
  }

  @Test
  void robotOfOnesOwnTakesTheSameBits() throws Exception {
    compare("walker", WALKER, 5);
  }

  private static void compare(String name, String xml, int physicsSteps) throws Exception {
    Path file = Files.writeString(folder.resolve(name + ".xml"), xml);
    try (MujocoModel model = MujocoModel.parse(name, xml, PhysicsOverrides.NONE);
        MujocoPlant plant = new MujocoPlant(model, physicsSteps)) {
      double[][] controls = controls(model);
      DoubleBuffer expected = officially(name, file, controls, physicsSteps);
      JointCommand command = new JointCommand(model.layout());
      compareState(plant, expected, name + ", after the reset");
      for (int step = 0; step < controls.length; step++) {
        for (int i = 0; i < command.size(); i++) {
          command.set(i, controls[step][i]);
        }
        assertEquals(CycleStatus.OK, plant.step(command));
        compareState(plant, expected, name + ", control step " + step + ", seed " + SEED);
      }
      assertEquals(0, expected.remaining(), "numbers of the official bindings left over");
    }
  }

  /** Controls of which some are beyond the range, for MuJoCo to clamp. */
  private static double[][] controls(MujocoModel model) {
    SplittableRandom random = new SplittableRandom(SEED);
    int size = model.layout().actuators().size();
    double[][] controls = new double[CONTROL_STEPS][size];
    for (double[] row : controls) {
      for (int i = 0; i < size; i++) {
        double upper = model.layout().actuators().get(i).upper();
        double lower = model.layout().actuators().get(i).lower();
        row[i] = (lower + upper) / 2 + (upper - lower) * random.nextDouble(-0.6, 0.6);
      }
    }
    return controls;
  }

  private static void compareState(MujocoPlant plant, DoubleBuffer expected, String where) {
    for (ObservationSpec sensor : plant.model().sensors()) {
      for (int i = 0; i < sensor.size(); i++) {
        same(expected.get(), plant.state().get(sensor.offset() + i), where + ", " + sensor);
      }
    }
    int positions = Math.toIntExact(plant.model().struct().nq());
    int velocities = Math.toIntExact(plant.model().struct().nv());
    same(expected, plant.struct().qpos(), positions, where + ", qpos");
    same(expected, plant.struct().qvel(), velocities, where + ", qvel");
    same(expected, plant.struct().qacc_warmstart(), velocities, where + ", qacc_warmstart");
  }

  private static void same(DoubleBuffer expected, DoublePointer actual, int size, String where) {
    for (int i = 0; i < size; i++) {
      same(expected.get(), actual.get(i), where);
    }
  }

  private static void same(double expected, double actual, String where) {
    assertEquals(Double.doubleToRawLongBits(expected), Double.doubleToRawLongBits(actual), where);
  }

  private static DoubleBuffer officially(
      String name, Path model, double[][] controls, int physicsSteps) throws Exception {
    Path script = folder.resolve("step.py");
    try (InputStream stream =
        Objects.requireNonNull(
            OfficialBindingsTest.class.getResourceAsStream("/step_with_official_bindings.py"))) {
      Files.write(script, stream.readAllBytes());
    }
    int size = controls[0].length;
    ByteBuffer bytes =
        ByteBuffer.allocate(Double.BYTES * size * controls.length).order(ByteOrder.nativeOrder());
    for (double[] row : controls) {
      for (double value : row) {
        bytes.putDouble(value);
      }
    }
    Path controlsFile = Files.write(folder.resolve(name + ".controls"), bytes.array());
    Path out = folder.resolve(name + ".out");
    String version =
        run(
            List.of(
                "python3",
                script.toString(),
                model.toString(),
                controlsFile.toString(),
                Integer.toString(physicsSteps),
                out.toString()));
    assertEquals(MujocoModel.libraryVersion(), version.strip());
    return ByteBuffer.wrap(Files.readAllBytes(out)).order(ByteOrder.nativeOrder()).asDoubleBuffer();
  }

  private static String run(List<String> command) throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(new ArrayList<>(command))
            .directory(folder.toFile())
            .redirectErrorStream(true);
    builder.environment().put("PYTHONPATH", packages.toString());
    Process process = builder.start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), () -> String.join(" ", command) + "\n" + output);
    return output;
  }
}
