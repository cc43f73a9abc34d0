package org.ophiura.app.film;

import org.ophiura.app.results.UserException;
import org.ophiura.sim.mujoco.draw.View;

/**
 * How an episode becomes a film.
 *
 * @param view what its pictures show
 * @param framesPerSecond of the film
 * @param speed seconds of the simulation per second of the film: 1 is real time
 */
public record FilmSettings(View view, double framesPerSecond, double speed) {
  /** Frames per second unless told otherwise. */
  public static final double FRAMES_PER_SECOND = 50;

  /** Pixels that the encoder takes: a level 5.1 picture of H.264 (ITU-T H.264, table A-1). */
  private static final int MOST_PIXELS = 36_864 * 256;

  /**
   * Checks the numbers.
   *
   * @throws UserException naming the option that is out of its limits
   */
  public FilmSettings {
    if (!(framesPerSecond >= 1 && framesPerSecond <= 240)) {
      throw new UserException("--fps must be in [1, 240], got " + framesPerSecond);
    }
    if (!(speed >= 0.01 && speed <= 100)) {
      throw new UserException("--speed must be in [0.01, 100], got " + speed);
    }
    if (view.pictureWidth() % 2 != 0 || view.height() % 2 != 0) {
      throw new UserException(
          "a film's width and height must be even, got "
              + view.pictureWidth()
              + "x"
              + view.height()
              + "; change --size");
    }
    if (view.pictureBytes() / 3 > MOST_PIXELS) {
      throw new UserException(
          "a film must have at most "
              + MOST_PIXELS
              + " pixels, got "
              + view.pictureWidth()
              + "x"
              + view.height()
              + "; make --size smaller");
    }
  }

  /** The film of one picture kind in real time. */
  public static FilmSettings of(View view) {
    return new FilmSettings(view, FRAMES_PER_SECOND, 1);
  }

  /** Simulated time from one frame to the next. */
  double secondsPerFrame() {
    return speed / framesPerSecond;
  }
}
