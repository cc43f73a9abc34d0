package org.ophiura.app.plot;

import java.nio.file.Path;
import java.util.Set;
import java.util.function.Function;
import org.ophiura.app.plot.canvas.PictureFormat;
import org.ophiura.app.recording.Recording;
import org.ophiura.app.recording.Signals;
import org.ophiura.app.recording.SignalsFile;
import org.ophiura.app.run.RunProduct;

/**
 * The plots of a run, as SVG: the same bytes wherever it runs, which those of PNG would not be.
 * They are drawn from the run's files, to which the signals of the recorded episode are added.
 */
public final class RunPlots implements RunProduct {
  private final Function<Finished, Recording> recordings;

  /**
   * Prepares the plots.
   *
   * @param recordings gives the episode whose signals are kept
   */
  public RunPlots(Function<Finished, Recording> recordings) {
    this.recordings = recordings;
  }

  @Override
  public String name() {
    return "a plot";
  }

  @Override
  public void make(Finished run) {
    Path folder = run.folder();
    SignalsFile.write(folder.resolve(SignalsFile.NAME), Signals.of(recordings.apply(run)));
    Plots.ofRun(folder, folder.resolve(Plots.FOLDER), Set.of(PictureFormat.SVG));
  }
}
