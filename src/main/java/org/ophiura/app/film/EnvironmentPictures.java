package org.ophiura.app.film;

import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.OptionalInt;
import javax.imageio.ImageIO;
import org.ophiura.app.problem.Judge;
import org.ophiura.app.problem.Problem;
import org.ophiura.app.results.AtomicFiles;
import org.ophiura.app.results.UserException;
import org.ophiura.app.trial.EpisodeKind;
import org.ophiura.app.trial.EpisodeResult;
import org.ophiura.learning.method.Method;
import org.ophiura.sim.environment.Environment;
import org.ophiura.sim.environment.Pictured;

/**
 * Pictures and films of an evaluation episode of a problem. Small pictures are enlarged by a whole
 * factor, so that each of their pixels is a sharp square.
 */
public final class EnvironmentPictures {
  private static final int LEAST_WIDTH = 320;

  /** How long the last picture of a film stays. */
  private static final double LAST_SECONDS = 1;

  private final Problem problem;
  private final Pictured pictured;
  private final Method method;
  private final int episode;
  private final int factor;
  private final int[] rgb;

  /**
   * Prepares pictures.
   *
   * @param method whose greedy policy acts
   * @param episode number of the evaluation episode
   * @throws UserException if the environment cannot be seen
   */
  public EnvironmentPictures(Problem problem, Method method, int episode) {
    this.problem = problem;
    this.method = method;
    this.episode = episode;
    if (!(problem.environment() instanceof Pictured seen)) {
      throw new UserException(
          "the environment "
              + problem.settings().environment().plugin().id()
              + " has no pictures; see it with 'ophiura watch'");
    }
    pictured = seen;
    factor = Math.max(1, (LEAST_WIDTH + seen.pictureWidth() - 1) / seen.pictureWidth());
    rgb = new int[seen.pictureWidth() * seen.pictureHeight()];
  }

  private int width() {
    return pictured.pictureWidth() * factor;
  }

  private int height() {
    return pictured.pictureHeight() * factor;
  }

  private EpisodeResult run(Judge.Onlooker onlooker) {
    return Judge.inEvaluation(problem)
        .run(EpisodeKind.EVALUATION, episode, method, false, onlooker);
  }

  /**
   * Writes a picture as PNG.
   *
   * @param step after which it is taken, 0 for the start; empty for the end
   * @return the episode, up to the picture
   * @throws UserException if the episode is shorter, or the file cannot be written
   */
  public EpisodeResult still(OptionalInt step, Path file) {
    EpisodeResult result =
        run(
            (environment, steps, action) -> {
              boolean last = step.isPresent() ? steps == step.getAsInt() : environment.over();
              if (last) {
                pictured.picture(rgb);
              }
              return !last;
            });
    if (step.isPresent() && result.steps() < step.getAsInt()) {
      throw new UserException(
          "--step must be at most the "
              + result.steps()
              + " steps that episode "
              + episode
              + " lasts, got "
              + step.getAsInt());
    }
    AtomicFiles.make(file, temporary -> ImageIO.write(image(), "png", temporary.toFile()));
    return result;
  }

  private BufferedImage image() {
    BufferedImage image = new BufferedImage(width(), height(), BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height(); y++) {
      for (int x = 0; x < width(); x++) {
        image.setRGB(x, y, rgb[y / factor * pictured.pictureWidth() + x / factor]);
      }
    }
    return image;
  }

  /**
   * Writes a film as MP4 (H.264), one frame for each step.
   *
   * @param speed how much faster it runs than the environment's own pace
   * @return the episode
   * @throws UserException if the file cannot be written or nothing can be encoded
   */
  public EpisodeResult film(double speed, Path file) {
    EpisodeResult[] result = new EpisodeResult[1];
    double rate = pictured.stepsPerSecond() * speed;
    AtomicFiles.make(
        file,
        temporary -> {
          try (FilmEncoder encoder = new FilmEncoder(temporary, width(), height(), rate, false)) {
            result[0] = run((environment, step, action) -> addFrame(environment, encoder, rate));
            encoder.finish();
          }
        });
    return result[0];
  }

  private boolean addFrame(Environment environment, FilmEncoder encoder, double rate) {
    pictured.picture(rgb);
    int times = environment.over() ? 1 + (int) Math.round(LAST_SECONDS * rate) : 1;
    for (int i = 0; i < times; i++) {
      ByteBuffer frame = encoder.take();
      for (int y = 0, at = 0; y < height(); y++) {
        for (int x = 0; x < width(); x++, at += 3) {
          int pixel = rgb[y / factor * pictured.pictureWidth() + x / factor];
          frame.put(at, (byte) (pixel >> 16));
          frame.put(at + 1, (byte) (pixel >> 8));
          frame.put(at + 2, (byte) pixel);
        }
      }
      encoder.add(frame);
    }
    return true;
  }
}
