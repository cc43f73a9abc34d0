package org.ophiura.learning.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ophiura.learning.PolicyContext;
import org.ophiura.sim.plugin.SettingException;

class QTablePluginTest {
  private final QTablePlugin plugin = new QTablePlugin();

  @Test
  void tableIsLearned() {
    assertTrue(plugin.learned());
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void tableIsNeverMadeFromNothing(boolean named) {
    QTableSettings settings =
        new QTableSettings(named ? Optional.of(Path.of("mine.json")) : Optional.empty());
    PolicyContext context = new PolicyContext(5, 5, "target-direction", false);
    SettingException e =
        assertThrows(SettingException.class, () -> plugin.create(settings, context));
    assertEquals("file", e.path());
    assertTrue(e.rule().contains("train one first"), e.rule());
  }
}
