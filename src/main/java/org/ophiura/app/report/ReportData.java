package org.ophiura.app.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.ophiura.app.recording.Recording;
import org.ophiura.app.results.UserException;
import org.ophiura.app.statistics.Interval;
import org.ophiura.app.study.LearningCurve;

/** What a report shows, as the page reads it. */
final class ReportData {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final ObjectNode root = JSON.createObjectNode();

  ReportData(String title, String subtitle, Map<String, String> versions) {
    root.put("title", title);
    root.put("subtitle", subtitle);
    root.putArray("tables");
    root.putArray("notes");
    root.putArray("plots");
    root.putArray("texts");
    root.set("versions", JSON.valueToTree(versions));
    root.putObject("hashes");
    root.putArray("replays");
    root.putArray("curves");
  }

  ObjectNode tree() {
    return root;
  }

  /** Adds a table; without a header its rows are pairs of a name and a value. */
  void table(String title, List<String> header, List<List<String>> rows) {
    addTable(title, header, rows);
  }

  /** Adds a table that is shown on request. */
  void foldedTable(String title, List<String> header, List<List<String>> rows) {
    addTable(title, header, rows).put("folded", true);
  }

  private ObjectNode addTable(String title, List<String> header, List<List<String>> rows) {
    ObjectNode table = root.withArray("tables").addObject();
    if (!title.isEmpty()) {
      table.put("title", title);
    }
    if (!header.isEmpty()) {
      table.set("header", JSON.valueToTree(header));
    }
    table.set("rows", JSON.valueToTree(rows));
    return table;
  }

  /** Adds learning curves: mean success over the seeds with its interval. */
  void curves(List<LearningCurve> curves) {
    for (LearningCurve curve : curves) {
      ObjectNode node = root.withArray("curves").addObject();
      node.put("label", curve.trial().label());
      for (LearningCurve.Point point : curve.points()) {
        double value = point.meanSuccess().value();
        node.withArray("points")
            .addArray()
            .add(point.trainingEpisodes())
            .add(value)
            .add(point.meanSuccess().interval().map(Interval::low).orElse(value))
            .add(point.meanSuccess().interval().map(Interval::high).orElse(value));
      }
    }
  }

  void note(String note) {
    root.withArray("notes").add(note);
  }

  void text(String name, String text) {
    root.withArray("texts").addObject().put("name", name).put("text", text);
  }

  void hash(Path file) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
      root.withObject("/hashes")
          .put(String.valueOf(file.getFileName()), HexFormat.of().formatHex(digest));
    } catch (IOException e) {
      throw new UserException(file + " cannot be read: " + e.getMessage());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Adds a picture of a plot. */
  void plot(Path svg, String caption) {
    try {
      String text = Files.readString(svg);
      root.withArray("plots")
          .addObject()
          .put("caption", caption)
          .put(
              "source",
              "data:image/svg+xml;base64,"
                  + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UserException(svg + " cannot be read: " + e.getMessage());
    }
  }

  /**
   * Adds an episode.
   *
   * @param label what tells it from the others
   */
  void replay(String label, Recording recording) {
    ArrayNode replays = root.withArray("replays");
    recording.scene().ifPresent(scene -> replays.add(RecordingJson.of(label, recording, scene)));
  }
}
