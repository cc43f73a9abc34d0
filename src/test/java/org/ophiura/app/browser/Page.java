package org.ophiura.app.browser;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A page in a browser, and all that it complains of. */
public final class Page implements AutoCloseable {
  private static final int LONGEST_WAIT_MILLIS =
      30_000; // On a busy machine that draws by software.

  private final DevTools devTools;
  private final String target;
  private final String session;
  private final List<String> problems = new CopyOnWriteArrayList<>();

  Page(DevTools devTools, String target, String session) {
    this.devTools = devTools;
    this.target = target;
    this.session = session;
    devTools.listen(session, this::hear);
    for (String part : List.of("Page", "Runtime", "Log", "Network")) {
      call(part + ".enable", Map.of());
    }
  }

  private JsonNode call(String method, Map<String, ?> parameters) {
    return devTools.call(session, method, parameters);
  }

  private void hear(String event, JsonNode what) {
    switch (event) {
      case "Runtime.exceptionThrown" ->
          problems.add(what.at("/exceptionDetails/exception/description").asText());
      case "Runtime.consoleAPICalled" -> {
        if (List.of("error", "warning", "assert").contains(what.get("type").textValue())) {
          problems.add("console: " + what.get("args"));
        }
      }
      case "Log.entryAdded" -> {
        if ("error".equals(what.at("/entry/level").textValue())) {
          problems.add("log: " + what.at("/entry/text").asText() + " " + what.at("/entry/url"));
        }
      }
      default -> {}
    }
  }

  /** Errors and warnings of scripts and of loading, in their order. */
  public List<String> problems() {
    return List.copyOf(problems);
  }

  /** Goes to an address and waits until the page has loaded. */
  public void go(String address) {
    JsonNode gone = call("Page.navigate", Map.of("url", address));
    if (gone.has("errorText")) {
      throw new IllegalStateException(address + ": " + gone.get("errorText").asText());
    }
    waitUntil("location.href !== 'about:blank' && document.readyState === 'complete'");
  }

  /** Sets its size, in CSS pixels. */
  public void resize(int width, int height) {
    call(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
  }

  /** Makes the system that the page sees prefer dark or light. */
  public void preferDark(boolean dark) {
    call(
        "Emulation.setEmulatedMedia",
        Map.of(
            "features",
            List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
  }

  /** Value of an expression; that of a promise is waited for. */
  public JsonNode evaluate(String expression) {
    JsonNode result =
        call(
            "Runtime.evaluate",
            Map.of("expression", expression, "awaitPromise", true, "returnByValue", true));
    if (result.has("exceptionDetails")) {
      throw new IllegalStateException(
          expression + ": " + result.at("/exceptionDetails/exception/description").asText());
    }
    return result.get("result").path("value");
  }

  /** Waits until an expression is true. */
  public void waitUntil(String condition) {
    String script =
        """
        new Promise((done, failed) => {
          const end = Date.now() + %d;
          (function look() {
            if (%s) done(true);
            else if (Date.now() > end) failed(new Error('never came true'));
            else setTimeout(look, 20);
          })();
        })"""
            .formatted(LONGEST_WAIT_MILLIS, condition);
    try {
      evaluate(script);
    } catch (IllegalStateException e) {
      throw new IllegalStateException(condition + " on a page that says " + problems, e);
    }
  }

  /** Presses a key, by its DOM name: such as ArrowLeft, Escape or p. */
  public void press(String key) {
    String text = key.length() == 1 ? key : "";
    for (String type : List.of("keyDown", "keyUp")) {
      call(
          "Input.dispatchKeyEvent",
          Map.of(
              "type",
              type,
              "key",
              key,
              "code",
              code(key),
              "windowsVirtualKeyCode",
              number(key),
              "text",
              "keyDown".equals(type) ? text : ""));
    }
  }

  private static String code(String key) {
    if (key.length() > 1) {
      return key;
    }
    char letter = Character.toUpperCase(key.charAt(0));
    return letter == ' '
        ? "Space"
        : Character.isDigit(letter)
            ? "Digit" + letter
            : Character.isLetter(letter) ? "Key" + letter : "";
  }

  private static int number(String key) {
    return switch (key) {
      case "Tab" -> 9;
      case "Enter" -> 13;
      case "Escape" -> 27;
      case "PageUp" -> 33;
      case "PageDown" -> 34;
      case "End" -> 35;
      case "Home" -> 36;
      case "ArrowLeft" -> 37;
      case "ArrowUp" -> 38;
      case "ArrowRight" -> 39;
      case "ArrowDown" -> 40;
      default -> Character.toUpperCase(key.charAt(0));
    };
  }

  /** Clicks an element. */
  public void click(String selector) {
    evaluate(element(selector) + ".scrollIntoView({block: 'center'})");
    JsonNode box =
        evaluate(
            "(r => ({x: r.x + r.width / 2, y: r.y + r.height / 2}))("
                + element(selector)
                + ".getBoundingClientRect())");
    click(box.get("x").doubleValue(), box.get("y").doubleValue());
  }

  private static String element(String selector) {
    return "document.querySelector(" + '"' + selector.replace("\"", "\\\"") + '"' + ")";
  }

  /** Clicks a point of the page, in CSS pixels. */
  public void click(double x, double y) {
    mouse("mouseMoved", x, y, 0);
    mouse("mousePressed", x, y, 1);
    mouse("mouseReleased", x, y, 0);
  }

  /** Drags from one point of the page to another in a number of moves. */
  public void drag(double fromX, double fromY, double toX, double toY, int moves) {
    mouse("mouseMoved", fromX, fromY, 0);
    mouse("mousePressed", fromX, fromY, 1);
    for (int i = 1; i <= moves; i++) {
      double part = (double) i / moves;
      mouse("mouseMoved", fromX + part * (toX - fromX), fromY + part * (toY - fromY), 1);
    }
    mouse("mouseReleased", toX, toY, 0);
  }

  private void mouse(String type, double x, double y, int buttons) {
    call(
        "Input.dispatchMouseEvent",
        Map.of(
            "type",
            type,
            "x",
            x,
            "y",
            y,
            "buttons",
            buttons,
            "button",
            "mouseMoved".equals(type) && buttons == 0 ? "none" : "left",
            "clickCount",
            "mouseMoved".equals(type) ? 0 : 1));
  }

  /** Sets an input as a person does who moves it: its value, and the events of that. */
  public void set(String selector, String value) {
    evaluate(
        "(e => { e.value = '%s'; for (const type of ['input', 'change'])"
                .formatted(value.replace("'", "\\'"))
            + " e.dispatchEvent(new Event(type, {bubbles: true})); })("
            + element(selector)
            + ")");
  }

  /** Writes what is seen of the page into a file. */
  public void screenshot(Path file) throws IOException {
    JsonNode taken = call("Page.captureScreenshot", Map.of("format", "png"));
    Files.write(file, Base64.getDecoder().decode(taken.get("data").textValue()));
  }

  @Override
  public void close() {
    devTools.call("Target.closeTarget", Map.of("targetId", target));
  }
}
