package org.ophiura.app.browser;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Debian's chromium without a window, for tests of pages. It draws in three dimensions by software
 * and knows no name but this machine's, so that a page that needs the network fails here.
 *
 * <p>Driven by its own DevTools protocol, which costs a test no download and no further runtime.
 */
public final class Browser implements AutoCloseable {
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final String REQUIRED = "OPHIURA_TEST_REQUIRES";
  private static final Pattern LISTENING = Pattern.compile("DevTools listening on (ws://\\S+)");
  private static final long PATIENCE_SECONDS = 30; // Far more than it takes to start or to end.

  private final Process process;
  private final DevTools devTools;

  private Browser(Process process, DevTools devTools) {
    this.process = process;
    this.devTools = devTools;
  }

  /**
   * Starts the browser. Where it is not installed the test is skipped, unless the environment says
   * in {@code OPHIURA_TEST_REQUIRES} that it must be.
   *
   * @param profile an empty folder that it may fill
   */
  public static Browser start(Path profile) throws IOException {
    boolean installed = Files.isExecutable(CHROMIUM);
    if (Optional.ofNullable(System.getenv(REQUIRED)).orElse("").contains("chromium")) {
      assertTrue(installed, CHROMIUM + " is required by " + REQUIRED);
    }
    assumeTrue(installed, "needs " + CHROMIUM + " (Debian: apt install chromium)");
    Process process =
        new ProcessBuilder(
                CHROMIUM.toString(),
                "--headless=new",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile,
                "--no-sandbox",
                "--use-gl=angle",
                "--use-angle=swiftshader",
                "--enable-unsafe-swiftshader",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
                "about:blank")
            .redirectErrorStream(true)
            .start();
    try {
      return new Browser(process, new DevTools(endpoint(process)));
    } catch (IOException | RuntimeException e) {
      process.destroyForcibly();
      throw e;
    }
  }

  private static URI endpoint(Process process) throws IOException {
    BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
    StringBuilder said = new StringBuilder();
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      Matcher listening = LISTENING.matcher(line);
      if (listening.find()) {
        // What it says from now on must be read, or it would stand still one day.
        Thread reader = new Thread(() -> out.lines().forEach(ignored -> {}), "chromium-output");
        reader.setDaemon(true);
        reader.start();
        return URI.create(listening.group(1));
      }
      said.append(line).append('\n');
    }
    throw new IOException("chromium did not start:\n" + said);
  }

  /** Opens an empty page of a size in CSS pixels. */
  public Page newPage(int width, int height) {
    String target =
        devTools
            .call("Target.createTarget", Map.of("url", "about:blank", "newWindow", true))
            .get("targetId")
            .textValue();
    JsonNode attached =
        devTools.call("Target.attachToTarget", Map.of("targetId", target, "flatten", true));
    Page page = new Page(devTools, target, attached.get("sessionId").textValue());
    page.resize(width, height);
    return page;
  }

  /** Opens a page of an address. */
  public Page open(String address, int width, int height) {
    Page page = newPage(width, height);
    page.go(address);
    return page;
  }

  @Override
  public void close() {
    devTools.close();
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
