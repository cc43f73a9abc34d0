package org.ophiura.app.film;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import javax.imageio.ImageIO;
import org.ophiura.app.results.AtomicFiles;
import org.ophiura.app.results.UserException;
import org.ophiura.app.trial.EpisodeKind;
import org.ophiura.app.trial.EpisodeListener;
import org.ophiura.app.trial.EpisodeResult;
import org.ophiura.app.trial.Replay;
import org.ophiura.app.trial.Trial;
import org.ophiura.learning.Policy;
import org.ophiura.sim.mujoco.SimulatedPlants;
import org.ophiura.sim.mujoco.draw.DrawingException;
import org.ophiura.sim.mujoco.draw.Renderer;
import org.ophiura.sim.mujoco.draw.View;

/**
 * Runs an evaluation episode again and makes a picture or a film of it: the same file each time on
 * the same machine. The episode's numbers are those that it has without being looked at.
 */
public final class EpisodePictures {
  /** Of a view unless told otherwise, pixels. */
  public static final int WIDTH = 640;

  /** Of a view unless told otherwise, pixels. */
  public static final int HEIGHT = 480;

  private final Trial trial;
  private final int episode;
  private final Optional<Policy> policy;

  /**
   * Chooses an episode.
   *
   * @param policy makes the decisions; empty leaves them to the controller
   */
  public EpisodePictures(Trial trial, int episode, Optional<Policy> policy) {
    this.trial = trial;
    this.episode = episode;
    this.policy = policy;
  }

  /**
   * The camera that shows a trial's robot best: ours beside it, else the free one.
   *
   * @throws UserException if MuJoCo does not simulate it
   */
  public static String defaultCamera(Trial trial) {
    if (!(trial.plants().innermost() instanceof SimulatedPlants plants)) {
      throw new UserException(
          "pictures need a plant of type mujoco or servos, got "
              + trial.settings().plant().plugin().id());
    }
    return Renderer.cameras(plants.model()).get(0);
  }

  /** What pictures show unless told otherwise. */
  static View defaultView(Trial trial) {
    return new View(WIDTH, HEIGHT, List.of(defaultCamera(trial)), true);
  }

  /**
   * Makes a PNG file of one moment.
   *
   * @param atSeconds since the episode's start; empty: at its end
   * @return the episode
   * @throws UserException if the episode ends before, the file cannot be written or nothing can be
   *     drawn
   */
  public EpisodeResult still(View view, OptionalDouble atSeconds, Path file) {
    EpisodeResult[] result = new EpisodeResult[1];
    AtomicFiles.make(file, temporary -> result[0] = still(view, atSeconds, file, temporary));
    return result[0];
  }

  private EpisodeResult still(View view, OptionalDouble atSeconds, Path file, Path temporary)
      throws IOException {
    try (Renderer renderer = new Renderer(view)) {
      double moment = atSeconds.isPresent() ? atSeconds.getAsDouble() : endSeconds();
      ByteBuffer picture = ByteBuffer.allocateDirect(view.pictureBytes());
      EpisodeWatcher[] watcher = new EpisodeWatcher[1];
      EpisodeResult result =
          Replay.run(
              trial,
              EpisodeKind.EVALUATION,
              episode,
              policy,
              rig ->
                  watcher[0] =
                      new EpisodeWatcher(
                          rig,
                          renderer,
                          moment,
                          Double.POSITIVE_INFINITY,
                          () -> renderer.read(picture)));
      if (watcher[0].frames() == 0) {
        throw new UserException(
            "--time must be at most the "
                + result.seconds()
                + " s that episode "
                + episode
                + " lasts, got "
                + moment
                + "; "
                + file
                + " was not written");
      }
      ImageIO.write(image(picture, view), "png", temporary.toFile());
      return result;
    } catch (DrawingException e) {
      throw new UserException(e.getMessage());
    }
  }

  private double endSeconds() {
    return Replay.run(trial, EpisodeKind.EVALUATION, episode, policy, rig -> EpisodeListener.NONE)
        .seconds();
  }

  private static BufferedImage image(ByteBuffer picture, View view) {
    int width = view.pictureWidth();
    BufferedImage image = new BufferedImage(width, view.height(), BufferedImage.TYPE_3BYTE_BGR);
    byte[] pixels = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    for (int y = 0; y < view.height(); y++) {
      int from = 3 * width * (view.height() - 1 - y); // Lowest row first.
      int to = 3 * width * y;
      for (int x = 0; x < 3 * width; x += 3) {
        pixels[to + x] = picture.get(from + x + 2);
        pixels[to + x + 1] = picture.get(from + x + 1);
        pixels[to + x + 2] = picture.get(from + x);
      }
    }
    return image;
  }

  /**
   * Makes an MP4 file (H.264) of the whole episode.
   *
   * @return the episode
   * @throws UserException if the file cannot be written or nothing can be drawn
   */
  public EpisodeResult film(FilmSettings settings, Path file) {
    EpisodeResult[] result = new EpisodeResult[1];
    AtomicFiles.make(file, temporary -> result[0] = encode(settings, temporary));
    return result[0];
  }

  /**
   * Draws a film's frames and throws them away, unread: what a film's time is compared with.
   *
   * @return number of the frames
   */
  public long drawOnly(FilmSettings settings) {
    long[] frames = new long[1];
    try (Renderer renderer = new Renderer(settings.view())) {
      Replay.run(
          trial,
          EpisodeKind.EVALUATION,
          episode,
          policy,
          rig ->
              new EpisodeWatcher(rig, renderer, 0, settings.secondsPerFrame(), () -> frames[0]++));
      return frames[0];
    } catch (DrawingException e) {
      throw new UserException(e.getMessage());
    }
  }

  private EpisodeResult encode(FilmSettings settings, Path file) {
    try (Renderer renderer = new Renderer(settings.view());
        FilmEncoder encoder = new FilmEncoder(file, settings)) {
      EpisodeResult result =
          Replay.run(
              trial,
              EpisodeKind.EVALUATION,
              episode,
              policy,
              rig ->
                  new EpisodeWatcher(
                      rig,
                      renderer,
                      0,
                      settings.secondsPerFrame(),
                      () -> {
                        ByteBuffer picture = encoder.take();
                        renderer.read(picture);
                        encoder.add(picture);
                      }));
      encoder.finish();
      return result;
    } catch (DrawingException e) {
      throw new UserException(e.getMessage());
    }
  }
}
