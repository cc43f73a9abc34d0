package org.ophiura.app.browser;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The Chromium that is installed, without a display: WebGL is drawn by the processor. Notes all
 * that its pages complain of and all that they ask a network for. For one thread; close it.
 */
public final class Browser implements AutoCloseable {
  /** Names what tests must not skip where it is missing. */
  private static final String REQUIRES = "OPHIURA_TEST_REQUIRES";

  private static final List<String> FLAGS =
      List.of(
          "--no-sandbox",
          "--use-gl=angle",
          "--use-angle=swiftshader",
          "--enable-unsafe-swiftshader",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--no-first-run");

  private final Playwright playwright;
  private final com.microsoft.playwright.Browser browser;
  private final List<String> complaints = new ArrayList<>();
  private final List<String> requests = new ArrayList<>();

  private Browser(Path program) {
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions().setExecutablePath(program).setArgs(FLAGS));
  }

  /** Starts it; skips the test that asks where there is none, unless it is required. */
  public static Browser start() {
    Optional<Path> program =
        List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome").stream()
            .map(Path::of)
            .filter(Files::isExecutable)
            .findFirst();
    String missing = "Chromium is not installed (Debian package: chromium)";
    if (Optional.ofNullable(System.getenv(REQUIRES)).orElse("").contains("chromium")) {
      assertTrue(program.isPresent(), missing);
    }
    assumeTrue(program.isPresent(), missing);
    return new Browser(program.orElseThrow());
  }

  /** An empty page of a size in CSS pixels. */
  public Page page(int width, int height, ColorScheme scheme) {
    BrowserContext context =
        browser.newContext(
            new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setColorScheme(scheme));
    context.onConsoleMessage(
        message -> {
          if (List.of("error", "warning").contains(message.type())) {
            complaints.add(message.text());
          }
        });
    context.onWebError(error -> complaints.add(error.error()));
    context.onRequest(
        request -> {
          if (!request.url().startsWith("data:") && !request.url().startsWith("blob:")) {
            requests.add(request.url());
          }
        });
    return context.newPage();
  }

  /** Errors and warnings of all pages so far. */
  public List<String> complaints() {
    return List.copyOf(complaints);
  }

  /** Addresses that pages asked for, but of those that hold their content themselves. */
  public List<String> requests() {
    return List.copyOf(requests);
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
