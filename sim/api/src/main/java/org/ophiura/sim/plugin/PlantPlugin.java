package org.ophiura.sim.plugin;

import org.ophiura.sim.PlantFactory;

/** A kind of plant. */
public interface PlantPlugin<S extends Record> extends Plugin<S> {

  /**
   * Compiles or connects what {@code settings} describe.
   *
   * @throws SettingException if they cannot be met
   */
  PlantFactory create(S settings);

  /** Makes what a trial file chose; see {@link #create(Record)}. */
  static PlantFactory create(Choice<? extends PlantPlugin<?>> choice) {
    return create(choice.plugin(), choice.settings());
  }

  private static <S extends Record> PlantFactory create(PlantPlugin<S> plugin, Record settings) {
    return plugin.create(plugin.settings().cast(settings));
  }
}
