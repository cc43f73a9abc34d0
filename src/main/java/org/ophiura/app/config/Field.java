package org.ophiura.app.config;

import org.ophiura.sim.plugin.Setting;

/**
 * One component of a settings record.
 *
 * @param owner the record, for messages to programmers
 * @param key what a file calls it
 */
record Field(Class<? extends Record> owner, String key, Setting setting, Shape shape) {

  boolean isRequired() {
    return setting.defaultValue().equals(Setting.REQUIRED);
  }

  /** Whether leaving it out means that there is none. */
  boolean isOptional() {
    return setting.defaultValue().equals(Setting.NONE);
  }

  /** The default as if it were written at {@code at}; only where there is one. */
  Tree defaultTree(Location at) {
    Problems problems = new Problems();
    return YamlText.parse(setting.defaultValue(), at, false, problems)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    owner.getName()
                        + " has a default that is not YAML: "
                        + key
                        + ": "
                        + setting.defaultValue()));
  }
}
