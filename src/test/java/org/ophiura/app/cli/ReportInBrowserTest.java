package org.ophiura.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.ophiura.app.Trials;
import org.ophiura.app.browser.Browser;
import org.ophiura.app.browser.Page;
import org.ophiura.app.problem.Problems;

/** Reports as a browser opens them from disk. */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ReportInBrowserTest {
  private static final int MIDDLE = 20; // Of the 50 control steps of 0.04 s of a small episode.

  private static final String HOSTILE = "</script><img src=x onerror=document.title='broken'>&amp;";

  private Path folder = Path.of("");
  private Optional<Browser> browser = Optional.empty();
  private Optional<Page> shown = Optional.empty();

  @BeforeAll
  void start(@TempDir Path made, @TempDir Path profile) throws IOException {
    folder = made;
    browser = Optional.of(Browser.start(profile));
    Invocation.smallRun(folder.resolve("run")).succeeded();
    List<Object> duel =
        new ArrayList<>(
            List.of("compare", Trials.file("follow-target"), Trials.file("random"), "--seeds", 3));
    duel.addAll(List.of("--out", folder.resolve("duel")));
    duel.addAll(StudyCommandsTest.small());
    Invocation.of(duel.toArray()).succeeded();
    Invocation.of("run", Problems.file("frozen-lake-dqn"), "--out", folder.resolve("lake"))
        .succeeded();
  }

  @AfterAll
  void stop() {
    browser.ifPresent(Browser::close);
  }

  private void closePage() {
    shown.ifPresent(Page::close);
    shown = Optional.empty();
  }

  /** Holds for every page: it says nothing, and asks for nothing that it does not hold. */
  @AfterEach
  void nothingWentWrong() {
    Page page = shown.orElseThrow();
    assertEquals(List.of(), page.problems());
    assertEquals(
        "[]",
        page.evaluate(
                "performance.getEntriesByType('resource').map(e => e.name)"
                    + ".filter(n => !/^(data|blob):/.test(n))")
            .toString());
    closePage();
  }

  private Page open(String report, int width, int height, boolean dark) {
    closePage();
    Page page = browser.orElseThrow().newPage(width, height);
    shown = Optional.of(page);
    page.preferDark(dark);
    page.go(folder.resolve(report).resolve("report.html").toUri().toString());
    page.waitUntil("window.ophiura !== undefined");
    return page;
  }

  private Page open(String report) {
    return open(report, 1280, 720, false);
  }

  private static int row(Page page) {
    return page.evaluate("ophiura.row").intValue();
  }

  private static String text(Page page, String selector) {
    return page.evaluate("document.querySelector('" + selector + "').textContent").textValue();
  }

  /** Where a robot's trunk is shown, m. */
  private static String trunk(Page page, int robot) {
    return page.evaluate(
            "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() =>"
                + " done(ophiura.robots()["
                + robot
                + "].trunkPosition().toArray().join(' ')))))")
        .textValue();
  }

  private static String picture(Page page) {
    return page.evaluate("document.getElementById('view').toDataURL()").textValue();
  }

  @Test
  void scrubbingShowsTheRobotWhereItWasThen() {
    Page page = open("run");
    String start = trunk(page, 0);
    String before = picture(page);
    page.set("#scrub", Integer.toString(MIDDLE));
    assertEquals(MIDDLE, row(page));
    assertNotEquals(start, trunk(page, 0));
    assertNotEquals(before, picture(page));
    assertTrue(text(page, "#clock").startsWith("0.80 /"), text(page, "#clock"));
    page.set("#scrub", "0");
    assertEquals(start, trunk(page, 0));
  }

  @Test
  void playingRunsToTheEndAndStops() {
    Page page = open("run");
    page.set("#speed", "5");
    page.click("#play");
    page.waitUntil("ophiura.row === ophiura.rows - 1");
    page.waitUntil("document.getElementById('play').textContent === 'Play'");
  }

  /** Counts what is drawn while nothing happens: a page in the background is free. */
  @Test
  void aReportThatNobodyTouchesDrawsNothing() {
    Page page = open("run");
    trunk(page, 0);
    trunk(page, 0);
    String drawn =
        page.evaluate(
                """
                (async () => {
                  const gl = document.getElementById('view').getContext('webgl2');
                  const draw = gl.drawElements;
                  let calls = 0;
                  gl.drawElements = function (...all) { calls++; return draw.apply(this, all); };
                  const frames = async n => {
                    while (n-- > 0) await new Promise(requestAnimationFrame);
                  };
                  await frames(5);
                  const idle = calls;
                  ophiura.go(3);
                  await frames(2);
                  return idle + ', then ' + (calls > idle ? 'some' : 'none');
                })()""")
            .textValue();
    assertEquals("0, then some", drawn);
  }

  @Test
  void keysDoWhatButtonsDo() {
    Page page = open("run");
    page.press("ArrowRight");
    page.press("ArrowRight");
    page.press("ArrowLeft");
    assertEquals(1, row(page));
    page.press("End");
    assertEquals(page.evaluate("ophiura.rows - 1").intValue(), row(page));
    page.press("Home");
    assertEquals(0, row(page));
    page.press(" ");
    page.waitUntil("ophiura.row > 1");
    page.press(" ");
    assertEquals("Play", text(page, "#play"));
    page.press("f");
    assertEquals(
        "false",
        page.evaluate("document.getElementById('follow').getAttribute('aria-pressed')")
            .textValue());
    page.press("?");
    assertTrue(page.evaluate("!document.getElementById('keys').hidden").booleanValue());
  }

  @Test
  void allOfItCanBeFocusedAndHasAName() {
    Page page = open("run");
    for (String id : List.of("theme", "help", "view", "play", "scrub", "speed", "follow")) {
      assertEquals(
          id,
          page.evaluate(
                  "(document.getElementById('" + id + "').focus(), document.activeElement.id)")
              .textValue());
    }
    assertEquals(
        "[]",
        page.evaluate(
                """
                [...document.querySelectorAll('button, input, select, canvas, img')].filter(e =>
                  !(e.textContent.trim() || e.getAttribute('aria-label') || e.getAttribute('alt')
                    || e.labels && [...e.labels].some(l => l.textContent.trim())))
                  .map(e => e.outerHTML)""")
            .toString());
  }

  @Test
  void aComparisonShowsBothRobotsInOneSceneAtTheSameTime() {
    Page page = open("duel");
    assertEquals(2, page.evaluate("ophiura.robots().length").intValue());
    String one = trunk(page, 0);
    String other = trunk(page, 1);
    assertEquals(one, other, "both start alike");
    page.set("#scrub", Integer.toString(MIDDLE));
    assertNotEquals(one, trunk(page, 0));
    assertNotEquals(other, trunk(page, 1));
    assertNotEquals(trunk(page, 0), trunk(page, 1));
    assertTrue(text(page, "#facts").contains("random against follow-target"));
  }

  @Test
  void aProblemShowsItsResultAndPlotsAndNoRobot() {
    Page page = open("lake");
    assertTrue(page.evaluate("document.getElementById('replay').hidden").booleanValue());
    assertTrue(text(page, "#facts tr").startsWith("Solvedyes; "), text(page, "#facts"));
    page.waitUntil(
        "[...document.images].length === 2 && [...document.images].every(i => i.naturalWidth > 0)");
  }

  @Test
  void darkAndLightFollowTheSystemAndTheSwitch() {
    Page page = open("run", 1280, 720, true);
    String theme = "document.documentElement.dataset.theme";
    assertEquals("dark", page.evaluate(theme).textValue());
    page.click("#theme");
    assertEquals("light", page.evaluate(theme).textValue());
  }

  @Test
  void nothingIsWiderThanAPhone() {
    for (String report : List.of("run", "duel", "lake")) {
      Page page = open(report, 390, 844, false);
      assertEquals(390, page.evaluate("document.documentElement.scrollWidth").intValue(), report);
    }
  }

  @Test
  void textOfATrialIsShownAndNeverRun() throws IOException {
    Path trial = folder.resolve("hostile.yaml");
    Files.writeString(trial, "# " + HOSTILE + "\n" + Files.readString(Trials.file("random")));
    List<Object> run = new ArrayList<>(List.of("run", trial, "--out", folder.resolve("hostile")));
    run.addAll(StudyCommandsTest.small());
    Invocation.of(run.toArray()).succeeded();
    Page page = open("hostile");
    assertTrue(text(page, "#config pre").contains(HOSTILE));
    assertEquals("random, seed 1", page.evaluate("document.title").textValue());
    assertEquals(0, page.evaluate("document.querySelectorAll('img[onerror]').length").intValue());
  }
}
