package org.ophiura.app.film;

import org.ophiura.app.run.RunProduct;
import org.ophiura.sim.mujoco.draw.View;

/** The film of a run's first evaluation episode: {@code episode.mp4} in its folder. */
public final class RunFilm implements RunProduct {
  /** Name of the file. */
  public static final String FILE = "episode.mp4";

  @Override
  public String name() {
    return "the film";
  }

  @Override
  public void make(Finished run) {
    View view = EpisodePictures.defaultView(run.trial());
    new EpisodePictures(run.trial(), 0, run.policy())
        .film(FilmSettings.of(view), run.folder().resolve(FILE));
  }
}
