package org.ophiura.app.film;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacv.FFmpegFrameGrabber;
import org.bytedeco.javacv.Frame;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ophiura.app.Results;
import org.ophiura.app.Trials;
import org.ophiura.app.results.UserException;
import org.ophiura.app.trial.EpisodeKind;
import org.ophiura.app.trial.EpisodeListener;
import org.ophiura.app.trial.EpisodeResult;
import org.ophiura.app.trial.Replay;
import org.ophiura.app.trial.Trial;
import org.ophiura.sim.mujoco.draw.View;

class EpisodePicturesTest {
  private static final String ORACLE = "controller.policy.type=follow-target";
  private static final View SMALL = new View(128, 96, List.of(View.FOLLOW), false);

  @TempDir private Path folder;

  @BeforeEach
  void needsDriver() {
    GraphicsDriver.require();
  }

  private static Trial trial(String... changes) {
    return Trial.open(
        Trials.small(Stream.concat(Stream.of(ORACLE), Stream.of(changes)).toArray(String[]::new)));
  }

  /** The film's frames: their number, and red, green, blue of the middle pixel of the last. */
  private static int[] read(Path film, int width, int height) throws IOException {
    int frames = 0;
    int[] middle = new int[4];
    try (FFmpegFrameGrabber grabber = new FFmpegFrameGrabber(film.toFile())) {
      grabber.setPixelFormat(avutil.AV_PIX_FMT_RGB24);
      grabber.start();
      assertEquals("h264", grabber.getVideoMetadata().getOrDefault("codec", "h264"));
      assertEquals(width, grabber.getImageWidth());
      assertEquals(height, grabber.getImageHeight());
      for (Frame frame = grabber.grabImage(); frame != null; frame = grabber.grabImage()) {
        frames++;
        ByteBuffer pixels = (ByteBuffer) frame.image[0];
        for (int i = 0; i < 3; i++) {
          middle[i + 1] = pixels.get(height / 2 * frame.imageStride + width / 2 * 3 + i) & 0xff;
        }
      }
      grabber.stop();
    }
    middle[0] = frames;
    return middle;
  }

  @Test
  void filmHasAFrameForEachFiftiethOfASecondAndTheRobotInItsMiddle() throws IOException {
    Path film = folder.resolve("episode.mp4");
    try (Trial trial = trial()) {
      EpisodeResult result =
          new EpisodePictures(trial, 0, Optional.empty()).film(FilmSettings.of(SMALL), film);
      int[] read = read(film, 128, 96);
      assertEquals((int) Math.floor(result.seconds() * 50 + 1e-6) + 1, read[0]);
      // The disk or the arrow over it: both greener than the blue ground.
      assertTrue(read[2] >= 0.9 * read[3], read[1] + " " + read[2] + " " + read[3]);
    }
    assertEquals(Set.of("episode.mp4"), Results.content(folder).keySet(), "nothing else is left");
  }

  @Test
  void fasterFilmHasFewerFrames() throws IOException {
    Path film = folder.resolve("fast.mp4");
    try (Trial trial = trial()) {
      EpisodeResult result =
          new EpisodePictures(trial, 0, Optional.empty())
              .film(new FilmSettings(SMALL, 25, 4), film);
      assertEquals((int) Math.floor(result.seconds() * 25 / 4 + 1e-6) + 1, read(film, 128, 96)[0]);
    }
  }

  @Test
  void sameEpisodeGivesTheSameFilesAgain() throws IOException {
    View view = new View(128, 96, List.of(View.FOLLOW, View.ABOVE), true);
    byte[][] films = new byte[2][];
    byte[][] stills = new byte[2][];
    for (int i = 0; i < 2; i++) {
      Path film = folder.resolve("film-" + i + ".mp4");
      Path still = folder.resolve("still-" + i + ".png");
      try (Trial trial = trial()) {
        EpisodePictures pictures = new EpisodePictures(trial, 1, Optional.empty());
        pictures.film(new FilmSettings(view, 10, 1), film);
        pictures.still(view, OptionalDouble.of(0.5), still);
      }
      films[i] = Files.readAllBytes(film);
      stills[i] = Files.readAllBytes(still);
    }
    assertArrayEquals(films[0], films[1]);
    assertArrayEquals(stills[0], stills[1]);
  }

  @Test
  void episodeThatIsDrawnHasTheNumbersOfOneThatIsNot() {
    try (Trial trial = trial()) {
      long[] plain = new long[1];
      EpisodeResult expected =
          Replay.run(trial, EpisodeKind.EVALUATION, 0, Optional.empty(), rig -> hashInto(plain));
      long[] drawn = new long[1];
      EpisodeResult result;
      try (var renderer = new org.ophiura.sim.mujoco.draw.Renderer(SMALL)) {
        result =
            Replay.run(
                trial,
                EpisodeKind.EVALUATION,
                0,
                Optional.empty(),
                rig -> {
                  EpisodeListener watcher = new EpisodeWatcher(rig, renderer, 0, 0.1, () -> {});
                  EpisodeListener hash = hashInto(drawn);
                  return (state, command, reward) -> {
                    watcher.stepped(state, command, reward);
                    hash.stepped(state, command, reward);
                  };
                });
      }
      assertEquals(expected.steps(), result.steps());
      assertEquals(plain[0], drawn[0]);
    }
  }

  /** Of every bit that the controller sees or says. */
  private static EpisodeListener hashInto(long[] hash) {
    return (state, command, reward) -> {
      for (int i = 0; i < command.size(); i++) {
        hash[0] = 31 * hash[0] + Double.doubleToLongBits(command.get(i));
      }
      for (int i = 0; i < 40; i++) {
        hash[0] = 31 * hash[0] + Double.doubleToLongBits(state.get(i));
      }
      hash[0] = 31 * hash[0] + Double.doubleToLongBits(reward);
    };
  }

  @Test
  void stillAtTheEndShowsAnotherPoseThanAtTheStart() throws IOException {
    try (Trial trial = trial()) {
      EpisodePictures pictures = new EpisodePictures(trial, 0, Optional.empty());
      Path start = folder.resolve("start.png");
      Path end = folder.resolve("end.png");
      pictures.still(SMALL, OptionalDouble.of(0), start);
      pictures.still(SMALL, OptionalDouble.empty(), end);
      BufferedImage image = ImageIO.read(end.toFile());
      assertEquals(128, image.getWidth());
      assertEquals(96, image.getHeight());
      assertTrue(Files.mismatch(start, end) >= 0);
    }
  }

  @Test
  void momentAfterTheEndIsRefusedAndNothingIsWritten() throws IOException {
    try (Trial trial = trial()) {
      EpisodePictures pictures = new EpisodePictures(trial, 0, Optional.empty());
      UserException exception =
          assertThrows(
              UserException.class,
              () -> pictures.still(SMALL, OptionalDouble.of(99), folder.resolve("late.png")));
      assertTrue(exception.getMessage().startsWith("--time must be at most the "));
    }
    assertEquals(Set.of(), Results.content(folder).keySet());
  }

  @Test
  void robotThatLosesAnArmMidwayIsFilmed() throws IOException {
    Path film = folder.resolve("damage.mp4");
    try (Trial trial =
        Trial.open(
            Trials.read(
                ORACLE, "task.time-limit=1", "disturbances=[{type: lose-arm, arm: 1, at: 0.4}]"))) {
      new EpisodePictures(trial, 0, Optional.empty()).film(new FilmSettings(SMALL, 10, 1), film);
    }
    assertEquals(11, read(film, 128, 96)[0]);
  }
}
