package org.ophiura.app.config;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ophiura.sim.plugin.Plugin;

/** What a setting may hold: the one description that reading, schema and reference page share. */
sealed interface Shape {

  /** True or false. */
  record Flag() implements Shape {}

  /** A whole number; {@code wide} for a long. */
  record Whole(boolean wide) implements Shape {}

  /** A finite number. */
  record Real() implements Shape {}

  /** Text. */
  record Text() implements Shape {}

  /** A file's name, resolved against the folder of the file that names it. */
  record FileName() implements Shape {}

  /** One of the constants of an enum, by the word that a file uses. */
  record Word(Map<String, Enum<?>> constants) implements Shape {}

  /** A list. */
  record Elements(Shape element) implements Shape {}

  /** A value or nothing. */
  record Maybe(Shape value) implements Shape {}

  /**
   * A record without {@code @Setting}s, such as a position: written as a list of its components.
   */
  record Tuple(Class<? extends Record> type, Map<String, Shape> parts) implements Shape {}

  /** A block of settings. */
  record Group(Class<? extends Record> type) implements Shape {}

  /**
   * A block whose {@code type} says what its other settings are.
   *
   * @param noun what it chooses, such as {@code plant}
   * @param defaultId the type of a block that does not say
   */
  record Union(String noun, List<Option> options, Optional<String> defaultId) implements Shape {

    Optional<Option> option(String id) {
      return options.stream().filter(option -> option.id().equals(id)).findFirst();
    }

    List<String> ids() {
      return options.stream().map(Option::id).toList();
    }
  }

  /**
   * One of the types of a {@link Union}.
   *
   * @param plugin what it stands for; empty for a record of a sealed interface
   */
  record Option(
      String id, String summary, Class<? extends Record> settings, Optional<Plugin<?>> plugin) {}
}
