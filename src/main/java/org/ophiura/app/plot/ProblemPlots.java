package org.ophiura.app.plot;

import java.util.Set;
import org.ophiura.app.plot.canvas.PictureFormat;
import org.ophiura.app.run.ProblemProduct;

/** The plots of a problem's run, as SVG, drawn from the run's files. */
public final class ProblemPlots implements ProblemProduct {
  @Override
  public String name() {
    return "a plot";
  }

  @Override
  public void make(Finished run) {
    Plots.ofRun(run.folder(), run.folder().resolve(Plots.FOLDER), Set.of(PictureFormat.SVG));
  }
}
