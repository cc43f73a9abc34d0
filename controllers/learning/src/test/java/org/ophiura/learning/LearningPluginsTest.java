package org.ophiura.learning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.ophiura.learning.policy.FixedArmPlugin;
import org.ophiura.learning.policy.FixedArmSettings;
import org.ophiura.learning.schedule.SchedulePlugin;
import org.ophiura.learning.tabular.QLearner;
import org.ophiura.learning.tabular.QLearnerSamples;
import org.ophiura.learning.tabular.QLearningPlugin;
import org.ophiura.sim.plugin.Choice;
import org.ophiura.sim.plugin.Plugin;
import org.ophiura.sim.plugin.Setting;

class LearningPluginsTest {

  @Test
  void allPluginsAreFoundByTheirIds() {
    assertEquals(
        List.of("compass", "darkest-arm", "grid-cell", "target-direction"),
        ids(IndexerPlugin.class));
    assertEquals(List.of("expected-sarsa", "q-learning", "sarsa"), ids(LearnerPlugin.class));
    assertEquals(
        List.of("fixed-arm", "follow-target", "q-table", "random"), ids(PolicyPlugin.class));
    assertEquals(List.of("constant", "exponential", "linear"), ids(SchedulePlugin.class));
  }

  @Test
  void everySettingIsDescribedAndHasADefault() {
    for (Plugin<?> plugin : all()) {
      assertTrue(plugin.summary().endsWith("."), plugin.id());
      for (RecordComponent component : plugin.settings().getRecordComponents()) {
        Setting setting = component.getAnnotation(Setting.class);
        assertNotNull(setting, plugin.id() + " does not describe " + component.getName());
        assertTrue(!setting.value().isBlank(), component.getName());
        assertTrue(
            !setting.defaultValue().equals(Setting.REQUIRED),
            component.getName() + " has no default");
      }
    }
  }

  @Test
  void onlyTheTableIsLearned() {
    for (PolicyPlugin<?> plugin : ServiceLoader.load(PolicyPlugin.class)) {
      assertEquals(plugin.id().equals("q-table"), plugin.learned(), plugin.id());
    }
  }

  @Test
  void choicesOfATrialFileAreMade() {
    Policy policy =
        PolicyPlugin.create(
            new Choice<>(new FixedArmPlugin(), new FixedArmSettings(2)),
            new PolicyContext(5, 5, "any", false));
    assertEquals(2, policy.choose(0, new SplittableRandom(1)));
    Learner learner =
        LearnerPlugin.create(
            new Choice<>(new QLearningPlugin(), QLearnerSamples.heldNStep()),
            new LearnerContext(3, 4, new SplittableRandom(1)));
    QLearner tabular = assertInstanceOf(QLearner.class, learner);
    assertEquals(3, tabular.table().states());
    assertEquals(4, tabular.table().actions());
  }

  private static List<String> ids(Class<?> kind) {
    List<String> ids = new ArrayList<>();
    for (Object plugin : ServiceLoader.load(kind)) {
      ids.add(((Plugin<?>) plugin).id());
    }
    ids.sort(null);
    return ids;
  }

  private static List<Plugin<?>> all() {
    List<Plugin<?>> plugins = new ArrayList<>();
    ServiceLoader.load(IndexerPlugin.class).forEach(plugins::add);
    ServiceLoader.load(LearnerPlugin.class).forEach(plugins::add);
    ServiceLoader.load(PolicyPlugin.class).forEach(plugins::add);
    ServiceLoader.load(SchedulePlugin.class).forEach(plugins::add);
    return plugins;
  }
}
