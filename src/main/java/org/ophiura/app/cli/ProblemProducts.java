package org.ophiura.app.cli;

import java.util.ArrayList;
import java.util.List;
import org.ophiura.app.film.ProblemFilm;
import org.ophiura.app.plot.ProblemPlots;
import org.ophiura.app.report.ProblemReport;
import org.ophiura.app.run.ProblemProduct;

/** What is made of the run of a problem to be looked at. */
final class ProblemProducts {
  private ProblemProducts() {}

  /** What the options ask for, in the order in which it is made. */
  static List<ProblemProduct> of(RunOptions options) {
    List<ProblemProduct> all = new ArrayList<>();
    if (options.plots()) {
      all.add(new ProblemPlots());
    }
    if (options.report()) { // After the plots, which it shows.
      all.add(new ProblemReport(Versions.all()));
    }
    if (options.video()) {
      all.add(new ProblemFilm());
    }
    return all;
  }
}
