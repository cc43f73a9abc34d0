package org.ophiura.app.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.ophiura.app.hil.RobotRunOutcome;
import org.ophiura.app.results.AtomicFiles;

/** The file that says how the loop of a run on a robot went: its timing passport. */
final class RobotRunFile {
  static final String NAME = "loop.json";

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private RobotRunFile() {}

  static void write(Path file, RobotRunOutcome outcome) {
    Map<String, Object> content = new LinkedHashMap<>();
    outcome.reason().ifPresent(reason -> content.put("stopReason", reason.name()));
    outcome.stop().ifPresent(sentence -> content.put("stop", sentence));
    content.put("timingPassport", outcome.passport());
    outcome.apart().ifPresent(apart -> content.put("apartFromSimulationRadians", apart));
    content.put("loggedTicks", outcome.loggedTicks());
    content.put("unloggedTicks", outcome.unloggedTicks());
    AtomicFiles.write(
        file, out -> out.write(JSON.writeValueAsString(content) + System.lineSeparator()));
  }
}
