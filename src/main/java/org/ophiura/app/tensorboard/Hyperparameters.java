package org.ophiura.app.tensorboard;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Settings as TensorBoard's table of hyper-parameters takes them: one level, a value each. */
final class Hyperparameters {
  private Hyperparameters() {}

  /** The settings that are numbers, text or truth values, by their paths. */
  static List<Map.Entry<String, String>> of(JsonNode settings) {
    List<Map.Entry<String, String>> found = new ArrayList<>();
    collect("", settings, found);
    return found;
  }

  private static void collect(String path, JsonNode node, List<Map.Entry<String, String>> found) {
    if (node.isObject()) {
      node.properties()
          .forEach(
              entry ->
                  collect(
                      path.isEmpty() ? entry.getKey() : path + "." + entry.getKey(),
                      entry.getValue(),
                      found));
    } else if (node.isValueNode() && !node.isNull()) {
      found.add(Map.entry(path, node.asText()));
    } else if (node.isArray() && !node.isEmpty()) {
      found.add(Map.entry(path, node.toString()));
    }
  }

  /** A google.protobuf.Value: number_value 2, string_value 3. */
  static Message value(String text) {
    try {
      return new Message().real(2, Double.parseDouble(text));
    } catch (NumberFormatException e) {
      return new Message().text(3, text);
    }
  }
}
