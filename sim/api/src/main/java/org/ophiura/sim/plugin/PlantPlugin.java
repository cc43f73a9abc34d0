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
}
