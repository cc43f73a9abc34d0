package org.ophiura.app.film;

import org.ophiura.app.run.ProblemProduct;

/** The film of a problem's first evaluation episode: {@code episode.mp4} in its run's folder. */
public final class ProblemFilm implements ProblemProduct {
  @Override
  public String name() {
    return "the film";
  }

  @Override
  public void make(Finished run) {
    new EnvironmentPictures(run.problem(), run.outcome().method(), 0)
        .film(1, run.folder().resolve("episode.mp4"));
  }
}
