package org.ophiura.sim.plugin;

import java.util.function.Supplier;

/**
 * A setting that breaks a rule: a user's mistake, told without a stack trace.
 *
 * <p>Whoever knows more of where the setting stands adds it with {@link #under}; so a record only
 * names its own component.
 */
public final class SettingException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final String path;
  private final String rule;

  /**
   * Reports a broken rule.
   *
   * @param path the setting, such as {@code gain}; empty for the record as a whole
   * @param rule the rule, the value and the remedy, such as {@code must be > 0 (1/s), got -3}
   */
  public SettingException(String path, String rule) {
    super(path.isEmpty() ? rule : path + " " + rule);
    this.path = path;
    this.rule = rule;
  }

  /** The same report, seen from the block {@code parent} that holds the setting. */
  public SettingException under(String parent) {
    if (parent.isEmpty()) {
      return this;
    }
    boolean element = path.startsWith("[");
    return new SettingException(
        path.isEmpty() ? parent : parent + (element ? "" : ".") + path, rule);
  }

  /**
   * Makes a part from the settings of a block, so that a broken rule is reported with that block.
   *
   * @param block key of the block that holds the part's settings
   */
  public static <T> T under(String block, Supplier<T> making) {
    try {
      return making.get();
    } catch (SettingException e) {
      throw e.under(block);
    }
  }

  /** The setting's path, such as {@code controller.cpg.gain}. */
  public String path() {
    return path;
  }

  /** The rule, the value and the remedy, without the path. */
  public String rule() {
    return rule;
  }
}
