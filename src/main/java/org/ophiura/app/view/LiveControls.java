package org.ophiura.app.view;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ophiura.app.config.ConfigException;
import org.ophiura.app.config.ConfigReader;
import org.ophiura.app.trial.TrialSettings;
import org.ophiura.learning.PolicyPlugin;
import org.ophiura.motion.gait.GaitPlugin;
import org.ophiura.sim.plugin.Choice;
import org.ophiura.sim.plugin.Plugins;
import org.ophiura.sim.plugin.Setting;
import org.ophiura.sim.plugin.Settings;

/**
 * The settings of a running controller that people can change: its policy, its gait, and that
 * gait's numbers. They go through the same reading and the same checks as those of a file.
 */
final class LiveControls {
  private static final String GAIT = "controller.gait";
  private static final String GAIT_TYPE = GAIT + ".type";
  private static final String POLICY = "controller.policy.type";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path file;
  private final List<String> base;
  private final Map<String, String> changes = new LinkedHashMap<>();
  private final Optional<String> learned;
  private TrialSettings settings;
  private State undone;

  /**
   * Prepares the settings of a file.
   *
   * @param base changes that the command line makes
   * @param learned the policy that the command line brought, to go back to
   */
  LiveControls(Path file, List<String> base, Optional<String> learned) {
    this.file = file;
    this.base = List.copyOf(base);
    this.learned = learned;
    settings = ConfigReader.read(file, TrialSettings.class, base);
    undone = new State(settings, Map.of());
  }

  TrialSettings settings() {
    return settings;
  }

  /**
   * Changes one.
   *
   * @throws ConfigException if it is none of those that can be changed, or breaks its rule
   */
  TrialSettings change(String key, String value) {
    boolean known =
        key.equals(POLICY)
            || (key.equals(GAIT_TYPE) && gait().isPresent())
            || sliders().stream().anyMatch(s -> s.key().equals(key));
    if (!known) {
      throw new IllegalArgumentException(key + " cannot be changed while the robot runs");
    }
    Map<String, String> next = new LinkedHashMap<>(changes);
    if (key.equals(GAIT_TYPE)) {
      next.keySet().removeIf(changed -> changed.startsWith(GAIT)); // Another gait has its own.
    }
    next.remove(key); // The latest change is the last to be applied.
    next.put(key, value);
    List<String> all = new ArrayList<>(base);
    next.forEach(
        (changed, to) -> {
          if (!(changed.equals(POLICY) && learned.equals(Optional.of(to)))) {
            all.add(changed + "=" + to);
          }
        });
    TrialSettings changed = ConfigReader.read(file, TrialSettings.class, all);
    undone = new State(settings, new LinkedHashMap<>(changes));
    settings = changed;
    changes.clear();
    changes.putAll(next);
    return settings;
  }

  /** Takes the latest change back, which did not fit the robot after all. */
  void undo() {
    settings = undone.settings();
    changes.clear();
    changes.putAll(undone.changes());
  }

  /** What stood before the latest change. */
  private record State(TrialSettings settings, Map<String, String> changes) {}

  /** A number that a slider sets. */
  private record Slider(
      String key, String name, String unit, double value, double low, double high, boolean whole) {}

  /** The numbers of the gait. */
  private List<Slider> sliders() {
    List<Slider> sliders = new ArrayList<>();
    gait().ifPresent(gait -> addSliders(gait.settings(), sliders));
    return sliders;
  }

  private Optional<Choice<?>> gait() {
    return settings
        .controller()
        .map(controller -> value(controller.settings(), "gait"))
        .filter(Choice.class::isInstance)
        .map(choice -> (Choice<?>) choice);
  }

  private static void addSliders(Record gait, List<Slider> sliders) {
    for (RecordComponent component : gait.getClass().getRecordComponents()) {
      Setting setting = component.getAnnotation(Setting.class);
      Object value = value(gait, component.getName());
      if (setting != null && value instanceof Number number) {
        double now = number.doubleValue();
        double reach = Math.max(1, 2 * Math.abs(now));
        double low = Double.isInfinite(setting.min()) ? now - reach : setting.min();
        double high = Double.isInfinite(setting.max()) ? now + reach : setting.max();
        boolean whole = value instanceof Integer;
        double least = setting.exclusiveMin() ? low + (high - low) / 100 : low;
        sliders.add(
            new Slider(
                GAIT + "." + Settings.key(component.getName()),
                Settings.key(component.getName()).replace('-', ' '),
                setting.unit(),
                now,
                least,
                Math.min(high, whole ? Math.max(50, now) : high),
                whole));
      }
    }
  }

  private static Object value(Record settings, String component) {
    try {
      for (RecordComponent known : settings.getClass().getRecordComponents()) {
        if (known.getName().equals(component)) {
          return known.getAccessor().invoke(settings);
        }
      }
      return "";
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot read " + settings.getClass().getName(), e);
    }
  }

  /** Policies to choose from, and the gait's numbers, as the page shows them. */
  ObjectNode json() {
    ObjectNode root = JSON.createObjectNode();
    ArrayNode policies = root.putArray("policies");
    learned.ifPresent(policies::add);
    Plugins<PolicyPlugin<?>> installed = Plugins.load("policy", PolicyPlugin.class);
    for (PolicyPlugin<?> plugin : installed.all()) {
      if (!plugin.learned()) { // One that is needs a file; the command line brings it.
        policies.add(plugin.id());
      }
    }
    root.put("policy", policy());
    gait()
        .ifPresent(
            gait -> {
              root.put("gait", gait.plugin().id());
              Plugins<GaitPlugin<?>> gaits = Plugins.load("gait", GaitPlugin.class);
              gaits.all().forEach(plugin -> root.withArray("/gaits").add(plugin.id()));
            });
    ArrayNode sliders = root.putArray("sliders");
    for (Slider slider : sliders()) {
      sliders
          .addObject()
          .put("key", slider.key())
          .put("name", slider.name())
          .put("unit", slider.unit())
          .put("value", slider.value())
          .put("low", slider.low())
          .put("high", slider.high())
          .put("whole", slider.whole());
    }
    return root;
  }

  private String policy() {
    return settings
        .controller()
        .map(controller -> value(controller.settings(), "policy"))
        .filter(Choice.class::isInstance)
        .map(choice -> ((Choice<?>) choice).plugin().id())
        .orElse("");
  }
}
