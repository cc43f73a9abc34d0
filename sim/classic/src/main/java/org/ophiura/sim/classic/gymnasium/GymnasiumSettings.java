package org.ophiura.sim.classic.gymnasium;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ophiura.sim.plugin.Setting;
import org.ophiura.sim.plugin.SettingException;
import org.ophiura.sim.plugin.Settings;

/** Settings of the environment {@code gymnasium}. */
public record GymnasiumSettings(
    @Setting("Its id, such as CartPole-v1.") String id,
    @Setting(
            value =
                "Keyword arguments, each as name=value, such as is_slippery=false: numbers, true,"
                    + " false, or text.",
            defaultValue = "[]")
        List<String> options,
    @Setting(
            value = "Steps after which an episode is truncated besides; 0 leaves it to Gymnasium.",
            defaultValue = "0",
            min = 0)
        int stepLimit,
    @Setting(value = "Command of a Python 3 with the package gymnasium.", defaultValue = "python3")
        String python,
    @Setting(
            value = "How long an answer of the Python process may take.",
            unit = "s",
            defaultValue = "60",
            min = 0,
            exclusiveMin = true,
            max = 86_400)
        double timeout) {
  /** Checks the limits. */
  public GymnasiumSettings {
    options = List.copyOf(options);
    Settings.check(GymnasiumSettings.class, id, options, stepLimit, python, timeout);
    arguments(options);
  }

  /** The keyword arguments as JSON values. */
  Map<String, Object> arguments() {
    return arguments(options);
  }

  private static Map<String, Object> arguments(List<String> options) {
    Map<String, Object> arguments = new LinkedHashMap<>();
    for (int i = 0; i < options.size(); i++) {
      String option = options.get(i);
      int equals = option.indexOf('=');
      if (equals < 1) {
        throw new SettingException(
            "options[" + i + "]", "must be name=value, got '" + option + "'");
      }
      arguments.put(option.substring(0, equals).strip(), value(option.substring(equals + 1)));
    }
    return arguments;
  }

  private static Object value(String text) {
    String plain = text.strip();
    if (plain.matches("(?i)true|false")) {
      return Boolean.parseBoolean(plain);
    }
    if (plain.matches("-?\\d{1,18}")) {
      return Long.parseLong(plain);
    }
    if (plain.matches("-?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?")) {
      return Double.parseDouble(plain);
    }
    return plain;
  }
}
