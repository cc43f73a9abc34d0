package org.ophiura.sim.mujoco.plugin;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ophiura.sim.plugin.SettingException;

/** Turns a broken rule of the models' records into one of the settings that they are made of. */
final class ModelRules {
  /** The models' messages start with the setting, such as {@code half-size[0] must be > 0 (m)}. */
  private static final Pattern MESSAGE = Pattern.compile("(\\S+) (must .*)", Pattern.DOTALL);

  private ModelRules() {}

  static SettingException broken(IllegalArgumentException e) {
    String text = String.valueOf(e.getMessage());
    Matcher message = MESSAGE.matcher(text);
    return message.matches()
        ? new SettingException(message.group(1), message.group(2))
        : new SettingException("", text);
  }
}
