package org.ophiura.app.report;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The plots of a run folder, in the order in which a report shows them. */
final class ReportPlots {
  private static final List<Map.Entry<String, String>> KNOWN =
      List.of(
          Map.entry("learning-curve", "Learning: return, success and exploration by episode"),
          Map.entry("path", "The path from above, coloured by the arm that leads"),
          Map.entry("q-table", "The values that were learned"),
          Map.entry("visits", "How often states were met and actions chosen"),
          Map.entry("joints", "Joint targets and joint positions"),
          Map.entry("cpg", "The pattern generator: phases, amplitudes, outputs"));

  private ReportPlots() {}

  /** The files that are there, with their captions. */
  static Map<Path, String> in(Path folder) {
    Map<Path, String> plots = new LinkedHashMap<>();
    for (Map.Entry<String, String> plot : KNOWN) {
      Path file = folder.resolve("plots").resolve(plot.getKey() + ".svg");
      if (Files.exists(file)) {
        plots.put(file, plot.getValue());
      }
    }
    return plots;
  }
}
