package org.ophiura.app.cli;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ophiura.app.film.EpisodePictures;
import org.ophiura.app.film.FilmSettings;
import org.ophiura.app.results.UserException;
import org.ophiura.sim.mujoco.draw.DrawingException;
import org.ophiura.sim.mujoco.draw.View;
import picocli.CommandLine.Option;

/** What pictures and films show. */
final class ViewOptions {
  private static final Pattern SIZE = Pattern.compile("(\\d{1,9})[x×](\\d{1,9})");

  @Option(
      names = "--camera",
      paramLabel = "NAME",
      split = ",",
      description =
          "Cameras whose views stand side by side: those of the model, such as side_camera or"
              + " top_camera, and ours, follow (beside the robot), above (looks down"
              + " on it) and free (the whole model)."
              + " Default: follow, where there is a robot to follow.")
  private List<String> cameras = List.of();

  @Option(
      names = "--size",
      paramLabel = "WxH",
      description = "Pixels of each camera's view; default: 640x480.")
  private Optional<String> size = Optional.empty();

  @Option(names = "--no-shadows", description = "Leaves out shadows and reflections: faster.")
  private boolean noShadows;

  @Option(
      names = "--fps",
      paramLabel = "N",
      description = "Frames per second of a film; default: 50.")
  private Optional<Double> framesPerSecond = Optional.empty();

  @Option(
      names = "--speed",
      paramLabel = "N",
      description = "How much faster a film runs than the robot; default: 1, real time.")
  private Optional<Double> speed = Optional.empty();

  /** Checked view. */
  View view(String defaultCamera) {
    String size = this.size.orElse(EpisodePictures.WIDTH + "x" + EpisodePictures.HEIGHT);
    Matcher sides = SIZE.matcher(size);
    if (!sides.matches()) {
      throw new UserException(
          "--size must be WIDTHxHEIGHT in pixels, such as 640x480, got " + size);
    }
    try {
      return new View(
          Integer.parseInt(sides.group(1)),
          Integer.parseInt(sides.group(2)),
          cameras.isEmpty() ? List.of(defaultCamera) : cameras,
          !noShadows);
    } catch (DrawingException e) {
      throw new UserException("--size and --camera: " + e.getMessage());
    }
  }

  /** Checked film. */
  FilmSettings film(String defaultCamera) {
    return new FilmSettings(
        view(defaultCamera),
        framesPerSecond.orElse(FilmSettings.FRAMES_PER_SECOND),
        speed.orElse(1.0));
  }

  /** Whether something was given that only the view of a robot has. */
  boolean namesView() {
    return !cameras.isEmpty() || size.isPresent() || noShadows || framesPerSecond.isPresent();
  }

  /** How much faster a film runs; checked. */
  double speed() {
    double given = speed.orElse(1.0);
    if (!(given >= 0.01 && given <= 100)) {
      throw new UserException("--speed must be in [0.01, 100], got " + given);
    }
    return given;
  }

  /** Whether something was given that only films have. */
  boolean namesFilm() {
    return framesPerSecond.isPresent() || speed.isPresent();
  }
}
