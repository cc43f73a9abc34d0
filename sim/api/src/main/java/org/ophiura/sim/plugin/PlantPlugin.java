package org.ophiura.sim.plugin;

import java.util.List;
import org.ophiura.sim.PlantEvent;
import org.ophiura.sim.PlantFactory;

/** A kind of plant. */
public interface PlantPlugin<S extends Record> extends Plugin<S> {

  /**
   * Compiles or connects what {@code settings} describe.
   *
   * @throws SettingException if they cannot be met
   */
  PlantFactory create(S settings);

  /**
   * Like {@link #create(Record)}, for a robot to which something happens in each episode. By
   * default nothing can.
   *
   * @throws SettingException if the settings or the events cannot be met
   */
  default PlantFactory create(S settings, List<PlantEvent> events) {
    if (!events.isEmpty()) {
      throw new SettingException(
          "type",
          "must be a plant that can be damaged or pushed, such as mujoco with a brittle star, got "
              + id()
              + "; take such disturbances out of the trial");
    }
    return create(settings);
  }

  /** Makes what a trial file chose; see {@link #create(Record, List)}. */
  static PlantFactory create(Choice<? extends PlantPlugin<?>> choice, List<PlantEvent> events) {
    return create(choice.plugin(), choice.settings(), events);
  }

  private static <S extends Record> PlantFactory create(
      PlantPlugin<S> plugin, Record settings, List<PlantEvent> events) {
    return plugin.create(plugin.settings().cast(settings), events);
  }
}
