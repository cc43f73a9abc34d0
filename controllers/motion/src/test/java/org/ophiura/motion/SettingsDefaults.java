package org.ophiura.motion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.lang.reflect.RecordComponent;
import java.util.Locale;
import org.ophiura.sim.plugin.Setting;

/** Compares the defaults that annotations declare with a record that is said to hold them. */
public final class SettingsDefaults {
  private SettingsDefaults() {}

  public static void assertDeclared(Record defaults) throws ReflectiveOperationException {
    for (RecordComponent component : defaults.getClass().getRecordComponents()) {
      Setting setting = component.getAnnotation(Setting.class);
      assertNotNull(setting, component.getName());
      Object value = component.getAccessor().invoke(defaults);
      if (value instanceof Number number) {
        assertEquals(
            number.doubleValue(), Double.parseDouble(setting.defaultValue()), component.getName());
      } else {
        assertEquals(
            value.toString().toLowerCase(Locale.ROOT).replace('_', '-'),
            setting.defaultValue(),
            component.getName());
      }
    }
  }
}
