package org.ophiura.app.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ophiura.app.results.AtomicFiles;
import org.ophiura.app.web.WebFiles;

/**
 * Puts a report's data and all that its page needs into one file. The same data gives the same
 * bytes.
 */
final class ReportPage {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern PLACE = Pattern.compile("\\{\\{([a-z.]+)}}");

  private ReportPage() {}

  /** Writes the page, whole or not at all. */
  static void write(Path file, ReportData data) {
    String page = page(data);
    AtomicFiles.write(file, out -> out.write(page));
  }

  static String page(ReportData data) {
    Matcher place = PLACE.matcher(WebFiles.text("report.html"));
    StringBuilder page = new StringBuilder();
    while (place.find()) {
      String name = place.group(1);
      String text =
          switch (name) {
            case "data" -> inScript(json(data.tree()));
            case "imports" -> json(imports());
            default -> WebFiles.text(name);
          };
      place.appendReplacement(page, Matcher.quoteReplacement(text));
    }
    place.appendTail(page);
    return page.toString();
  }

  private static String json(ObjectNode tree) {
    try {
      return JSON.writeValueAsString(tree);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of JSON cannot be written", e);
    }
  }

  /** No text of a user can end the script element that it stands in. */
  private static String inScript(String json) {
    return json.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029");
  }

  /** Modules that import each other by name, each as an address that holds it. */
  private static ObjectNode imports() {
    ObjectNode imports = JSON.createObjectNode();
    imports.put("three-core", module(WebFiles.text("three.core.min.js")));
    imports.put(
        "three",
        module(
            WebFiles.text("three.module.min.js")
                .replace("\"./three.core.min.js\"", "\"three-core\"")));
    imports.put(
        "three/addons/controls/OrbitControls.js", module(WebFiles.text("OrbitControls.js")));
    imports.put("ophiura/scene.js", module(WebFiles.text("scene.js")));
    imports.put("ophiura/charts.js", module(WebFiles.text("charts.js")));
    return imports;
  }

  private static String module(String text) {
    return "data:text/javascript;base64,"
        + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
