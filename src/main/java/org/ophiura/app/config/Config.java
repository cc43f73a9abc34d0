package org.ophiura.app.config;

import java.util.List;
import org.ophiura.sim.plugin.SettingException;

/**
 * A settings file that has been read. It remembers where each setting stands, for problems that
 * only show when parts are made from it.
 *
 * @param <T> the record of all settings
 */
public final class Config<T extends Record> {
  private final T settings;
  private final Tree tree;

  Config(T settings, Tree tree) {
    this.settings = settings;
    this.tree = tree;
  }

  /** All settings, defaults filled in. */
  public T settings() {
    return settings;
  }

  /**
   * Adds to a broken rule the file and the line.
   *
   * @param broken with a path from the root of the file, such as {@code plant.model.file}
   */
  public ConfigException locate(SettingException broken) {
    return new ConfigException(List.of(tree.locate(broken.path()) + ": " + broken.getMessage()));
  }
}
