package org.ophiura.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
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

/** Reports as a browser opens them from disk. */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ReportInBrowserTest {
  /** Shares of a 50-step episode that scrubbing is tried at. */
  private static final int MIDDLE = 20;

  private static final String HOSTILE = "</script><img src=x onerror=document.title='broken'>&amp;";

  private Path folder = Path.of("");
  private Browser browser;
  private final List<String> opened = new ArrayList<>();
  private Optional<Page> shown = Optional.empty();

  @BeforeAll
  void start(@TempDir Path made) {
    folder = made;
    browser = Browser.start();
    Invocation.smallRun(folder.resolve("run")).succeeded();
    List<Object> duel =
        new ArrayList<>(
            List.of("compare", Trials.file("follow-target"), Trials.file("random"), "--seeds", 3));
    duel.addAll(List.of("--out", folder.resolve("duel")));
    duel.addAll(StudyCommandsTest.small());
    Invocation.of(duel.toArray()).succeeded();
  }

  @AfterAll
  void stop() {
    browser.close();
  }

  /** Holds for every page: it asks for itself alone, and says nothing. */
  @AfterEach
  void nothingWentWrong() {
    assertEquals(List.of(), browser.complaints());
    assertEquals(opened, browser.requests());
  }

  private Page open(String report, int width, int height, ColorScheme scheme) {
    shown.ifPresent(Page::close);
    Page page = browser.page(width, height, scheme);
    shown = Optional.of(page);
    String address = folder.resolve(report).resolve("report.html").toUri().toString();
    opened.add(address);
    page.navigate(address);
    page.waitForFunction("window.ophiura !== undefined");
    return page;
  }

  private Page open(String report) {
    return open(report, 1280, 720, ColorScheme.LIGHT);
  }

  private static int row(Page page) {
    return ((Number) page.evaluate("ophiura.row")).intValue();
  }

  private static int last(Page page) {
    return ((Number) page.evaluate("ophiura.rows - 1")).intValue();
  }

  /** Where the first robot's trunk is shown, in m. */
  private static List<?> trunk(Page page, int robot) {
    return (List<?>)
        page.evaluate(
            "async i => { await new Promise(requestAnimationFrame);"
                + " return ophiura.robots()[i].trunkPosition().toArray(); }",
            robot);
  }

  private static String picture(Page page) {
    return (String) page.evaluate("document.getElementById('view').toDataURL()");
  }

  @Test
  void scrubbingShowsTheRobotWhereItWasThen() {
    Page page = open("run");
    List<?> start = trunk(page, 0);
    String before = picture(page);
    page.locator("#scrub").fill(Integer.toString(MIDDLE));
    assertEquals(MIDDLE, row(page));
    assertNotEquals(start, trunk(page, 0));
    assertNotEquals(before, picture(page));
    assertTrue(page.locator("#clock").textContent().startsWith("0.80 /"), "20 steps of 0.04 s");
    page.locator("#scrub").fill("0");
    assertEquals(start, trunk(page, 0));
  }

  @Test
  void playingRunsToTheEndAndStops() {
    Page page = open("run");
    page.locator("#speed").selectOption("5");
    page.locator("#play").click();
    page.waitForFunction("ophiura.row === ophiura.rows - 1");
    page.waitForFunction("document.getElementById('play').textContent === 'Play'");
  }

  /** Counts the frames that are drawn while nothing happens: a page in the background is free. */
  @Test
  void aReportThatNobodyTouchesDrawsNothing() {
    Page page = open("run");
    trunk(page, 0);
    trunk(page, 0);
    Object drawn =
        page.evaluate(
            "async () => { const gl = document.getElementById('view').getContext('webgl2');"
                + " const before = gl.drawElements; let calls = 0;"
                + " gl.drawElements = function (...a) { calls++; return before.apply(this, a); };"
                + " for (let i = 0; i < 5; i++) await new Promise(requestAnimationFrame);"
                + " const idle = calls; ophiura.go(3);"
                + " for (let i = 0; i < 2; i++) await new Promise(requestAnimationFrame);"
                + " return [idle, calls > idle]; }");
    assertEquals(List.of(0, true), drawn);
  }

  @Test
  void keysDoWhatButtonsDo() {
    Page page = open("run");
    page.keyboard().press("ArrowRight");
    page.keyboard().press("ArrowRight");
    page.keyboard().press("ArrowLeft");
    assertEquals(1, row(page));
    page.keyboard().press("End");
    assertEquals(last(page), row(page));
    page.keyboard().press("Home");
    assertEquals(0, row(page));
    page.keyboard().press(" ");
    page.waitForFunction("ophiura.row > 1");
    page.keyboard().press(" ");
    assertEquals("Play", page.locator("#play").textContent());
    page.keyboard().press("f");
    assertEquals("false", page.locator("#follow").getAttribute("aria-pressed"));
    page.keyboard().press("?");
    assertTrue(page.locator("#keys").isVisible());
  }

  @Test
  void allOfItCanBeReachedByTheTabulatorAndHasAName() {
    Page page = open("run");
    for (String id : List.of("theme", "help", "view", "play", "scrub", "speed", "follow")) {
      page.locator("#" + id).focus();
      assertEquals(id, page.evaluate("document.activeElement.id"));
    }
    Object nameless =
        page.evaluate(
            "[...document.querySelectorAll('button, input, select, canvas, img')].filter(e =>"
                + " !(e.textContent.trim() || e.getAttribute('aria-label') || e.getAttribute('alt')"
                + " || e.labels && [...e.labels].some(l => l.textContent.trim())))"
                + ".map(e => e.outerHTML)");
    assertEquals(List.of(), nameless);
  }

  @Test
  void aComparisonShowsBothRobotsInOneSceneAtTheSameTime() {
    Page page = open("duel");
    assertEquals(2, ((Number) page.evaluate("ophiura.robots().length")).intValue());
    List<?> one = trunk(page, 0);
    List<?> other = trunk(page, 1);
    page.locator("#scrub").fill(Integer.toString(MIDDLE));
    assertNotEquals(one, trunk(page, 0));
    assertNotEquals(other, trunk(page, 1));
    assertTrue(
        page.locator("#facts").textContent().contains("follow-target against random")
            || page.locator("#facts").textContent().contains("random against follow-target"));
  }

  @Test
  void darkAndLightFollowTheSystemAndTheSwitch() {
    Page page = open("run", 1280, 720, ColorScheme.DARK);
    assertEquals("dark", page.evaluate("document.documentElement.dataset.theme"));
    page.locator("#theme").click();
    assertEquals("light", page.evaluate("document.documentElement.dataset.theme"));
  }

  @Test
  void nothingIsWiderThanAPhone() {
    for (String report : List.of("run", "duel")) {
      Page page = open(report, 390, 844, ColorScheme.LIGHT);
      assertEquals(
          390, ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue());
    }
  }

  @Test
  void textOfATrialIsShownAndNeverRun() throws IOException {
    Path trial = folder.resolve("hostile.yaml");
    String text = Files.readString(Trials.file("random"));
    Files.writeString(trial, "# " + HOSTILE + "\n" + text);
    List<Object> run = new ArrayList<>(List.of("run", trial, "--out", folder.resolve("hostile")));
    run.addAll(StudyCommandsTest.small());
    Invocation.of(run.toArray()).succeeded();
    Page page = open("hostile");
    assertTrue(page.locator("#config pre").first().textContent().contains(HOSTILE));
    assertEquals("random, seed 1", page.title());
    assertEquals(0, page.locator("img").count());
  }
}
