package org.ophiura.app.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** Reads the files of the pages out of the application. */
public final class WebFiles {
  private static final String THREE = "/META-INF/resources/webjars/three/0.181.1/";

  /** Files of three.js, by the names that pages know them by. */
  private static final Map<String, String> LIBRARY = library();

  private WebFiles() {}

  private static Map<String, String> library() {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("three.module.min.js", "build/three.module.min.js");
    files.put("three.core.min.js", "build/three.core.min.js");
    files.put("OrbitControls.js", "examples/jsm/controls/OrbitControls.js");
    return files;
  }

  /** Whether there is a file of that name. */
  public static boolean exists(String name) {
    return name.matches("[A-Za-z.]+") && WebFiles.class.getResource(path(name)) != null;
  }

  /**
   * The text of a file.
   *
   * @param name such as {@code scene.js} or {@code three.module.min.js}
   */
  public static String text(String name) {
    try (InputStream in =
        Objects.requireNonNull(WebFiles.class.getResourceAsStream(path(name)), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String path(String name) {
    return LIBRARY.containsKey(name) ? THREE + LIBRARY.get(name) : name;
  }
}
