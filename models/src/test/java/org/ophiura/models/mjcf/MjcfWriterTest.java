package org.ophiura.models.mjcf;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ophiura.models.AquariumArena;
import org.ophiura.models.BrittleStarScene;
import org.ophiura.models.PhysicsOptions;
import org.ophiura.models.Position;
import org.w3c.dom.Element;

final class MjcfWriterTest {
  private static final BrittleStarScene SCENE = BrittleStarScene.tutorial();

  /** A few roundings of numbers below 10. */
  private static final double ROUNDING = 1e-14;

  @Test
  void sameSceneAlwaysGivesTheSameText() {
    assertEquals(MjcfWriter.toXml(SCENE), MjcfWriter.toXml(BrittleStarScene.tutorial()));
  }

  @Test
  void textIsIndentedAndNamesComeFirst() {
    List<String> lines = MjcfWriter.toXml(SCENE).lines().toList();
    assertTrue(
        lines.contains(
            "  <option timestep=\"0.004\" density=\"1000\" viscosity=\"0.0009\""
                + " integrator=\"Euler\" cone=\"pyramidal\" solver=\"Newton\" iterations=\"1\""
                + " ls_iterations=\"5\">"),
        "option");
    assertTrue(
        lines.contains("    <flag eulerdamp=\"disable\"/>") && lines.contains("  </option>"),
        "flag");
    assertTrue(
        lines.contains(
            "      <site name=\"target_site\" type=\"sphere\" size=\"0.2\" rgba=\"1 0 0 1\"/>"),
        "target");
    assertEquals("</mujoco>", lines.get(lines.size() - 1));
    assertTrue(MjcfWriter.toXml(SCENE).endsWith("</mujoco>\n"), "final newline");
  }

  @Test
  void sectionsStandInTheOrderThatReadersExpect() {
    assertEquals(
        List.of(
            "compiler", "option", "visual", "default", "asset", "worldbody", "actuator", "sensor"),
        new ParsedMjcf(SCENE).elements("/mujoco/*").stream().map(Element::getTagName).toList());
  }

  @Test
  void physicsOptionsAreWritten() {
    ParsedMjcf model =
        new ParsedMjcf(
            BrittleStarScene.of(
                SCENE.morphology(), SCENE.arena(), new PhysicsOptions(0.001, 7, 9, true)));
    Element option = model.elements("/mujoco/option").get(0);
    assertEquals("0.001", option.getAttribute("timestep"));
    assertEquals("7", option.getAttribute("iterations"));
    assertEquals("9", option.getAttribute("ls_iterations"));
    assertEquals("enable", model.elements("//flag").get(0).getAttribute("eulerdamp"));
  }

  @Test
  void onlyTheRobotHasDefaultsOfItsOwn() {
    ParsedMjcf model = new ParsedMjcf(SCENE);
    assertEquals(1, model.elements("/mujoco/default/*").size());
    assertEquals(
        "BrittleStarMorphology/",
        model.elements("/mujoco/default/default").get(0).getAttribute("class"));
    assertEquals(
        "BrittleStarMorphology/",
        model.named("body", "BrittleStarMorphology/").getAttribute("childclass"));
  }

  @Test
  void wallsFollowTheGroundInTheReferencesOrder() {
    assertEquals(
        List.of(
            "groundplane",
            "north_wall",
            "south_wall",
            "east_wall",
            "west_wall",
            "north_wall_collider",
            "south_wall_collider",
            "east_wall_collider",
            "west_wall_collider"),
        new ParsedMjcf(SCENE).names("/mujoco/worldbody/geom"));
  }

  @Test
  void wallsEncloseTheGroundAndTheirCollidersFaceInwards() {
    ParsedMjcf model =
        new ParsedMjcf(
            BrittleStarScene.of(
                SCENE.morphology(), AquariumArena.ofHalfSize(5, 3), SCENE.physics()));
    assertPlace(model, "south_wall", new double[] {5, 0.1, 1.5}, new double[] {0, -3.1, 1.5});
    assertPlace(model, "east_wall", new double[] {0.1, 3.2, 1.5}, new double[] {-5.1, 0, 1.5});
    assertPlace(model, "west_wall", new double[] {0.1, 3.2, 1.5}, new double[] {5.1, 0, 1.5});
    assertInward(model, "north_wall", new double[] {0, -1, 0});
    assertInward(model, "south_wall", new double[] {0, 1, 0});
    assertInward(model, "east_wall", new double[] {1, 0, 0});
    assertInward(model, "west_wall", new double[] {-1, 0, 0});
  }

  @Test
  void checkerGroundHasSquaresOfTheSameSizeEverywhere() {
    ParsedMjcf model = new ParsedMjcf(SCENE);
    assertEquals("checker", model.named("texture", "groundplane").getAttribute("builtin"));
    assertEquals("true", model.named("material", "groundplane").getAttribute("texuniform"));
    assertFalse(model.named("geom", "groundplane").hasAttribute("rgba"), "colour of its own");
  }

  @Test
  void sandGroundHasFiftyPixelsPerMetreForALightMap() {
    ParsedMjcf model = new ParsedMjcf(withArena(SCENE.arena().withGround(sand())));
    Element texture = model.named("texture", "groundplane");
    assertEquals("flat", texture.getAttribute("builtin"));
    assertEquals("75", texture.getAttribute("width"));
    assertEquals("75", texture.getAttribute("height"));
    assertEquals("0.882353 0.74902 0.572549", texture.getAttribute("rgb1"));
  }

  @Test
  void tinySandGroundStillHasAPixel() {
    ParsedMjcf model =
        new ParsedMjcf(withArena(AquariumArena.ofHalfSize(0.01, 1).withGround(sand())));
    assertEquals("1", model.named("texture", "groundplane").getAttribute("width"));
  }

  @Test
  void targetIsAMocapBodyWhereTheSceneHasIt() {
    ParsedMjcf model = new ParsedMjcf(SCENE.withTargetPosition(new Position(0.9, -0.4, 0.05)));
    Element target = model.named("body", "target");
    assertEquals("true", target.getAttribute("mocap"));
    assertEquals("0.9 -0.4 0.05", target.getAttribute("pos"));
    assertEquals("target", model.names("/mujoco/worldbody/body").get(0));
  }

  @Test
  void arenaWithoutTargetHasNone() {
    ParsedMjcf model = new ParsedMjcf(withArena(SCENE.arena().withTarget(false)));
    assertEquals(List.of("BrittleStarMorphology/"), model.names("/mujoco/worldbody/body"));
    assertEquals(List.of(), model.elements("//site[@name='target_site']"));
  }

  @Test
  void camerasLookFromAboveAndFollowTheDisk() {
    ParsedMjcf model = new ParsedMjcf(SCENE);
    assertEquals(
        List.of("top_camera", "BrittleStarMorphology/side_camera"), model.names("//camera"));
    Element side = model.named("camera", "BrittleStarMorphology/side_camera");
    assertEquals("track", side.getAttribute("mode"));
    assertArrayEquals(
        new double[] {40 * Math.PI / 180, 0, 0}, ParsedMjcf.numbers(side, "euler"), ROUNDING);
  }

  @Test
  void picturesUpToFullHdCanBeDrawnOffScreen() {
    Element global = new ParsedMjcf(SCENE).elements("/mujoco/visual/global").get(0);
    assertEquals("1920", global.getAttribute("offwidth"));
    assertEquals("1080", global.getAttribute("offheight"));
  }

  @Test
  void fileIsReplacedAndNothingElseIsLeft(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("robot.xml");
    Files.writeString(file, "an older model");
    MjcfWriter.write(SCENE, file);
    assertEquals(MjcfWriter.toXml(SCENE), Files.readString(file));
    assertHolds(folder, "robot.xml");
  }

  @Test
  void missingFolderIsNamed(@TempDir Path folder) {
    Path file = folder.resolve("missing").resolve("robot.xml");
    IOException refusal = assertThrows(IOException.class, () -> MjcfWriter.write(SCENE, file));
    assertEquals(
        "cannot write the model to " + file + ": its folder does not exist", refusal.getMessage());
  }

  @Test
  void folderIsNotReplacedByAFile(@TempDir Path folder) throws IOException {
    Path taken = Files.createDirectory(folder.resolve("robot.xml"));
    IOException refusal = assertThrows(IOException.class, () -> MjcfWriter.write(SCENE, taken));
    assertEquals("cannot write the model to " + taken + ": it is a folder", refusal.getMessage());
    assertTrue(Files.isDirectory(taken), "still a folder");
    assertHolds(folder, "robot.xml");
  }

  private static void assertHolds(Path folder, String... names) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(List.of(names), files.map(file -> String.valueOf(file.getFileName())).toList());
    }
  }

  private static BrittleStarScene withArena(AquariumArena arena) {
    return BrittleStarScene.of(SCENE.morphology(), arena, SCENE.physics());
  }

  private static AquariumArena.Ground sand() {
    return AquariumArena.Ground.SAND;
  }

  private static void assertPlace(ParsedMjcf model, String wall, double[] size, double[] pos) {
    for (String name : List.of(wall, wall + "_collider")) {
      assertArrayEquals(size, ParsedMjcf.numbers(model.named("geom", name), "size"), ROUNDING);
      assertArrayEquals(pos, ParsedMjcf.numbers(model.named("geom", name), "pos"), ROUNDING);
    }
  }

  /** Turns the plane's own normal (0, 0, 1) about x, then about the turned y. */
  private static void assertInward(ParsedMjcf model, String wall, double[] normal) {
    double[] euler = ParsedMjcf.numbers(model.named("geom", wall + "_collider"), "euler");
    double[] turned = {
      Math.sin(euler[1]),
      -Math.sin(euler[0]) * Math.cos(euler[1]),
      Math.cos(euler[0]) * Math.cos(euler[1])
    };
    assertArrayEquals(normal, turned, ROUNDING, () -> wall + " " + Arrays.toString(turned));
  }
}
