package org.ophiura.app.view;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;

/** What a viewer may ask for. Each is one small JSON object, checked before anything acts on it. */
sealed interface Request {

  /** Stands still, or goes on. */
  record Pause(boolean paused) implements Request {}

  /** One control step, while it stands still. */
  record Step() implements Request {}

  /** Begins the episode again, or the next one. */
  record Reset(boolean next) implements Request {}

  /** Times real time. */
  record Speed(double factor) implements Request {}

  /** Where the target is to be, m. */
  record Target(double x, double y) implements Request {}

  /** A short push on the disk, N. */
  record Push(double x, double y) implements Request {}

  /** The arm that is to lead; below 0 the policy chooses. */
  record Lead(int arm) implements Request {}

  /** Changes a setting of the controller. */
  record Change(String key, String value) implements Request {}

  /** Greatest length of a request, in characters. */
  int LONGEST = 512;

  /** Limits of what is asked for. */
  double SLOWEST = 0.05;

  /** Times real time. */
  double FASTEST = 20;

  /** N. */
  double STRONGEST_PUSH = 200;

  /** m from the middle of the world. */
  double FARTHEST = 1000;

  /** More arms than any robot has. */
  int MOST_ARMS = 1000;

  /**
   * Reads a request.
   *
   * @return empty if it is none, for whatever reason
   */
  static Optional<Request> parse(ObjectMapper json, String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      JsonNode node = json.readTree(text);
      if (node == null || !node.isObject() || !node.path("do").isTextual()) {
        return Optional.empty();
      }
      return switch (node.get("do").textValue()) {
        case "pause" ->
            node.path("on").isBoolean()
                ? Optional.of(new Pause(node.get("on").booleanValue()))
                : Optional.empty();
        case "step" -> Optional.of(new Step());
        case "reset" -> Optional.of(new Reset(node.path("next").booleanValue()));
        case "speed" -> number(node, "factor", SLOWEST, FASTEST).map(Speed::new);
        case "target" ->
            number(node, "x", -FARTHEST, FARTHEST)
                .flatMap(x -> number(node, "y", -FARTHEST, FARTHEST).map(y -> new Target(x, y)));
        case "push" ->
            number(node, "x", -STRONGEST_PUSH, STRONGEST_PUSH)
                .flatMap(
                    x ->
                        number(node, "y", -STRONGEST_PUSH, STRONGEST_PUSH)
                            .map(y -> new Push(x, y)));
        case "lead" ->
            number(node, "arm", -1, MOST_ARMS)
                .filter(arm -> arm == Math.rint(arm))
                .map(arm -> new Lead(arm.intValue()));
        case "change" ->
            node.path("key").isTextual() && node.path("value").isValueNode()
                ? Optional.of(new Change(node.get("key").textValue(), node.get("value").asText()))
                : Optional.empty();
        default -> Optional.empty();
      };
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  private static Optional<Double> number(JsonNode node, String key, double least, double most) {
    JsonNode value = node.path(key);
    return value.isNumber() && value.doubleValue() >= least && value.doubleValue() <= most
        ? Optional.of(value.doubleValue())
        : Optional.empty();
  }
}
