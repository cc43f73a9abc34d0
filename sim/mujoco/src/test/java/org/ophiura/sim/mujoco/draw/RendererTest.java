package org.ophiura.sim.mujoco.draw;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ophiura.models.AquariumArena;
import org.ophiura.mujoco.Mujoco;
import org.ophiura.mujoco.mjModel;
import org.ophiura.sim.JointCommand;
import org.ophiura.sim.Position;
import org.ophiura.sim.ResetSpec;
import org.ophiura.sim.mujoco.ContactObservation;
import org.ophiura.sim.mujoco.MujocoModel;
import org.ophiura.sim.mujoco.MujocoPlant;
import org.ophiura.sim.mujoco.PhysicsOverrides;
import org.ophiura.sim.mujoco.SimulatedPlant;
import org.ophiura.sim.mujoco.SimulatedPlants;
import org.ophiura.sim.mujoco.plugin.ArenaSettings;
import org.ophiura.sim.mujoco.plugin.BrittleStarModelSettings;
import org.ophiura.sim.mujoco.plugin.JointRangeSettings;
import org.ophiura.sim.mujoco.plugin.MujocoPlantPlugin;
import org.ophiura.sim.mujoco.plugin.MujocoPlantSettings;

class RendererTest {
  private static final int WIDTH = 160;
  private static final int HEIGHT = 120;
  private static final View ABOVE = view(View.ABOVE);

  private SimulatedPlants plants;
  private SimulatedPlant plant;

  @BeforeEach
  void makeRobot() {
    GraphicsDriver.require();
    plants = new MujocoPlantPlugin().create(settings(), List.of());
    plant = plants.newPlant();
  }

  @AfterEach
  void close() {
    if (plant != null) {
      plant.close();
      plants.close();
    }
  }

  private static MujocoPlantSettings settings() {
    return new MujocoPlantSettings(
        new BrittleStarModelSettings(
            List.of(2, 2, 2, 2, 2),
            "position",
            1,
            ContactObservation.FORCE,
            150,
            new JointRangeSettings(45, 30),
            20,
            1,
            0.2),
        Optional.of(
            new ArenaSettings(List.of(1.5, 1.5), 1.5, 0.1, AquariumArena.Ground.CHECKER, true)),
        Optional.of(0.004),
        10,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        0);
  }

  private static View view(String... cameras) {
    return new View(WIDTH, HEIGHT, List.of(cameras), false);
  }

  private void reset(double x, double y, double targetX, double targetY) {
    plant.reset(
        new ResetSpec(x, y, 0, 0, 0, Optional.of(new Position(targetX, targetY, 0.05))),
        new SplittableRandom(1));
  }

  private void rest(Renderer renderer, int steps) {
    JointCommand command = new JointCommand(plant.layout());
    for (int i = 0; i < steps; i++) {
      plant.step(command);
      renderer.observe(plant);
    }
  }

  private static Picture draw(Renderer renderer, int leadingArm) {
    ByteBuffer buffer = ByteBuffer.allocateDirect(renderer.view().pictureBytes());
    renderer.draw(1, leadingArm);
    renderer.read(buffer);
    return new Picture(renderer.view(), buffer);
  }

  private interface Kind {
    boolean fits(int red, int green, int blue);
  }

  private static final Kind RED = (r, g, b) -> r > 110 && g < 0.55 * r && b < 0.55 * r;
  private static final Kind GREEN = (r, g, b) -> g > 90 && r < 0.75 * g && b < 0.85 * g;
  private static final Kind YELLOW = (r, g, b) -> r > 150 && g > 110 && b < 0.4 * g;

  private record Picture(View view, ByteBuffer rgb) {
    int count(Kind kind) {
      return (int) middle(kind)[2];
    }

    /** Column from the left and row from the top of the middle of such pixels, and their number. */
    double[] middle(Kind kind) {
      double[] sum = new double[3];
      for (int y = 0; y < view.height(); y++) {
        for (int x = 0; x < view.pictureWidth(); x++) {
          int at = 3 * (y * view.pictureWidth() + x);
          if (kind.fits(rgb.get(at) & 0xff, rgb.get(at + 1) & 0xff, rgb.get(at + 2) & 0xff)) {
            sum[0] += x;
            sum[1] += view.height() - 1 - y;
            sum[2]++;
          }
        }
      }
      return new double[] {sum[0] / sum[2], sum[1] / sum[2], sum[2]};
    }

    byte[] bytes() {
      byte[] bytes = new byte[rgb.capacity()];
      rgb.get(0, bytes);
      return bytes;
    }
  }

  @Test
  void robotIsWhereTheCameraProjectsIt() {
    // top_camera is at (0, 0, 20) and sees 45 degrees over the height of the picture.
    View view = new View(800, 800, List.of("top_camera"), false);
    double pixelsPerMetre = 800 / (2 * 20 * Math.tan(Math.toRadians(22.5)));
    double[][] starts = {{0.8, 0.6}, {-0.7, 0.3}};
    try (Renderer renderer = new Renderer(view)) {
      for (double[] start : starts) {
        reset(start[0], start[1], 0, -1);
        renderer.begin(plant);
        double[] middle = draw(renderer, Renderer.NO_ARM).middle(GREEN);
        double wholePixels = 1.5; // The arms are symmetric; their pixels are few.
        assertEquals(400 + start[0] * pixelsPerMetre, middle[0], wholePixels);
        assertEquals(400 - start[1] * pixelsPerMetre, middle[1], wholePixels);
      }
    }
  }

  @Test
  void segmentsAreRedWhereTheyTouchAndGreenWhereTheyDoNot() {
    try (Renderer renderer = new Renderer(ABOVE)) {
      reset(0, 0, 5, 5);
      renderer.begin(plant);
      Picture hanging = draw(renderer, Renderer.NO_ARM);
      assertEquals(0, hanging.count(RED));
      assertTrue(hanging.count(GREEN) > 100, "green: " + hanging.count(GREEN));
      rest(renderer, 50); // Two seconds: it lies on the ground.
      Picture lying = draw(renderer, Renderer.NO_ARM);
      assertTrue(lying.count(RED) > 100, "red: " + lying.count(RED));
    }
  }

  @Test
  void targetIsSeenWhereItIs() {
    try (Renderer renderer = new Renderer(ABOVE)) {
      reset(0, 0, 5, 5);
      renderer.begin(plant);
      Kind orange = (r, g, b) -> r > 130 && g > 0.35 * r && b < 0.6 * g;
      assertEquals(0, draw(renderer, Renderer.NO_ARM).count(orange));
      plant.placeTarget(0.8, 0, 0.05);
      renderer.observe(plant);
      double[] middle = draw(renderer, Renderer.NO_ARM).middle(orange);
      assertTrue(middle[2] > 50, "orange: " + middle[2]);
      assertTrue(middle[0] > 0.6 * WIDTH, "x is to the right, was column " + middle[0]);
      assertEquals(0.5 * HEIGHT, middle[1], 0.1 * HEIGHT);
    }
  }

  @Test
  void leadingArmIsMarkedOnItsOwnSide() {
    try (Renderer renderer = new Renderer(ABOVE)) {
      reset(0, 0, 5, 5);
      renderer.begin(plant);
      assertEquals(0, draw(renderer, Renderer.NO_ARM).count(YELLOW));
      double[] right = draw(renderer, 0).middle(YELLOW); // Arm 0 lies along x.
      assertTrue(right[2] > 5, "yellow: " + right[2]);
      assertTrue(right[0] > 0.5 * WIDTH + 4, "column " + right[0]);
      double[] up = draw(renderer, 1).middle(YELLOW); // Arm 1 at 72 degrees.
      assertTrue(up[1] < 0.5 * HEIGHT - 4, "row " + up[1]);
      assertEquals(0, draw(renderer, 7).count(YELLOW), "there is no arm 7");
    }
  }

  @Test
  void pathStaysWhereTheRobotWas() {
    try (Renderer renderer = new Renderer(ABOVE)) {
      reset(0, 0, 5, 5);
      renderer.begin(plant);
      byte[] without = draw(renderer, Renderer.NO_ARM).bytes();
      for (double x : new double[] {-0.9, 0}) {
        reset(x, 0, 5, 5);
        renderer.observe(plant);
      }
      Picture with = draw(renderer, Renderer.NO_ARM);
      int changed = 0;
      byte[] now = with.bytes();
      for (int y = HEIGHT / 2 - 6; y < HEIGHT / 2 + 6; y++) {
        for (int x = 0; x < WIDTH / 4; x++) {
          int at = 3 * (y * WIDTH + x);
          changed += now[at] != without[at] ? 1 : 0;
        }
      }
      assertTrue(changed > 20, "pixels of the path left of the robot: " + changed);
    }
  }

  @Test
  void camerasStandSideBySideFromTheLeft() {
    byte[] left;
    byte[] right;
    byte[] both;
    reset(0, 0, 0.6, 0.2);
    try (Renderer renderer = new Renderer(view("side_camera"))) {
      renderer.begin(plant);
      left = draw(renderer, 0).bytes();
    }
    try (Renderer renderer = new Renderer(view(View.FOLLOW))) {
      renderer.begin(plant);
      right = draw(renderer, 0).bytes();
    }
    try (Renderer renderer = new Renderer(view("side_camera", View.FOLLOW))) {
      renderer.begin(plant);
      both = draw(renderer, 0).bytes();
    }
    int row = 3 * WIDTH;
    byte[] joined = new byte[2 * row * HEIGHT];
    for (int y = 0; y < HEIGHT; y++) {
      System.arraycopy(left, y * row, joined, 2 * y * row, row);
      System.arraycopy(right, y * row, joined, (2 * y + 1) * row, row);
    }
    int different = 0;
    for (int i = 0; i < joined.length; i++) {
      different += Math.abs((joined[i] & 0xff) - (both[i] & 0xff)) > 3 ? 1 : 0;
    }
    // A part of a wider picture is rounded otherwise at a few edges.
    assertTrue(different < 0.01 * joined.length, "different bytes: " + different);
  }

  @Test
  void pictureMayBeLargerThanTheModelAsksFor() {
    // The model's off-screen buffer is 1920 by 1080.
    try (Renderer renderer = new Renderer(new View(2048, 1200, List.of(View.ABOVE), false))) {
      reset(0, 0, 5, 5);
      renderer.begin(plant);
      double[] middle = draw(renderer, Renderer.NO_ARM).middle(GREEN);
      assertEquals(1024, middle[0], 30);
      assertEquals(600, middle[1], 30);
    }
  }

  @Test
  void shadowsDarkenTheGroundBesideTheRobot() {
    byte[][] pictures = new byte[2][];
    reset(0, 0, 5, 5);
    for (int i = 0; i < 2; i++) {
      View view = new View(WIDTH, HEIGHT, List.of(View.ABOVE), i == 1);
      try (Renderer renderer = new Renderer(view)) {
        renderer.begin(plant);
        pictures[i] = draw(renderer, Renderer.NO_ARM).bytes();
      }
    }
    // All of the ground is brighter or darker by one factor, but for what lies in the shadow.
    List<Double> factors = new ArrayList<>();
    for (int at = 0; at < pictures[0].length; at += 3) {
      if (isGround(pictures[0], at) && isGround(pictures[1], at)) {
        factors.add((pictures[1][at + 2] & 0xff) / (double) (pictures[0][at + 2] & 0xff));
      }
    }
    Collections.sort(factors);
    double usual = factors.get(factors.size() / 2);
    long dark = factors.stream().filter(factor -> factor < 0.75 * usual).count();
    assertTrue(dark > 40, dark + " of " + factors.size());
  }

  private static boolean isGround(byte[] rgb, int at) {
    int blue = rgb[at + 2] & 0xff;
    return blue > 1.25 * (rgb[at + 1] & 0xff) && blue > 1.5 * (rgb[at] & 0xff);
  }

  @Test
  void samePoseGivesTheSameBytesAgain() {
    reset(0, 0, 0.6, 0.2);
    View view = new View(WIDTH, HEIGHT, List.of(View.FOLLOW), true);
    byte[][] pictures = new byte[2][];
    for (int i = 0; i < 2; i++) {
      try (Renderer renderer = new Renderer(view)) {
        renderer.begin(plant);
        pictures[i] = draw(renderer, 2).bytes();
      }
    }
    assertArrayEquals(pictures[0], pictures[1]);
  }

  @Test
  void drawingLeavesEveryBitOfTheSimulationAsItIs() {
    JointCommand command = new JointCommand(plant.layout());
    double[][] ends = new double[2][];
    for (int run = 0; run < 2; run++) {
      reset(0.1, 0, 0.6, 0.2);
      try (Renderer renderer = new Renderer(ABOVE)) {
        renderer.begin(plant);
        for (int step = 0; step < 40; step++) {
          for (int i = 0; i < command.size(); i++) {
            command.set(i, 0.4 * Math.sin(0.2 * step + i));
          }
          plant.step(command);
          if (run == 1) {
            renderer.observe(plant);
            renderer.draw(0.5, step % 5);
          }
        }
      }
      mjModel model = plant.current().model().struct();
      ends[run] = new double[Mujoco.guard_state_size(model, Mujoco.mjSTATE_INTEGRATION)];
      Mujoco.guard_get_state(
          model, plant.current().struct(), ends[run], Mujoco.mjSTATE_INTEGRATION);
    }
    assertArrayEquals(ends[0], ends[1]);
  }

  @Test
  void robotOfOneOwnIsDrawnByTheFreeCamera() {
    String xml =
        """
        <mujoco><worldbody><light pos="0 0 3"/>
          <geom type="plane" size="2 2 0.1" rgba="0.2 0.2 0.8 1"/>
          <body pos="0 0 0.5"><freejoint/><geom type="box" size="0.2 0.2 0.2" rgba="1 0 0 1"/></body>
        </worldbody></mujoco>
        """;
    try (MujocoModel model = MujocoModel.parse("box", xml, PhysicsOverrides.NONE);
        MujocoPlant box = new MujocoPlant(model, 1)) {
      assertEquals(List.of("follow", "above", "free"), Renderer.cameras(model));
      try (Renderer renderer = new Renderer(view(View.FREE))) {
        renderer.begin(box);
        assertTrue(draw(renderer, 0).count(RED) > 50);
      }
    }
  }

  @Test
  void unknownCameraIsToldWithTheNearest() {
    try (Renderer renderer = new Renderer(view("side_camra"))) {
      DrawingException exception =
          assertThrows(DrawingException.class, () -> renderer.begin(plant));
      assertTrue(exception.getMessage().contains("did you mean 'side_camera'?"));
      assertTrue(exception.getMessage().contains("above, follow, free, side_camera, top_camera"));
    }
  }

  @Test
  void sizesOutOfLimitsAreRefused() {
    List<String> one = List.of(View.FREE);
    assertThrows(DrawingException.class, () -> new View(0, 480, one, true));
    assertThrows(DrawingException.class, () -> new View(640, 100_000, one, true));
    assertThrows(DrawingException.class, () -> new View(640, 480, List.of(), true));
    assertThrows(
        DrawingException.class, () -> new View(5000, 480, List.of(View.FREE, View.FOLLOW), true));
  }

  @Test
  void useAfterCloseAndByAnotherThreadThrows() throws InterruptedException {
    Renderer renderer = new Renderer(ABOVE);
    renderer.begin(plant);
    ExecutorService other = Executors.newSingleThreadExecutor();
    try {
      ExecutionException thrown =
          assertThrows(
              ExecutionException.class, () -> other.submit(() -> renderer.draw(1, 0)).get());
      assertTrue(thrown.getCause() instanceof IllegalStateException, thrown.toString());
    } finally {
      other.shutdownNow();
    }
    renderer.close();
    renderer.close();
    assertThrows(IllegalStateException.class, () -> renderer.draw(1, 0));
    assertThrows(IllegalStateException.class, () -> renderer.begin(plant));
  }

  @Test
  void renderersOfOneThreadDoNotDisturbEachOther() {
    reset(0, 0, 5, 5);
    try (Renderer one = new Renderer(ABOVE);
        Renderer other = new Renderer(view(View.FREE))) {
      one.begin(plant);
      other.begin(plant);
      byte[] before = draw(one, 0).bytes();
      draw(other, 0);
      assertArrayEquals(before, draw(one, 0).bytes());
    }
    assertFalse(plant.failure().isPresent());
  }
}
