package org.ophiura.app.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.ophiura.app.Trials;
import org.ophiura.app.browser.Browser;
import org.ophiura.app.browser.Page;
import org.ophiura.app.config.ConfigReader;
import org.ophiura.app.trial.Trial;
import org.ophiura.app.trial.TrialSettings;

/**
 * The live page in a real browser. Its pictures are left in the folder that the system property
 * {@code ophiura.screenshots} names, if it is set.
 */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class LivePageTest {
  private static final String PLACE_OF_TARGET =
      "(i => view.project(frame.poses[7*i], frame.poses[7*i+1], frame.poses[7*i+2]))"
          + "(greeting.scene.bodies.findIndex(b => b.role === 'target'))";

  @TempDir private static Path profile;

  private Browser browser;
  private LiveView view;

  @BeforeAll
  void start() throws IOException {
    browser = Browser.start(profile);
    List<String> changes = List.of("task.time-limit=600");
    Path file = Trials.file("follow-target");
    view =
        LiveView.open(
            file,
            changes,
            Optional.empty(),
            Trial.open(ConfigReader.read(file, TrialSettings.class, changes)),
            LiveServer.LOOPBACK,
            0);
  }

  @AfterAll
  void stop() {
    if (view != null) {
      view.close();
    }
    if (browser != null) {
      browser.close();
    }
  }

  private Page open(int width, int height) {
    Page page = browser.open("http://127.0.0.1:" + view.port() + "/", width, height);
    page.waitUntil("window.ophiura && ophiura.frame");
    page.evaluate("ophiura.ask({do: 'pause', on: false})");
    page.evaluate("ophiura.ask({do: 'lead', arm: -1})");
    page.waitUntil("!ophiura.frame.paused && !ophiura.frame.told");
    return page;
  }

  /** An expression in the words of what the page holds. */
  private static String held(String expression) {
    return "(({frame, greeting, view}) => " + expression + ")(ophiura)";
  }

  /** A point of the page, from one of the canvas. */
  private static JsonNode point(Page page, String ofCanvas) {
    return page.evaluate(
        "((p, r) => ({x: p.x + r.x, y: p.y + r.y}))("
            + held(ofCanvas)
            + ", document.getElementById('view').getBoundingClientRect())");
  }

  @Test
  void theRobotMovesOnAPageWithoutComplaints() throws IOException {
    try (Page page = open(1280, 720)) {
      int step = page.evaluate("ophiura.frame.step").intValue();
      JsonNode before = page.evaluate("Array.from(ophiura.frame.poses)");
      page.waitUntil("ophiura.frame.step > " + (step + 50));
      assertNotEquals(before, page.evaluate("Array.from(ophiura.frame.poses)"));
      assertEquals(List.of(), page.problems());
      for (String theme : List.of("light", "dark")) {
        if (!page.evaluate("document.documentElement.dataset.theme").textValue().equals(theme)) {
          page.press("l");
        }
        page.waitUntil("document.documentElement.dataset.theme === '" + theme + "'");
        keep(page, "live-" + theme);
      }
    }
  }

  private static void keep(Page page, String name) throws IOException {
    String folder = System.getProperty("ophiura.screenshots");
    if (folder != null) {
      Files.createDirectories(Path.of(folder));
      page.screenshot(Path.of(folder, name + ".png"));
    }
  }

  @Test
  void draggingTheTargetChangesTheState() {
    try (Page page = open(1280, 720)) {
      page.evaluate("ophiura.ask({do: 'target', x: 0.7, y: 0})");
      page.press("t");
      page.waitUntil(
          held(
              "Math.abs(frame.poses[7*%s] - 0.7) < 0.01"
                  .formatted("greeting.scene.bodies.findIndex(b => b.role === 'target')")));
      awaitDrawing(page);
      int state = page.evaluate("ophiura.frame.state").intValue();
      JsonNode from = point(page, PLACE_OF_TARGET);
      JsonNode to = point(page, "view.project(-0.7, 0.2, 0.05)");
      page.drag(
          from.get("x").doubleValue(),
          from.get("y").doubleValue(),
          to.get("x").doubleValue(),
          to.get("y").doubleValue(),
          10);
      page.waitUntil("ophiura.frame.state !== " + state);
      page.press("b");
    }
  }

  @Test
  void aClickOnAnArmMakesItLeadAndAnotherLetsThePolicyChoose() {
    try (Page page = open(1280, 720)) {
      page.press(" ");
      page.waitUntil("ophiura.frame.paused");
      page.press("t");
      clickArm(page, 2);
      page.waitUntil("ophiura.frame.told");
      page.press(".");
      page.waitUntil("ophiura.frame.leader === 2");
      clickArm(page, 2); // It has moved.
      page.waitUntil("!ophiura.frame.told");
    }
  }

  private static void clickArm(Page page, int arm) {
    awaitDrawing(page);
    JsonNode place =
        point(
            page,
            "(i => view.project(frame.poses[7*i], frame.poses[7*i+1], frame.poses[7*i+2]))"
                + "(greeting.scene.bodies.findIndex(b => b.arm === %d && b.segment === 1))"
                    .formatted(arm));
    page.click(place.get("x").doubleValue(), place.get("y").doubleValue());
  }

  /** Waits until what has changed is drawn. */
  private static void awaitDrawing(Page page) {
    page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
  }

  @Test
  void aSliderChangesTheGaitOnAllPages() {
    try (Page page = open(400, 400); // Small ones, which are drawn fast.
        Page other = open(400, 400)) {
      double wide = largestTarget(page);
      setJointLimitFraction(page, other, 0.3);
      double narrow = largestTarget(other);
      setJointLimitFraction(page, other, 0.8);
      assertTrue(narrow < 0.6 * wide, narrow + " is not much less than " + wide);
    }
  }

  private static void setJointLimitFraction(Page page, Page other, double fraction) {
    page.set("[data-key='controller.gait.joint-limit-fraction']", Double.toString(fraction));
    // A slider has 200 steps.
    other.waitUntil(
        "ophiura.greeting.controls.sliders.some(s => s.name === 'joint limit fraction' && Math.abs(s.value - "
            + fraction
            + ") < 0.01)");
  }

  /**
   * The largest target angle of a period of the gait, in an episode that begins now, after a period
   * in which it settles: well before the target can be reached.
   */
  private static double largestTarget(Page page) {
    page.evaluate("window.largest = 0; ophiura.ask({do: 'reset', next: false})");
    page.waitUntil("ophiura.frame.step < 45");
    page.waitUntil(
        "(f => { if (f.step > 60) largest = Math.max(largest, ...f.targets.map(Math.abs)); return f.step > 96; })(ophiura.frame)");
    return page.evaluate("largest").doubleValue();
  }

  @Test
  void twoPagesShowTheSameStep() {
    try (Page one = open(800, 600);
        Page other = open(800, 600)) {
      one.press(" ");
      one.waitUntil("ophiura.frame.paused");
      other.waitUntil("ophiura.frame.paused");
      String seen = "[ophiura.frame.step, ...ophiura.frame.poses]";
      assertEquals(one.evaluate(seen), other.evaluate(seen));
    }
  }

  @Test
  void theKeyboardAloneMovesTheTargetAndPicksTheArm() {
    try (Page page = open(1280, 720)) {
      page.evaluate("ophiura.ask({do: 'target', x: 0, y: 1})");
      String x = "frame.poses[7*greeting.scene.bodies.findIndex(b => b.role === 'target')]";
      page.waitUntil(held("Math.abs(" + x + ") < 1e-6"));
      page.press("ArrowRight");
      page.waitUntil(held("Math.abs(" + x + " - 0.1) < 1e-6"));
      page.press("3");
      page.waitUntil("ophiura.frame.told && ophiura.frame.leader === 3");
      page.press("p");
      page.waitUntil("!ophiura.frame.told");
      page.press("?");
      page.waitUntil("!document.getElementById('keys').hidden");
    }
  }

  @Test
  void onAPhoneNothingStandsOut() throws IOException {
    try (Page page = open(390, 844)) {
      assertEquals(390, page.evaluate("document.documentElement.scrollWidth").intValue());
      keep(page, "live-phone");
    }
  }
}
