package org.ophiura.mujoco.preset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ophiura.mujoco.Mujoco;
import org.ophiura.mujoco.mjData;
import org.ophiura.mujoco.mjModel;

class MujocoGuardTest {
  private static final String PENDULUM =
      """
      <mujoco model="pendulum">
        <option timestep="0.001"/>
        <worldbody>
          <body pos="0 0 1">
            <joint name="hinge" type="hinge" axis="0 1 0" damping="0"/>
            <geom type="capsule" size="0.01" fromto="0 0 0 0.5 0 0" contype="0" conaffinity="0"/>
          </body>
        </worldbody>
        <actuator><motor name="torque" joint="hinge"/></actuator>
      </mujoco>
      """;

  /** No such set of state bits: a fatal error in MuJoCo. */
  private static final int INVALID_STATE = -1;

  private static final int NO_SUCH_INTEGRATOR = 99;

  private mjModel model;
  private mjData data;

  @BeforeEach
  void loadPendulum() {
    Mujoco.guard_clear_warnings();
    model = Mujoco.guard_load_model("pendulum.xml", PENDULUM);
    assertNotNull(model, lastError());
    data = Mujoco.guard_make_data(model);
  }

  @AfterEach
  void free() {
    Mujoco.mj_deleteData(data);
    Mujoco.mj_deleteModel(model);
  }

  @Test
  void libraryIsTheVersionOfTheBuild() {
    String version = System.getProperty("mujoco.version");
    assertEquals(version, MujocoPreset.mujocoVersion());
    assertEquals(version, Mujoco.mj_versionString().getString());
  }

  @Test
  void pendulumSwingsToTheOtherSide() {
    // A rod of 0.5 m let go from the horizontal swings through to the other horizontal in half a
    // period, 0.685 s.
    double largest = 0;
    for (int i = 0; i < 2_000; i++) {
      assertEquals(Mujoco.GUARD_OK, Mujoco.guard_step(model, data, 1));
      largest = Math.max(largest, Math.abs(data.qpos().get(0)));
    }
    double integrationError = 0.01;
    assertEquals(Math.PI, largest, integrationError);
    assertEquals(2.0, data.time(), 1e-9);
  }

  @Test
  void errorInsideAStepIsAStatusAndTheDataWorkAgainAfterAReset() {
    int integrator = model.opt().integrator();
    model.opt().integrator(NO_SUCH_INTEGRATOR);
    assertEquals(Mujoco.GUARD_ERROR, Mujoco.guard_step(model, data, 3));
    assertTrue(lastError().contains("integrator"), lastError());
    model.opt().integrator(integrator);
    assertEquals(Mujoco.GUARD_OK, Mujoco.guard_reset_data(model, data));
    assertEquals(Mujoco.GUARD_OK, Mujoco.guard_step(model, data, 3));
  }

  @Test
  void thousandsOfErrorsFromSeveralThreadsAreSurvived() throws Exception {
    int threads = 4;
    int errorsPerThread = 1_000;
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      List<Future<Integer>> counts = new ArrayList<>();
      for (int t = 0; t < threads; t++) {
        counts.add(executor.submit(() -> countErrors(errorsPerThread)));
      }
      for (Future<Integer> count : counts) {
        assertEquals(errorsPerThread, count.get());
      }
    } finally {
      executor.shutdownNow();
    }
    assertEquals(Mujoco.GUARD_OK, Mujoco.guard_step(model, data, 1));
  }

  private int countErrors(int attempts) {
    double[] state = new double[8];
    int errors = 0;
    for (int i = 0; i < attempts; i++) {
      if (Mujoco.guard_get_state(model, data, state, INVALID_STATE) == Mujoco.GUARD_ERROR
          && !lastError().isEmpty()) {
        errors++;
      }
    }
    return errors;
  }

  @Test
  void errorOutsideTheGuardIsAnException() {
    RuntimeException exception =
        assertThrows(
            RuntimeException.class,
            () -> Mujoco.mj_getState(model, data, new double[8], INVALID_STATE));
    assertEquals(lastError(), exception.getMessage());
  }

  @Test
  void notANumberInThePositionsIsReportedEachTime() {
    for (int i = 0; i < 3; i++) {
      data.qpos().put(0, Double.NaN);
      assertEquals(1 << Mujoco.mjWARN_BADQPOS, Mujoco.guard_step(model, data, 10));
      assertEquals(Mujoco.GUARD_OK, Mujoco.guard_step(model, data, 10));
    }
  }

  @Test
  void notANumberInVelocitiesAndControlsIsReported() {
    data.qvel().put(0, Double.POSITIVE_INFINITY);
    assertEquals(1 << Mujoco.mjWARN_BADQVEL, Mujoco.guard_step(model, data, 10));
    data.ctrl().put(0, Double.NaN);
    assertEquals(1 << Mujoco.mjWARN_BADCTRL, Mujoco.guard_step(model, data, 10));
  }

  @Test
  void accelerationBeyondBoundsIsReported() {
    data.qfrc_applied().put(0, 1e12);
    assertEquals(1 << Mujoco.mjWARN_BADQACC, Mujoco.guard_step(model, data, 10));
  }

  @Test
  void warningIsKeptForTheThreadThatRaisedIt() throws Exception {
    assertEquals(0, Mujoco.guard_warning_count());
    data.qpos().put(0, Double.NaN);
    Mujoco.guard_step(model, data, 1);
    assertEquals(1, Mujoco.guard_warning_count());
    assertTrue(Mujoco.guard_last_warning().getString().contains("QPOS"));
    ExecutorService executor = Executors.newSingleThreadExecutor();
    try {
      assertEquals(0L, executor.submit(Mujoco::guard_warning_count).get());
    } finally {
      executor.shutdownNow();
    }
    Mujoco.guard_clear_warnings();
    assertEquals(0, Mujoco.guard_warning_count());
    assertEquals("", Mujoco.guard_last_warning().getString());
  }

  @Test
  void malformedModelGivesNullAndAMessageWithTheLine() {
    String misspelt = PENDULUM.replace("damping", "dampingg");
    assertNull(Mujoco.guard_load_model("pendulum.xml", misspelt));
    assertTrue(lastError().contains("dampingg") && lastError().contains("line 5"), lastError());
  }

  @Test
  void modelInMemoryIncludesFilesRelativeToItsPath(@TempDir Path directory) throws IOException {
    Files.writeString(
        directory.resolve("part.xml"),
        "<mujoco><worldbody><site name=\"included\"/></worldbody></mujoco>");
    String including = "<mujoco><include file=\"part.xml\"/></mujoco>";
    mjModel included =
        Mujoco.guard_load_model(directory.resolve("not-there.xml").toString(), including);
    assertNotNull(included, lastError());
    assertEquals(0, Mujoco.mj_name2id(included, Mujoco.mjOBJ_SITE, "included"));
    Mujoco.mj_deleteModel(included);
  }

  @Test
  void restoredStateStepsToTheSameBits() {
    int everything = Mujoco.mjSTATE_INTEGRATION;
    double[] state = new double[Mujoco.guard_state_size(model, everything)];
    Mujoco.guard_step(model, data, 50);
    assertEquals(Mujoco.GUARD_OK, Mujoco.guard_get_state(model, data, state, everything));
    Mujoco.guard_step(model, data, 50);
    double expected = data.qpos().get(0);
    assertEquals(Mujoco.GUARD_OK, Mujoco.guard_set_state(model, data, state, everything));
    Mujoco.guard_step(model, data, 50);
    assertEquals(expected, data.qpos().get(0));
  }

  @Test
  void twoThreadsStepTheirOwnDataOfOneModel() throws Exception {
    ExecutorService executor = Executors.newFixedThreadPool(2);
    try {
      Future<Double> one = executor.submit(this::angleAfterManySteps);
      Future<Double> other = executor.submit(this::angleAfterManySteps);
      assertEquals(one.get(), other.get());
    } finally {
      executor.shutdownNow();
    }
  }

  private double angleAfterManySteps() {
    mjData own = Mujoco.guard_make_data(model);
    try {
      assertEquals(Mujoco.GUARD_OK, Mujoco.guard_step(model, own, 20_000));
      return own.qpos().get(0);
    } finally {
      Mujoco.mj_deleteData(own);
    }
  }

  @Test
  void errorsAndWarningsPrintNothingAndWriteNoFile(@TempDir Path directory) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Troublemaker.class.getName())
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), output);
    assertEquals("", output);
    try (Stream<Path> files = Files.list(directory)) {
      assertEquals(List.of(), files.toList());
    }
  }

  /**
   * A program that meets an error and warnings, run in a process of its own to see what MuJoCo
   * prints.
   */
  static final class Troublemaker {
    public static void main(String[] arguments) {
      mjModel model = Mujoco.guard_load_model("pendulum.xml", PENDULUM);
      mjData data = Mujoco.guard_make_data(model);
      data.qpos().put(0, Double.NaN);
      int diverged = Mujoco.guard_step(model, data, 1);
      int error = Mujoco.guard_get_state(model, data, new double[8], INVALID_STATE);
      Mujoco.guard_load_model("nothing.xml", "<mujoco><nothing/></mujoco>");
      System.exit(diverged > 0 && error == Mujoco.GUARD_ERROR ? 0 : 1);
    }
  }

  private static String lastError() {
    return Mujoco.guard_last_error().getString();
  }
}
