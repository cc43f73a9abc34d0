package org.ophiura.app.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;

/** Plug-ins that exist, but in parts that are installed apart. */
final class OptionalParts {
  private OptionalParts() {}

  /**
   * How to install what a file asks for.
   *
   * @param noun what the setting chooses, such as {@code network}
   * @param id that is not known here
   * @return the rest of a sentence that ends with the id; empty if no part has it
   */
  static Optional<String> remedy(String noun, String id) {
    Properties parts = new Properties();
    try (InputStream in = OptionalParts.class.getResourceAsStream("optional-parts.properties")) {
      parts.load(Objects.requireNonNull(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Optional.ofNullable(parts.getProperty(noun + "." + id))
        .map(
            part ->
                ", which is in an optional part that is not installed; './ophiura extension "
                    + part
                    + "' in a clone of the sources builds it into the folder extensions/"
                    + part
                    + ", which belongs beside bin in an unpacked distribution (docs/pixels.md)");
  }
}
