package org.ophiura.app.config;

import java.util.List;

/**
 * A settings file that breaks rules: a user's mistake, told without a stack trace. The message is
 * ready to print, one problem a line: place, setting, rule, value, remedy.
 */
public final class ConfigException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<String> problems;

  ConfigException(List<String> problems) {
    super(String.join("\n", problems));
    this.problems = List.copyOf(problems);
  }

  /** All problems found, one line each, in the order of the file; at least one. */
  public List<String> problems() {
    return problems;
  }
}
