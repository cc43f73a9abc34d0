package org.ophiura.app.film;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.Set;
import javax.imageio.ImageIO;
import org.bytedeco.javacv.FFmpegFrameGrabber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ophiura.app.Results;
import org.ophiura.app.problem.Problem;
import org.ophiura.app.problem.ProblemSettings;
import org.ophiura.app.problem.Problems;
import org.ophiura.app.results.UserException;
import org.ophiura.app.trial.EpisodeResult;
import org.ophiura.learning.method.Method;
import org.ophiura.sim.environment.Pictured;

class EnvironmentPicturesTest {
  private static final int BALL_EDGE = 4 * 84;

  @TempDir private Path folder;

  private static ProblemSettings lake() {
    return Problems.read("frozen-lake-sure-q-learning");
  }

  /** Eight steps an episode, and a small network that knows nothing. */
  private static ProblemSettings ball() {
    return Problems.read(
        "cart-pole-dqn-002",
        "environment={type: catch}",
        "method.network.hidden=[4]",
        "method.replay-capacity=1000");
  }

  /** What the environment shows as it stands. */
  private static int[] seen(Problem problem) {
    Pictured pictured = (Pictured) problem.environment();
    int[] rgb = new int[pictured.pictureWidth() * pictured.pictureHeight()];
    pictured.picture(rgb);
    return rgb;
  }

  private static int[] pixels(Path file, int width, int height) throws IOException {
    BufferedImage image = ImageIO.read(file.toFile());
    assertEquals(width, image.getWidth());
    assertEquals(height, image.getHeight());
    int[] rgb = image.getRGB(0, 0, width, height, null, 0, width);
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] &= 0xFFFFFF;
    }
    return rgb;
  }

  @Test
  void aStillIsWhatTheEnvironmentShows() throws IOException {
    Path file = folder.resolve("start.png");
    try (Problem problem = Problem.open(lake());
        Method method = problem.newMethod()) {
      EpisodeResult upToIt =
          new EnvironmentPictures(problem, method, 0).still(OptionalInt.of(0), file);
      assertEquals(0, upToIt.steps());
      int edge = ((Pictured) problem.environment()).pictureWidth();
      int[] pixels = pixels(file, edge, edge);
      assertArrayEquals(seen(problem), pixels);
      int field = edge / 4;
      int start = pixels[field / 8 * edge + field / 8];
      int hole = pixels[(field + field / 2) * edge + field + field / 2];
      assertTrue(start != hole, "the hole at row 1, column 1 looks as the start");
    }
  }

  @Test
  void smallPicturesAreEnlargedSharply() throws IOException {
    Path file = folder.resolve("small.png");
    ProblemSettings small =
        Problems.read(
            "frozen-lake-sure-q-learning", "environment.map={type: rows, rows: [SF, FG]}");
    try (Problem problem = Problem.open(small);
        Method method = problem.newMethod()) {
      new EnvironmentPictures(problem, method, 0).still(OptionalInt.of(1), file);
      int edge = ((Pictured) problem.environment()).pictureWidth();
      assertTrue(edge >= 160 && edge < 320, edge + " pixels, to be shown as twice as many");
      int[] pixels = pixels(file, 2 * edge, 2 * edge);
      int[] seen = seen(problem);
      for (int y = 0; y < 2 * edge; y++) {
        for (int x = 0; x < 2 * edge; x++) {
          assertEquals(seen[y / 2 * edge + x / 2], pixels[y * 2 * edge + x], x + ", " + y);
        }
      }
    }
  }

  @Test
  void aStillWithoutAStepIsThatOfTheEnd() throws IOException {
    Path end = folder.resolve("end.png");
    Path last = folder.resolve("last.png");
    Path start = folder.resolve("start.png");
    try (Problem problem = Problem.open(ball());
        Method method = problem.newMethod()) {
      EnvironmentPictures pictures = new EnvironmentPictures(problem, method, 0);
      EpisodeResult whole = pictures.still(OptionalInt.empty(), end);
      pictures.still(OptionalInt.of(whole.steps()), last);
      pictures.still(OptionalInt.of(0), start);
      assertEquals(-1, Files.mismatch(end, last));
      assertTrue(Files.mismatch(end, start) >= 0, "the ball has not fallen");
      assertThrows(
          UserException.class,
          () -> pictures.still(OptionalInt.of(whole.steps() + 1), folder.resolve("beyond.png")));
    }
    assertEquals(3, Results.content(folder).size(), "nothing else is left");
  }

  @Test
  void aFilmHasAFrameForEachStepAndStaysForASecondAtItsEnd() throws IOException {
    Path film = folder.resolve("ball.mp4");
    try (Problem problem = Problem.open(ball());
        Method method = problem.newMethod()) {
      EpisodeResult result = new EnvironmentPictures(problem, method, 0).film(2, film);
      double rate = 2 * ((Pictured) problem.environment()).stepsPerSecond();
      int frames = 0;
      try (FFmpegFrameGrabber grabber = new FFmpegFrameGrabber(film.toFile())) {
        grabber.start();
        assertEquals(BALL_EDGE, grabber.getImageWidth());
        assertEquals(rate, grabber.getVideoFrameRate(), 1e-6);
        while (grabber.grabImage() != null) {
          frames++;
        }
        grabber.stop();
      }
      // One for the start and one for each step; the last one stays.
      assertEquals(result.steps() + 1 + Math.round(rate), frames);
    }
    assertEquals(Set.of("ball.mp4"), Results.content(folder).keySet());
  }
}
