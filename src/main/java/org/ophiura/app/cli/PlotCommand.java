package org.ophiura.app.cli;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.ophiura.app.plot.Plots;
import org.ophiura.app.plot.canvas.PictureFormat;
import org.ophiura.app.run.RunFolders;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ophiura plot}: draws the plots of runs again. */
@Command(
    name = "plot",
    description =
        "Draws the plots of a run again, or the learning curves of several runs in one figure:"
            + " those that differ in the seed alone as their mean with its 95 %% interval.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  ophiura plot runs/target-locomotion/1 --format png,svg",
      "  ophiura plot runs/target-locomotion/1 runs/symmetric/1 --out figures",
      "  ophiura plot runs/compare"
    })
final class PlotCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      arity = "1..*",
      paramLabel = "RUN-DIR",
      description = "Folders of runs, or of studies made by compare or sweep.")
  private List<Path> folders = List.of();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description =
          "Where the files go; default: plots/ in the folder, and with several folders plots/ here.")
  private Optional<Path> out = Optional.empty();

  @Option(
      names = "--format",
      split = ",",
      paramLabel = "FORMAT",
      description = "svg, png or both, separated by a comma; default: svg.")
  private List<PictureFormat> formats = List.of(PictureFormat.SVG);

  @Override
  public Integer call() {
    Path target =
        out.orElse(folders.size() == 1 ? folders.get(0).resolve(Plots.FOLDER) : Path.of("plots"));
    Set<PictureFormat> chosen = EnumSet.copyOf(formats);
    boolean single = folders.size() == 1 && !Plots.isStudy(folders.get(0));
    List<Path> files =
        single
            ? Plots.ofRun(folders.get(0), target, chosen)
            : Plots.ofSeveral(folders, target, chosen);
    files.forEach(file -> spec.commandLine().getOut().println(RunFolders.shown(file)));
    if (files.isEmpty()) {
      spec.commandLine().getOut().println("There is nothing to plot in " + folders.get(0));
    }
    return ExitCode.OK;
  }
}
