package org.ophiura.app.bench;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ophiura.app.film.EpisodePictures;
import org.ophiura.app.film.FilmSettings;
import org.ophiura.app.trial.Trial;
import org.ophiura.sim.mujoco.MujocoModel;
import org.ophiura.sim.mujoco.draw.View;

/**
 * How much longer a film takes than drawing its frames: whether reading back and encoding overlap
 * with drawing. An episode of 10 s, 640x480, 50 frames/s, with shadows. Rounds of both take turns.
 */
final class FilmOverlap {
  private static final int ROUNDS = 5;
  private static final Path FILM =
      Path.of(System.getProperty("bench.directory", "target"), "film.mp4").toAbsolutePath();

  private FilmOverlap() {}

  /** Takes the number of rounds. */
  public static void main(String[] arguments) {
    int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : ROUNDS;
    PrintStream out = System.out;
    // So far away that no episode ends before its time.
    try (Trial trial = BenchTrial.open("task.time-limit=10", "task.target.distance=1.4")) {
      View view =
          new View(
              EpisodePictures.WIDTH,
              EpisodePictures.HEIGHT,
              List.of(EpisodePictures.defaultCamera(trial)),
              true);
      FilmSettings settings = FilmSettings.of(view);
      EpisodePictures pictures = new EpisodePictures(trial, 0, Optional.empty());
      long frames = pictures.drawOnly(settings);
      out.printf(
          Locale.ROOT,
          "MuJoCo %s, Java %s; %d frames of %dx%d with shadows%n%n"
              + "round  drawing: wall s   CPU s  others   film: wall s   CPU s  others  ratio%n",
          MujocoModel.libraryVersion(),
          Runtime.version(),
          frames,
          view.pictureWidth(),
          view.height());
      Series drawing = new Series();
      Series filming = new Series();
      Series ratios = new Series();
      for (int round = 0; round < rounds; round++) {
        Stopwatch watch = Stopwatch.start();
        pictures.drawOnly(settings);
        Stopwatch.Span drawn = watch.stop(0);
        watch = Stopwatch.start();
        pictures.film(settings, FILM);
        Stopwatch.Span filmed = watch.stop(0);
        drawing.add(drawn.wallSeconds());
        filming.add(filmed.wallSeconds());
        ratios.add(filmed.wallSeconds() / drawn.wallSeconds());
        out.printf(
            Locale.ROOT,
            "%5d  %15.2f  %6.2f  %6.2f   %12.2f  %6.2f  %6.2f  %5.2f%n",
            round,
            drawn.wallSeconds(),
            drawn.ownSeconds(),
            drawn.othersCores(),
            filmed.wallSeconds(),
            filmed.ownSeconds(),
            filmed.othersCores(),
            ratios.last());
      }
      out.printf(
          Locale.ROOT,
          "%nmedians: %.2f s to draw, %.2f s to film: ratio %.2f (rounds %.2f to %.2f)%n",
          drawing.median(),
          filming.median(),
          filming.median() / drawing.median(),
          ratios.quantile(0),
          ratios.quantile(1));
    }
  }
}
