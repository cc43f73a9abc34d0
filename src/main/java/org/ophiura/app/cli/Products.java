package org.ophiura.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ophiura.app.film.RunFilm;
import org.ophiura.app.plot.RunPlots;
import org.ophiura.app.recording.EpisodeRecorder;
import org.ophiura.app.recording.Recording;
import org.ophiura.app.report.RunReport;
import org.ophiura.app.run.RunProduct;

/** What is made of a run to be looked at. The episode that all of it shows is recorded once. */
final class Products {
  private Optional<Recording> recorded = Optional.empty();

  private Products() {}

  /** What the options ask for, in the order in which it is made. */
  static List<RunProduct> of(RunOptions options) {
    Products products = new Products();
    List<RunProduct> all = new ArrayList<>();
    if (options.plots()) { // Before the report, which shows them.
      all.add(new RunPlots(products::recording));
    }
    if (options.report()) {
      all.add(new RunReport(products::recording, Versions.all()));
    }
    if (options.video()) {
      all.add(new RunFilm());
    }
    return all;
  }

  private Recording recording(RunProduct.Finished run) {
    if (recorded.isEmpty()) {
      recorded = Optional.of(EpisodeRecorder.record(run.trial(), 0, run.policy()));
    }
    return recorded.orElseThrow();
  }
}
