package org.ophiura.sim.classic.gymnasium;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.ophiura.sim.plugin.SettingException;

final class GymnasiumSettingsTest {
  private static GymnasiumSettings settings(String python, String... options) {
    return new GymnasiumSettings("CartPole-v1", List.of(options), 0, python, 60);
  }

  @Test
  void optionsAreNumbersTruthsAndTexts() {
    assertEquals(
        Map.of("a", 3L, "b", -0.5, "c", true, "d", "4x4"),
        settings("python3", "a=3", "b = -0.5", "c=True", "d=4x4").arguments());
  }

  @Test
  void optionWithoutNameIsRefused() {
    SettingException e =
        assertThrows(SettingException.class, () -> settings("python3", "a=1", "=2"));
    assertEquals("options[1]", e.path());
    assertEquals("options[1] must be name=value, got '=2'", e.getMessage());
  }

  @Test
  void missingPythonIsAClearError() {
    SettingException e =
        assertThrows(
            SettingException.class,
            () ->
                new GymnasiumPlugin().create(settings("no-such-python"), new SplittableRandom(1)));
    assertEquals("python", e.path());
    assertEquals(
        "python must be a command that starts Python 3 with the package gymnasium, got"
            + " 'no-such-python', which does not start; install it (Debian: apt install python3"
            + " python3-pip), or name another",
        e.getMessage());
  }
}
