package org.ophiura.sim.plugin;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Holds settings records to the limits that their components declare. */
public final class Settings {
  private Settings() {}

  /**
   * Checks all values of a record against the limits of its {@link Setting} annotations: the one
   * line that a settings record needs in its compact constructor.
   *
   * @param type the record's class
   * @param values the values of all its components, in order
   * @throws SettingException naming the first component that breaks its rule
   */
  public static void check(Class<? extends Record> type, Object... values) {
    RecordComponent[] components = type.getRecordComponents();
    if (components.length != values.length) {
      throw new IllegalStateException(
          type + " has " + components.length + " components, " + values.length + " were checked");
    }
    for (int i = 0; i < values.length; i++) {
      Setting setting = components[i].getAnnotation(Setting.class);
      if (setting != null) {
        check(key(components[i].getName()), setting, values[i]);
      }
    }
  }

  private static void check(String key, Setting setting, Object value) {
    if (value instanceof Number number) {
      if (!allows(setting, number.doubleValue())) {
        throw new SettingException(
            key, "must be " + rule(setting) + ", got " + number(number.doubleValue()));
      }
    } else if (value instanceof Optional<?> optional) {
      optional.ifPresent(present -> check(key, setting, present));
    } else if (value instanceof List<?> list) {
      for (int i = 0; i < list.size(); i++) {
        check(key + "[" + i + "]", setting, list.get(i));
      }
    }
  }

  /** Whether a finite number is within the limits of {@code setting}. */
  public static boolean allows(Setting setting, double value) {
    return Double.isFinite(value)
        && (setting.exclusiveMin() ? value > setting.min() : value >= setting.min())
        && (setting.exclusiveMax() ? value < setting.max() : value <= setting.max());
  }

  /** The limits in words, such as {@code > 0 (1/s)} or {@code in [0, 1]}. */
  public static String rule(Setting setting) {
    boolean lower = setting.min() != Double.NEGATIVE_INFINITY;
    boolean upper = setting.max() != Double.POSITIVE_INFINITY;
    String unit = setting.unit().isEmpty() ? "" : " (" + setting.unit() + ")";
    if (lower && upper) {
      return "in "
          + (setting.exclusiveMin() ? "(" : "[")
          + number(setting.min())
          + ", "
          + number(setting.max())
          + (setting.exclusiveMax() ? ")" : "]")
          + unit;
    }
    if (lower) {
      return (setting.exclusiveMin() ? "> " : ">= ") + number(setting.min()) + unit;
    }
    if (upper) {
      return (setting.exclusiveMax() ? "< " : "<= ") + number(setting.max()) + unit;
    }
    return "a number" + unit;
  }

  private static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }

  /** The key of a component in a file: {@code jointLimit} becomes {@code joint-limit}. */
  public static String key(String component) {
    return component.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
  }
}
