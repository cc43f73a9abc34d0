package org.ophiura.app.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ophiura.app.film.GraphicsDriver;

final class RenderCommandTest {
  @TempDir private Path folder;

  @BeforeEach
  void needsDriver() {
    GraphicsDriver.require();
  }

  private Invocation render(Object... arguments) {
    return Invocation.small("render", "follow-target", arguments);
  }

  @Test
  void pictureOfTwoCamerasIsTwiceAsWide() throws IOException {
    Path picture = folder.resolve("both.png");
    render("--camera", "side_camera,follow", "--size", "100x80", "--time", "0.3", "--out", picture)
        .succeeded();
    BufferedImage image = ImageIO.read(picture.toFile());
    assertEquals(200, image.getWidth());
    assertEquals(80, image.getHeight());
  }

  @Test
  void badOptionsAreToldAndWriteNothing() throws IOException {
    Path picture = folder.resolve("picture.png");
    Path film = folder.resolve("film.mp4");
    render("--size", "640", "--out", picture)
        .refused(folder, "--size must be WIDTHxHEIGHT in pixels, such as 640x480, got 640");
    render("--size", "8x8", "--out", picture)
        .refused(folder, "--size and --camera: width must be in [16, 8192] pixels, got 8");
    render("--size", "101x80", "--video", film)
        .refused(folder, "a film's width and height must be even, got 101x80; change --size");
    render("--speed", "0", "--video", film)
        .refused(folder, "--speed must be in [0.01, 100], got 0.0");
    render("--episode", "-1", "--out", picture).refused(folder, "--episode must be >= 0, got -1");
    render("--time", "-1", "--out", picture).refused(folder, "--time must be >= 0 s, got -1.0");
    render("--size", "64x64", "--time", "99", "--out", picture);
    render("--out", folder.resolve("none/picture.png"))
        .refused(
            folder,
            "FOLDER/none/picture.png cannot be written: its folder does not exist; create it or"
                + " name another file");
    Invocation camera = render("--camera", "side_camra", "--out", picture);
    assertEquals(ExitCode.USER_MISTAKE, camera.code());
    assertTrue(camera.err().contains("did you mean 'side_camera'?"), camera.err());
    assertEquals(List.of(), Folder.entries(folder));
  }

  @Test
  void trialThatLearnsAsksForItsPolicy() {
    Invocation refused =
        Invocation.small("render", "target-locomotion", "--out", folder.resolve("picture.png"));
    assertEquals(ExitCode.USER_MISTAKE, refused.code());
    assertTrue(refused.err().contains("--policy must name a trained one"), refused.err());
  }

  @Test
  void runWithAFilmHasTheSameNumbersAsOneWithout() throws IOException {
    Path plain = folder.resolve("plain");
    Path filmed = folder.resolve("filmed");
    Invocation.smallRun(plain).succeeded();
    Invocation.smallRun(filmed, "--video").succeeded();
    assertFalse(Files.exists(plain.resolve("episode.mp4")));
    assertTrue(Files.size(filmed.resolve("episode.mp4")) > 10_000);
    for (String file : new String[] {"trajectory.csv", "episodes.csv", "policy.json"}) {
      assertArrayEquals(
          Files.readAllBytes(plain.resolve(file)), Files.readAllBytes(filmed.resolve(file)), file);
    }
    Path picture = folder.resolve("policy.png");
    Invocation.small(
            "render",
            "target-locomotion",
            "--policy",
            filmed.resolve("policy.json"),
            "--size",
            "64x64",
            "--time",
            "0.2",
            "--out",
            picture)
        .succeeded();
    assertTrue(Files.exists(picture));
  }
}
