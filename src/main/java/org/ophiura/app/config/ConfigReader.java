package org.ophiura.app.config;

import java.nio.file.Path;
import java.util.List;

/**
 * Reads settings files: YAML whose keys are the components of a record, hyphenated.
 *
 * <p>A setting that is left out takes the default of its annotation. A {@link
 * org.ophiura.sim.plugin.Choice} or a sealed interface is a block with a {@code type}, or the bare
 * type; without a {@code type} it has the type of its default. A record without {@code @Setting}s,
 * such as a position, is a list of its components. Relative paths are relative to the file's
 * folder, those of an override to the working directory.
 */
public final class ConfigReader {
  private ConfigReader() {}

  /**
   * Reads a file; {@link #load} for those who also want to tell later where a setting stands.
   *
   * @throws ConfigException listing everything that is wrong with the file and the overrides
   */
  public static <T extends Record> T read(Path file, Class<T> type, List<String> overrides) {
    return load(file, type, overrides).settings();
  }

  /**
   * Reads a file.
   *
   * @param type the record of all settings
   * @param overrides each {@code key=value}, where {@code key} is a dotted path with {@code [i]}
   *     for elements of lists, and {@code value} is YAML; applied in order. A setting that the file
   *     leaves out starts from its default. Setting a {@code type} to another one drops the block's
   *     settings
   * @throws ConfigException listing everything that is wrong with the file and the overrides
   */
  public static <T extends Record> Config<T> load(
      Path file, Class<T> type, List<String> overrides) {
    return load(file, type, overrides, List.of());
  }

  /**
   * Whether a file has a key at its top level, or an override sets it or something below it: to
   * tell kinds of files apart. A file that cannot be read has none.
   */
  public static boolean mentions(Path file, String key, List<String> overrides) {
    if (overrides.stream().anyMatch(override -> override.strip().matches(key + "[.=\\[].*"))) {
      return true;
    }
    try {
      return ConfigFile.read(file, new Problems()) instanceof Tree.Block block
          && block.get(key) != null;
    } catch (ConfigException e) {
      return false; // Whoever reads it for its settings will say what is wrong with it.
    }
  }

  /**
   * Reads a file for a sweep.
   *
   * @param varied further overrides, applied after the others; messages call them {@code --vary}
   * @throws ConfigException listing everything that is wrong with the file and the overrides
   */
  public static <T extends Record> Config<T> load(
      Path file, Class<T> type, List<String> overrides, List<String> varied) {
    Problems problems = new Problems();
    Tree tree = ConfigFile.read(file, problems);
    Shapes shapes = new Shapes();
    Overrides changes = new Overrides(shapes, problems);
    Path workingDirectory = Path.of("").toAbsolutePath();
    for (String override : overrides) {
      tree = changes.apply(tree, type, "--set", override, workingDirectory);
    }
    for (String override : varied) {
      tree = changes.apply(tree, type, "--vary", override, workingDirectory);
    }
    Record settings = new Binder(shapes, problems).group(type, tree, "");
    problems.throwIfAny();
    if (settings == null) {
      throw new IllegalStateException("reading gave neither settings nor a problem");
    }
    return new Config<>(type.cast(settings), tree);
  }
}
